"""Many documents as one: each begins a part of the pack, with its own bookmark, and keeps its headings below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bezpiecznik.documents import wording
from bezpiecznik.documents.content import (
    DEEPEST_HEADING,
    Annex,
    Block,
    BulletList,
    Callout,
    DocumentContent,
    Heading,
    Inline,
    KeyValues,
    Link,
    NumberedList,
    Paragraph,
    Part,
    Quote,
    Table,
    TableOfContents,
    Target,
    as_heading,
    pieces,
)


def joined(parts: Iterable[tuple[str, DocumentContent]]) -> tuple[Block, ...]:
    """The documents one after another, each under the title given with it, to stand in the blocks of a pack.

    Their headings go one level down, their own tables of contents are left out; links stay within their part. The part
    `n` (from 1) bears the anchor `part-n`, so the pack may lead to it.
    """
    return tuple(block for no, (title, content) in enumerate(parts, start=1) for block in _part(no, title, content))


def _part(no: int, title: str, content: DocumentContent) -> Iterator[Block]:
    yield Part(title, f"part-{no}")
    if facts := wording.facts(content):
        yield KeyValues(facts)
    for block in content.blocks:
        if not isinstance(block, TableOfContents):
            yield _moved(block, f"part-{no}-")


def _moved(block: Block, prefix: str) -> Block:  # noqa: PLR0911  (one arm a kind of block)
    match block:
        case Heading() | Annex() | Part():
            heading = as_heading(block)
            anchor = f"{prefix}{heading.anchor}" if heading.anchor else ""
            return Heading(min(heading.level + 1, DEEPEST_HEADING), heading.text, anchor)
        case Paragraph(text=line):
            return replace(block, text=_line(line, prefix))
        case Callout(text=line):
            return replace(block, text=_line(line, prefix))
        case BulletList(items=items):
            return BulletList(tuple(_line(item, prefix) for item in items))
        case NumberedList(items=items):
            return NumberedList(tuple(_line(item, prefix) for item in items))
        case Quote(sources=sources):
            return replace(block, sources=tuple(_line(source, prefix) for source in sources))
        case KeyValues(items=items):
            return KeyValues(tuple((name, _line(value, prefix)) for name, value in items))
        case Table(rows=rows):
            return replace(block, rows=tuple(tuple(_line(cell, prefix) for cell in row) for row in rows))
        case _:
            return block


def _line(inline: Inline, prefix: str) -> Inline:
    if isinstance(inline, str):
        return inline
    moved = tuple(
        replace(each, anchor=f"{prefix}{each.anchor}") if isinstance(each, Link | Target) else each
        for each in pieces(inline)
    )
    return moved if isinstance(inline, tuple) else moved[0]
