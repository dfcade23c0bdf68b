"""How a line of running text is marked as an item of a list or as the start of a card."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bezpiecznik.resolution.polish import fold

_KIND = (
    r"(zadani[ea]|działani[ea]|przedsięwzięci[ea]|inicjatyw[ay]|zad\.|dział\.|zamierzeni[ea]|czynność|aktywność"
    r"|krok|zobowiązanie|projekt|program|kampania|akcja)"
)
_NUMBER = r"((?:(?:\d{1,3}|[IVX]{1,5}|[A-Z])[.\-/])*(?:\d{1,3}[a-z]?|[IVX]{1,5}))"
_CARD = re.compile(
    rf"(?:(?:karta|fiszka|metryczka|arkusz)\s+)?{_KIND}\s*(?:(?:nr|numer)\.?\s*|\#\s*)?{_NUMBER}(?![\w/%+])"
    r"(?!\s+(?:i|oraz|do|lub)\s)[.):]?\s*[-–—:|]?\s*(.*)",
    re.I | re.S,
)
_ITEM = re.compile(
    r"(?:[-–•*]\s*)?(\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?)\s?([.)])\s*(\S.*)|(\d{1,3}(?:\.\d{1,3}){1,4})\s+(\S.*)", re.S
)
_LETTER = re.compile(r"(?:[-–•*]\s*)?([a-z]{1,2})\)\s*(\S.*)", re.S)
_BULLET = re.compile(r"([-–—•*·►▪●■✓➢])\s*(\S.*)", re.S)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Mark:
    """How a line is marked as an item: its shape ("1.", "1)", "a)", "•"), number and text; a card also by its word."""

    shape: str
    number: str
    text: str
    kind: str = ""


def mark_of(text: str) -> Mark | None:
    """The mark of an item, None for a line that is none."""
    if match := _ITEM.fullmatch(text):
        number = match[1] or match[4]
        depth = len(_DIGITS.findall(number))
        return Mark(f"{depth}{match[2] if match[1] and depth == 1 else ''}", number, match[3] or match[5])
    if match := _LETTER.fullmatch(text):
        return Mark("a)", match[1], match[2])
    if match := _BULLET.fullmatch(text):
        return Mark(match[1], "", match[2])
    return None


def card_of(text: str) -> Mark | None:
    """The start of a task card: "Zadanie 1.2. …", "Karta zadania nr 3", "Zad. 4", "Projekt nr 2"."""
    match = _CARD.fullmatch(text)
    return Mark("card", match[2], match[3], fold(match[1])) if match else None
