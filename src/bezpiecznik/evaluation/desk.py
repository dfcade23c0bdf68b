"""What the evaluation has for the coordinator's desk: start, decide, make the report, publish."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, desk
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms
from bezpiecznik.evaluation import queries
from bezpiecznik.evaluation.documents import reports_of
from bezpiecznik.evaluation.models import Evaluation, EvaluationState, Recommendation
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import Scope, scope_of


def register() -> None:
    desk.provider(todos)


def todos(user: User) -> Iterator[Todo]:
    """For whoever grades; nothing for others."""
    rights = rights_of(user)
    if not rights.has(Right.GRADE):
        return
    programmes = scope_of(user, Right.GRADE)
    yield from _to_start(programmes)
    yield from _late(programmes)
    open_still = programmes.narrow(Evaluation.objects.exclude(state=EvaluationState.PUBLISHED)).order_by("year")
    for evaluation in open_still.annotate(left=Count("grades", filter=Q(grades__decided_at=None))):
        yield _of_draft(evaluation) if evaluation.is_draft else _of_finished(evaluation)


def _to_start(programmes: Scope) -> Iterator[Todo]:
    for year in queries.years_to_start(programmes):
        yield Todo(
            _("Sprawozdania za %(year)s r. są zamknięte. Można rozpocząć ocenę.") % {"year": year},
            reverse("evaluation:list"), _("Przejdź do oceny"), Weight.TO_SET_UP,
        )  # fmt: skip


def _late(programmes: Scope) -> Iterator[Todo]:
    """Recommendations whose day has passed: the one alone by its words, more of them by their number."""
    late = list(programmes.narrow(Recommendation.objects.overdue(clock.today())).order_by("due_on", "pk"))
    if len(late) == 1:
        one = late[0]
        told = _("Minął termin zalecenia %(no)s: %(text)s") % {"no": one, "text": Truncator(one.text).words(12)}
        yield Todo(told, one.get_absolute_url(), _("Zapisz, co się z nim dzieje"), Weight.TO_DECIDE, one.due_on)
    elif late:
        words = forms(len(late), _("zalecenia,zaleceń,zaleceń"))
        told = _("Minął termin %(n)d %(words)s z ocen rocznych.") % {"n": len(late), "words": words}
        url = f"{reverse('evaluation:recommendations')}?state=overdue&sort=due"
        yield Todo(told, url, _("Zobacz"), Weight.TO_DECIDE, late[0].due_on)


def _of_draft(evaluation: Evaluation) -> Todo:
    left: int = evaluation.left  # type: ignore[attr-defined]
    url = evaluation.get_absolute_url()
    if not left:
        sentence = _("Wszystkie działania %(year)s r. są ocenione. Można zakończyć ocenę.")
        return Todo(sentence % {"year": evaluation.year}, url, _("Zakończ ocenę"), Weight.TO_DECIDE)
    words = forms(left, _("działanie czeka,działania czekają,działań czeka"))
    sentence = _("Ocena za %(year)s r.: %(left)d %(words)s na rozstrzygnięcie.")
    told = sentence % {"year": evaluation.year, "left": left, "words": words}
    return Todo(told, f"{url}?state=undecided", _("Oceniaj"), Weight.TO_DECIDE)


def _of_finished(evaluation: Evaluation) -> Todo:
    if reports_of(evaluation):
        sentence, act = _("Ocena za %(year)s r. jest zakończona. Można ją opublikować."), _("Opublikuj")
    else:
        sentence, act = _("Ocena za %(year)s r. jest zakończona. Można sporządzić sprawozdanie."), _("Sporządź")
    return Todo(sentence % {"year": evaluation.year}, evaluation.get_absolute_url(), act, Weight.TO_WRITE)
