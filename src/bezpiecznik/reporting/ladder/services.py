"""Every write of the ladder: a round of the day, reminding by hand, letters, pauses, steps. Raise `Refused`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs, journal
from bezpiecznik.core.holidays import is_day_off
from bezpiecznik.core.models import Job
from bezpiecznik.letters.models import Series
from bezpiecznik.notices.options import hours
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.ladder import writing
from bezpiecznik.reporting.ladder.days import day_of, is_returned
from bezpiecznik.reporting.ladder.due import Due, asked, due_today
from bezpiecznik.reporting.ladder.stopping import sweep
from bezpiecznik.reporting.models import LadderPause, LadderStep, Packet, Period, Reminder
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.states import PeriodState

SEND = "reporting.remind"
WORDED = {
    "name": _l("nazwa"), "offset": _l("dni robocze od terminu"), "audience": _l("do kogo"),
    "copied": _l("do wiadomości sprawozdawcy"), "way": _l("jak"), "automatic": _l("wysyła się samo"),
    "active": _l("włączony"),
}  # fmt: skip
"""What of a step the journal tells."""
MANY = 40
"""More messages than that are a job: the page would make a person wait."""


@dataclass(frozen=True)
class Round:
    """What one round did: packets reminded of by mail, letters prepared, and packets that nobody picks up."""

    sent: int = 0
    letters: int = 0
    nobody: int = 0


def may_write_now() -> bool:
    """A working day, and not in quiet hours: nothing is even put in the queue at night."""
    now = clock.now()
    return not is_day_off(clock.day_of(now)) and hours().first_free(now) <= now


@transaction.atomic
def make_round() -> Round | None:
    """The automatic steps of today, once a day; None where it is no time for it or it was made already.

    Open periods are held to the end, so of two rounds at once the second finds the work done, and no report is sent
    meanwhile.
    """
    if not may_write_now():
        return None
    held = _hold(Period.objects.filter(state=PeriodState.OPEN).values_list("pk", flat=True))
    sweep()
    if _made_today(held):
        return None
    due = [one for one in due_today(held, clock.today()) if one.step and one.step.automatic]
    return _carry_out(due, by=None)


def _hold(keys: Collection[int]) -> list[Period]:
    return list(Period.objects.select_for_update().filter(pk__in=list(keys)).order_by("pk"))


def _made_today(periods: list[Period]) -> bool:
    last = Reminder.objects.filter(packet__period__in=periods, by=None).order_by("-at").first()
    return last is not None and clock.day_of(last.at) == clock.today()


def _carry_out(due: Sequence[Due], *, by: User | None, note: str = "") -> Round:
    mails, letters = [one for one in due if not one.is_letter], [one for one in due if one.is_letter]
    sent, nobody = writing.send(mails, by=by, note=note)
    writing.summon(letters, by=by)
    return Round(sent, len(letters), nobody)


@transaction.atomic
def remind(packets: Collection[Packet], *, by: User, note: str = "", steps: bool = False) -> Round:
    """Remind of these packets now: by the step that waits for a click (`steps`), else by hand and with an own note.

    Those that were answered meanwhile or reminded of today already are left out: a form sent twice sends once.
    Raises Refused where nothing is left, and on a day or at an hour when no message would leave.
    """
    if not may_write_now():
        raise Refused(_("W dni wolne i w ciszy nocnej nie przypominamy nikomu. Spróbuj w dzień roboczy."))
    held = _hold({packet.period_id for packet in packets})
    keys = {packet.pk for packet in packets}
    due = [one for one in (waiting_steps(held) if steps else by_hand(held, keys)) if one.packet.pk in keys]
    if not due:
        raise Refused(_("Nie ma komu przypomnieć: sprawozdania złożono albo dziś już o nich przypomniano."))
    return _carry_out(due, by=by, note=note)


def waiting_steps(periods: Collection[Period]) -> list[Due]:
    """What has come to a step that waits for a click."""
    return [one for one in due_today(periods, clock.today()) if one.step and not one.step.automatic]


def by_hand(periods: Collection[Period], keys: Collection[int]) -> list[Due]:
    """These packets as they would be reminded of by hand; without those reminded of today."""
    waiting = [packet for packet in asked(periods).filter(pk__in=keys) if packet.pk not in _reminded_today(keys)]
    return [Due(packet, day_of(packet)) for packet in waiting]


def _reminded_today(keys: Collection[int]) -> set[int]:
    found = Reminder.objects.filter(packet__in=keys).values_list("packet", "at")
    return {packet for packet, at in found if clock.day_of(at) == clock.today()}


def remind_in_background(packets: Collection[Packet], *, by: User, note: str, steps: bool) -> Job:
    """The same for many, as a job."""
    keys = sorted(packet.pk for packet in packets)
    return jobs.start(SEND, title=_("Przypomnienia o sprawozdaniach"), by=by, packets=keys, note=note, steps=steps)


@transaction.atomic
def summon(packets: Collection[Packet], *, by: User) -> Series:
    """Drafts of the letter that asks again, one for each of these packets, as one series to number and to print.

    Raises Refused where none of them is late without a word: who sent a report once gets no such letter.
    """
    held = _hold({packet.period_id for packet in packets})
    if len(held) != 1:
        raise Refused(_("Wybierz sprawozdania jednego okresu: pisma jednej serii mówią o jednym terminie."))
    found = asked(held).filter(pk__in=[packet.pk for packet in packets])
    due = [Due(one, day_of(one)) for one in found if day_of(one) < clock.today() and not is_returned(one)]
    if not due:
        raise Refused(_("Żaden z wybranych podmiotów nie zalega ze sprawozdaniem."))
    return writing.summon(due, by=by)[0]


@transaction.atomic
def pause(period: Period, *, packet: Packet | None, until: date, reason: str, by: User) -> LadderPause:
    """No reminders up to that day; a pause that stands gives way to this one. Raises Refused for a day gone by."""
    if until < clock.today():
        raise Refused(_("Podaj dzień, który jeszcze nie minął."))
    _hold([period.pk])
    _end_pauses(period, packet, by=by)
    made = LadderPause.objects.create(period=period, packet=packet, until=until, reason=reason.strip(), by=by)
    journal.record(Event.LADDER_PAUSED, packet or period, by=by, note=made.reason, until=until.isoformat())
    return made


@transaction.atomic
def resume(pause: LadderPause, *, by: User) -> None:
    """Reminders go on from the next round. A second call changes nothing."""
    _hold([pause.period_id])
    if _end_pauses(pause.period, pause.packet, by=by):
        journal.record(Event.LADDER_RESUMED, pause.packet or pause.period, by=by)


def _end_pauses(period: Period, packet: Packet | None, *, by: User) -> int:
    standing = LadderPause.objects.filter(period=period, packet=packet, ended_at=None)
    return standing.update(ended_at=clock.now(), ended_by=by)


@transaction.atomic
def save_step(step: LadderStep, *, by: User) -> LadderStep:
    """Keep a step that its form has cleaned."""
    before = _words(LadderStep.objects.get(pk=step.pk)) if step.pk else {}
    step.save()
    changed = {name: [before.get(name), value] for name, value in _words(step).items() if before.get(name) != value}
    if changed:
        journal.record(Event.LADDER_CHANGED, step, by=by, changed=changed)
    return step


def _words(step: LadderStep) -> dict[str, str]:
    return {str(title): str(getattr(step, name)) for name, title in WORDED.items()}
