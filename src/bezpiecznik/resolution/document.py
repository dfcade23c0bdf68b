"""A document as every format gives it: paragraphs and table rows, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from bezpiecznik.resolution.parts import Source

if TYPE_CHECKING:
    from bezpiecznik.resolution.model import Reading

FileKind = Literal["text", "docx", "pdf", "xlsx", "odt"]


class UnreadableDocument(ValueError):
    """The file cannot be used; the text is one Polish sentence for the person who sent it."""


@dataclass(frozen=True)
class Paragraph:
    """One line of running text; `gap` tells of an empty line before it, `indent` of how deep it stands."""

    text: str
    source: Source
    gap: bool = False
    indent: int = 0


@dataclass(frozen=True)
class Row:
    """One line of a table; a cell of several paragraphs keeps them apart by `\\n`."""

    cells: tuple[str, ...]
    source: Source
    gap: bool = False


Block = Paragraph | Row


@dataclass(frozen=True)
class Document:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Opened:
    """A file made readable: its blocks, and the same as numbered lines of text to show beside the reading.

    `source.line` of every block is the 1-based number of its line in `text`; a file of text is its own text.
    A file that needs no recognising, as our own template, brings its `reading`.
    """

    kind: FileKind
    document: Document
    text: str
    reading: Reading | None = None


def transcribe(kind: FileKind, blocks: list[Block]) -> Opened:
    """Number the blocks of a format that has no lines of its own: one line each, an empty one where there is a gap.

    Cells are divided by tabs. Places that the format gave (page, cell, box) stay.
    """
    lines: list[str] = []
    numbered: list[Block] = []
    for block in blocks:
        if block.gap and lines:
            lines.append("")
        lines.append(_line(block))
        numbered.append(_placed(block, len(lines)))
    return Opened(kind, Document(tuple(numbered)), "\n".join(lines))


def _line(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return "\t".join(cell.replace("\n", " ") for cell in block.cells)


def _placed(block: Block, line: int) -> Block:
    place = block.source
    return replace(block, source=Source(line, place.page, place.cell, place.box))
