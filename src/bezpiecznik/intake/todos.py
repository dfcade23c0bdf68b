"""What the intake puts on the desk of whoever manages the plan."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import desk
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.plans.models import Programme


@desk.provider
def documents_to_review(user: User) -> Iterator[Todo]:
    """Documents that wait to be looked through; the first step while there is no programme and no document."""
    if not rights_of(user).has(Right.MANAGE_PLAN):
        return
    waiting = list(Intake.objects.filter(state=IntakeState.REVIEW).only("pk", "file_name"))
    for intake in waiting:
        sentence = _("Odczyt dokumentu „%(name)s” czeka na sprawdzenie.") % {"name": intake.file_name}
        yield Todo(sentence, intake.get_absolute_url(), _("Sprawdź odczyt"), Weight.TO_DECIDE)
    if not waiting and not Programme.objects.exists():
        yield Todo(
            _("W rejestrze nie ma jeszcze programu."),
            reverse("intake:list"),
            _("Wczytaj uchwałę"),
            Weight.TO_SET_UP,
            detail=_("Wczytaj tekst uchwały: program, działania i podmioty odczytamy z niego, a Ty je sprawdzisz."),
        )
