"""The lines of a block, to look through or to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bezpiecznik.documents.blocks import Block, BulletList, Callout, KeyValues, NumberedList, Paragraph, Quote
from bezpiecznik.documents.pieces import Inline
from bezpiecznik.documents.tables import Table


def lines_of(block: Block) -> tuple[Inline, ...]:
    match block:
        case Paragraph(text=line) | Callout(text=line):
            return (line,)
        case BulletList(items=lines) | NumberedList(items=lines) | Quote(sources=lines):
            return lines
        case KeyValues(items=items):
            return tuple(line for _, line in items)
        case Table(rows=rows):
            return tuple(cell for row in rows for cell in row)
        case _:
            return ()


def with_lines(block: Block, change: Callable[[Inline], Inline]) -> Block:
    """The block with each of its lines changed; what has no lines stays as it is."""
    match block:
        case Paragraph(text=line) | Callout(text=line):
            return replace(block, text=change(line))
        case BulletList(items=items) | NumberedList(items=items):
            return replace(block, items=tuple(map(change, items)))
        case Quote(sources=sources):
            return replace(block, sources=tuple(map(change, sources)))
        case KeyValues(items=facts):
            return KeyValues(tuple((name, change(value)) for name, value in facts))
        case Table(rows=rows):
            return replace(block, rows=tuple(tuple(map(change, row)) for row in rows))
        case _:
            return block
