"""What changed between two documents of the same kind, chapter by chapter. Pure.

Fixed words repeat from year to year and hide what is new: chapters that say the same are named only, in the others
each line that changed is told word by word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from bezpiecznik.core.worddiff import Piece, pieces
from bezpiecznik.documents.content import (
    Annex,
    Block,
    BulletList,
    Callout,
    DocumentContent,
    Heading,
    KeyValues,
    NumberedList,
    Paragraph,
    Quote,
    Table,
    plain,
)

START = "Na początku"


@dataclass(frozen=True)
class Section:
    """One chapter of either document: `kind` is `same`, `changed`, `new` or `gone`; `lines` tell what changed."""

    title: str
    kind: str
    lines: tuple[tuple[Piece, ...], ...] = ()

    @property
    def is_changed(self) -> bool:
        return self.kind != "same"


def compare(before: DocumentContent, after: DocumentContent) -> list[Section]:
    """Chapters in the order of the later document, then those that went."""
    old, new = _chapters(before), _chapters(after)
    found = [_section(title, old.get(title), lines) for title, lines in new.items()]
    gone = [Section(title, "gone", _whole("gone", lines)) for title, lines in old.items() if title not in new]
    return [section for section in (*found, *gone) if section.lines or section.kind == "same"]


def _section(title: str, before: list[str] | None, after: list[str]) -> Section:
    if before is None:
        return Section(title, "new", _whole("new", after))
    if before == after:
        return Section(title, "same")
    return Section(title, "changed", tuple(_changes(before, after)))


def _whole(kind: str, lines: list[str]) -> tuple[tuple[Piece, ...], ...]:
    return tuple((Piece(kind, line),) for line in lines)


def _changes(before: list[str], after: list[str]) -> Iterator[tuple[Piece, ...]]:
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        old, new = before[old_from:old_to], after[new_from:new_to]
        for one, other in zip(old, new, strict=False):
            yield pieces(one, other)
        yield from _whole("gone", old[len(new) :])
        yield from _whole("new", new[len(old) :])


def _chapters(content: DocumentContent) -> dict[str, list[str]]:
    """Lines under each heading of the two upper levels; a title met twice goes on where it began."""
    found: dict[str, list[str]] = {}
    title = START
    for block in content.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            title = block.text
            found.setdefault(title, [])
        elif isinstance(block, Annex):
            title = block.title
            found.setdefault(title, [])
        else:
            found.setdefault(title, []).extend(_lines(block))
    return {title: lines for title, lines in found.items() if lines}


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(text=line) | Callout(text=line):
            yield plain(line)
        case BulletList(items=items) | NumberedList(items=items):
            yield from map(plain, items)
        case Quote(text=text):
            yield text
        case KeyValues(items=items):
            for name, value in items:
                yield f"{name}: {plain(value)}"
        case Table(rows=rows):
            for row in rows:
                yield " | ".join(map(plain, row))
        case _:
            return
