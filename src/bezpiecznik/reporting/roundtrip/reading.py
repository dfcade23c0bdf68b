"""A filled-in workbook: found by the words of its heads, not by places, so that moved columns and rows do no harm."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.reporting.roundtrip import answers
from bezpiecznik.reporting.roundtrip.answers import Unfit
from bezpiecznik.reporting.roundtrip.fields import Fields, plain
from bezpiecznik.reporting.roundtrip.filled import Filled, Problem
from bezpiecznik.reporting.roundtrip.grids import Grid, Kind, xlsx_grids
from bezpiecznik.reporting.roundtrip.kinds import FileKind, kind_of
from bezpiecznik.reporting.roundtrip.ods import ods_grids
from bezpiecznik.reporting.roundtrip.reading_numbers import read_numbers
from bezpiecznik.reporting.roundtrip.rows import Named, Stray, Table, entry_of, table_with
from bezpiecznik.reporting.roundtrip.seal import BrokenSeal, OldFormat, Seal, unsealed
from bezpiecznik.reporting.roundtrip.shape import ANSWERS, EVERY, KEY, LABEL, MEASURE, VALUE, AnswerColumn
from bezpiecznik.reporting.roundtrip.word_reading import answers_of, open_form

SEAL = "Pieczęć"
FEW = 12
"""How many actions are named one by one in a note."""


def read_filled(data: bytes) -> Filled:
    """The answers of a file that this installation wrote. Raises UnreadableFile with a sentence for any other."""
    kind = kind_of(data)
    if kind == FileKind.DOCX:
        return _read_form(data)
    grids = xlsx_grids(data) if kind == FileKind.XLSX else ods_grids(data)
    filled = Filled(opened(_seal_text(grids)))
    table = table_with(grids, LABEL, ANSWERS[0].title) or table_with(grids, LABEL, ANSWERS[1].title)
    if table is None:
        raise UnreadableFile(
            _("W pliku nie ma tabeli z kolumnami „%(label)s” i „%(outcome)s”. Prosimy pobrać plik na nowo i przepisać "
              "do niego odpowiedzi.") % {"label": LABEL, "outcome": ANSWERS[0].title}
        )  # fmt: skip
    present = [column for column in EVERY if table.has(column.title)]
    _read_answers(table, present, filled)
    numbers = table_with(grids, LABEL, MEASURE, VALUE)
    if numbers is None:
        filled.notes.append(_("W pliku nie ma tabeli „Liczby”. Liczby zostają takie, jak w systemie."))
    else:
        read_numbers(numbers, filled)
    return filled


def opened(text: str) -> Seal:
    """The seal of a file. Raises UnreadableFile where there is none, where it is broken, or too old."""
    if not text:
        raise UnreadableFile(
            _("W pliku nie ma ukrytych danych, po których system rozpoznaje sprawozdanie: to nie jest plik pobrany z "
              "systemu albo skopiowano z niego sam arkusz. Prosimy pobrać plik na nowo i przepisać odpowiedzi.")
        )  # fmt: skip
    try:
        return unsealed(text)
    except BrokenSeal as fault:
        raise UnreadableFile(
            _("Ukryte dane pliku zmieniono albo plik pochodzi z innego systemu, więc nic nie wczytano. "
              "Prosimy pobrać plik na nowo i przepisać do niego odpowiedzi.")
        ) from fault  # fmt: skip
    except OldFormat as fault:
        raise UnreadableFile(
            _("Plik przygotowała starsza wersja systemu. Prosimy pobrać plik na nowo i przepisać do niego odpowiedzi.")
        ) from fault


def _seal_text(grids: Sequence[Grid]) -> str:
    table = table_with(grids, SEAL)
    if table is None:
        return ""
    chunks = (row[SEAL].text.strip() for row in table)
    return "".join(chunk.removeprefix(".") for chunk in chunks if chunk.startswith("."))


def _read_form(data: bytes) -> Filled:
    text, form = open_form(data)
    filled = Filled(opened(text))
    rows, numbers, problems = answers_of(form, filled.seal)
    filled.problems += problems
    for row in rows:
        _read_row(row, [column for column in EVERY if row.has(column.title)], filled)
    read_numbers(numbers, filled)
    _note_absent(filled)
    return filled


def _read_answers(table: Table, present: list[AnswerColumn], filled: Filled) -> None:
    for column in ANSWERS:
        if column not in present:
            told = _("W pliku nie ma kolumny „%(title)s”. To, co w niej było, zostaje takie, jak w systemie.")
            filled.notes.append(told % {"title": column.title})
    for row in table:
        if any(row[column.title].kind != Kind.BLANK for column in present) or row[KEY].text or row[LABEL].text:
            _read_row(row, present, filled)
    _note_absent(filled)


def _note_absent(filled: Filled) -> None:
    broken = {problem.entry for problem in filled.problems}
    absent = [one.label for pk, one in filled.seal.entries.items() if pk not in filled.theirs and pk not in broken]
    if absent:
        named = ", ".join(absent[:FEW]) + ("…" if len(absent) > FEW else "")
        told = _("W pliku nie ma wierszy działań: %(labels)s. Zostaje to, co jest w systemie.")
        filled.notes.append(told % {"labels": named})


def _read_row(row: Named, columns: list[AnswerColumn], filled: Filled) -> None:
    try:
        entry, _number = entry_of(row, filled.seal)
    except Stray as fault:
        filled.problems.append(Problem(row.where, plain(row[LABEL].text)[:40], _written(row, columns), str(fault)))
        return
    label = filled.seal.entries[entry].label
    said: Fields = {}
    asked = filled.seal.entries[entry].fields
    for column in columns:
        if column.field not in asked:  # people and money are asked of initiatives only
            continue
        try:
            said[column.field] = _answer(row, column)
        except Unfit as fault:
            written = plain(row[column.title].text)[:200]
            filled.problems.append(Problem(row.where, label, written, str(fault), entry))
    if entry in filled.theirs and filled.theirs[entry] != said:
        told = _("Działanie %(label)s stoi w pliku dwa razy, z różną treścią. Prosimy zostawić jeden wiersz.")
        filled.problems.append(Problem(row.where, label, _written(row, columns), told % {"label": label}, entry))
    filled.theirs.setdefault(entry, said)


def _answer(row: Named, column: AnswerColumn) -> str:
    cell = row[column.title]
    match column.kind:
        case "list":
            return answers.outcome(cell, column.title)
        case "people":
            return answers.people(cell, column.title)
        case "money":
            return answers.money(cell, column.title)
    return answers.words(cell, column)


def _written(row: Named, columns: list[AnswerColumn]) -> str:
    return " / ".join(filter(None, (plain(row[column.title].text) for column in columns)))[:200]
