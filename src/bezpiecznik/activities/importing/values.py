"""What people write in cells, as values. Pure; what cannot be is said in a sentence (ValueError)."""

import re
from datetime import date, time, timedelta

from django.utils.translation import gettext as _

from bezpiecznik.activities.states import ActivityKind, ActivityState
from bezpiecznik.core.polish import fold

MONTHS = (
    ("styczn", "i"), ("lut", "ii"), ("marz", "marc", "iii"), ("kwie", "iv"), ("maj", "v"), ("czerw", "vi"),
    ("lip", "vii"), ("sierp", "viii"), ("wrze", "ix"), ("pazdz", "x"), ("listop", "xi"), ("grud", "xii"),
)  # fmt: skip
"""Beginnings of names of months, folded, and Roman numbers (alone)."""
KINDS = {
    ActivityKind.MEETING: "spotkan debat pogadank prelekcj zebran konsultac narad posiedzen rozmow",
    ActivityKind.TRAINING: "szkolen warsztat kurs zajec lekcj instruktaz wyklad seminar",
    ActivityKind.DRILL: "cwiczen pokaz ewakuac manewr",
    ActivityKind.CONTEST: "konkurs turniej zawod olimpiad quiz",
    ActivityKind.INSPECTION: "kontrol inspekcj lustrac rekontrol",
    ActivityKind.PUBLICATION: "publikac ulotk artykul plakat audycj broszur komunikat film spot",
    ActivityKind.CAMPAIGN: "kampan akcj happening festyn piknik marsz",
    ActivityKind.SERVICE: "dyzur uslug patrol porad interwenc pomoc",
    ActivityKind.OTHER: "inn",
}
STATES = {
    ActivityState.CANCELLED: "odwolan anulowan cancelled",
    ActivityState.PLANNED: "plan zaplanowan",
    ActivityState.HELD: "odbyl zrealizowan wykonan przeprowadz zakonczon tak",
}
NOTHING = frozenset({"", "-", "–", "—", "brak", "nie dotyczy", "n/d", "nd", "b/d", "bd"})
FIRST_SERIAL, LAST_SERIAL = 25_569, 73_050
"""Days of a spreadsheet from 1970 to 2099: less or more is some other number."""
EARLIEST, LATEST = 2000, 2099
MOST = 1_000_000

_ISO = re.compile(r"^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T\s]|$)")
_POLISH = re.compile(r"^(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4}|\d{2})(?!\d)")
_WORDS = re.compile(r"^(\d{1,2})\.?\s+([^\W\d_]+)\.?\s+(\d{4})(?!\d)")
_HOUR = re.compile(r"(?<![\d.])(\d{1,2})(?:[:.](\d{1,2}))?(?::\d{2})?(?![\d])")
_AFTER_DAY = re.compile(r"[T\s](\d{1,2}:\d{2})(?::\d{2})?$")
_FRACTION = re.compile(r"^0[.,]\d+$")
_COUNT = re.compile(
    r"^(\d{1,3}(?:[\s.]\d{3})+|\d+)(?:[.,]0+)?\s*(?:os\.?|osob|osoby|osoba|uczestnikow|szt\.?|razy|x)?$"
)


def is_nothing(text: str) -> bool:
    """Whether the cell says that there is nothing to say."""
    return fold(text).strip() in NOTHING


def day(text: str) -> date:
    """`1.02.2022`, `2022-02-01`, `1 lutego 2022`, `44593`; an hour after it is left to `hour_of_day`."""
    said = text.strip().removesuffix("r.").strip()
    if said.isdecimal() and FIRST_SERIAL <= int(said) <= LAST_SERIAL:
        return date(1899, 12, 30) + timedelta(days=int(said))
    if match := _ISO.match(said):
        return _real(int(match[1]), int(match[2]), int(match[3]), text)
    if match := _POLISH.match(said):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        return _real(year, int(match[2]), int(match[1]), text)
    if match := _WORDS.match(fold(said)):
        return _real(int(match[3]), _month(match[2], text), int(match[1]), text)
    raise ValueError(_("„%(text)s” to nie data: prosimy o zapis jak 1.02.2022 albo 2022-02-01") % {"text": text})


def _month(word: str, text: str) -> int:
    for number, (*beginnings, roman) in enumerate(MONTHS, start=1):
        if word == roman or any(word.startswith(beginning) for beginning in beginnings):
            return number
    raise ValueError(_("„%(text)s”: nie znamy takiego miesiąca") % {"text": text})


def _real(year: int, month: int, number: int, text: str) -> date:
    try:
        found = date(year, month, number)
    except ValueError:
        raise ValueError(_("„%(text)s”: takiego dnia nie ma w kalendarzu") % {"text": text}) from None
    if not EARLIEST <= year <= LATEST:
        raise ValueError(_("„%(text)s”: sprawdź rok") % {"text": text})
    return found


def hour_of_day(text: str) -> str:
    """The hour written after a day in one cell, or nothing."""
    match = _AFTER_DAY.search(text.strip())
    return match[1] if match else ""


def hour(text: str) -> time:
    """`17:00`, `17.00`, `godz. 17`, `17:00–18:30` (the beginning), `0,7083` of a spreadsheet."""
    if _FRACTION.match(text):
        minutes = round(float(text.replace(",", ".")) * 24 * 60)
        return time(minutes // 60 % 24, minutes % 60)
    match = _HOUR.search(text)
    if match:
        told = match[2] or "0"
        number = int(told) * (10 if len(told) == 1 else 1)  # a spreadsheet makes 17.3 of 17.30
        if int(match[1]) < 24 and number < 60:
            return time(int(match[1]), number)
    raise ValueError(_("„%(text)s” to nie godzina: prosimy o zapis jak 17:00") % {"text": text})


def count(text: str) -> int:
    """A whole number of people or things: `1 200`, `48 osób`, `25,0`."""
    match = _COUNT.match(fold(text.replace("\xa0", " ")).strip())
    if not match:
        raise ValueError(_("„%(text)s” to nie liczba całkowita: prosimy o same cyfry") % {"text": text})
    number = int(re.sub(r"\D", "", match[1]))
    if number > MOST:
        raise ValueError(_("„%(text)s”: to za dużo") % {"text": text})
    return number


def kind(text: str) -> ActivityKind:
    """By the label, or by a word that speaks of it: „pogadanka” is a meeting."""
    words = fold(text).split()
    for known in ActivityKind:
        if fold(text).strip() in {known.value, fold(str(known.label))}:
            return known
    for word in words:
        for known, beginnings in KINDS.items():
            if any(word.startswith(beginning) for beginning in beginnings.split()):
                return known
    labels = ", ".join(f"„{one.label}”" for one in ActivityKind)
    raise ValueError(_("nie znamy rodzaju „%(text)s”, możliwe: %(known)s") % {"text": text, "known": labels})


def state(text: str) -> ActivityState:
    said = fold(text).strip()
    if said.startswith("nie odbyl"):
        return ActivityState.CANCELLED
    for known, beginnings in STATES.items():
        if any(said.startswith(beginning) for beginning in beginnings.split()):
            return known
    labels = ", ".join(f"„{one.label}”" for one in ActivityState)
    raise ValueError(_("nie znamy stanu „%(text)s”, możliwe: %(known)s") % {"text": text, "known": labels})
