"""Reads of the room: the list, the board, the way of one motion, and what other rooms ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.search import matching
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.states import LetterState
from bezpiecznik.motions.models import Motion, MotionFile, MotionLetter, MotionQuerySet, Step
from bezpiecznik.motions.states import AFTER_GRANT, CLOSED, DECIDED, UNDER_WAY, MotionState, Purpose
from bezpiecznik.motions.timing import Clock, clock_of, elapsed
from bezpiecznik.plans.models import Area, Programme, ProgrammeState, Undertaking

S = MotionState
OVERDUE = "overdue"
OPEN_STILL = "open"
LATEST = 8
"""So many of those whose way has ended stand on the board."""


def listed(motions: MotionQuerySet, wanted: dict[str, Any]) -> MotionQuerySet:
    """Those that fit the cleaned filter: `q`, `state` (also „open” and „overdue”), `institution`, `year`, `area`."""
    found = motions.select_related("institution")
    state = wanted.get("state", "")
    if state == OVERDUE:
        found = found.overdue(clock.today())
    elif state == OPEN_STILL:
        found = found.in_state(*UNDER_WAY)
    elif state:
        found = found.filter(state=state)
    for name in ("institution", "year"):
        if value := wanted.get(name):
            found = found.filter(**{name: value})
    if area := wanted.get("area"):
        found = found.filter(pk__in=about_area(area).values("pk"))
    return matching(found, wanted.get("q") or "")


def about_area(area: Area) -> MotionQuerySet:
    """Motions that name the area or one of its actions."""
    return Motion.objects.filter(Q(areas=area) | Q(undertakings__area=area)).distinct()


def who_asked(motions: MotionQuerySet) -> QuerySet[Institution]:
    return Institution.objects.filter(pk__in=motions.order_by().values("institution")).in_polish_order()


def years_of(motions: MotionQuerySet) -> list[int]:
    found = motions.exclude(year=None).order_by("-year").values_list("year", flat=True).distinct()
    return [year for year in found if year]


def areas_to_choose() -> QuerySet[Area]:
    """Areas of the programmes in force, in the document's order."""
    in_force = Programme.objects.filter(state=ProgrammeState.IN_FORCE)
    return Area.objects.filter(programme__in=in_force).order_by("-programme__year_from", "no")


@dataclass(frozen=True)
class Card:
    """A motion with its clock, as lists and the board show it."""

    motion: Motion
    clock: Clock | None


def card(motion: Motion, today: date) -> Card:
    """The clock runs only while somebody is expected to act."""
    under_way = motion.kind_of_state in UNDER_WAY
    return Card(motion, clock_of(motion.due_on, today, paused=motion.state == S.RETURNED) if under_way else None)


def cards(motions: Iterable[Motion]) -> list[Card]:
    today = clock.today()
    return [card(motion, today) for motion in motions]


@dataclass(frozen=True)
class Column:
    """One stage of the board."""

    title: str | Promise
    cards: Sequence[Card]
    more: int = 0
    """How many there are beside those shown."""

    @property
    def late(self) -> int:
        return sum(bool(card.clock and card.clock.late) for card in self.cards)


STAGES: tuple[tuple[str | Promise, tuple[MotionState, ...]], ...] = (
    (_("Projekty"), (S.DRAFT,)),
    (_("Do sprawdzenia"), (S.SUBMITTED,)),
    (_("Uzupełnia podmiot"), (S.RETURNED,)),
    (_("Do przedłożenia"), (S.ADMITTED,)),
    (_("W opinii Komisji"), (S.AT_COMMISSION,)),
    (_("U prezydenta"), (S.BEFORE_PRESIDENT,)),
    (_("W wykonaniu"), (S.GRANTED, S.GRANTED_PARTLY)),
)


