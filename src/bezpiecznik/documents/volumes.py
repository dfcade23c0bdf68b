"""A document too long for one PDF is divided into volumes, each a document that can be read on its own.

A volume begins with a heading of level 1 or 2, or within a table too long for one; what runs over gets its headings
again. A link to another volume stays as words. Each volume tells what all of them hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bezpiecznik.documents import serial, wording
from bezpiecznik.documents.content import (
    Annex,
    Block,
    DocumentContent,
    Heading,
    Inline,
    KeyValues,
    Link,
    Part,
    Run,
    Table,
    TableOfContents,
    anchors,
    as_heading,
    pieces,
)
from bezpiecznik.documents.lines import with_lines

LONGEST = 2_000_000
"""Letters of data of a volume: some 160 pages, which the typesetter sets in 450 MiB (`bench/yearly_report.py`)."""
HEADINGS = (Heading, Annex, Part)
BEGINS = 2
"""The deepest heading that may begin a volume."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is not divided further. `above` are the headings it stands under, its own left out."""

    blocks: tuple[Block, ...]
    above: tuple[Heading, ...]

    @property
    def weight(self) -> int:
        return sum(map(serial.weight, self.blocks))

    @property
    def name(self) -> str:
        """Its own heading, or the one it goes on under; blank before the first heading of the document."""
        first = self.blocks[0]
        if isinstance(first, HEADINGS):
            return as_heading(first).text
        return wording.continued(self.above[-1].text) if self.above else ""


def volumes(content: DocumentContent, longest: int = LONGEST) -> tuple[DocumentContent, ...]:
    """The document in volumes of about `longest` letters of data; the document itself where one is enough."""
    if sum(map(serial.weight, content.blocks)) <= longest:
        return (content,)
    shares = tuple(_shares(_stretches(content.blocks, longest), longest))
    if len(shares) == 1:
        return (content,)
    holds = KeyValues(tuple((wording.volume(no), _span(share)) for no, share in enumerate(shares, start=1)))
    contents = next((block for block in content.blocks if isinstance(block, TableOfContents)), TableOfContents())
    return tuple(
        replace(
            content,
            title=wording.title_of_volume(content.title, no, len(shares)),
            blocks=_apart((holds, contents, *_begun(share))),
        )
        for no, share in enumerate(shares, start=1)
    )


def _stretches(blocks: tuple[Block, ...], longest: int) -> Iterator[Stretch]:
    """A heading stays with the one right below it: none stands alone at the end of a volume."""
    above: tuple[Heading, ...] = ()
    path: tuple[Heading, ...] = ()
    gathered: list[Block] = []
    for block in blocks:
        heading = as_heading(block) if isinstance(block, HEADINGS) else None
        begins = heading is not None and heading.level <= BEGINS
        if begins and not all(isinstance(before, HEADINGS) for before in gathered):
            yield Stretch(tuple(gathered), above)
            gathered = []
        if heading and begins:
            path = (*path[: heading.level - 1], heading)
        if not gathered:
            above = path[:-1] if begins else path
        first, *rest = _cut(block, longest)
        gathered.append(first)
        for piece in rest:
            yield Stretch(tuple(gathered), above)
            gathered, above = [piece], path
    if gathered:
        yield Stretch(tuple(gathered), above)


def _cut(block: Block, longest: int) -> list[Block]:
    """A table longer than a volume, in pieces of about half a volume."""
    if not isinstance(block, Table) or len(block.rows) < 2 or (weight := serial.weight(block)) <= longest:
        return [block]
    size = math.ceil(len(block.rows) * longest / 2 / weight)
    return [
        replace(
            block,
            caption=wording.continued(block.caption) if at else block.caption,
            rows=block.rows[at : at + size],
        )
        for at in range(0, len(block.rows), size)
    ]


def _shares(stretches: Iterable[Stretch], longest: int) -> Iterator[tuple[Stretch, ...]]:
    """As many stretches to a volume as it holds, never none."""
    share: list[Stretch] = []
    held = 0
    for stretch in stretches:
        weight = stretch.weight
        if share and held + weight > longest:
            yield tuple(share)
            share, held = [], 0
        share.append(stretch)
        held += weight
    yield tuple(share)


def _span(share: tuple[Stretch, ...]) -> str:
    names = [stretch.name for stretch in share if stretch.name]
    return wording.span(names[0], names[-1]) if names else ""


def _begun(share: tuple[Stretch, ...]) -> Iterator[Block]:
    """The blocks of the volume; what was begun in the former one is named again."""
    for heading in share[0].above:
        yield Heading(heading.level, wording.continued(heading.text))
    for stretch in share:
        yield from (block for block in stretch.blocks if not isinstance(block, TableOfContents))


def _apart(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with links that lead out of them turned into words."""
    known = set(anchors(blocks))

    def held(line: Inline) -> Inline:
        if isinstance(line, str):
            return line
        return tuple(
            Run(piece.text) if isinstance(piece, Link) and piece.anchor not in known else piece
            for piece in pieces(line)
        )

    return tuple(with_lines(block, held) for block in blocks)
