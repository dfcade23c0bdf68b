"""The whole way from a file to a reading."""

from __future__ import annotations

import re
from dataclasses import replace

from bezpiecznik.resolution.actions import areas_of_tables, build_areas, institution_cells
from bezpiecznik.resolution.cards import read_cards
from bezpiecznik.resolution.definitions import read_institutions
from bezpiecznik.resolution.document import Document, Opened
from bezpiecznik.resolution.formats import Options, open_document
from bezpiecznik.resolution.front import read_front
from bezpiecznik.resolution.initiatives import executor_cells, read_initiatives
from bezpiecznik.resolution.lint import lint
from bezpiecznik.resolution.mend import mend
from bezpiecznik.resolution.model import Reading, Unplaced
from bezpiecznik.resolution.resolve import Resolver
from bezpiecznik.resolution.sections import read_lists, read_main_goal, sort_lists
from bezpiecznik.resolution.tables import read_tables


def read(data: bytes, options: Options | None = None) -> Reading:
    """Read a resolution of any known format; raises UnreadableDocument with one Polish sentence.

    A document without a programme gives a reading whose `is_empty` is true.
    """
    return read_opened(open_document(data, options))


def read_opened(opened: Opened) -> Reading:
    """Recognise, resolve and check a document that was opened; one that brings its reading is only checked."""
    if opened.reading:
        return replace(opened.reading, findings=opened.reading.findings + tuple(lint(opened.reading, Document(()))))
    return _read(mend(opened.document), opened.text)


def _read(document: Document, text: str) -> Reading:
    tables, unplaced = read_tables(document)
    cards, odd_lines, taken = read_cards(document)
    raw_areas = areas_of_tables(tables) + cards
    lists, odd_items = sort_lists(read_lists(_without(document, taken)))
    meta = read_front(document)
    institutions = read_institutions(document, tables)
    cells = institution_cells(raw_areas) + executor_cells(tables)
    elsewhere = [item.text for item in lists.participants]
    resolver = Resolver(institutions, cells, words=_words(text), unit=meta.unit, elsewhere=elsewhere)
    used = {row.source for row in institutions} | {area.source for area in raw_areas}
    reading = Reading(
        meta=meta,
        main_goal=read_main_goal(document),
        goals=lists.goals,
        forms=lists.forms,
        participants=lists.participants,
        commission_tasks=lists.commission_tasks,
        areas=build_areas(raw_areas, resolver),
        initiatives=read_initiatives(tables, resolver),
        institutions=tuple(replace(row, aliases=resolver.aliases(row)) for row in institutions),
        names=resolver.names,
        unplaced=_in_order(unplaced + odd_lines + [item for item in odd_items if item.source not in used]),
    )
    return replace(reading, findings=lint(reading, document, text))


def _without(document: Document, lines: set[int]) -> Document:
    return Document(tuple(block for block in document.blocks if block.source.line not in lines))


def _in_order(unplaced: list[Unplaced]) -> tuple[Unplaced, ...]:
    return tuple(sorted(unplaced, key=lambda item: item.source.line or 0))


def _words(text: str) -> frozenset[str]:
    """Words the document writes in small letters or with one capital, so surely no abbreviations."""
    return frozenset(word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text) if word[1:].islower())
