"""How many actions have each mark, by area, goal and institution, with the former year beside. Pure.

Institutions stand in the order of the alphabet and only with n: numbers of actions say nothing of whose work is better.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bezpiecznik.core.collation import sort_key
from bezpiecznik.evaluation.states import GradeValue

WITHOUT_GOAL = "Bez wskazanego celu"


@dataclass(frozen=True)
class Former:
    """The grade of the same action a year before: what was given, and why."""

    given: str
    proposed: str
    rule: str
    reason: str = ""

    @property
    def why(self) -> str:
        return self.reason if self.given != self.proposed else self.rule


@dataclass(frozen=True)
class Row:
    """One action: where it belongs, who leads it, its grade and why, and the grade of the year before."""

    code: str
    wording: str
    area: str
    goal: str
    leads: tuple[str, ...]
    given: str
    proposed: str
    rule: str
    reason: str = ""
    former: Former | None = None

    @property
    def why(self) -> str:
        return self.reason if self.given != self.proposed else self.rule

    @property
    def differs(self) -> bool:
        return self.former is not None and self.former.given != self.given


@dataclass(frozen=True)
class Group:
    """Counts of one area, goal or institution; `former_n` is 0 where the year before has nothing of it."""

    name: str
    counts: Mapping[str, int]
    former: Mapping[str, int] = field(default_factory=dict)

    @property
    def n(self) -> int:
        return sum(self.counts.values())

    @property
    def former_n(self) -> int:
        return sum(self.former.values())

    @property
    def cells(self) -> list[tuple[str, int, int]]:
        """(mark, this year, the year before), in the order of the marks."""
        return [(mark.value, self.counts.get(mark, 0), self.former.get(mark, 0)) for mark in GradeValue]


def by_area(rows: Sequence[Row]) -> list[Group]:
    """In the order of the document."""
    return _groups(rows, lambda row: (row.area,))


def by_goal(rows: Sequence[Row]) -> list[Group]:
    """Goals to which the office tied actions; those without one last. Nothing where no action has a goal."""
    if not any(row.goal for row in rows):
        return []
    groups = _groups(rows, lambda row: (row.goal or WITHOUT_GOAL,))
    return sorted(groups, key=lambda group: (group.name == WITHOUT_GOAL, sort_key(group.name)))


def by_institution(rows: Sequence[Row]) -> list[Group]:
    """Institutions that lead actions, by the alphabet; an action of two leads counts for both."""
    return sorted(_groups(rows, lambda row: row.leads), key=lambda group: sort_key(group.name))


def _groups(rows: Iterable[Row], names_of: Callable[[Row], Iterable[str]]) -> list[Group]:
    now: dict[str, Counter[str]] = {}
    before: dict[str, Counter[str]] = {}
    for row in rows:
        for name in names_of(row):
            now.setdefault(name, Counter())[row.given] += 1
            if row.former:
                before.setdefault(name, Counter())[row.former.given] += 1
    return [Group(name, counts, before.get(name, Counter())) for name, counts in now.items()]


def changed(rows: Iterable[Row]) -> list[Row]:
    """Actions graded otherwise than the year before, in the document's order."""
    return [row for row in rows if row.differs]


def rows_of(evidence: Mapping[str, Any]) -> list[Row]:
    """Rows out of frozen evidence; older evidence has neither goals nor the former year."""
    former = _former_of(evidence.get("former"))
    return [
        _row(area, action, former.get(action["code"]))
        for area in evidence["areas"]
        for action in area["actions"]
    ]  # fmt: skip


def _row(area: Mapping[str, Any], action: Mapping[str, Any], former: Former | None) -> Row:
    return Row(
        code=action["code"], wording=action["wording"], area=f"{area['no']}. {area['name']}",
        goal=action.get("goal", ""), leads=tuple(dict.fromkeys(body["name"] for body in action["leads"])),
        given=action["given"], proposed=action["proposed"], rule=action["rule"], reason=action["reason"],
        former=former,
    )  # fmt: skip


def _former_of(kept: Mapping[str, Any] | None) -> dict[str, Former]:
    if not kept:
        return {}
    return {
        one["code"]: Former(one["given"], one["proposed"], one["rule"], one["reason"]) for one in kept["grades"]
    }  # fmt: skip
