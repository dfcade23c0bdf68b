"""What a document says, before anybody decides how it is printed.

A room builds a `DocumentContent` out of frozen facts; `pdf`, `docx` and `xlsx` print the same content. Nothing here
knows Django, files or layout, so a worker may build and print a document without a database.

Everything that a document says stands in its snapshot, the office's fixed texts (`documents.texts.frozen`) among it:
they are read while the snapshot is frozen, never in `build`. The office's look (logo, header, footer) and the
signatories it named are added from the row of the document, and stay as they were on that day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from bezpiecznik.documents.bars import BarChart, BarGroup
from bezpiecznik.documents.blocks import (
    Annex,
    Block,
    BulletList,
    Callout,
    Heading,
    KeyValues,
    NumberedList,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    Signatory,
    Signatures,
    TableOfContents,
    Tone,
    as_heading,
)
from bezpiecznik.documents.chart import StateChart, StateCounts
from bezpiecznik.documents.lines import lines_of
from bezpiecznik.documents.look import Logo, Look
from bezpiecznik.documents.pieces import Inline, Link, Piece, Run, Source, State, StateMark, Target, pieces, plain
from bezpiecznik.documents.tables import Align, Column, Table, is_long

__all__ = [
    "Align", "Annex", "BarChart", "BarGroup", "Block", "BulletList", "Callout", "Column", "DocumentContent", "Heading",
    "Inline", "KeyValues", "Link", "Logo", "Look", "NumberedList", "PageBreak", "Paragraph", "Part", "Piece", "Quote",
    "Run", "Signatory", "Signatures", "Source", "State", "StateChart", "StateCounts", "StateMark", "Table",
    "TableOfContents", "Target", "Tone", "as_heading", "is_long", "pieces", "plain",
]  # fmt: skip

SHA256 = re.compile(r"[0-9a-f]{64}")
DEEPEST_HEADING = 3


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """A whole document.

    `number` is the number in our register, `case_sign` the office's own sign of the case, `snapshot_sha256` the
    full hash (64 hexadecimal digits) of the data it was made from. `made_up` marks it as a showpiece on every
    page. `cover` gives the title a page of its own; short papers do without.

    What names an `addressee` (its lines, the name first) is a letter: `sender` lines stand under the organisation, the
    title is what the letter concerns, and the whole hash stands in the footer instead of a colophon.

    `look` and `verify_url` (where anybody may check the document; printed as a QR code) are added when it is printed:
    `build` leaves them alone.

    Raises ValueError where a heading skips a level, a link leads nowhere, the hash is not one, or a letter has a cover.
    """

    kind: str
    title: str
    number: str
    issued_on: date
    organisation: str
    author: str
    snapshot_sha256: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    case_sign: str = ""
    place: str = ""
    language: str = "pl"
    made_up: bool = False
    cover: bool = True
    sender: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    look: Look = field(default_factory=Look)
    verify_url: str = ""

    def __post_init__(self) -> None:
        if not SHA256.fullmatch(self.snapshot_sha256):
            raise ValueError(f"not a sha256: {self.snapshot_sha256!r}")
        if self.is_letter and self.cover:
            raise ValueError("a letter has no cover")
        _check_levels(self.headings)
        _check_anchors(self)

    @property
    def headings(self) -> tuple[Heading, ...]:
        return headings(self.blocks)

    @property
    def is_letter(self) -> bool:
        return bool(self.addressee)

    @property
    def short_hash(self) -> str:
        return self.snapshot_sha256[:12]


def _check_levels(headings: tuple[Heading, ...]) -> None:
    """A reader by ear walks the headings as a tree, so none may hang below a missing one."""
    for before, heading in pairwise((Heading(0, ""), *headings)):
        if not 1 <= heading.level <= min(before.level + 1, DEEPEST_HEADING):
            raise ValueError(f"heading {heading.text!r}: level {heading.level} after {before.level}")


def _check_anchors(content: DocumentContent) -> None:
    there = anchors(content.blocks)
    known = set(there)
    if len(there) != len(known):
        raise ValueError("two headings share an anchor")
    for link in links(content.blocks):
        if link.anchor not in known:
            raise ValueError(f"link {link.text!r} leads to no heading: {link.anchor!r}")


def headings(blocks: tuple[Block, ...]) -> tuple[Heading, ...]:
    """Headings in order, annexes among them as level 1."""
    return tuple(as_heading(block) for block in blocks if isinstance(block, Heading | Annex | Part))


def anchors(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Whatever a link may lead to."""
    named = tuple(heading.anchor for heading in headings(blocks) if heading.anchor)
    return named + tuple(target.anchor for target in targets(blocks))


def links(blocks: tuple[Block, ...]) -> tuple[Link, ...]:
    """Every link of the document, in order."""
    return tuple(
        piece for block in blocks for line in lines_of(block) for piece in pieces(line) if isinstance(piece, Link)
    )


def targets(blocks: tuple[Block, ...]) -> tuple[Target, ...]:
    """Every place within a line to which a link may lead, in order."""
    return tuple(
        piece for block in blocks for line in lines_of(block) for piece in pieces(line) if isinstance(piece, Target)
    )
