"""Reads what stands beside the reports of a year: milestones, measures with a number, promised audiences, goals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bezpiecznik.evaluation.facts import Facts, MilestoneFact, TargetFact, compared, doubts_in
from bezpiecznik.evaluation.statements import Statement
from bezpiecznik.evaluation.year import InitiativeOfYear
from bezpiecznik.plans.models import Milestone, Programme, Supplement, SupplementKind, Undertaking

AUDIENCE = "odbiorcy"


@dataclass(frozen=True)
class Beside:
    """What the programme says, by key of the undertaking."""

    milestones: Mapping[int, tuple[MilestoneFact, ...]] = field(default_factory=dict)
    measures: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def facts(self, key: int, statements: list[Statement]) -> Facts:
        targets = compared(self.measures.get(key, ()), statements)
        return Facts(self.milestones.get(key, ()), targets, doubts_in(statements))

    def facts_of_initiative(self, initiative: InitiativeOfYear) -> Facts:
        """With the promised audience among the numbers; what executors reached is added as they reported it."""
        plain = self.facts(initiative.key, initiative.said)
        if not initiative.promised:
            return plain
        given = [figures["audience"] for figures in initiative.figures if figures["audience"] is not None]
        reached = str(sum(map(Decimal, given))) if given else ""
        audience = TargetFact(AUDIENCE, str(initiative.promised), reached)
        return Facts(plain.milestones, (audience, *plain.targets), plain.doubts)


def beside(programme: Programme, year: int) -> Beside:
    """Three queries, however large the programme is."""
    return Beside(_milestones(programme, year), _measures(programme))


def _milestones(programme: Programme, year: int) -> dict[int, tuple[MilestoneFact, ...]]:
    """Steps whose day fell in the year; what was reached after it was not reached in it."""
    last = date(year, 12, 31)
    rows = Milestone.objects.filter(undertaking__programme=programme, due_on__range=(date(year, 1, 1), last))
    found: dict[int, list[MilestoneFact]] = defaultdict(list)
    for row in rows.order_by("due_on", "pk"):
        done = row.done_on.isoformat() if row.done_on and row.done_on <= last else ""
        found[row.undertaking_id].append(MilestoneFact(row.name, row.due_on.isoformat(), done, row.dropped_because))
    return {key: tuple(milestones) for key, milestones in found.items()}


def _measures(programme: Programme) -> dict[int, tuple[str, ...]]:
    """The resolution's measures, then those that the office put beside it."""
    found = dict(Undertaking.objects.filter(programme=programme).values_list("pk", "measures"))
    said = Supplement.objects.filter(undertaking__programme=programme, kind=SupplementKind.MEASURE)
    beside_it = {key: text.splitlines() for key, text in said.values_list("undertaking", "text")}
    return {key: (*measures, *_parts(beside_it.get(key, ()))) for key, measures in found.items()}


def _parts(lines: Iterable[str]) -> Iterable[str]:
    return (part.strip() for line in lines for part in line.split(";") if part.strip())


def goals_of(programme: Programme) -> dict[int, str]:
    """Text of the goal to which the office tied an undertaking, by its key."""
    tied = Supplement.objects.filter(undertaking__programme=programme, kind=SupplementKind.GOAL)
    return dict(tied.values_list("undertaking", "goal__text"))
