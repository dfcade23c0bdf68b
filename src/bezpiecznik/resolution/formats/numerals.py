"""Numbers of lists as office programs write them."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS = 26
_MOST = 100_000


def numeral(number: int, form: str) -> str:
    """A number in a form of WordprocessingML ("lowerLetter", "upperRoman" …); an unknown form counts in figures."""
    if form == "none":
        return ""
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return roman(number) if form == "upperRoman" else roman(number).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < number < _LETTERS * 30:
        return letter(number) if form == "upperLetter" else letter(number).lower()
    if form == "decimalZero":
        return f"{number:02d}"
    return f"{number}." if form == "ordinal" else str(min(number, _MOST))


def roman(number: int) -> str:
    """4 is IV."""
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def letter(number: int) -> str:
    """1 is A, 27 is AA, 28 is BB: Word repeats the letter."""
    times, place = divmod(number - 1, _LETTERS)
    return chr(ord("A") + place) * (times + 1)
