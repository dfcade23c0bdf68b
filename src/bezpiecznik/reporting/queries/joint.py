"""Joint numbers: what several bodies counted together counts once. Pure functions on numbers.

Definition. Of one measure, in one action, one period and one territory: own numbers of all bodies are added; a joint
number stands for what was done together, so it is counted once, however many bodies give it. Where bodies give
different joint numbers, the total is a range from the smallest to the largest of them, and they are not added.
Measures are the same when they count the same things: „liczba wspólnych spotkań” and „spotkania” are one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bezpiecznik.reporting.states import Share
from bezpiecznik.reporting.substance.figures import stems_of
from bezpiecznik.reporting.substance.numbers import key
from bezpiecznik.reporting.versions import NumberContent


@dataclass(frozen=True)
class Given:
    """One body's number."""

    body: str
    measure: str
    value: Decimal
    share: str
    coverage: str


@dataclass(frozen=True)
class Total:
    """One measure over all bodies: from `low` to `high`, equal where bodies agree on what they did together."""

    measure: str
    coverage: str
    low: Decimal
    high: Decimal
    own: tuple[Given, ...] = ()
    joint: tuple[Given, ...] = ()
    bodies: tuple[str, ...] = field(default=())

    @property
    def is_range(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True)
class Joint:
    """A measure that at least one of two bodies counts as joint, as each gives it; None: not given."""

    measure: str
    lead: Decimal | None
    other: Decimal | None

    @property
    def agrees(self) -> bool:
        return self.lead == self.other

    @property
    def differs(self) -> bool:
        """Both give it, and not the same number."""
        return self.lead is not None and self.other is not None and self.lead != self.other


def same_measure(measure: str) -> str:
    """Under which a measure is found in other reports: the stems of what it counts, else its folded name."""
    return " ".join(sorted(stems_of(measure))) or key(measure)


def given(body: str, numbers: Iterable[NumberContent]) -> list[Given]:
    return [Given(body, one["measure"], Decimal(one["value"]), one["share"], one["coverage"]) for one in numbers]


def totals(numbers: Iterable[Given]) -> list[Total]:
    """By measure and territory, in the order in which they first come; measures that one body alone gives too."""
    grouped: dict[tuple[str, str], list[Given]] = {}
    for one in numbers:
        grouped.setdefault((same_measure(one.measure), one.coverage), []).append(one)
    return [_total(group) for group in grouped.values()]


def _total(group: Sequence[Given]) -> Total:
    own = tuple(one for one in group if one.share == Share.OWN)
    joint = tuple(one for one in group if one.share == Share.JOINT)
    added = sum((one.value for one in own), Decimal(0))
    together = [one.value for one in joint] or [Decimal(0)]
    return Total(
        measure=group[0].measure,
        coverage=group[0].coverage,
        low=added + min(together),
        high=added + max(together),
        own=own,
        joint=joint,
        bodies=tuple(dict.fromkeys(one.body for one in group)),
    )


def compare(lead: Sequence[NumberContent], other: Sequence[NumberContent]) -> list[Joint]:
    """Measures that either of the two counts as joint, in the lead's order. An own number confirms nothing."""
    ours, theirs = _joint(lead), _joint(other)
    names = {**{name: one["measure"] for name, one in theirs.items()}, **{n: one["measure"] for n, one in ours.items()}}
    order = dict.fromkeys((*ours, *theirs))
    return [Joint(names[name], _value(ours.get(name)), _value(theirs.get(name))) for name in order]


def _joint(numbers: Sequence[NumberContent]) -> dict[str, NumberContent]:
    return {f"{same_measure(one['measure'])}|{one['coverage']}": one for one in numbers if one["share"] == Share.JOINT}


def _value(number: NumberContent | None) -> Decimal | None:
    return Decimal(number["value"]) if number else None
