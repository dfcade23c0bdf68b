"""Months, quarters and years as columns of a timetable, marked row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bezpiecznik.resolution.polish import fold

MONTH_NAMES = (
    "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
    "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień",
)  # fmt: skip
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTH = re.compile(
    r"(?:sty(?:czen)?|lut(?:y)?|mar(?:zec)?|kwi(?:ecien)?|maj|cze(?:rwiec)?|lip(?:iec)?|sie(?:rpien)?|wrz(?:esien)?"
    r"|paz(?:dziernik)?|lis(?:topad)?|gru(?:dzien)?)\.?"
)
_QUARTER = re.compile(r"(?:(i|ii|iii|iv|[1-4])\.? ?(?:kw\.?|kwartal\w*)|(?:q|kw\.? ?|kwartal )(i|ii|iii|iv|[1-4]))")
_HALF = re.compile(r"(i|ii|1|2)\.? ?(?:polrocze|polr\.?)")
_YEAR = re.compile(r"(?:rok )?((?:20)\d\d)(?: ?r\.?| rok)?")
_GROUP = re.compile(r"\s*\(([^()]{1,80})\)$")
_MARK = re.compile(r"(?:[xX×✓✔√●■▪•+*V☒☑]|tak)(?:\s*[xX×✓✔])*", re.I)


def period_of(text: str) -> tuple[str, str] | None:
    """Kind and label of a column that stands for a time: ("kwartał", "III"), ("miesiąc", "maj"), ("rok", "2025")."""
    text = _GROUP.sub("", text)
    folded = fold(text) if len(text) <= 25 else ""
    if match := _QUARTER.fullmatch(folded):
        value = match[1] or match[2]
        return "kwartał", _ROMANS[int(value) - 1] if value.isdigit() else value.upper()
    if match := _HALF.fullmatch(folded):
        return "półrocze", "II" if match[1] in ("ii", "2") else "I"
    if match := _YEAR.fullmatch(folded):
        return "rok", match[1]
    if _MONTH.fullmatch(folded):
        return "miesiąc", next(name for name in MONTH_NAMES if fold(name)[:3] == folded[:3])
    return None


def periods_of(cells: Sequence[str]) -> dict[int, tuple[str, str]]:
    """The columns that stand for times; bare numbers count only in a whole run of four or twelve."""
    found = {place: period for place, cell in enumerate(cells) if (period := period_of(cell.strip()))}
    if len(found) < 2:
        found = {}
    return found | _runs(cells)


def _runs(cells: Sequence[str]) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    bare = [_GROUP.sub("", cell).strip(" .") for cell in cells]
    for series in (_ROMANS, tuple(str(value) for value in range(1, 13))):
        for length, kind in ((12, "miesiąc"), (4, "kwartał")):
            for start in range(1, len(bare) - length + 1):
                if tuple(bare[start : start + length]) == series[:length] and start not in found:
                    labels = MONTH_NAMES if kind == "miesiąc" else series
                    found |= {start + step: (kind, labels[step]) for step in range(length)}
    return found


def year_over(text: str) -> str:
    """The year named by the words over a column ("I kw. (2025)"), "" where there is none."""
    year = re.search(r"\b20\d\d\b", text)
    return year[0] if year else ""


def is_mark(cell: str) -> bool:
    """A cross, a tick or a shaded square; not a text."""
    return _MARK.fullmatch(cell.strip()) is not None


def in_words(marked: Sequence[tuple[str, str, str]]) -> str:
    """ "I, III kwartał" out of the marked columns, each as kind, label and the year above it, if any."""
    years = list(dict.fromkeys(year for _, _, year in marked))
    pieces = []
    for year in years:
        own = [(kind, label) for kind, label, above in marked if above == year]
        text = _of_a_year(own)
        pieces.append(f"{year}: {text}" if year else text)
    return "; ".join(pieces)


def _of_a_year(marked: Sequence[tuple[str, str]]) -> str:
    pieces = []
    for kind in dict.fromkeys(kind for kind, _ in marked):
        labels = ", ".join(dict.fromkeys(label for own, label in marked if own == kind))
        pieces.append(labels if kind in ("miesiąc", "rok") else f"{labels} {kind}")
    return ", ".join(pieces)
