"""What the programme itself says beside the reports: milestones of the year, numbers promised, open questions. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bezpiecznik.evaluation.statements import Statement
from bezpiecznik.reporting.queries.joint import Given, same_measure, totals

_TARGET = re.compile(
    r"^(?P<measure>.*?\w.*?)\s*"
    r"(?:[:–—=-]\s*(?:co najmniej|minimum|min\.|nie mniej niż)?|co najmniej|minimum|min\.|nie mniej niż)\s*"
    r"(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+|\d+)\s*"
    r"(?P<unit>szt\.?|sztuk|osób|razy|rocznie|w roku|spotkań|kontroli|godzin)?\s*(?:w roku|rocznie)?\.?$",
    re.IGNORECASE,
)
LEAST_TARGET, YEARS = 1, range(1990, 2100)


@dataclass(frozen=True)
class MilestoneFact:
    """A step whose day fell in the year. Days are ISO text; `done_on` "" where it was not reached by the year's end."""

    name: str
    due_on: str
    done_on: str = ""
    dropped_because: str = ""

    @property
    def due(self) -> date:
        return date.fromisoformat(self.due_on)

    @property
    def done(self) -> date | None:
        return date.fromisoformat(self.done_on) if self.done_on else None

    @property
    def missed(self) -> bool:
        return not self.done_on and not self.dropped_because

    @property
    def late(self) -> bool:
        return bool(self.done_on) and self.done_on > self.due_on


@dataclass(frozen=True)
class TargetFact:
    """A number promised for the year and what the reports come to; decimal text, `reached` "" where nobody said."""

    measure: str
    promised: str
    reached: str = ""

    @property
    def promised_number(self) -> Decimal:
        return Decimal(self.promised)

    @property
    def reached_number(self) -> Decimal | None:
        return Decimal(self.reached) if self.reached else None

    def below(self, enough_percent: int) -> bool:
        """A number that nobody gave is not below: silence is no failure."""
        return bool(self.reached) and Decimal(self.reached) * 100 < Decimal(self.promised) * enough_percent


@dataclass(frozen=True)
class Facts:
    """All of them about one action in one year; `doubts`: questions about its reports that nobody answered."""

    milestones: tuple[MilestoneFact, ...] = ()
    targets: tuple[TargetFact, ...] = ()
    doubts: int = 0

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "milestones": [asdict(m) for m in self.milestones],
                "targets": [asdict(t) for t in self.targets]}  # fmt: skip


NO_FACTS = Facts()


def from_json(kept: Mapping[str, Any]) -> Facts:
    """The facts back from `as_json`; nothing kept is no facts."""
    if not kept:
        return NO_FACTS
    milestones = tuple(MilestoneFact(**one) for one in kept["milestones"])
    return Facts(milestones, tuple(TargetFact(**one) for one in kept["targets"]), kept["doubts"])


def promised_in(measure: str) -> tuple[str, int] | None:
    """(„liczba spotkań”, 12) out of „liczba spotkań – co najmniej 12”; None where the words promise no number.

    A year at the end („spotkania w 2022”) is no number promised.
    """
    found = _TARGET.match(measure.strip())
    if not found:
        return None
    number = int(re.sub(r"\D", "", found["number"]))
    plain_year = number in YEARS and len(found["number"]) == 4 and not found["unit"]
    return None if number < LEAST_TARGET or plain_year else (found["measure"].strip(" ,;:–—-"), number)


def compared(measures: Iterable[str], statements: Sequence[Statement]) -> tuple[TargetFact, ...]:
    """Numbers promised in the measures of an action beside what its reports of the year come to."""
    promised = [found for measure in measures if (found := promised_in(measure))]
    if not promised:
        return ()
    reached = _reached(statements)
    return tuple(
        TargetFact(measure, str(number), f"{reached[key]:f}" if (key := same_measure(measure)) in reached else "")
        for measure, number in promised
    )


def _reached(statements: Sequence[Statement]) -> dict[str, Decimal]:
    """By measure: own numbers of all added, joint ones counted once in each period, periods added.

    Where bodies give different joint numbers, the larger one stands: a doubt speaks for who reported.
    """
    periods: dict[int, list[Given]] = {}
    for said in statements:
        if said.speaks:
            numbers = (Given(said.short, one.measure, one.amount, one.share, one.coverage) for one in said.numbers)
            periods.setdefault(said.part, []).extend(numbers)
    reached: dict[str, Decimal] = {}
    for given in periods.values():
        for total in totals(given):
            key = same_measure(total.measure)
            reached[key] = reached.get(key, Decimal(0)) + total.high
    return reached


def doubts_in(statements: Iterable[Statement]) -> int:
    """Questions about what was said to which the institution did not answer."""
    return sum(said.doubts for said in statements if said.speaks)
