"""What becomes of indicators when two rows of the register turn out to be one body."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.indicators.models import Indicator
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution


def preview(duplicate: Institution, _survivor: Institution) -> Moves:
    given = Indicator.objects.filter(institution=duplicate).count()
    words = _("wskaźnik,wskaźniki,wskaźników")
    return Moves((f"{given} {forms(given, words)}",) if given else (), ())


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    Indicator.objects.filter(institution=duplicate).update(institution=survivor)


MOVER = Mover(gettext_lazy("Wskaźniki"), frozenset({"indicators.Indicator.institution"}), preview, move, floor=1)
