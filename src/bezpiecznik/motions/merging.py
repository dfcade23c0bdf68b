"""What becomes of motions when two rows of the register turn out to be one body."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution


def preview(duplicate: Institution, _survivor: Institution) -> Moves:
    count = duplicate.motions.count()
    return Moves((f"{count} {forms(count, _('wniosek,wnioski,wniosków'))}",) if count else ())


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    """Numbers stay: they are of the year, not of the institution. On whose behalf each step was stays as written."""
    for motion in duplicate.motions.iterator():
        motion.institution = survivor
        motion.save(update_fields=("institution", "search_text"))


MOVER = Mover(gettext_lazy("Wnioski"), frozenset({"motions.Motion.institution"}), preview, move, floor=3)
