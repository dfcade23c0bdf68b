"""Areas and actions of the reading, once their institutions can be resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.model import Action, Area, Passage
from bezpiecznik.resolution.raw import RawAction, RawArea
from bezpiecznik.resolution.resolve import Names, Resolver

_STARTED_ANEW, _RENUMBERED = 0.9, 0.7
_DASHES = re.compile(r"[-–—.\s]*|[Bb]rak\.?")
_MEASURES = re.compile(r"\s*[;\n]\s*|,\s+(?=(?:liczb|iloś|odset|procent|wskaźnik|stopień|%))", re.I)


def institution_cells(areas: Iterable[RawArea]) -> list[str]:
    """Texts of all cells that name institutions."""
    roles = (Role.LEAD, Role.PARTNERS)
    return [action.cells[role] for area in areas for action in area.actions for role in roles if role in action.cells]


def build_areas(raw: Sequence[RawArea], resolver: Resolver, diagnoses: Mapping[int, Passage]) -> tuple[Area, ...]:
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
    last: int | None = None
    above: dict[Role, Names] = {}
    for raw in area.actions:
        no = raw.no if raw.no is not None and raw.no not in taken else following
        sure = no == raw.no or Role.NUMBER not in raw.cells
        in_run = raw.no == 1 or (last is not None and raw.no == last + 1)
        taken.add(no)
        following = max(following, no) + 1
        last = raw.no
        certainty = 1.0 if sure else _STARTED_ANEW if in_run else _RENUMBERED
        for role in (Role.LEAD, Role.PARTNERS):
            above[role] = resolver.resolve(raw.cells.get(role), above.get(role))
        actions.append(_action(raw, no, above, min(raw.certainty, certainty)))
    return tuple(actions)


def _action(raw: RawAction, no: int, names: dict[Role, Names], certainty: float) -> Action:
    lead, partners = names[Role.LEAD], names[Role.PARTNERS]
    return Action(
        no=no,
        text=raw.cells.get(Role.TASK, ""),
        responsible=lead.texts,
        partners=partners.texts,
        responsible_raw=raw.cells.get(Role.LEAD),
        partners_raw=raw.cells.get(Role.PARTNERS),
        deadline=_joined_dash(_told(raw, Role.DEADLINE)),
        indicators=_measures(raw.cells.get(Role.INDICATORS, "")),
        funding=_told(raw, Role.FUNDING),
        source=raw.source,
        confidence=round(min(certainty, lead.confidence, partners.confidence), 2),
        method=_told(raw, Role.METHOD),
        audience=_told(raw, Role.AUDIENCE),
        goal=_told(raw, Role.GOAL),
    )


def _told(raw: RawAction, role: Role) -> str | None:
    """A field that says something; a dash says nothing."""
    text = raw.cells.get(role, "")
    return None if _DASHES.fullmatch(text) else text


def _joined_dash(text: str | None) -> str | None:
    """ "czerwiec- wrzesień" was one before a narrow column wrapped it."""
    return re.sub(r"(?<=\w)([-–—]) (?=\w)", r"\1", text) if text else text


def _measures(cell: str) -> tuple[str, ...]:
    parts = (part.strip(" -–•;,.") for part in _MEASURES.split(cell))
    return tuple(part for part in parts if part)
