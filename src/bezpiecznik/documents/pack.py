"""Many documents as one: each begins a part of the pack, with its own bookmark, and keeps its headings below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bezpiecznik.documents import wording
from bezpiecznik.documents.content import (
    DEEPEST_HEADING,
    Annex,
    Block,
    DocumentContent,
    Heading,
    Inline,
    KeyValues,
    Link,
    Part,
    TableOfContents,
    Target,
    as_heading,
    pieces,
)
from bezpiecznik.documents.lines import with_lines


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


def _moved(block: Block, prefix: str) -> Block:
    if not isinstance(block, Heading | Annex | Part):
        return with_lines(block, lambda line: _line(line, prefix))
    heading = as_heading(block)
    anchor = f"{prefix}{heading.anchor}" if heading.anchor else ""
    return Heading(min(heading.level + 1, DEEPEST_HEADING), heading.text, anchor)


def _line(inline: Inline, prefix: str) -> Inline:
    if isinstance(inline, str):
        return inline
    moved = tuple(
        replace(each, anchor=f"{prefix}{each.anchor}") if isinstance(each, Link | Target) else each
        for each in pieces(inline)
    )
    return moved if isinstance(inline, tuple) else moved[0]
