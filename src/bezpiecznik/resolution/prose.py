"""Lists and cards of running text, gathered into groups of items with their fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bezpiecznik.resolution.area_outline import Outline, Place
from bezpiecznik.resolution.body_headings import body_in
from bezpiecznik.resolution.document import Document, Paragraph
from bezpiecznik.resolution.entries import Entry, Group
from bezpiecznik.resolution.headers import FIELDS, LONGEST_HEADER, Role
from bezpiecznik.resolution.headings import is_chapter
from bezpiecznik.resolution.labels import divide, is_label_line, label_role, value_of
from bezpiecznik.resolution.marks import Mark, card_of, mark_of
from bezpiecznik.resolution.model import Unplaced

_LABEL = re.compile(r"([^:]{2,90}?)\s*:\s*(.*)", re.S)
_SENTENCES = re.compile(r"[.;]\s+[A-ZĄĆĘŁŃÓŚŹŻ]")
_OPENING = frozenset({Role.INITIATIVE, Role.TASK, Role.NUMBER, Role.AREA})
_MOST_WORDS = 5


@dataclass
class _Walk:
    document: Document
    outline: Outline
    listed: frozenset[str]
    groups: list[Group] = field(default_factory=list)
    odd: list[tuple[Entry, Unplaced]] = field(default_factory=list)
    group: Group | None = None
    entry: Entry | None = None
    intro: Paragraph | None = None
    pending: Group | None = None

    def place(self, at: int) -> Place:
        """Where an item stands: under what was said before it, for it may look like a heading itself."""
        return self.outline.places[at - 1] if at else Place()


def read_groups(
    document: Document, outline: Outline, listed: frozenset[str]
) -> tuple[list[Group], list[tuple[Entry, Unplaced]]]:
    """All lists and cards, and the labelled lines in them whose labels say nothing."""
    walk = _Walk(document, outline, listed)
    for at, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or at in outline.headings:
            _close(walk)
            walk.intro = None
        else:
            _line(walk, at, block)
    return walk.groups, walk.odd


def _close(walk: _Walk) -> None:
    walk.group = walk.entry = walk.pending = None


def _line(walk: _Walk, at: int, paragraph: Paragraph) -> None:
    text = paragraph.text
    if card := card_of(text):
        _open(walk, card, at, paragraph)
    elif opening := _opening_label(walk, text):
        _open_by_label(walk, *opening, at, paragraph)
    elif (mark := mark_of(text)) and not _is_title(walk, paragraph):
        if _stands_over(walk, mark, at, paragraph):
            _close(walk)
            walk.intro = None
        else:
            _item(walk, mark, at, paragraph)
    elif _title(walk, at, text):
        _open(walk, Mark("title", "", text), at, paragraph)
    elif is_label_line(text):
        _fields(walk, paragraph)
    elif walk.entry and _unknown_label(_target(walk.entry), paragraph):
        walk.odd.append((walk.entry, Unplaced(text, paragraph.source)))
        walk.entry.lines.append(paragraph.source.line or 0)
    elif walk.entry and _goes_on(walk, at, paragraph):
        _more(_target(walk.entry), text)
        walk.entry.lines.append(paragraph.source.line or 0)
        walk.entry.listing = False
    else:
        pending = walk.pending if walk.entry is None and text.endswith(":") else None
        _close(walk)
        walk.intro, walk.pending = paragraph, pending


def _more(entry: Entry, text: str) -> None:
    """The rest of what the line above said, and the labels told after it: "Termin:" / "stale. Partnerzy: AB"."""
    head, fields = divide(text) if entry.listing else (text, [])
    entry.append(value_of(head) if fields else text)
    entry.take(fields)


def _is_title(walk: _Walk, paragraph: Paragraph) -> bool:
    """A numbered line in capitals that stands alone is a chapter, no item."""
    text = paragraph.text
    return (
        is_chapter(text) and len(text) > 3 and (not text[0].isdigit() or paragraph.source.line in walk.outline.titles)
    )


def _stands_over(walk: _Walk, mark: Mark, at: int, paragraph: Paragraph) -> bool:
    """A heading "5.1. Dom" with "5.1.1." under it is no item, and the items are none of its own."""
    if not mark.number[:1].isdigit() or mark.shape == "1)" or paragraph.source.line not in walk.outline.titles:
        return False
    for block in walk.document.blocks[at + 1 : at + 5]:
        below = mark_of(block.text) if isinstance(block, Paragraph) else None
        if below is not None:
            return below.number.startswith(f"{mark.number}.")
    return _card_follows(walk, at + 1)


def _card_follows(walk: _Walk, at: int) -> bool:
    """Does the next line open a card of its own, by its title or its first label?"""
    block = walk.document.blocks[at] if at < len(walk.document.blocks) else None
    if not isinstance(block, Paragraph) or mark_of(block.text):
        return False
    return card_of(block.text) is not None or _title(walk, at, block.text)


def _opening_label(walk: _Walk, text: str) -> tuple[Role, str] | None:
    """ "Nazwa programu: …", "Zadanie: …" open a card of their own."""
    match = _LABEL.fullmatch(text) if len(text) < 5000 else None
    if match is None or not match[2] or len(match[1]) > LONGEST_HEADER or _SENTENCES.search(match[1]):
        return None
    role = label_role(match[1])
    if role not in _OPENING:
        return None
    if role is Role.TASK and match[1][:1].islower():
        return None
    return role, match[2]


def _open_by_label(walk: _Walk, role: Role, value: str, at: int, paragraph: Paragraph) -> None:
    """The first label of a card opens it; the next one that is not told yet fills it in."""
    entry = walk.entry if walk.entry and walk.entry.is_card else None
    is_new = entry is None or role in entry.cells or (role is Role.TASK and bool(entry.text))
    if not is_new and entry and role in (Role.NUMBER, Role.INITIATIVE, Role.AREA):
        told = entry.has_fields or (bool(entry.text) and role is not Role.NUMBER)
        is_new = told or bool(entry.cells.keys() - _OPENING)
    if is_new or entry is None:
        _open(walk, Mark("label", "", ""), at, paragraph)
        entry = walk.entry
    if entry is None:
        return
    entry.lines.append(paragraph.source.line or 0)
    head, fields = divide(value)
    if role is Role.TASK:
        entry.text, entry.role = [head] if head else [], Role.TASK
    else:
        entry.cells[role], entry.role = [head], role
    entry.listing = False
    entry.take(fields)


def _open(walk: _Walk, mark: Mark, at: int, paragraph: Paragraph) -> None:
    if walk.group is None or not walk.group.entries or not walk.group.entries[0].is_card:
        _start_group(walk, at)
    entry = Entry.of(mark, paragraph, walk.place(at), at)
    if walk.group:
        walk.group.add(entry)
    walk.entry = entry


def _start_group(walk: _Walk, at: int) -> None:
    place, intro = walk.place(at), walk.intro
    group = Group(place, intro)
    if walk.pending:
        group.defaults, group.default_lines = walk.pending.defaults, walk.pending.default_lines
        walk.pending = None
    if intro and (body := body_in(intro.text, walk.listed)):
        group.lead, group.said = body, body != intro.text.strip(" :")
    walk.group = group
    walk.groups.append(group)


def _item(walk: _Walk, mark: Mark, at: int, paragraph: Paragraph) -> None:
    entry, group = walk.entry, walk.group
    fields_only = not divide(mark.text)[0]
    if entry and fields_only and divide(mark.text)[1]:
        _target(entry).take(divide(mark.text)[1])
        entry.lines.append(paragraph.source.line or 0)
    elif entry and _is_value(entry, mark):
        _target(entry).append(mark.text)
        entry.lines.append(paragraph.source.line or 0)
    elif entry and group and (_fits_card(entry, mark) if entry.is_card else _is_inner(group, entry, mark)):
        entry.subs.append(Entry.of(mark, paragraph, walk.place(at), at))
    else:
        if group is None or (group.entries and group.entries[0].mark.shape != mark.shape) or group.trailing:
            _start_group(walk, at)
        _add(walk, mark, at, paragraph)


def _fits_card(entry: Entry, mark: Mark) -> bool:
    """Items inside a card; a number after its fields opens something else."""
    return not mark.number or mark.shape == "a)" or not entry.has_fields


def _add(walk: _Walk, mark: Mark, at: int, paragraph: Paragraph) -> None:
    entry = Entry.of(mark, paragraph, walk.place(at), at)
    if walk.group:
        walk.group.add(entry)
    walk.entry = entry


def _is_value(entry: Entry, mark: Mark) -> bool:
    """An item of the list that a label opened ("Mierniki:")."""
    target = _target(entry)
    if target.role is Role.TASK:
        return False
    bulleted = not mark.number or mark.shape == "a)"
    return target.listing or (bulleted and (entry.is_card or mark.shape != entry.mark.shape) and not entry.subs)


def _is_inner(group: Group, entry: Entry, mark: Mark) -> bool:
    """An item of a shape that the list itself does not have; deeper numbers too."""
    outer = entry.mark.shape
    if mark.shape == outer:
        return False
    seen = group.shapes
    deeper = mark.shape[:1].isdigit() and outer[:1].isdigit() and mark.shape[0] > outer[0]
    lower = not (mark.shape[:1].isdigit() and outer in ("-", "–", "•", "*", "a)"))
    return mark.shape not in seen and (deeper or lower) and not (mark.shape[:1].isdigit() and mark.shape[0] < outer[:1])


def _target(entry: Entry) -> Entry:
    return entry.subs[-1] if entry.subs else entry


def _title(walk: _Walk, at: int, text: str) -> bool:
    """A line without any mark, right before at least two fields of its own, is the title of a card."""
    if (
        is_chapter(text)
        or text.endswith((":", ";", ","))
        or len(text) > 400
        or is_label_line(text)
        or text[0].islower()
    ):
        return False
    roles: set[Role] = set()
    for block in walk.document.blocks[at + 1 : at + 9]:
        if not isinstance(block, Paragraph) or not is_label_line(block.text):
            if isinstance(block, Paragraph) and _opens_list(walk, block):
                return False
            break
        roles |= {found.role for found in divide(block.text)[1]}
    fresh = walk.entry is None or bool(roles & walk.entry.cells.keys()) or not walk.entry.listing
    return len(roles) >= 2 and bool(roles & FIELDS) and fresh and walk.outline.places[at].body is None


def _opens_list(walk: _Walk, block: Paragraph) -> bool:
    """Does a list begin here, to which the fields above belong? The next chapter is no list."""
    mark = mark_of(block.text)
    if mark is None:
        return block.text.endswith(":")
    is_next_chapter = block.source.line in walk.outline.titles and mark.number not in ("", "1", "a")
    return not is_next_chapter


def _fields(walk: _Walk, paragraph: Paragraph) -> None:
    """A line of labels belongs to the open item, else to the list that follows it."""
    fields = divide(paragraph.text)[1]
    line = paragraph.source.line or 0
    if (
        walk.group
        and not walk.group.trailing
        and {own.role for own in walk.group.defaults} & {own.role for own in fields}
    ):
        _close(walk)
    if walk.entry is None:
        place = Place()
        walk.pending = walk.pending or Group(place)
        walk.pending.defaults += fields
        walk.pending.default_lines.append(line)
        return
    if walk.group and paragraph.gap and not walk.entry.is_card and len(walk.group.entries) > 1:
        told = walk.group.has_fields or any(own.has_fields for own in (walk.entry, *walk.entry.subs))
        walk.group.trailing = walk.group.trailing or not told
    if walk.group and walk.group.trailing:
        walk.group.defaults += fields
        walk.group.default_lines.append(line)
        return
    _target(walk.entry).take(fields)
    walk.entry.lines.append(line)
    if walk.group:
        walk.group.has_fields = walk.group.has_fields or _target(walk.entry).has_fields


def _goes_on(walk: _Walk, at: int, paragraph: Paragraph) -> bool:
    """Does a line without any mark belong to the open item?"""
    entry, text = walk.entry, paragraph.text
    if entry is None or (walk.group and walk.group.trailing):
        return False
    target = _target(entry)
    if target.listing:
        return True
    if paragraph.gap and not (entry.is_card and target.role is Role.TASK):
        return False
    return text[0].islower() or text[0] in "([" or (entry.is_card and _in_card(walk, at, paragraph, target))


def _in_card(walk: _Walk, at: int, paragraph: Paragraph, target: Entry) -> bool:
    """In a card any line goes on with it but a heading after its fields."""
    plain = walk.outline.places[at].plain
    is_heading = plain is not None and plain.source is paragraph.source and body_in(paragraph.text) is None
    if target.role is Role.TASK and not target.text:
        return True
    return not (is_heading and bool(target.cells)) and not is_chapter(paragraph.text)


def _unknown_label(entry: Entry, paragraph: Paragraph) -> bool:
    """ "Uwagi: brak" in a card: kept, but told as unplaced."""
    match = _LABEL.fullmatch(paragraph.text) if entry.cells and len(paragraph.text) < 2000 else None
    return match is not None and bool(match[2]) and len(match[1].split()) <= _MOST_WORDS and match[1][:1].isupper()
