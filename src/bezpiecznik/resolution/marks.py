"""How a line of running text is marked as an item of a list or as the start of a card."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bezpiecznik.resolution.labels import divide
from bezpiecznik.resolution.polish import fold

_KIND = (
    r"(zadani[ea]|działani[ea]|przedsięwzięci[ea]|inicjatyw[ay]|zad\.|dział\.|zamierzeni[ea]|czynność|aktywność"
    r"|krok|zobowiązanie|projektu?|programu?|kampani[ai]|akcj[ai])"
)
_NUMBER = r"((?:(?:\d{1,3}|[IVX]{1,5}|[A-Z])[.\-/])*(?:\d{1,3}[a-z]?|[IVX]{1,5}))"
_CARD = re.compile(
    rf"(?:(?:karta|fiszka|metryczka|arkusz)\s+)?{_KIND}\s*(?:(?:nr|numer)\.?\s*|\#\s*)?{_NUMBER}(?![\w/%+])"
    r"(?!\s+(?:i|oraz|do|lub)\s|\s?[-–—]\s?\d)[.):]?\s*[-–—:|]?\s*(.*)",
    re.I | re.S,
)
_ITEM = re.compile(
    r"(?:[-–•*]\s*)?(\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?)\s?([.)])(?!\d)\s*(\S.*)|(\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?)\s+(\S.*)",
    re.S,
)
_CAPITAL = r"(?=[A-ZĄĆĘŁŃÓŚŹŻ„\"«(])"
_LETTER = re.compile(
    rf"(?:[-–•*]\s*)?(?:([a-z]{{1,2}})\)\s*(\S.*)|\(([a-z])\)\s+(\S.*)|([a-h])\.\s+({_CAPITAL}.*))", re.S
)
_SIGNED = re.compile(
    rf"(\d{{1,3}})\s?([/\]])\s*(\S.*)|([(\[])(\d{{1,3}})[)\]]\s*(\S.*)|(\d{{1,3}})\s?([–—-])\s+({_CAPITAL}.*)", re.S
)
_WORDED = re.compile(
    r"(§|(?i:ad|pkt|punkt|poz|pozycja|nr|lp|l\.p|ust|art))\.?\s*(\d{1,3}(?:[./]\d{1,3})*[a-z]?)\s?[.):]?\s*[-–—]?\s+(\S.*)",
    re.S,
)
# "I.1.", "A.2", "B3)", "Z-4", "II/1.a": a letter or a Roman number with an Arabic one; "A4 i S7" are roads.
_MIXED = re.compile(
    rf"((?:[IVX]{{1,5}}|[A-Z])[.\-/]?\s?\d{{1,3}}(?:[.\-/]\d{{1,3}}){{0,3}}(?:[.\-/]?[a-z])?)\s?[.):]?\s*[-–—]?\s+({_CAPITAL}.*)",
    re.S,
)
_ROMAN = re.compile(r"([IVX]{1,5})\s?[.)]\s+(\S.*)", re.S)
_BULLET = re.compile(r"([-–—•*·►▪●■□○◦✓✔✗☐☑➢➔→⇒»›‣⁃∙◆◇❖❑★\uf0b7\uf0a7\uf0d8\uf0fc])\s*(\S.*)", re.S)
_DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r"\d+|[IVX]+|[A-Za-z]")


@dataclass(frozen=True)
class Mark:
    """How a line is marked as an item: its shape ("1.", "1)", "a)", "•"), number and text; a card also by its word.

    `written` is a rarer mark as it stands.
    """

    shape: str
    number: str
    text: str
    kind: str = ""
    written: str = ""


def mark_of(text: str) -> Mark | None:
    """The mark of an item, None for a line that is none."""
    if match := _ITEM.fullmatch(text):
        number = match[1] or match[4]
        depth = len(_DIGITS.findall(number))
        return Mark(f"{depth}{match[2] if match[1] and depth == 1 else ''}", number, match[3] or match[5])
    if match := _LETTER.fullmatch(text):
        return Mark("a)", match[1] or match[3] or match[5], match[2] or match[4] or match[6])
    if match := _BULLET.fullmatch(text):
        return Mark(match[1], "", match[2])
    rarer = _rarer(text)
    return replace(rarer, written=text[: len(text) - len(rarer.text)]) if rarer else None


def _rarer(text: str) -> Mark | None:
    """ "§ 1.", "Ad. 2", "3/", "(4)", "II.5", "A-6", and Roman numbers of tasks that tell their fields at once."""
    if match := _SIGNED.fullmatch(text):
        number, sign, rest = [part for part in match.groups() if part]
        return Mark(f"1{sign}", number, rest) if number[0].isdigit() else Mark(f"1{number}", sign, rest)
    if match := _WORDED.fullmatch(text):
        return Mark(f"word {match[1].casefold()}", match[2], match[3])
    if match := _MIXED.fullmatch(text):
        return Mark(f"mixed {len(_PARTS.findall(match[1]))}", match[1].replace(" ", ""), match[2])
    if (match := _ROMAN.fullmatch(text)) and divide(match[2])[1]:
        return Mark("roman", match[1], match[2])
    return None


def card_of(text: str) -> Mark | None:
    """The start of a task card: "Zadanie 1.2. …", "Karta zadania nr 3", "Zad. 4", "Projekt nr 2"."""
    match = _CARD.fullmatch(text)
    return Mark("card", match[2], match[3], fold(match[1])) if match else None
