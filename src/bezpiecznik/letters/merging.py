"""What becomes of letters when two rows of the register turn out to be one body."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution


def preview(duplicate: Institution, _survivor: Institution) -> Moves:
    count = duplicate.letters.count()
    return Moves((f"{count} {forms(count, _('pismo,pisma,pism'))}",) if count else ())


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    """Only where they are listed and by what they are found: the addressee stays as it was written and printed."""
    for letter in duplicate.letters.select_related("document", "case").iterator():
        letter.institution = survivor
        letter.save(update_fields=("institution", "search_text"))


MOVER = Mover(gettext_lazy("Pisma"), frozenset({"letters.Letter.institution"}), preview, move, floor=1)
