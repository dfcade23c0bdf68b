"""What becomes of one-time links when two rows of the register turn out to be one body."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting.models import OneTimeLink


def links(duplicate: Institution, survivor: Institution) -> list[tuple[OneTimeLink, bool]]:
    """The duplicate's links, each with whether the same person has a standing one to the survivor."""
    own = set(survivor.links.standing().values_list("user", flat=True))
    rows = duplicate.links.select_related("user", "institution").order_by("pk")
    return [(link, link.revoked_at is None and link.user_id in own) for link in rows]


def preview(duplicate: Institution, survivor: Institution) -> Moves:
    rows = links(duplicate, survivor)
    count = sum(not doubled for _link, doubled in rows)
    words = forms(count, _("łącze jednorazowe,łącza jednorazowe,łączy jednorazowych"))
    kept = _("%(person)s ma łącze do obu wpisów: oba działają, każde do sprawozdań swojego wpisu.")
    return Moves(
        (f"{count} {words}",) if count else (),
        tuple(kept % {"person": link.user.get_full_name()} for link, doubled in rows if doubled),
    )


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    for link, doubled in links(duplicate, survivor):
        if not doubled:
            link.institution = survivor
            link.save(update_fields=("institution", "search_text"))


MOVER = Mover(
    gettext_lazy("Łącza jednorazowe"), frozenset({"reporting.OneTimeLink.institution"}), preview, move, floor=2
)
