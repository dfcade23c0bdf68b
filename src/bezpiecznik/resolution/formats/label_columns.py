"""Cards in two columns of spaces: a label on the left, its value, wrapped or not, on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bezpiecznik.resolution.formats.joining import join_wrapped
from bezpiecznik.resolution.formats.lines import Lines, Part
from bezpiecznik.resolution.headers import FIELDS, LONGEST_HEADER, Role, columns_of, role_of
from bezpiecznik.resolution.headings import explicit_heading, is_chapter
from bezpiecznik.resolution.marks import card_of

_SLACK, _MOST_BLANKS, _FURTHEST = 1, 6, 8
_LEAST_ROLES, _LEAST_FIELDS, _LONGEST_HEADING = 3, 2, 40
_NAMES = frozenset({Role.TASK, Role.INITIATIVE})

Found = tuple[int, tuple[str, ...], set[int]]


@dataclass
class _Entry:
    """A label with its value, as they grow line by line."""

    line: int
    label: list[str]
    value: list[str]
    lines: set[int] = field(default_factory=set)


def read_label_columns(lines: Lines, furniture: set[int]) -> Iterator[Found]:
    """Rows of a label and its value, with the number of their first line and the numbers of all lines they take."""
    place = 0
    while place < len(lines):
        if _label_at(lines, place) is None:
            place += 1
            continue
        entries, after = _walk(lines, place, furniture)
        if _are_cards(entries, of_task=_is_under_task(lines, place, furniture)):
            for entry in entries:
                yield entry.line, (join_wrapped(entry.label), join_wrapped(entry.value)), entry.lines
        place = after


def _label_at(lines: Lines, place: int) -> Role | None:
    """What the first of two parts of a line means, where it is a label without its colon."""
    if not lines.is_wide(place) or len(lines.parts(place)) != 2:
        return None
    return _meaning(lines.parts(place)[0].text)


def _meaning(label: str) -> Role | None:
    if len(label) > LONGEST_HEADER or not label[0].isupper() or label.endswith((":", ".", ",", ";")):
        return None
    if card := card_of(label):
        return None if card.text else Role.TASK
    return role_of(label)


def _walk(lines: Lines, start: int, furniture: set[int]) -> tuple[list[_Entry], int]:
    """Lines that keep to the two columns, over empty lines and the heads of pages; and the place after the last."""
    left, right = (part.start for part in lines.parts(start))
    entries: list[_Entry] = []
    place, after = start, start + 1
    blanks = 0
    while place < len(lines) and blanks <= _MOST_BLANKS:
        if place + 1 in furniture or not lines.texts[place].strip():
            blanks += 1
        elif _take(entries, place + 1, lines.parts(place), left, right, after_gap=blanks > 0):
            blanks, after = 0, place + 1
        else:
            break
        place += 1
    return entries, after


def _take(entries: list[_Entry], number: int, parts: list[Part], left: int, right: int, *, after_gap: bool) -> bool:
    """Add the line to the cards, if it is theirs."""
    at_left = bool(parts) and abs(parts[0].start - left) <= _SLACK
    if len(parts) == 2 and at_left and abs(parts[1].start - right) <= _SLACK:
        return _take_pair(entries, number, parts[0].text, parts[1].text, after_gap=after_gap)
    if len(parts) != 1 or not entries:
        return False
    text = parts[0].text
    if abs(parts[0].start - right) <= _SLACK:
        goes_on = not (after_gap and (is_chapter(text) or explicit_heading(text)))
        label, value = "", text
    else:
        goes_on = at_left and parts[0].end < right and not after_gap and text[0].islower()
        label, value = text, ""
    if goes_on:
        _grow(entries[-1], number, label, value)
    return goes_on


def _take_pair(entries: list[_Entry], number: int, label: str, value: str, *, after_gap: bool) -> bool:
    if after_gap and not _meaning(label):
        return False
    if entries and label[0].islower():
        _grow(entries[-1], number, label, value)
    else:
        entries.append(_Entry(number, [label], [value], {number}))
    return True


def _grow(entry: _Entry, number: int, label: str, value: str) -> None:
    entry.label.append(label)
    entry.value.append(value)
    entry.lines.add(number)


def _is_under_task(lines: Lines, place: int, furniture: set[int]) -> bool:
    """Is the text right above the line of a task with its name, wrapped or not?"""
    above: list[str] = []
    for at in range(place - 1, max(-1, place - _FURTHEST), -1):
        text = lines.texts[at].strip()
        if text and at + 1 not in furniture:
            above.append(text)
            card = card_of(text) if len(lines.parts(at)) == 1 else None
            if card:
                return bool(card.text)
        elif above:
            return False
    return False


def _are_cards(entries: list[_Entry], *, of_task: bool) -> bool:
    """A task's name and two different fields at least, more labels known than not, and values that are no headings."""
    if columns_of((entries[0].label[0], entries[0].value[0])):
        return False
    roles = [_meaning(join_wrapped(entry.label)) for entry in entries]
    said = Counter(role for role in roles if role)
    headings = sum(1 for entry in entries if len(entry.value[0]) <= _LONGEST_HEADING and role_of(entry.value[0]))
    return (
        len(said.keys() & FIELDS) >= _LEAST_FIELDS
        and (of_task or (len(said) >= _LEAST_ROLES and bool(said.keys() & _NAMES)))
        and 2 * said.total() > len(entries)
        and 2 * headings < len(entries)
    )
