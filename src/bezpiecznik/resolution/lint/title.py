"""The name of the programme: in the statute, in the resolution, on the cover and in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from bezpiecznik.resolution.document import Paragraph
from bezpiecznik.resolution.lint.subject import WORD, Subject, Text, cased, finding, in_words
from bezpiecznik.resolution.model import Finding, Repair
from bezpiecznik.resolution.polish import fold, is_capitals

STATUTORY = (
    "zapobiegania", "przestępczości", "oraz", "ochrony", "bezpieczeństwa", "obywateli", "i", "porządku", "publicznego",
)  # fmt: skip
_FOLDED = [fold(word) for word in STATUTORY]
_ANCHORS = {3: "ochrony", 5: "obywateli", 8: "publicznego"}
_LEAST_EQUAL = 6
_UP_TO_YEARS = re.compile(r"(NA LATA\s+\d{4}\s*\W{1,3}\s*\d{4}).*", re.I | re.S)
_OTHER_ORDER = re.compile(r"program\w{0,3} zapobiegania (.{20,130})")
_KEYS = frozenset(["przestepczosci", "porzadku", "publicznego", "bezpieczenstwa", "obywateli"])


@dataclass
class Wrong:
    """One wrong word in the place of a word of the name, with every place of it."""

    word: str
    now: str
    places: list[tuple[str, str]] = field(default_factory=list)


def wrong_words(subject: Subject) -> list[Wrong]:
    """Words that stand in the name of the programme where the statute has another."""
    found: dict[tuple[str, str], Wrong] = {}
    for text in subject.texts:
        for slot, word in _slips(text.text):
            now = STATUTORY[slot]
            wrong = found.setdefault((word.casefold(), now), Wrong(word, now))
            wrong.places.append((subject.place_in(text, word), word))
    return list(found.values())


def _slips(text: str) -> Iterator[tuple[int, str]]:
    """Slot of the statutory name and the other word that fills it."""
    if len(text) < 60:
        return
    words = WORD.findall(text)
    folded = [fold(word) for word in words]
    seen: set[int] = set()
    for at, word in enumerate(folded):
        for slot, anchor in _ANCHORS.items():
            start = at - slot
            if word != anchor or start in seen or start < 0 or start + 9 > len(words):
                continue
            differ = [n for n in range(9) if folded[start + n] != _FOLDED[n]]
            if differ and 9 - len(differ) >= _LEAST_EQUAL:
                seen.add(start)
                yield from ((n, words[start + n]) for n in differ)


def statutory_words(subject: Subject) -> Iterator[Finding]:
    """A word of the statutory name misprinted, exchanged or left out."""
    for wrong in subject.once(wrong_words):
        places = [place for place, _ in wrong.places]
        if fold(wrong.word).startswith("program"):
            message = f"W nazwie programu brakuje słowa „{wrong.now.capitalize()}”: {in_words(places)}."
            repairs = [Repair(place, word, f"{word} {cased(wrong.now, word)}") for place, word in wrong.places]
        else:
            message = (
                f"W nazwie programu jest „{wrong.word}” zamiast „{cased(wrong.now, wrong.word)}” "
                f"(art. 12 pkt 9b ustawy o samorządzie powiatowym): {in_words(places)}."
            )
            repairs = [Repair(place, word, cased(wrong.now, word)) for place, word in wrong.places]
        subject_word = wrong.now.capitalize() if "brakuje" in message else wrong.word
        yield finding("MISPRINT", "error", subject_word, places, message, repairs=repairs)


def learned_stems(subject: Subject) -> Iterator[Finding]:
    """The wrong word of the name in another case and elsewhere: "przemocnością" after "Przemocności"."""
    stems = dict(_stems(subject))
    if not stems:
        return
    named = {(place, word) for wrong in subject.once(wrong_words) for place, word in wrong.places}
    found: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    starts = tuple(stems)
    for text, words in subject.words_of_texts:
        for word in words:
            small = word.casefold()
            if not small.startswith(starts) or ((place := subject.place_in(text, word)), word) in named:
                continue
            bad = next(stem for stem in starts if small.startswith(stem))
            found[small].append((place, word, cased(stems[bad] + small[len(bad) :], word)))
    for uses in found.values():
        places = [place for place, _, _ in uses]
        message = f"Wyraz „{uses[0][1]}” to prawdopodobnie „{uses[0][2]}”: {in_words(places)}."
        yield finding("MISPRINT", "error", uses[0][1], places, message, repairs=[Repair(*use) for use in uses])


def _stems(subject: Subject) -> Iterator[tuple[str, str]]:
    for wrong in subject.once(wrong_words):
        bad, good = wrong.word.casefold(), wrong.now
        same = 0
        while same < min(len(bad), len(good)) and bad[-1 - same] == good[-1 - same]:
            same += 1
        known = any(word.startswith(bad[:-same]) for word in STATUTORY)
        if same >= 3 and len(bad) - same >= 5 and not known:
            yield bad[:-same], good[:-same]


def order_of_words(subject: Subject) -> Iterator[Finding]:
    """The programme called by a name of the same words in another order, or with one of them elsewhere."""
    title = fold(subject.reading.meta.title or "")
    if " ".join(_FOLDED[2:]) not in title:
        return
    statutory = {passage.source.line for passage in subject.reading.commission_tasks}
    places = []
    for text, folded in subject.folded:
        if text.line in statutory:
            continue
        for match in _OTHER_ORDER.finditer(folded):
            words = WORD.findall(match[1])[:9]
            if words[1:8] != _FOLDED[2:] and set(words) >= _KEYS:
                places.append(text.place)
                break
    if places:
        message = (
            f"Program jest nazwany inaczej niż w tytule, z innym porządkiem słów: {in_words(places)}. "
            "Nazwa ustawowa to „program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli "
            "i porządku publicznego” (art. 12 pkt 9b ustawy o samorządzie powiatowym)."
        )
        yield finding("TITLE_VARIANT", "warning", "nazwa programu", places, message)


def cover(subject: Subject) -> Iterator[Finding]:
    """The title on the cover, set in capitals, is not that of the resolution."""
    meta = subject.reading.meta
    line = meta.sources["title"].line if "title" in meta.sources else None
    text = _cover(subject, line or 0) if meta.title and line else None
    if text is None or meta.title is None or line is None:
        return
    here, there = _words_of(meta.title), _words_of(_UP_TO_YEARS.sub(r"\1", text.text))
    only_here = [word for word in here if fold(word) not in map(fold, there)]
    only_there = [word for word in there if fold(word) not in map(fold, here)]
    if only_here or only_there:
        message = (
            f"Tytuł programu w uchwale różni się od tytułu na okładce: w uchwale {_quoted(only_here)}, "
            f"na okładce {_quoted(only_there)}."
        )
        yield finding("TITLE_CONFLICT", "error", "tytuł", (f"l.{line}", text.place), message)


def _cover(subject: Subject, line: int) -> Text | None:
    """The line in capitals, near the beginning, that is nearly the title."""
    title = " ".join(map(fold, _words_of(subject.reading.meta.title or "")))
    for block in subject.document.blocks[:80]:
        if not isinstance(block, Paragraph) or block.source.line == line or not 30 <= len(block.text) <= 300:
            continue
        likely = "PROGRAM" in block.text.upper() and is_capitals(block.text) and not block.text.startswith("UCHWAŁA")
        if likely and fuzz.token_sort_ratio(" ".join(map(fold, _words_of(block.text))), title) > 75:
            return Text(block.text, f"l.{block.source.line}", block.source.line or 0)
    return None


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]{2,}", text)


def _quoted(words: list[str]) -> str:
    return ", ".join(f"„{word}”" for word in words) if words else "nic więcej"