def board(motions: MotionQuerySet, *, drafts: bool) -> list[Column]:
    """All stages, each with the most urgent first, then the last of those whose way has ended. Three queries."""
    found = cards(motions.exclude(state__in=CLOSED).select_related("institution").by_clock())
    columns = [
        Column(title, [card for card in found if card.motion.kind_of_state in states])
        for title, states in STAGES
        if drafts or S.DRAFT not in states
    ]
    ended = motions.filter(state__in=CLOSED)
    last = cards(ended.select_related("institution").order_by("-year", "-no")[:LATEST])
    return [*columns, Column(_("Zakończone"), last, max(ended.count() - len(last), 0))]


def steps_of(motion: Motion) -> list[Step]:
    """The way of the motion, the newest step first."""
    return list(motion.steps.select_related("by").order_by("-pk"))


def working_days_of(steps: Sequence[Step], *, until: date) -> int:
    """How many working days the motion has been on its way, without those on which its institution completed it."""
    ways = sorted(steps, key=lambda step: step.pk)
    ends = [clock.day_of(step.at) for step in ways[1:]] + [until]
    spans = [
        (clock.day_of(step.at), end, step.after == S.RETURNED)
        for step, end in zip(ways, ends, strict=True)
        if step.after in {S.SUBMITTED, S.RETURNED, S.ADMITTED, S.AT_COMMISSION, S.BEFORE_PRESIDENT}
    ]
    return elapsed(spans)


def files_of(motion: Motion) -> QuerySet[MotionFile]:
    return motion.files.select_related("file")


def letters_of(motion: Motion) -> list[MotionLetter]:
    rows = motion.letters.select_related("letter__document", "letter__case", "letter__institution")
    return list(rows.defer("letter__document__snapshot"))


def tasks_to_choose(motion: Motion) -> QuerySet[Undertaking]:
    """Undertakings in force of the programmes in force, those that the motion names first."""
    named = motion.undertakings.values("pk")
    found = Undertaking.objects.in_force().filter(programme__state=ProgrammeState.IN_FORCE).select_related("area")
    return found.annotate(named=Q(pk__in=named)).order_by("-named", "kind", "area__no", "no")


# --- What other rooms ask ---


def to_decide() -> MotionQuerySet:
    """Those that wait for the president, the most urgent first."""
    return Motion.objects.in_state(S.BEFORE_PRESIDENT).select_related("institution").by_clock()


def for_commission() -> MotionQuerySet:
    """Those that wait for an opinion of the Commission, the most urgent first."""
    return Motion.objects.in_state(S.AT_COMMISSION).select_related("institution").by_clock()


def without_answer() -> MotionQuerySet:
    """Decided, and no letter of answer is prepared that stands."""
    answered = MotionLetter.objects.filter(purpose=Purpose.ANSWER).exclude(letter__state=LetterState.CANCELLED)
    return Motion.objects.in_state(*DECIDED).exclude(pk__in=answered.values("motion")).select_related("institution")


def without_task() -> MotionQuerySet:
    """Granted, and nothing in the programme carries them out yet."""
    return Motion.objects.in_state(S.GRANTED, S.GRANTED_PARTLY).filter(task=None).select_related("institution")


def of_undertaking(undertaking: Undertaking) -> MotionQuerySet:
    """Motions that name the undertaking, or that it carries out."""
    rows = Motion.objects.sent().filter(Q(undertakings=undertaking) | Q(task=undertaking)).distinct()
    return rows.select_related("institution").order_by("-year", "-no")


def of_year(year: int) -> list[dict[str, Any]]:
    """Motions submitted in the year as plain data, for documents."""
    rows = Motion.objects.sent().filter(year=year).select_related("institution", "task__area").order_by("no")
    return [
        {
            "id": motion.pk,
            "number": motion.number,
            "title": motion.title,
            "institution": motion.institution.name,
            "state": motion.state,
            "state_label": motion.get_state_display(),
            "decided_on": clock.day_of(motion.decided_at).isoformat() if motion.decided_at else None,
            "decision": motion.decision,
            "task": motion.task.code if motion.task else None,
            "granted": motion.kind_of_state in AFTER_GRANT,
        }
        for motion in rows
    ]
