"""A timetable in an annex repeats the actions of the programme: what it adds is joined to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.model import Unplaced
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.raw import RawAction, RawArea, parts_of
from bezpiecznik.resolution.table_rows import Table, TableRow

_ADDED = (Role.LEAD, Role.PARTNERS, Role.DEADLINE, Role.INDICATORS, Role.FUNDING, Role.METHOD, Role.AUDIENCE, Role.GOAL)
_ALIKE = 70
_JOINED = 0.9


@dataclass
class _Known:
    """Actions already taken, by their words and by their numbers."""

    by_text: dict[str, RawAction] = field(default_factory=dict)
    by_number: dict[tuple[int, ...], RawAction] = field(default_factory=dict)

    def add(self, actions: Sequence[RawAction]) -> None:
        for action in actions:
            self.by_text.setdefault(_key(action), action)
            if number := _number(action):
                self.by_number.setdefault(number, action)

    def find(self, action: RawAction) -> RawAction | None:
        """The action that this one repeats."""
        if same := self.by_text.get(_key(action)):
            return same
        same = self.by_number.get(_number(action))
        if same is None or fuzz.token_set_ratio(_key(action)[:300], _key(same)[:300]) < _ALIKE:
            return None
        return same


def _key(action: RawAction) -> str:
    return re.sub(r"\W+", " ", fold(action.cells.get(Role.TASK, ""))).strip()


def _number(action: RawAction) -> tuple[int, ...]:
    number = parts_of(action.number)
    if len(number) == 1 and action.path and action.path[0].no is not None:
        return action.path[0].no, *number
    return number


def without_repeats(sources: Sequence[Sequence[RawAction]]) -> tuple[list[RawAction], list[Unplaced]]:
    """Actions of every source (a table, the running text), where a later one may only add to earlier ones."""
    known = _Known()
    kept: list[RawAction] = []
    unplaced: list[Unplaced] = []
    for actions in sorted((source for source in sources if source), key=lambda source: source[0].source.line or 0):
        pairs = [(action, known.find(action)) for action in actions]
        if not _repeats(pairs):
            kept += actions
            known.add(actions)
            continue
        for action, same in pairs:
            if same is None:
                kept.append(action)
            else:
                unplaced += _join(same, action)
    return kept, unplaced


def _repeats(pairs: Sequence[tuple[RawAction, RawAction | None]]) -> bool:
    """Does most of this source say again what was said? A few equal rows are a fault of the document instead."""
    again = sum(1 for _, same in pairs if same is not None)
    bare = all(not action.cells.get(Role.LEAD) for action, _ in pairs)
    return again >= (1 if bare else 3) and 3 * again >= 2 * len(pairs)


def _join(same: RawAction, added: RawAction) -> list[Unplaced]:
    odd = []
    for role in _ADDED:
        text, own = added.cells.get(role, ""), same.cells.get(role, "")
        if not text:
            continue
        if not own:
            same.cells[role] = text
            same.certainty = min(same.certainty, _JOINED)
        elif fold(text) != fold(own):
            odd.append(Unplaced(f"{added.number or added.no}: {text}", added.source))
    return odd


def join_by_number(tables: Sequence[Table], areas: Sequence[RawArea]) -> list[Unplaced]:
    """Timetables that name tasks only by their numbers; a row whose number is no action's is unplaced."""
    numbered = _by_number(areas)
    odd: list[Unplaced] = []
    for table in tables:
        if {Role.TASK, Role.INITIATIVE, Role.ABBR} & set(table.columns):
            continue
        for row in table.rows:
            action = numbered.get(parts_of(row.cell(Role.NUMBER) or ""))
            if action:
                odd += _join(action, RawAction(row.number, _cells(row), row.source, number=row.cell(Role.NUMBER) or ""))
            else:
                text = " | ".join(filter(None, (row.at(place) for place in range(len(table.columns)))))
                odd.append(Unplaced(" ".join(text.split()), row.source))
    return odd


def _cells(row: TableRow) -> dict[Role, str]:
    cells = {role: row.cell(role) or "" for role in row.header.roles if role}
    if marked := row.marked:
        cells[Role.DEADLINE] = "; ".join(filter(None, [cells.get(Role.DEADLINE, ""), marked]))
    return cells


def _by_number(areas: Sequence[RawArea]) -> dict[tuple[int, ...], RawAction]:
    """Actions by the number they carry and by area and number; by the number alone only where it is one's own."""
    found: dict[tuple[int, ...], RawAction] = {}
    alone: dict[int, list[RawAction]] = {}
    for place, area in enumerate(areas, start=1):
        for action in area.actions:
            if action.no is None:
                continue
            found.setdefault(parts_of(action.number), action)
            found.setdefault((area.no or place, action.no), action)
            alone.setdefault(action.no, []).append(action)
    single = {(no,): actions[0] for no, actions in alone.items() if len(actions) == 1}
    several = {(no,) for no, actions in alone.items() if len(actions) > 1}
    return {number: action for number, action in (found | single).items() if number not in several and number}
