"""What becomes of recommendations when two rows of the register turn out to be one body: they go to the one that stays.

What was frozen keeps the name that the body had then.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.evaluation.models import Recommendation
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution


def preview(duplicate: Institution, _survivor: Institution) -> Moves:
    number = Recommendation.objects.filter(institution=duplicate).count()
    return Moves((f"{number} {forms(number, _('zalecenie,zalecenia,zaleceń'))}",)) if number else Moves()


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    """One by one, for the list is searched by the name of the addressee."""
    for one in Recommendation.objects.filter(institution=duplicate).with_subject():
        one.institution = survivor
        one.save()


MOVER = Mover(
    gettext_lazy("Zalecenia z ocen rocznych"),
    frozenset({"evaluation.Recommendation.institution"}),
    preview,
    move,
    floor=1,
)
