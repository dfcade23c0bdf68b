"""Areas and actions of the reading, once their institutions can be resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.model import Action, Area, Passage
from bezpiecznik.resolution.raw import RawAction, RawArea
from bezpiecznik.resolution.resolve import Resolver

_RENUMBERED = 0.7
_MEASURES = re.compile(r"\s*[;\n]\s*|,\s+(?=(?:liczb|iloś|odset|procent|wskaźnik|stopień|%))", re.I)


def institution_cells(areas: Iterable[RawArea]) -> list[str]:
    """Texts of all cells that name institutions."""
    roles = (Role.LEAD, Role.PARTNERS)
    return [action.cells[role] for area in areas for action in area.actions for role in roles if role in action.cells]


def build_areas(
    raw: Sequence[RawArea], resolver: Resolver, diagnoses: Mapping[int, Passage]
) -> tuple[Area, ...]:
    """Areas with their own numbers where these are all there and differ, else numbered in order."""
    numbers = [area.no for area in raw]
    own = None not in numbers and len(set(numbers)) == len(numbers)
    return tuple(
        Area(
            area.no if own and area.no else place,
            area.name,
            _actions(area, resolver),
            area.source,
            diagnoses.get(place - 1),
        )
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
        actions.append(_action(raw, no, resolver, raw.certainty if sure else min(raw.certainty, _RENUMBERED)))
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
        method=raw.cells.get(Role.METHOD) or None,
        audience=raw.cells.get(Role.AUDIENCE) or None,
        goal=raw.cells.get(Role.GOAL) or None,
    )


def _measures(cell: str) -> tuple[str, ...]:
    parts = (part.strip(" -–•;,.") for part in _MEASURES.split(cell))
    return tuple(part for part in parts if part)
