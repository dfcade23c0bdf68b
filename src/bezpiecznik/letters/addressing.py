"""How an institution is written to: the one place that reads its contact data, and does without them if need be."""

import re

from bezpiecznik.institutions.models import Institution

BEFORE_POSTCODE = re.compile(r",\s*(?=\d{2}-\d{3}\b)|\n")


def addressee_of(institution: Institution) -> str:
    """Lines of the addressee block: the name, the street, and the town with its postcode, as far as they are known."""
    lines = (institution.name, *BEFORE_POSTCODE.split(_known(institution, "address")))
    return "\n".join(line.strip() for line in lines if line.strip())


def e_delivery_of(institution: Institution) -> str:
    """The address for electronic delivery; blank where it is not known."""
    return _known(institution, "e_delivery").strip()


def _known(institution: Institution, field: str) -> str:
    contact = getattr(institution, "contact", None)
    return str(getattr(contact, field, "") or "")
