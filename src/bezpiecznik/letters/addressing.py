"""How an institution is written to. The one place that reads its contact data."""

from bezpiecznik.institutions.models import Institution

ADDRESS, E_DELIVERY = "address", "e_delivery"


def addressee_of(institution: Institution) -> str:
    """Lines of the addressee block: the name, and the postal address where it is known."""
    lines = (institution.name, *_known(institution, ADDRESS).splitlines())
    return "\n".join(line.strip() for line in lines if line.strip())


def e_delivery_of(institution: Institution) -> str:
    """The address for electronic delivery; blank where it is not known."""
    return _known(institution, E_DELIVERY).strip()


def _known(institution: Institution, field: str) -> str:
    return str(getattr(institution, field, "") or "")
