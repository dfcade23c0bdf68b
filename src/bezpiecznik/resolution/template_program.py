"""The first table of our workbook: the document as a whole, a field a line."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bezpiecznik.resolution.model import Meta, Passage, Source
from bezpiecznik.resolution.polish import fold, month
from bezpiecznik.resolution.template_shape import FIELDS, PROGRAM
from bezpiecznik.resolution.template_sheets import Sheets

_DAY = re.compile(r"(\d{1,2})\s*[.\-/]\s*(\d{1,2})\s*[.\-/]\s*(\d{4})(?:\s*r\.?)?")
_DAY_IN_WORDS = re.compile(r"(\d{1,2})\s+([^\W\d_]+)\s+(\d{4})(?:\s*r\.?)?")
_YEAR = re.compile(r"(\d{4})(?:\s*r\.?)?")


def read_program(sheets: Sheets) -> tuple[Meta, Passage | None]:
    """The fields of the first sheet: the name stands in column A, the value in B."""
    keys = {fold(it.name): key for key, it in FIELDS.items()}
    values: dict[str, Any] = {}
    sources: dict[str, Source] = {}
    for row, cells in sorted(sheets.book.sheet(PROGRAM).rows.items()):
        key, text = keys.get(fold(cells.get(1, ""))), cells.get(2, "").strip()
        if key and text:
            source = sheets.source(PROGRAM, row, 2)
            value = _field(sheets, key, text, source)
            if value is not None:
                values[key], sources[key] = value, source
    goal = values.pop("main_goal", None)
    passage = Passage(goal, sources.pop("main_goal")) if goal else None
    return Meta(**values, sources=sources), passage


def _field(sheets: Sheets, key: str, text: str, source: Source) -> Any:
    place = source.cell or ""
    if key == "legal_basis":
        return tuple(filter(None, (line.strip() for line in text.split("\n"))))
    if key == "date":
        day = _day(text)
        if day is None:
            sheets.fault(place, f"Komórka {place}: „{text[:40]}” to nie jest data; wpisz dzień.miesiąc.rok.")
        return day
    if key in ("years_from", "years_to"):
        year = _YEAR.fullmatch(text)
        if year is None:
            sheets.fault(place, f"Komórka {place}: „{text[:40]}” to nie jest rok; wpisz cztery cyfry.")
        return int(year[1]) if year else None
    return text


def _day(text: str) -> str | None:
    found = _DAY.fullmatch(text)
    worded = _DAY_IN_WORDS.fullmatch(text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        if worded and (number := month(worded[2])):
            return date(int(worded[3]), number, int(worded[1])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
