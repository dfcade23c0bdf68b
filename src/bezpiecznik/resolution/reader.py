"""The whole way from a file to a reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bezpiecznik.resolution.actions import build_areas, institution_cells
from bezpiecznik.resolution.area_outline import Outline, outline_of
from bezpiecznik.resolution.definitions import read_institutions
from bezpiecznik.resolution.diagnosis import diagnoses_of
from bezpiecznik.resolution.document import Document, Opened
from bezpiecznik.resolution.field_tables import fields_as_lines
from bezpiecznik.resolution.formats import Options, open_document
from bezpiecznik.resolution.front import read_front
from bezpiecznik.resolution.gather import areas_of
from bezpiecznik.resolution.goals import areas_without_actions, goals_of
from bezpiecznik.resolution.initiatives import build_initiatives, executor_cells, initiatives_of_tables
from bezpiecznik.resolution.label_tables import as_paragraphs
from bezpiecznik.resolution.lint import lint
from bezpiecznik.resolution.mend import mend, without_contents
from bezpiecznik.resolution.model import Institution, Reading, Unplaced
from bezpiecznik.resolution.prose import read_groups
from bezpiecznik.resolution.prose_actions import Told, actions_of_groups
from bezpiecznik.resolution.raw import RawAction, RawArea
from bezpiecznik.resolution.resolve import Resolver
from bezpiecznik.resolution.row_kinds import is_counted_line
from bezpiecznik.resolution.schedule import join_by_number, without_repeats
from bezpiecznik.resolution.sections import Lists, read_lists, read_main_goal, sort_lists
from bezpiecznik.resolution.table_actions import actions_of_tables
from bezpiecznik.resolution.table_rows import Table
from bezpiecznik.resolution.tables import read_tables


def read(data: bytes, options: Options | None = None) -> Reading:
    """Read a resolution of any known format; raises UnreadableDocument with one Polish sentence.

    A document without a programme gives a reading whose `is_empty` is true.
    """
    return read_opened(open_document(data, options))


def read_opened(opened: Opened) -> Reading:
    """Recognise, resolve and check a document that was opened; one that brings its reading is only checked."""
    if opened.reading:
        return replace(opened.reading, findings=opened.reading.findings + lint(opened.reading, Document(())))
    return _read(mend(opened.document), opened.text)


@dataclass
class _Found:
    """What the recognising stages found, before names are resolved."""

    document: Document
    outline: Outline
    institutions: tuple[Institution, ...]
    lists: Lists
    areas: list[RawArea] = field(default_factory=list)
    initiatives: list[RawAction] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)


def _read(document: Document, text: str) -> Reading:
    found = _recognise(as_paragraphs(fields_as_lines(without_contents(document))))
    meta = read_front(document)
    cells = institution_cells(found.areas) + executor_cells(found.initiatives)
    elsewhere = [item.text for item in found.lists.participants]
    resolver = Resolver(found.institutions, cells, words=_words(text), unit=meta.unit, elsewhere=elsewhere)
    reading = Reading(
        meta=meta,
        main_goal=read_main_goal(found.document),
        goals=found.lists.goals,
        forms=found.lists.forms,
        participants=found.lists.participants,
        commission_tasks=found.lists.commission_tasks,
        areas=build_areas(found.areas, resolver, diagnoses_of(found.areas, found.document, found.outline)),
        initiatives=build_initiatives(found.initiatives, resolver),
        institutions=tuple(replace(row, aliases=resolver.aliases(row)) for row in found.institutions),
        names=resolver.names,
        unplaced=_in_order(found.unplaced),
    )
    return replace(reading, findings=lint(reading, document, text))


def _recognise(document: Document) -> _Found:
    outline = outline_of(document)
    tables, unplaced = read_tables(document, outline)
    institutions = read_institutions(document, tables)
    groups, odd_lines = read_groups(document, outline, frozenset(row.abbr for row in institutions))
    told = actions_of_groups(groups, odd_lines, frozenset(row.abbr for row in institutions), document)
    by_table, odd_cells = _by_table(tables)
    _take_weak(told, by_table)
    actions, repeated = without_repeats([*by_table, told.actions])
    lists, odd_items = sort_lists(read_lists(_without(document, told.taken)), outline.titles)
    areas = areas_of(actions, lists.areas or lists.goals)
    if not lists.goals:
        lists = replace(lists, goals=goals_of(document, outline, areas))
    found = _Found(document, outline, institutions, lists, areas, initiatives_of_tables(tables) + told.initiatives)
    used = {row.source for row in institutions} | {row.source for row in areas} | {row.source for row in lists.goals}
    found.unplaced = areas_without_actions(outline, areas, lists.goals)
    found.unplaced += unplaced + odd_cells + repeated + told.unplaced + join_by_number(tables, areas)
    found.unplaced += odd_items
    found.unplaced = [item for item in found.unplaced if item.source not in used and _says_something(item.text)]
    return found


def _says_something(text: str) -> bool:
    """Neither a line of signs nor a row of statistics."""
    return any(sign.isalnum() for sign in text) and not is_counted_line(text)


def _by_table(tables: list[Table]) -> tuple[list[list[RawAction]], list[Unplaced]]:
    actions, unplaced = actions_of_tables(tables)
    sources: dict[int, list[RawAction]] = {}
    for action in actions:
        sources.setdefault(action.table, []).append(action)
    return list(sources.values()), unplaced


def _take_weak(told: Told, by_table: list[list[RawAction]]) -> None:
    """Items of which only the words are told are actions where their area has no others."""
    full = {heading.key for source in [*by_table, told.actions] for action in source for heading in action.path[:1]}
    for action in told.weak:
        if action.path and action.path[0].key not in full:
            told.actions.append(action)
            told.taken |= told.weak_lines[id(action)]


def _without(document: Document, lines: set[int]) -> Document:
    return Document(tuple(block for block in document.blocks if block.source.line not in lines))


def _in_order(unplaced: list[Unplaced]) -> tuple[Unplaced, ...]:
    return tuple(sorted(unplaced, key=lambda item: item.source.line or 0))


def _words(text: str) -> frozenset[str]:
    """Words the document writes in small letters or with one capital, so surely no abbreviations."""
    return frozenset(word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text) if word[1:].islower())
