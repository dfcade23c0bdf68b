"""Sentences cut or doubled, words written twice, quotation marks and brackets without their pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bezpiecznik.resolution.lint.subject import Subject, Text, finding, in_words
from bezpiecznik.resolution.model import Finding, Repair
from bezpiecznik.resolution.polish import fold, is_capitals

_HANGING = re.compile(
    r"(?:\s(?:i|oraz|lub|albo|w|we|na|do|dla|przez|przy|pod|nad|od|po|że|który|która|które|ze|z|o|a|u)|,)$"
)
_ITEM = re.compile(r"\s*(?:[-–•*§]|\d+(?:\.\d+)*[.)]|[a-z]\)|[IVX]+\.)")
_DOUBLE = re.compile(r"(?<![\w-])([^\W\d_]{2,}|[izwou]) \1(?![\w-])(?! o\.o)")
_UNIT_TWICE = re.compile(
    r"\b((?:miasta|gminy|powiatu) ([^\W\d_]+)) na lata \d{4}\s?[–—-]\s?\d{4}( dla (?:miasta|gminy|powiatu) \2)\b", re.I
)
_MAY_DOUBLE = frozenset(["bardzo", "to", "raz", "pół", "dalej", "ha", "bla", "coraz", "nie", "jest"])
_SENTENCE = re.compile(r"(?<=[^\s.]{3})[.;!?]\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ„-])|\s[-–]\s|;\s")
_QUOTED = re.compile(r"[„\"][^„”\"]{0,300}[”\"]")
_LONG, _RUN, _LINES_OF_AN_ACTION = 120, 7, 6
_ENUMERATION = re.compile(r"(?<!\w)(?:\d{1,2}|[a-z])\)")


def cut(subject: Subject) -> Iterator[Finding]:
    """A long paragraph, outside the actions, that stops inside a sentence; an action that ends with "oraz"."""
    texts = subject.texts
    lines = [action.source.line or 0 for _, action in subject.actions]
    first, last = (min(lines), max(lines) + _LINES_OF_AN_ACTION) if lines else (1, 0)
    for at, text in enumerate(texts):
        if text.row or first <= text.line <= last or not _stops_inside(text):
            continue
        after = texts[at + 1] if at + 1 < len(texts) else None
        ending = " ".join(text.text.split()[-4:])
        message = f"Zdanie urywa się na słowach „{ending}”: {in_words([text.place])}."
        goes_on = after and not after.row and not _ITEM.match(after.text) and after.text.rstrip().endswith(".")
        if goes_on and after:
            message = message[:-1] + f"; dalszy ciąg jest zapewne w innym akapicie ({in_words([after.place])})."
        yield finding("SENTENCE_CUT", "warning", ending, (text.place,), message)
    for place, action in subject.actions:
        if _HANGING.search(action.text):
            message = f"Treść działania {place} urywa się na słowach „{' '.join(action.text.split()[-3:])}”."
            yield finding("SENTENCE_CUT", "error", place, (place,), message)


def _stops_inside(text: Text) -> bool:
    plain = text.text.strip()
    if text.place[0] != "l" or len(plain) < _LONG or _ITEM.match(plain) or is_capitals(plain):
        return False
    if plain[:1].islower() or fold(plain).startswith(("uchwala nr", "w sprawie", "zalacznik")) or "\t" in plain:
        return _HANGING.search(plain) is not None
    return plain[-1].isalpha() or plain[-1] == ","


def stop_missing(subject: Subject) -> Iterator[Finding]:
    """Actions without the full stop that nearly all others have: a hint that something was cut."""
    texts = [(place, action.text) for place, action in subject.actions if action.text]
    bare = [(place, text) for place, text in texts if text[-1].isalnum()]
    if len(texts) >= 5 and bare and len(bare) <= 0.3 * len(texts) and all(len(text) > 2 for _, text in bare):
        places = [place for place, _ in bare]
        message = (
            f"Na końcu działań brakuje kropki, inaczej niż w pozostałych: {in_words(places, 15)}. "
            "Sprawdź, czy treść nie została ucięta."
        )
        repairs = [Repair(place, text[-40:], text[-40:] + ".") for place, text in bare]
        yield finding("PUNCTUATION", "info", "kropka", places, message, repairs=repairs)


def doubled_words(subject: Subject) -> Iterator[Finding]:
    """One word twice in a row."""
    for text in subject.texts:
        for match in _DOUBLE.finditer(text.text):
            if fold(match[1]) in _MAY_DOUBLE or match[1].isupper() or match[1].istitle():
                continue
            place = subject.place_in(text, match.group())
            message = f"Wyraz „{match[1]}” jest napisany dwa razy z rzędu: {in_words([place])}."
            yield finding(
                "WORD_REPEATED", "warning", match[1], (place,), message, repairs=[Repair(place, match[0], match[1])]
            )


def unit_twice(subject: Subject) -> Iterator[Finding]:
    """The unit named twice in one title: "Miasta Lipno na lata … dla miasta Lipno"."""
    for text in subject.texts:
        if match := _UNIT_TWICE.search(text.text):
            place, was = subject.place_in(text, match[3]), match[3]
            message = (
                f"Nazwa jednostki powtarza się w jednym tytule („{match[1]} … {was.strip()}”): {in_words([place])}."
            )
            repair = Repair(place, was, "")
            yield finding("WORD_REPEATED", "info", match[1], (place,), message, repairs=(repair,))


def repeated_part(subject: Subject) -> Iterator[Finding]:
    """The same run of words twice in one sentence, other than the programme's name or an act's."""
    title = set(fold(subject.reading.meta.title or "").split())
    for text in subject.texts:
        if len(text.text) < 100:
            continue
        for sentence in _SENTENCE.split(text.text):
            if run := _repeated_run(_QUOTED.sub(" „” ", sentence), title):
                place = subject.place_in(text, run.split()[0])
                message = f"W jednym zdaniu dwa razy powtarza się „{run}”: {in_words([place])}."
                yield finding("SENTENCE_REPEATED", "warning", run, (place,), message)
                break


def _repeated_run(sentence: str, title: set[str]) -> str | None:
    words = re.findall(r"\w+", sentence)
    if len(words) < 2 * _RUN:
        return None
    folded = [fold(word) for word in words]
    first: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - _RUN + 1):
        run = tuple(folded[at : at + _RUN])
        start = first.setdefault(run, at)
        own = [word for word in run if word not in title and len(word) > 2]
        if at - start >= _RUN and len(own) >= 2 and not any(word[0].isdigit() or word == "ustawy" for word in run):
            return " ".join(words[start : start + _RUN])
    return None


def unbalanced(subject: Subject) -> Iterator[Finding]:
    """A bracket or a quotation mark without its pair, in a paragraph or in the whole text of an action."""
    wholes = [(place, action.text) for place, action in subject.actions]
    wholes += [(f"P{row.no}", f"{row.name} {row.goal}") for row in subject.reading.initiatives]
    wholes += [(f"P{row.no}", row.method) for row in subject.reading.initiatives]
    prose = [(text.place, text.text) for text in subject.texts if not text.row]
    for opening, closing, name in (("(", ")", "nawias"), ("„", "”", "cudzysłów")):
        for place, excess in (*_excesses(wholes, opening, closing), *_unpaired(_excesses(prose, opening, closing))):
            which = "otwierający bez zamykającego" if excess > 0 else "zamykający bez otwierającego"
            message = f"Jest {name} {which}: {in_words([place])}."
            yield finding("UNBALANCED", "info", name, (place,), message)


def _excesses(texts: list[tuple[str, str]], opening: str, closing: str) -> list[tuple[str, int]]:
    """Place and how many more marks open than close, of the texts where these differ."""
    counted = [(place, _excess(text, opening, closing)) for place, text in texts]
    return [(place, excess) for place, excess in counted if excess]


def _excess(text: str, opening: str, closing: str) -> int:
    if opening not in text and closing not in text:
        return 0
    if opening == "„":
        return 0 if '"' in text else text.count(opening) - text.count(closing)
    excess = text.count(opening) - text.count(closing)
    return excess if excess >= 0 else min(0, excess + len(_ENUMERATION.findall(text)))


def _unpaired(excesses: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Without a mark that opens in one paragraph and closes in a later one: a text whose lines are its paragraphs."""
    alone: list[tuple[str, int]] = []
    for place, excess in excesses:
        if alone and alone[-1][1] + excess == 0 and alone[-1][1] > 0:
            alone.pop()
        else:
            alone.append((place, excess))
    return alone
