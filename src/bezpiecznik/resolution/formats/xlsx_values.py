"""What a cell of a spreadsheet shows, written as a Pole would write it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

GENERAL = "General"
_MONTHS = (
    "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik",
    "listopad", "grudzień",
)  # fmt: skip
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_FIGURES = re.compile(r"[#0?][#0?,. ]*[#0?]|[#0?]")
_GROUPS = re.compile(r"[#0?][, ][#0?]")


def format_code(number: int, own: dict[int, str]) -> str:
    """The code of a number format; Polish dates of the built-in ones."""
    return own.get(number) or BUILTIN_FORMATS.get(number, GENERAL)


def shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """A number or a date as text."""
    if code != GENERAL and is_date_format(code):
        return _moment(value, code, from_1904=from_1904)
    return _number(value, code)


def iso_shown(text: str) -> str:
    """A date that the file writes as ISO 8601."""
    try:
        moment = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return text
    return _date(moment, "dd.mm.yyyy hh:mm" if moment.time() != time() else "dd.mm.yyyy")


def _moment(value: float, code: str, *, from_1904: bool) -> str:
    try:
        moment = from_excel(value, MAC_EPOCH if from_1904 else WINDOWS_EPOCH)
    except (OverflowError, ValueError, TypeError):
        return _number(value, GENERAL)
    if isinstance(moment, timedelta):
        minutes = int(moment.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(moment, time):
        return f"{moment:%H:%M}" if re.search("[hs]", code, re.I) or not value else ""
    return _date(moment, code) if isinstance(moment, date) else _number(value, GENERAL)


def _date(moment: datetime | date, code: str) -> str:
    """By what the format shows: day, month in figures or words, year, hour."""
    plain = _LITERAL.sub(" ", code).casefold()
    with_time = "h" in plain
    months = re.sub(r"h+[^a-z]*m+|m+[^a-z]*s+", " ", plain)
    day, month, year = "d" in months, "m" in months, "y" in months
    if not (day or month or year):
        text = ""
    elif day:
        text = f"{moment:%d.%m.%Y}"
    elif month and year:
        named = "mmm" in months
        text = f"{_MONTHS[moment.month - 1]} {moment.year}" if named else f"{moment:%m.%Y}"
    else:
        text = str(moment.year) if year else _MONTHS[moment.month - 1]
    hour = f"{moment:%H:%M}" if with_time and isinstance(moment, datetime) else ""
    return " ".join(filter(None, (text, hour)))


@lru_cache(maxsize=500)
def _parts(code: str) -> tuple[str, str, str]:
    """What stands before the figures, the figures, and what stands after them, of the first section of a code."""
    section = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code[:200])[0]
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(match[1] or match[2] or match[3] or "")
        return f"\ue000{len(literals) - 1}\ue001"

    marked = _LITERAL.sub(keep, section)
    bare = re.sub(r"\ue000\d+\ue001", lambda found: "\ue002" * len(found.group()), marked)
    figures = _FIGURES.search(bare)
    if figures is None:
        return "", "", ""
    pieces = (marked[: figures.start()], figures.group(), marked[figures.end() :])
    before, shape, after = (re.sub(r"\ue000(\d+)\ue001", lambda found: literals[int(found[1])], it) for it in pieces)
    return before, shape, after


def _number(value: float, code: str) -> str:
    before, shape, after = _parts(code) if code not in (GENERAL, "@") else ("", "", "")
    if not shape or "e+" in code.casefold() or "/" in shape:
        return _general(value)
    if "%" in before + after:
        value *= 100
    whole, _, fraction = shape.partition(".")
    decimals = sum(sign in "0#?" for sign in fraction)
    grouped = _GROUPS.search(whole) is not None
    text = f"{abs(value):,.{min(decimals, 15)}f}" if grouped else f"{abs(value):.{min(decimals, 15)}f}"
    wide = whole.count("0")
    if wide > 1 and not grouped:
        figures, dot, rest = text.partition(".")
        text = figures.zfill(wide) + dot + rest
    text = text.replace(",", " ").replace(".", ",")
    sign = "-" if value < 0 and text.strip("0, ") else ""
    return f"{before}{sign}{text}{after}".strip()


def _general(value: float) -> str:
    """The shortest way to write a number, with a decimal comma."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")
