"""Signs that do not belong: letters of another alphabet, digits inside words, headings of columns misread."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bezpiecznik.resolution.lint.subject import WORD, Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Repair

_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіјѕԁґєїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯІЈЅ"
_ALIKE = dict(zip("асеоорхутмкніјѕԁвыпигзьАВЕЅІЈКМНОРСТУХ", "aceoopxytmkhijsdbynurebABESIJKMHOPCTYX", strict=True))
_ALIKE |= {"т": "t", "н": "n", "в": "w", "Н": "H", "В": "B", "п": "p", "и": "i", "г": "g", "з": "z", "ь": ""}
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι", "ABEZHIKMNOPTYXoi", strict=True))
_LATIN = re.compile(r"[A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż]")
_FOREIGN = re.compile(f"[{_CYRILLIC}{''.join(_GREEK)}]")
_DIGIT = re.compile(r"\b[^\W\d_]*[a-ząćęłńóśźż][01][a-ząćęłńóśźż][^\W\d_]*\b")
_NUMBER_HEAD = re.compile(r"[1I|]\s?\.\s?p\.?|L p\.?")
_TAG = re.compile(r"</?(?:p|br|b|i|u|em|strong|span|div|td|tr|table|li|ul|ol)\s*/?>", re.I)


def foreign_letters(subject: Subject) -> Iterator[Finding]:
    """A word written partly, or wholly but in disguise, in letters of another alphabet."""
    for text in subject.texts:
        if text.text.isascii() or not _FOREIGN.search(text.text):
            continue
        for word in WORD.findall(text.text):
            strange = _FOREIGN.findall(word)
            if not strange or not (_LATIN.search(word) or _disguised(word)):
                continue
            place, now = subject.place_in(text, word), _latin(word)
            message = f"W wyrazie „{word}” są litery innego alfabetu ({', '.join(dict.fromkeys(strange))}): {place}."
            repairs = [Repair(place, word, now)] if not _FOREIGN.search(now) else []
            yield finding("FOREIGN_LETTERS", "error", word, (place,), message, repairs=repairs)


def _latin(word: str) -> str:
    return "".join(_ALIKE.get(sign, _GREEK.get(sign, sign)) for sign in word)


def _disguised(word: str) -> bool:
    """Only capitals that look Latin, as "КМР" typed in Cyrillic."""
    return len(word) > 1 and word.isupper() and all(sign in "АВЕЅІЈКМНОРСТУХ" or sign in _GREEK for sign in word)


def digits_in_words(subject: Subject) -> Iterator[Finding]:
    """A digit between small letters: "szko1y" for "szkoły"."""
    for text in subject.texts:
        if text.text.isalpha():
            continue
        for word in dict.fromkeys(_DIGIT.findall(text.text)):
            if "@" in text.text or "www" in text.text or "http" in text.text:
                continue
            place = subject.place_in(text, word)
            message = f"W wyrazie „{word}” jest cyfra zamiast litery: {in_words([place])}."
            yield finding("MISPRINT", "warning", word, (place,), message)


def number_heading(subject: Subject) -> Iterator[Finding]:
    """The heading "l.p." of the first column read as "1.p." or "L p."."""
    found = [
        (subject.place_in(text, text.text), text.text)
        for text in subject.texts
        if text.header and _NUMBER_HEAD.fullmatch(text.text)
    ]
    if found:
        places = [place for place, _ in found]
        message = f"Nagłówek kolumny z numerem jest zapisany „{found[0][1]}” zamiast „Lp.”: {in_words(places)}."
        repairs = [Repair(place, was, "Lp.") for place, was in found]
        yield finding("MISPRINT", "info", found[0][1], places, message, repairs=repairs)


def markup(subject: Subject) -> Iterator[Finding]:
    """Marks of a web page left in the text."""
    if "<" not in subject.source:
        return
    found = [
        (f"l.{number}", tag.group())
        for number, line in enumerate(subject.source[:1_000_000].split("\n"), start=1)
        if "<" in line
        for tag in [_TAG.search(line)]
        if tag
    ]
    if found:
        places = [place for place, _ in found]
        message = f"W treści zostały znaczniki strony internetowej ({found[0][1]}): {in_words(places)}."
        yield finding("MARKUP_LEFT", "info", found[0][1], places, message)
