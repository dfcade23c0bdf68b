"""Task cards in running text: "Zadanie 1.2. …" followed by labelled lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from bezpiecznik.resolution.actions import RawAction, RawArea
from bezpiecznik.resolution.document import Block, Document, Paragraph
from bezpiecznik.resolution.headers import LONGEST_HEADER, Role, role_of
from bezpiecznik.resolution.model import Source, Unplaced
from bezpiecznik.resolution.sections import area_heading

_START = re.compile(
    r"(?:zadanie|działanie|przedsięwzięcie|inicjatywa)\s+(?:nr\s*)?((?:\d{1,3}\.)*\d{1,3})[.):]?\s*[-–:]?\s*(.*)",
    re.I | re.S,
)
_BARE_START = re.compile(r"((?:\d{1,3}\.)*\d{1,3})[.)]?\s+(\S.*)", re.S)
_LABEL = re.compile(r"([^:]{2,90}):\s*(.*)", re.S)
_BULLET = re.compile(r"[-–•*]\s*")
_ENDS = " ;,"


@dataclass
class _Walk:
    areas: list[RawArea] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    heading: tuple[int | None, str, Source] | None = None
    cards: list[tuple[RawAction, dict[Role, list[str]]]] = field(default_factory=list)
    parts: dict[Role, list[str]] | None = None
    role: Role = Role.TASK


def read_cards(document: Document) -> tuple[list[RawArea], list[Unplaced], set[int]]:
    """Areas with the actions of their cards, lines with unknown labels, and the line numbers that cards took."""
    walk = _Walk()
    taken: set[int] = set()
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        if isinstance(block, Paragraph) and _take(walk, block, _is_field(following)):
            taken.add(block.source.line or 0)
        elif not isinstance(block, Paragraph):
            walk.parts = None
    for action, parts in walk.cards:
        action.cells = {role: _joined(role, lines) for role, lines in parts.items()}
    for area in walk.areas:
        area.actions = [action for action in area.actions if len(action.cells) > 1]
    return [area for area in walk.areas if area.actions], walk.unplaced, taken


def _is_field(block: Block | None) -> bool:
    labelled = _labelled(block.text) if isinstance(block, Paragraph) else None
    return labelled is not None and labelled[0] in (Role.LEAD, Role.PARTNERS, Role.DEADLINE)


def _take(walk: _Walk, paragraph: Paragraph, field_follows: bool) -> bool:
    """Use one line; False when it belongs to no card. A bare number opens one only right before a field."""
    start = _START.fullmatch(paragraph.text) or (field_follows and _BARE_START.fullmatch(paragraph.text))
    if start:
        _open(walk, start[1], start[2], paragraph.source)
        return True
    if heading := area_heading(paragraph.text):
        walk.heading = (*heading, paragraph.source)
        walk.parts = None
        return False
    if walk.parts is None:
        return False
    if labelled := _labelled(paragraph.text):
        return _field(walk, *labelled, paragraph)
    if paragraph.gap and walk.role is not Role.TASK and not _BULLET.match(paragraph.text):
        walk.parts = None
        return False
    walk.parts[walk.role].append(paragraph.text)
    return True


def _open(walk: _Walk, number: str, text: str, source: Source) -> None:
    digits = [int(part) for part in number.split(".")]
    walk.role = Role.TASK
    walk.parts = {Role.TASK: [text] if text else []}
    action = RawAction(digits[-1], {}, source)
    walk.cards.append((action, walk.parts))
    _area_for(walk, digits, source).actions.append(action)


def _area_for(walk: _Walk, digits: list[int], source: Source) -> RawArea:
    """The area of the last heading, or the one that the card's own number names."""
    if walk.heading:
        no, name, place = walk.heading
        walk.heading = None
        walk.areas.append(RawArea(no, name, place))
    elif not walk.areas or (len(digits) > 1 and walk.areas[-1].no not in (None, digits[-2])):
        walk.areas.append(RawArea(digits[-2] if len(digits) > 1 else None, "", source))
    return walk.areas[-1]


def _joined(role: Role, lines: list[str]) -> str:
    if role is Role.TASK:
        return " ".join(lines)
    return "; ".join(re.sub(r"^[-–•*]\s*", "", line).strip(_ENDS) for line in lines if line.strip(_ENDS))


def _labelled(text: str) -> tuple[Role | None, str] | None:
    match = _LABEL.fullmatch(text)
    if match is None or _BULLET.match(text) or len(match[1]) > LONGEST_HEADER:
        return None
    return role_of(match[1]), match[2]


def _field(walk: _Walk, role: Role | None, value: str, line: Paragraph) -> bool:
    if walk.parts is None:
        return False
    if role is None or (role in (Role.TASK, Role.NUMBER) and walk.parts[Role.TASK]):
        walk.unplaced.append(Unplaced(line.text, line.source))
        return True
    walk.role = role
    walk.parts.setdefault(role, []).extend([value] if value else [])
    return True
