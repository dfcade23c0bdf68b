"""Chapters numbered through a document ("1. Wstęp", "2. Zadania", "3. Ocena") that has areas inside one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bezpiecznik.resolution.document import Block, Paragraph
from bezpiecznik.resolution.headings import explicit_heading
from bezpiecznik.resolution.labels import divide
from bezpiecznik.resolution.marks import mark_of
from bezpiecznik.resolution.sections import is_heading

_LEAST, _MOST_WORDS = 3, 10


def numbered_chapters(blocks: Sequence[Block], items: Collection[int | None], areas: Collection[int]) -> set[int]:
    """Blocks that are such chapters: one run from 1 on, begun before the first area and gone on with after it.

    Tasks are numbered inside the areas, or anew in each: then there is no such run and nothing is a chapter.
    """
    if not areas:
        return set()
    found = [
        (at, int(mark.number))
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        and block.source.line not in items
        and (mark := mark_of(block.text)) is not None
        and mark.shape == "1."
        and mark.number.isdigit()
        and _is_title(block.text)
    ]
    numbers = [number for _, number in found]
    if len(found) < _LEAST or numbers != list(range(1, len(found) + 1)):
        return set()
    return {at for at, _ in found} if found[0][0] < min(areas) < found[-1][0] else set()


def _is_title(text: str) -> bool:
    return (
        is_heading(text)
        and len(text.split()) <= _MOST_WORDS
        and explicit_heading(text) is None
        and not divide(text)[1]
        and not text.endswith(":")
    )
