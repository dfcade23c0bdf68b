"""A whole document as a part of another: its blocks, its headings one level lower, its links kept among themselves."""

from collections.abc import Callable
from dataclasses import replace

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
    PageBreak,
    Paragraph,
    Piece,
    Quote,
    Run,
    Signatures,
    Table,
    TableOfContents,
    as_heading,
    pieces,
)


def embedded(content: DocumentContent, *, anchor: str, under: int = 1) -> tuple[Block, ...]:
    """Blocks of the document below a heading of level `under`; its own contents and signatures are left out.

    Headings that would lie too deep become lines in bold, which keeps the tree whole. `anchor` begins its anchors.
    """
    deep = {h.anchor for h in content.headings if h.anchor and h.level + under > DEEPEST_HEADING}
    return tuple(
        _lowered(block, anchor, under, deep)
        for block in content.blocks
        if not isinstance(block, TableOfContents | Signatures | PageBreak)
    )


def _lowered(block: Block, anchor: str, under: int, deep: set[str]) -> Block:
    if isinstance(block, Heading | Annex):
        return _heading(as_heading(block), anchor, under)
    return _relinked(block, lambda line: tuple(_piece(piece, anchor, deep) for piece in pieces(line)))


def _heading(heading: Heading, anchor: str, under: int) -> Block:
    if heading.level + under > DEEPEST_HEADING:
        return Paragraph((Run(heading.text, bold=True),), leads_on=True)
    return Heading(heading.level + under, heading.text, f"{anchor}-{heading.anchor}" if heading.anchor else "")


def _relinked(block: Block, line: Callable[[Inline], Inline]) -> Block:
    """The block with each of its lines changed."""
    made = block
    match block:
        case Paragraph(text=text) | Callout(text=text):
            made = replace(block, text=line(text))
        case BulletList(items=items) | NumberedList(items=items):
            made = replace(block, items=tuple(map(line, items)))
        case Quote(sources=sources):
            made = replace(block, sources=tuple(map(line, sources)))
        case KeyValues(items=pairs):
            made = replace(block, items=tuple((name, line(text)) for name, text in pairs))
        case Table(rows=rows):
            made = replace(block, rows=tuple(tuple(map(line, row)) for row in rows))
    return made


def _piece(piece: Piece, anchor: str, deep: set[str]) -> Piece:
    """A link to a heading that became a plain line is plain words too."""
    if not isinstance(piece, Link):
        return piece
    return Run(piece.text) if piece.anchor in deep else Link(piece.text, f"{anchor}-{piece.anchor}")
