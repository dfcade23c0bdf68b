"""What a document is put together from, block by block."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bezpiecznik.documents.bars import BarChart
from bezpiecznik.documents.chart import StateChart
from bezpiecznik.documents.pieces import Inline
from bezpiecznik.documents.tables import Table

SHORT_NAME = 13  # letters of the name of a fact


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
class Part:
    """Begins a document that stands inside a pack: a page of its own and a heading of level 1 (`documents.pack`)."""

    text: str
    anchor: str = ""


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
    | Part
    | Paragraph
    | Quote
    | BulletList
    | NumberedList
    | Table
    | KeyValues
    | Callout
    | StateChart
    | BarChart
    | TableOfContents
    | PageBreak
    | Signatures
)


def as_heading(block: Heading | Annex | Part) -> Heading:
    match block:
        case Annex():
            return Heading(1, block.title, block.anchor)
        case Part():
            return Heading(1, block.text, block.anchor)
        case _:
            return block
