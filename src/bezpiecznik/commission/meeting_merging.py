"""Tasks of an institution go to the row of the register that stays."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.commission.models import Task
from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution


def preview(duplicate: Institution, _survivor: Institution) -> Moves:
    count = Task.objects.filter(institution=duplicate).count()
    words = forms(count, _("zadanie Komisji,zadania Komisji,zadań Komisji"))
    return Moves((f"{count} {words}",) if count else ())


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    Task.objects.filter(institution=duplicate).update(institution=survivor)


MOVER = Mover(gettext_lazy("Zadania Komisji"), frozenset({"commission.Task.institution"}), preview, move, floor=1)
