"""Actions gathered into areas: which of the headings above them name the areas of this document."""

from __future__ import annotations

from collections.abc import Sequence

from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.model import Passage
from bezpiecznik.resolution.raw import COLUMN, GOAL_COLUMN, PLAIN, PREFIX, Heading, RawAction, RawArea, parts_of

_WIDEST = ("obszar", "priorytet", COLUMN)


def areas_of(actions: Sequence[RawAction], announced: Sequence[Passage] = ()) -> list[RawArea]:
    """Areas in the order of their first action; `announced` are names for areas that only numbers tell apart."""
    ordered = sorted(actions, key=lambda action: action.source.line or 0)
    level = _level(ordered)
    if level is None or len({_heading(action, level).key for action in ordered}) == 1:
        _by_prefix(ordered, announced)
        level = _level(ordered)
    areas: dict[tuple[int | str | None, str], RawArea] = {}
    for action in ordered:
        heading = _heading(action, level or 0)
        _tell_goal(action, heading)
        area = areas.setdefault(heading.key, RawArea(heading.no, heading.name, heading.source))
        area.actions.append(action)
    found = list(areas.values())
    if level is not None and all(_heading(action, level).kind == PLAIN for action in ordered):
        _number_in_order(found)
    return found


def _number_in_order(areas: Sequence[RawArea]) -> None:
    """Chapters that happen to be numbered from five on are no areas five, six and seven."""
    numbers = [area.no for area in areas]
    if 1 not in numbers:
        for area in areas:
            area.no = None


def _tell_goal(action: RawAction, area: Heading) -> None:
    """A heading of a goal that stands over an action but names no area tells the goal of the action."""
    goals = [heading.name for heading in action.path if heading.kind.startswith("cel") and heading.key != area.key]
    if goals and goals[-1] and not action.cells.get(Role.GOAL):
        action.cells[Role.GOAL] = goals[-1]


def _heading(action: RawAction, level: int) -> Heading:
    if not action.path:
        return Heading(PLAIN, None, "", action.source)
    return action.path[min(level, len(action.path) - 1)]


def _level(actions: Sequence[RawAction]) -> int | None:
    """The outermost level at which headings differ, unless one that calls itself an area stands over all."""
    deepest = max((len(action.path) for action in actions), default=0)
    for level in range(deepest):
        headings = [_heading(action, level) for action in actions]
        if len({heading.key for heading in headings}) > 1 or headings[0].kind in _WIDEST:
            return level
    return None


def _by_prefix(actions: Sequence[RawAction], announced: Sequence[Passage]) -> None:
    """ "1.1, 1.2, 2.1": the first part of a number tells the area where no heading does."""
    if any(heading.kind not in (PLAIN, GOAL_COLUMN) for action in actions for heading in action.path):
        return
    numbers = [parts_of(action.number) for action in actions]
    if not numbers or any(len(number) < 2 for number in numbers) or len({number[0] for number in numbers}) < 2:
        return
    for action, number in zip(actions, numbers, strict=True):
        name = announced[number[0] - 1] if 0 < number[0] <= len(announced) else None
        source = name.source if name else action.source
        action.path = (Heading(PREFIX, number[0], name.text if name else "", source),)
