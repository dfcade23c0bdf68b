"""Goals of the programme where no list gives them: lines "Cel 1. …", a table of goals; areas that were only named."""

from __future__ import annotations

from collections.abc import Sequence

from bezpiecznik.resolution.area_outline import Outline
from bezpiecznik.resolution.document import Document, Row
from bezpiecznik.resolution.headers import OF_TASKS, Role, role_of
from bezpiecznik.resolution.model import Passage, Unplaced
from bezpiecznik.resolution.raw import Heading, RawArea, number_in

_GOAL_TABLE = frozenset({Role.NUMBER, Role.GOAL, Role.AREA, Role.INDICATORS, None})


def goals_of(document: Document, outline: Outline, areas: Sequence[RawArea]) -> tuple[Passage, ...]:
    """Goals announced line by line, else those of a table, else those that stand inside the areas."""
    taken = {area.source.line for area in areas}
    inside = [heading for heading in outline.named if heading.source.line not in taken]
    return _once(outline.announced) or goals_of_table(document) or _once(inside)


def _once(headings: Sequence[Heading]) -> tuple[Passage, ...]:
    """The goals among the headings, each once."""
    goals = [heading for heading in headings if heading.kind.startswith("cel") and heading.name]
    found = {heading.key: Passage(heading.name, heading.source) for heading in reversed(goals)}
    return tuple(reversed(found.values()))


def goals_of_table(document: Document) -> tuple[Passage, ...]:
    """The column of goals of a table that tells nothing of tasks."""
    column: int | None = None
    goals: list[Passage] = []
    for block in document.blocks:
        if not isinstance(block, Row):
            if goals:
                break
            column = None
            continue
        roles = [role_of(cell) for cell in block.cells[:10]]
        if Role.GOAL in roles and set(roles) <= _GOAL_TABLE and not OF_TASKS & set(roles) and len(block.cells) > 1:
            column = roles.index(Role.GOAL)
        elif column is not None and column < len(block.cells):
            text = " ".join(block.cells[column].split())
            if text and number_in(text) is None:
                goals.append(Passage(text, block.source))
    return tuple(goals)


def areas_without_actions(outline: Outline, areas: Sequence[RawArea], goals: Sequence[Passage]) -> list[Unplaced]:
    """Areas that have a heading and nothing under it: told, for nothing else will."""
    used = {area.source.line for area in areas} | {goal.source.line for goal in goals}
    keys = {heading.key for area in areas for action in area.actions for heading in action.path}
    return [
        Unplaced(heading.name, heading.source)
        for heading in outline.named
        if heading.name and heading.key not in keys and heading.source.line not in used
    ]
