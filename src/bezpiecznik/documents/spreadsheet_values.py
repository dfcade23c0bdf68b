"""What a cell of a document means to a spreadsheet: a number, a day, or words."""

import re
from contextlib import suppress
from datetime import date, datetime

MONTHS = (
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
    "listopada", "grudnia",
)  # fmt: skip
NUMBER = re.compile(r"[-−]?(?:0|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+|[1-9]\d{0,14})(?:,\d{1,9})?")
PERCENT = re.compile(rf"({NUMBER.pattern})[ \u00a0]?%")
DAY = re.compile(r"\d{2}\.\d{2}\.\d{4}")
LONG_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})(?: r\.)?")

Value = str | int | float | date


def value_of(words: str) -> tuple[Value, str]:
    """The value of a cell and its number format; words that only look like a number (007, 1.2) stay words."""
    plain = words.strip().replace("\u200b", "")
    if NUMBER.fullmatch(plain):
        number = _number(plain)
        return number, _format(plain)
    if found := PERCENT.fullmatch(plain):
        return _number(found[1]) / 100, _format(found[1]) + "%"
    return (day, "dd.mm.yyyy") if (day := _day(plain.replace("\u00a0", " "))) else (words, "")


def _number(words: str) -> int | float:
    digits = re.sub(r"[ \u00a0\u202f]", "", words).replace("−", "-").replace(",", ".")
    return float(digits) if "." in digits else int(digits)


def _format(words: str) -> str:
    """As the document wrote it: as many places after the comma, thousands parted where they were parted."""
    whole, _comma, rest = words.partition(",")
    parted = "#,##0" if re.search(r"[ \u00a0\u202f]", whole) else "0"
    return f"{parted}.{'0' * len(rest)}" if rest else parted


def _day(words: str) -> date | None:
    with suppress(ValueError):
        if DAY.fullmatch(words):
            return datetime.strptime(words, "%d.%m.%Y").date()  # noqa: DTZ007  (a day has no time zone)
        if found := LONG_DAY.fullmatch(words):
            return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    return None
