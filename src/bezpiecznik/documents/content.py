"""What a document says, before anybody decides how it is printed.

A room builds a `DocumentContent` out of frozen facts; `pdf` and `docx` print the same content. Nothing here
knows Django, files or layout, so a worker may build and print a document without a database.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from bezpiecznik.documents.chart import StateChart, StateCounts
from bezpiecznik.documents.pieces import Inline, Link, Piece, Run, Source, State, StateMark, Target, pieces, plain

__all__ = [
    "Align", "Annex", "Block", "BulletList", "Callout", "Column", "DocumentContent", "Heading", "Inline", "KeyValues",
    "Link", "NumberedList", "PageBreak", "Paragraph", "Piece", "Quote", "Run", "Signatory", "Signatures", "Source",
    "State", "StateChart", "StateCounts", "StateMark", "Table", "TableOfContents", "Target", "Tone", "as_heading",
    "pieces", "plain",
]  # fmt: skip

SHA256 = re.compile(r"[0-9a-f]{64}")
DEEPEST_HEADING = 3
TEXT_KEPT_WHOLE = 700  # letters: a longer quotation or cell may run over to the next page
ROWS_KEPT_WHOLE = 6  # a table of so few rows is not divided between pages
SHORT_NAME = 13  # letters of the name of a fact


# --- blocks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 to 3. `anchor` lets a `Link` point here."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: starts a page, stands in the table of contents as a heading of level 1."""

    label: str
    text: str
    anchor: str = ""

    @property
    def title(self) -> str:
        return f"{self.label}. {self.text}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`leads_on` keeps the paragraph on the page of what follows, as a heading is kept."""

    text: Inline
    leads_on: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """An institution's own words, unaltered, printed in „…”.

    `sources`, one a line: the institution, the report and its date; several where several said the very same.
    """

    text: str
    sources: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    items: tuple[Inline, ...]


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share of the line, relative to the other columns."""

    header: Inline
    width: float = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, repeated on each page; `empty` stands in for rows that are not there."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Inline, ...], ...]
    empty: str = "Brak pozycji."

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError(f"table {self.caption!r} has no columns")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"table {self.caption!r}, row {number}: {len(row)} of {len(self.columns)} cells")

    @property
    def kept_whole(self) -> bool:
        return len(self.rows) <= ROWS_KEPT_WHOLE and not any(map(is_long, self.rows))


def is_long(cells: tuple[Inline, ...]) -> bool:
    """Whether the row may be divided between pages."""
    return any(len(plain(cell)) > TEXT_KEPT_WHOLE for cell in cells)


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Short facts, each under its name: „Podmiot odpowiedzialny" - „Komenda Miejska Policji"."""

    items: tuple[tuple[str, Inline], ...]

    @property
    def narrow(self) -> bool:
        """Whether all names fit the narrower column, which leaves the facts more of the line."""
        return all(len(name) <= SHORT_NAME for name, _ in self.items)


class Tone(StrEnum):
    INFO = "info"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Callout:
    """A remark set apart from the text."""

    title: str
    text: Inline
    tone: Tone = Tone.INFO


@dataclass(frozen=True, slots=True)
class TableOfContents:
    title: str = "Spis treści"
    depth: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: the post, and the name under the line if it is known."""

    post: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    signatories: tuple[Signatory, ...]


Block = (
    Heading
    | Annex
    | Paragraph
    | Quote
    | BulletList
    | NumberedList
    | Table
    | KeyValues
    | Callout
    | StateChart
    | TableOfContents
    | PageBreak
    | Signatures
)


# --- the document -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """A whole document.

    `number` is the number in our register, `case_sign` the office's own sign of the case, `snapshot_sha256` the
    full hash (64 hexadecimal digits) of the data it was made from. `made_up` marks it as a showpiece on every
    page. `cover` gives the title a page of its own; short papers do without.

    What names an `addressee` (its lines, the name first) is a letter: `sender` lines stand under the organisation, the
    title is what the letter concerns, and the whole hash stands in the footer instead of a colophon.

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

    def __post_init__(self) -> None:
        if not SHA256.fullmatch(self.snapshot_sha256):
            raise ValueError(f"not a sha256: {self.snapshot_sha256!r}")
        if self.is_letter and self.cover:
            raise ValueError("a letter has no cover")
        _check_levels(self.headings)
        _check_anchors(self)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Headings in order, annexes among them as level 1."""
        return tuple(as_heading(block) for block in self.blocks if isinstance(block, Heading | Annex))

    @property
    def is_letter(self) -> bool:
        return bool(self.addressee)

    @property
    def short_hash(self) -> str:
        return self.snapshot_sha256[:12]


def as_heading(block: Heading | Annex) -> Heading:
    return Heading(1, block.title, block.anchor) if isinstance(block, Annex) else block


def _check_levels(headings: tuple[Heading, ...]) -> None:
    """A reader by ear walks the headings as a tree, so none may hang below a missing one."""
    for before, heading in pairwise((Heading(0, ""), *headings)):
        if not 1 <= heading.level <= min(before.level + 1, DEEPEST_HEADING):
            raise ValueError(f"heading {heading.text!r}: level {heading.level} after {before.level}")


def _check_anchors(content: DocumentContent) -> None:
    anchors = [heading.anchor for heading in content.headings if heading.anchor]
    anchors += [target.anchor for target in targets(content.blocks)]
    known = set(anchors)
    if len(anchors) != len(known):
        raise ValueError("two headings share an anchor")
    for link in links(content.blocks):
        if link.anchor not in known:
            raise ValueError(f"link {link.text!r} leads to no heading: {link.anchor!r}")


def links(blocks: tuple[Block, ...]) -> tuple[Link, ...]:
    """Every link of the document, in order."""
    return tuple(
        piece for block in blocks for line in _lines(block) for piece in pieces(line) if isinstance(piece, Link)
    )


def targets(blocks: tuple[Block, ...]) -> tuple[Target, ...]:
    """Every place within a line to which a link may lead, in order."""
    return tuple(
        piece for block in blocks for line in _lines(block) for piece in pieces(line) if isinstance(piece, Target)
    )


def _lines(block: Block) -> tuple[Inline, ...]:
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
