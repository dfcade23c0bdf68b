"""Who has come to which step today. Reads only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from bezpiecznik.core import clock
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.reporting.ladder.days import day_of, deadline_of, is_locked, is_returned, with_days
from bezpiecznik.reporting.models import LadderPause, LadderStep, Packet, PacketQuerySet, Period, Reminder
from bezpiecznik.reporting.models.reminders import Outcome, Way
from bezpiecznik.reporting.queries.reading import with_progress
from bezpiecznik.reporting.states import WAITING, PeriodState

Done = dict[tuple[int, date], list[tuple[int, int]]]
"""Steps done (key, days from the deadline), by packet and the deadline they spoke of."""


@dataclass(frozen=True)
class Due:
    """A packet to remind of today; without a step where a person reminds by hand."""

    packet: Packet
    day: date
    """The deadline it speaks of."""
    step: LadderStep | None = None

    @property
    def is_letter(self) -> bool:
        return self.step is not None and self.step.way == Way.LETTER


def asked(periods: Iterable[Period]) -> PacketQuerySet:
    """Packets of these periods for which the institution has the next move, with days and progress."""
    waiting = Packet.objects.filter(period__in=periods, period__state=PeriodState.OPEN, state__in=WAITING)
    found = with_days(with_progress(waiting)).select_related("period__programme", "institution")
    return found.order_by("period__pk", "institution__name", "pk")


def paused(today: date) -> Q:
    """Packets held back today, alone or with their period."""
    standing = LadderPause.objects.filter(ended_at=None, until__gte=today)
    own = standing.filter(packet=OuterRef("pk"))
    whole = standing.filter(period=OuterRef("period"), packet=None)
    return Q(Exists(own)) | Q(Exists(whole))


def due_today(periods: Iterable[Period], today: date) -> list[Due]:
    """For each packet the highest step whose day has come, unless it or a higher one was done for this deadline.

    So after days without ticks one step is made, never several; and nothing on the day on which the period opened.
    """
    known = list(periods)
    steps = active_steps()
    opened = [one for one in known if one.opened_at and clock.day_of(one.opened_at) < today]
    packets = list(asked(opened).exclude(paused(today)))
    done = _done(packets)
    found = []
    for packet in packets:
        day = day_of(packet)
        step = _highest(packet, steps, day, today)
        if step and not _is_done(step, done.get((packet.pk, day), [])):
            found.append(Due(packet, day, step))
    return found


def active_steps() -> list[LadderStep]:
    """The highest first."""
    return list(LadderStep.objects.filter(active=True).order_by("-offset"))


def _highest(packet: Packet, steps: list[LadderStep], day: date, today: date) -> LadderStep | None:
    return next((step for step in _fitting(packet, steps, today) if step_day(step, day) <= today), None)


def _fitting(packet: Packet, steps: list[LadderStep], today: date) -> list[LadderStep]:
    """Whoever sent a report once gets no letter that says that nothing came; whoever is locked out, only a letter.

    Days given for mending after the deadline begin with the message that the report came back: no step before them.
    """
    lost = ({Way.LETTER} if is_returned(packet) else set()) | ({Way.MAIL} if is_locked(packet, today) else set())
    mending = day_of(packet) > deadline_of(packet)
    return [step for step in steps if step.way not in lost and not (mending and step.offset < 0)]


def step_day(step: LadderStep, day: date) -> date:
    """When a step comes for this deadline."""
    return add_working_days(day, step.offset)


def _is_done(step: LadderStep, done: list[tuple[int, int]]) -> bool:
    """This one or a higher one, also one that was switched off since."""
    return any(key == step.pk or offset >= step.offset for key, offset in done)


def _done(packets: list[Packet]) -> Done:
    """A step that nobody could pick up is not done: it is tried again once somebody can."""
    found: Done = defaultdict(list)
    rows = Reminder.objects.filter(packet__in=packets, step__isnull=False).exclude(outcome=Outcome.NOBODY)
    for packet, due_on, step, offset in rows.values_list("packet", "due_on", "step", "step__offset"):
        found[packet, due_on].append((step, offset))
    return found


def next_step(packet: Packet, steps: list[LadderStep], today: date) -> tuple[date, LadderStep] | None:
    """What would come next for this packet if nothing changed; None when it has climbed to the top."""
    day = day_of(packet)
    coming = [(step_day(step, day), step) for step in _fitting(packet, steps, today)]
    return min((pair for pair in coming if pair[0] > today), key=lambda pair: pair[0], default=None)
