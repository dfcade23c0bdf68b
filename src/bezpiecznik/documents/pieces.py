"""Pieces of a line: runs of text, their sources, links and where they lead, and the six marks of state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing of the programme goes; each state has its own shape, word and tint wherever it is shown."""

    DONE = "done"
    PARTIAL = "partial"
    ONGOING = "ongoing"
    NOT_DONE = "not_done"
    DROPPED = "dropped"
    NO_REPORT = "no_report"

    @property
    def word(self) -> str:
        return STATE_WORDS[self]


STATE_WORDS: Mapping[State, str] = {
    State.DONE: "zrealizowano",
    State.PARTIAL: "częściowo",
    State.ONGOING: "w toku / ciągłe",
    State.NOT_DONE: "nie zrealizowano",
    State.DROPPED: "odstąpiono",
    State.NO_REPORT: "brak sprawozdania",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face. A line feed inside it breaks the line."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where the words before it come from: institution, report, date. Printed small and grey."""

    text: str


@dataclass(frozen=True, slots=True)
class StateMark:
    """One of the six marks with its word; `word` replaces the usual word where a form of it reads better."""

    state: State
    word: str = ""

    @property
    def label(self) -> str:
        return self.word or self.state.word


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to the heading, annex or `Target` that bears `anchor`."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Target:
    """A stretch of text within a line or a cell to which a `Link` may lead, as a heading is led to."""

    text: str
    anchor: str
    bold: bool = False


Piece = Run | Source | StateMark | Link | Target
Inline = str | Piece | tuple[Piece, ...]


def pieces(inline: Inline) -> tuple[Piece, ...]:
    """The line as a tuple of pieces, however shortly it was written."""
    if isinstance(inline, str):
        return (Run(inline),)
    return inline if isinstance(inline, tuple) else (inline,)


def plain(inline: Inline) -> str:
    """The words of a line without their faces; a mark by its word."""
    return "".join(piece.label if isinstance(piece, StateMark) else piece.text for piece in pieces(inline))
