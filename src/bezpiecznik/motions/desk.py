"""What motions have for a person's desk: whatever waits for them, what is late first."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms
from bezpiecznik.motions import access, queries
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.states import MotionState
from bezpiecznik.motions.timing import clock_of

MOST = 4
"""So many motions of one kind have a line of their own; the rest share one."""
S = MotionState
OFFICE = {
    S.SUBMITTED: ("check", "Sprawdź"),
    S.ADMITTED: ("lay", "Przedłóż"),
    S.AT_COMMISSION: ("lay", "Wpisz opinię"),
    S.GRANTED: ("effect", "Sprawdź skutek"),
    S.GRANTED_PARTLY: ("effect", "Sprawdź skutek"),
}


def todos(user: User) -> Iterator[Todo]:
    if not access.may_enter(user):
        return
    if own := access.own_institutions(user):
        yield from _of_institution(own)
    if access.decides(user):
        yield from _lines(queries.to_decide(), Weight.TO_DECIDE, "decide", _("Rozstrzygnij"))
    if access.is_office(user):
        yield from _of_office()


def _of_institution(own: frozenset[int]) -> Iterator[Todo]:
    mine = Motion.objects.filter(institution__in=own).select_related("institution").by_clock()
    yield from _lines(mine.in_state(S.RETURNED), Weight.RETURNED, "edit", _("Uzupełnij"))
    yield from _lines(mine.in_state(S.DRAFT), Weight.TO_WRITE, "edit", _("Dokończ"))


def _of_office() -> Iterator[Todo]:
    """What the office does next; for the Commission's opinion and for effects only when their day has come."""
    rows = Motion.objects.select_related("institution").by_clock()
    today = clock.today()
    for state, (name, act) in OFFICE.items():
        found = rows.in_state(state)
        if state not in {S.SUBMITTED, S.ADMITTED}:
            found = found.filter(due_on__lte=today)
        yield from _lines(found, Weight.TO_DECIDE, name, _(act))
    yield from _gathered(
        queries.without_answer(), _("czeka na odpowiedź do podmiotu,czekają na odpowiedź do podmiotu,"
        "czeka na odpowiedź do podmiotu"), _("Przygotuj odpowiedź"),
    )  # fmt: skip
    yield from _gathered(
        queries.without_task(), _("nie ma zadania w programie,nie mają zadania w programie,nie ma zadania w programie"),
        _("Wskaż zadanie"),
    )  # fmt: skip


def _lines(motions: Iterable[Motion], weight: Weight, name: str, act: str) -> Iterator[Todo]:
    found = list(motions)
    for motion in found[:MOST]:
        late = clock_of(motion.due_on, clock.today())
        is_late = bool(late and late.late)
        yield Todo(
            _sentence(motion), reverse(f"motions:{name}", args=(motion.pk,)), act,
            Weight.OVERDUE if is_late else weight, motion.due_on, late.sentence if late else "",
        )  # fmt: skip
    left = len(found) - MOST
    if left > 0:
        words = forms(left, _("wniosek,wnioski,wniosków"))
        url = f"{reverse('motions:list')}?state={found[0].state}"
        yield Todo(_("I jeszcze %(n)s %(words)s.") % {"n": left, "words": words}, url, _("Pokaż"), weight)


def _sentence(motion: Motion) -> str:
    told = {"number": motion.named, "title": motion.title, "state": motion.get_state_display()}
    if not motion.number:
        return _("Projekt wniosku „%(title)s” nie jest jeszcze złożony.") % told
    return _("Wniosek %(number)s „%(title)s”: %(state)s.") % told


def _gathered(motions: Iterable[Motion], words: str, act: str) -> Iterator[Todo]:
    """One line for all of a kind; it leads to the only one, or to the list."""
    found = list(motions)
    if not found:
        return
    n = len(found)
    url = found[0].get_absolute_url() if n == 1 else f"{reverse('motions:list')}?sort=-decided"
    subject = found[0].named if n == 1 else str(n)
    told = {"what": forms(n, _("Wniosek,wnioski,wniosków")), "n": subject, "words": forms(n, words)}
    sentence = _("%(what)s %(n)s %(words)s.") if n == 1 else _("%(n)s %(what)s %(words)s.")
    yield Todo(sentence % told, url, act, Weight.TO_WRITE)
