"""Blocks collected in reading order: one place for gaps, limits, and paragraphs that are really rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bezpiecznik.resolution.document import Block, FileKind, Opened, Paragraph, Row, UnreadableDocument, transcribe
from bezpiecznik.resolution.formats.decode import MAX_LINES, MAX_TEXT
from bezpiecznik.resolution.headers import role_of
from bezpiecznik.resolution.parts import Source

MAX_COLUMNS = 256
LONGEST_LABEL = 40
MAX_GAPS = 200_000
MAX_PLACES = 500_000
_MARKER = re.compile(r"(?:§\s*)?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Za-z])[.)]{0,2}|[-–—•*§]")
_SHORT_NAME = re.compile(r"(?=.*[A-ZĄĆĘŁŃÓŚŹŻ].*[A-ZĄĆĘŁŃÓŚŹŻ])[^:]{2,14}")
_PAGE_NUMBER = re.compile(r"\d{1,3}")


class Gathering:
    """Blocks of a document in the making."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables = 0
        self._gap = False
        self._length = 0
        self._tabbed = 0
        self._gaps = 0
        self._places = 0

    def gap(self) -> None:
        """What comes next does not go on with what was before."""
        self._gap = True
        self._gaps += 1
        if self._gaps > MAX_GAPS:
            raise _too_long()

    def places(self, count: int) -> None:
        """So many cells more, filled or empty; raises UnreadableDocument where there are too many to lay out."""
        self._places += count
        if self._places > MAX_PLACES:
            raise _too_long()

    def paragraph(self, text: str, *, indent: int = 0, page: int | None = None, cell: str | None = None) -> None:
        """One paragraph of the document; each line that its author began is a line of the text."""
        lines = [line for line in text.split("\n") if line.strip()]
        if not lines:
            self.gap()
        for line in lines:
            cells = [squeeze(part) for part in line.split("\t")]
            source = Source(page=page, cell=cell)
            if self._is_row(cells):
                self._tabbed = len(cells)
                self._add(Row(tuple(cells), source, self._gap))
            else:
                self._tabbed = 0
                self._add(Paragraph(squeeze(line), source, self._gap, indent))

    def _is_row(self, cells: Sequence[str]) -> bool:
        """Columns made with tabs: three of them, a label or a short name and what follows it, a title and its page.

        Then a line with as many tabs goes on with the table, whatever it leaves empty.
        """
        filled = [cell for cell in cells if cell]
        if len(cells) > MAX_COLUMNS:
            return False
        if len(cells) > 2 and len(cells) == self._tabbed:
            return True
        if len(filled) == 2:
            return _PAGE_NUMBER.fullmatch(filled[1]) is not None or bool(cells[0] and _is_label(filled[0]))
        return len(filled) > 2 and (not cells[0] or not _MARKER.fullmatch(cells[0]) or len(filled[1]) <= 400)

    def row(self, cells: Sequence[str], *, cell: str, page: int | None = None) -> None:
        """One row of a table; a row with nothing in it is left out."""
        if any(cells):
            self._add(Row(tuple(cells[:MAX_COLUMNS]), Source(page=page, cell=cell), self._gap))

    def _add(self, block: Block) -> None:
        self._gap = False
        self._length += len(block.text) if isinstance(block, Paragraph) else sum(map(len, block.cells))
        self.blocks.append(block)
        if len(self.blocks) > MAX_LINES or self._length > MAX_TEXT:
            raise _too_long()

    def opened(self, kind: FileKind) -> Opened:
        """The document with its numbered lines; raises UnreadableDocument where there was nothing to read."""
        if not self.blocks:
            raise UnreadableDocument("Plik nie zawiera żadnego tekstu: wybierz plik z\u00a0treścią uchwały.")
        return transcribe(kind, self.blocks)


def _is_label(text: str) -> bool:
    """An abbreviation, or the name of what follows without a colon that would say the same."""
    if _MARKER.fullmatch(text):
        return False
    named = len(text) <= LONGEST_LABEL and not text.endswith(":") and role_of(text) is not None
    return named or _SHORT_NAME.fullmatch(text) is not None


def _too_long() -> UnreadableDocument:
    return UnreadableDocument(
        "Dokument ma więcej tekstu, niż ma jakakolwiek uchwała (najwyżej 40\u00a0000 akapitów i\u00a0wierszy):"
        " wczytaj sam tekst uchwały."
    )


def squeeze(text: str) -> str:
    """One space between words, no soft hyphens, bullets of symbol fonts as dashes, each letter one sign."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.translate(_SIGNS).split())


def squeeze_lines(text: str) -> str:
    """The same for a cell: its lines stay apart."""
    return "\n".join(filter(None, (squeeze(line) for line in text.split("\n"))))


_NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\uf06f\uf0e0"
_SIGNS = str.maketrans({"\u2011": "-"} | dict.fromkeys(_NOTHING, "") | dict.fromkeys(_BULLETS, "–"))
