"""Areas and actions out of tables and task cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.initiatives import is_initiatives
from bezpiecznik.resolution.model import Action, Area, Source
from bezpiecznik.resolution.resolve import Resolver
from bezpiecznik.resolution.sections import area_heading, plain_heading
from bezpiecznik.resolution.tables import Table, TableRow

_MEASURES = re.compile(r"\s*[;\n]\s*|,\s+(?=(?:liczb|iloś|odset|procent|wskaźnik|stopień|%))", re.I)


@dataclass
class RawAction:
    """An action before its institutions are resolved; None means the layout has no such field."""

    no: int | None
    cells: dict[Role, str]
    source: Source


@dataclass
class RawArea:
    """Actions under one heading."""

    no: int | None
    name: str
    source: Source
    actions: list[RawAction] = field(default_factory=list)


def areas_of_tables(tables: Sequence[Table]) -> list[RawArea]:
    """One area a heading; a table without its own heading whose numbers go on belongs to the area before."""
    areas: list[RawArea] = []
    for table in tables:
        if Role.TASK not in table.columns or Role.ABBR in table.columns or is_initiatives(table):
            continue
        rows = [_raw(row) for row in table.rows]
        if table.heading is None and areas and _goes_on(areas[-1], rows):
            areas[-1].actions += rows
            continue
        no, name = _heading(table)
        areas.append(RawArea(no, name, table.heading.source if table.heading else table.source, rows))
    return [area for area in areas if area.actions]


def _heading(table: Table) -> tuple[int | None, str]:
    if table.heading is None:
        return None, ""
    return area_heading(table.heading.text) or plain_heading(table.heading.text)


def _goes_on(area: RawArea, rows: Sequence[RawAction]) -> bool:
    if not area.actions or not rows:
        return True
    first, last = rows[0].no, area.actions[-1].no
    return first is None or last is None or first > last


def _raw(row: TableRow) -> RawAction:
    return RawAction(row.number, {role: row.cell(role) or "" for role in row.parts}, row.source)


def institution_cells(areas: Iterable[RawArea]) -> list[str]:
    """Texts of all cells that name institutions."""
    roles = (Role.LEAD, Role.PARTNERS)
    return [action.cells[role] for area in areas for action in area.actions for role in roles if role in action.cells]


def build_areas(raw: Sequence[RawArea], resolver: Resolver) -> tuple[Area, ...]:
    """Areas with their own numbers where these are all there and differ, else numbered in order."""
    numbers = [area.no for area in raw]
    own = None not in numbers and len(set(numbers)) == len(numbers)
    return tuple(
        Area(area.no if own and area.no else place, area.name, _actions(area, resolver), area.source)
        for place, area in enumerate(raw, start=1)
    )


def _actions(area: RawArea, resolver: Resolver) -> tuple[Action, ...]:
    actions: list[Action] = []
    taken: set[int] = set()
    following = 1
    for raw in area.actions:
        no = raw.no if raw.no is not None and raw.no not in taken else following
        sure = no == raw.no or Role.NUMBER not in raw.cells
        taken.add(no)
        following = max(following, no) + 1
        actions.append(_action(raw, no, resolver, 1.0 if sure else 0.7))
    return tuple(actions)


def _action(raw: RawAction, no: int, resolver: Resolver, certainty: float) -> Action:
    lead, partners = (resolver.resolve(raw.cells.get(role)) for role in (Role.LEAD, Role.PARTNERS))
    return Action(
        no=no,
        text=raw.cells.get(Role.TASK, ""),
        responsible=lead.texts,
        partners=partners.texts,
        responsible_raw=raw.cells.get(Role.LEAD),
        partners_raw=raw.cells.get(Role.PARTNERS),
        deadline=raw.cells.get(Role.DEADLINE) or None,
        indicators=_measures(raw.cells.get(Role.INDICATORS, "")),
        funding=raw.cells.get(Role.FUNDING) or None,
        source=raw.source,
        confidence=round(min(certainty, lead.confidence, partners.confidence), 2),
    )


def _measures(cell: str) -> tuple[str, ...]:
    parts = (part.strip(" -–•;,.") for part in _MEASURES.split(cell))
    return tuple(part for part in parts if part)
