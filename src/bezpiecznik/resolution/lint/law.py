"""References to acts, and words that the law has changed; every sentence about the law names its source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Repair

_ARTICLE = re.compile(
    r"\b[Aa]rt(?:\.|ykuł\w{0,3})\s*(\d{1,4}[a-z]{0,2})((?:[,\s]{1,3}(?:ust|pkt|lit|§)\.?\s*\d{0,3}[a-z]{0,2}\b)+)"
)
_STEP = re.compile(r"(ust|pkt|lit|§)\.?\s*(\d{0,3}[a-z]{0,2})\b")
_ACT = re.compile(r"ustawy.{0,60}?\bo ((?:[^\W\d_]{4,}\s?){1,2})")
_JOURNAL = re.compile(r"\bDz\.\s?U\.\s+z\s+((?:19|20)\d\d)(?=\s*,?\s+(?:Nr|nr|poz)\b)")
_POINT = re.compile(r"\bpkt\.(?=\s?\d)")
_COMPETENCE = ("samorządzie powiatowym", "12", "9b")
_FAMILY = re.compile(r"(?<!o przeciwdziałaniu )przemoc\w{0,3} w rodzinie", re.I)
_HOME = re.compile(r"przemoc\w{0,3} domow\w{1,3}", re.I)
_EMPLOYMENT = re.compile(r"ustaw\w{1,2}[^.;]{0,40} o promocji zatrudnienia i instytucjach rynku pracy", re.I)


@dataclass(frozen=True)
class Changed:
    """A word that an act replaced by another, since a day, with the source of the change."""

    pattern: re.Pattern[str]
    was: str
    now: str
    since: str
    source: str


CHANGES = (
    Changed(
        _FAMILY,
        "przemoc w rodzinie",
        "przemoc domowa",
        "2023-06-22",
        "ustawa z dnia 9 marca 2023 r. o zmianie ustawy o przeciwdziałaniu przemocy w rodzinie oraz niektórych innych "
        "ustaw",
    ),
    Changed(
        _EMPLOYMENT,
        "ustawa o promocji zatrudnienia i instytucjach rynku pracy",
        "ustawa o rynku pracy i służbach zatrudnienia",
        "2025-06-01",
        "ustawa z dnia 20 marca 2025 r. o rynku pracy i służbach zatrudnienia",
    ),
)


def references(subject: Subject) -> Iterator[Finding]:
    """One provision cited under two kinds of unit: "art. 12 pkt 9b" and "art. 12 ust. 9b"."""
    cited: defaultdict[tuple[str, str, str], dict[str, list[tuple[str, str]]]] = defaultdict(dict)
    for text in subject.texts:
        if "rt" not in text.text:
            continue
        for match in _ARTICLE.finditer(text.text):
            steps = _STEP.findall(match[2])
            act = _ACT.search(text.text, match.end(), match.end() + 200)
            if len(steps) == 1 and steps[0][1] and act:
                key = (act[1].strip().casefold(), match[1], steps[0][1])
                place = subject.place_in(text, match.group())
                cited[key].setdefault(steps[0][0], []).append((place, match.group()))
    for (act_name, article, unit), units in cited.items():
        if len(units) > 1:
            places = [place for uses in units.values() for place, _ in uses]
            forms = " i ".join(f"„{uses[0][1]}” ({in_words([uses[0][0]])})" for uses in units.values())
            message = f"Ten sam przepis ustawy o {act_name} jest przywołany na dwa sposoby: {forms}."
            wrong = units.get("ust", []) if (act_name, article, unit) == _COMPETENCE else []
            repairs = [Repair(place, was, _in_point(was)) for place, was in wrong]
            yield finding("LEGAL_REFERENCE_CONFLICT", "error", f"art. {article}", places, message, repairs=repairs)


def _in_point(was: str) -> str:
    return re.sub(r",?\s*ust\.?\s*9b", " pkt 9b", was)


def council_competence(subject: Subject) -> Iterator[Finding]:
    """The council's competence to adopt the programme cited as "art. 12 ust. 9b": the statute has it in point 9b."""
    found: list[tuple[str, str]] = []
    if any("pkt 9b" in text.text for text in subject.texts):
        return  # then `references` tells of both
    for text in subject.texts:
        for match in _ARTICLE.finditer(text.text) if "9b" in text.text else ():
            steps = _STEP.findall(match[2])
            if match[1] == "12" and steps and steps[0] == ("ust", "9b"):
                found.append((subject.place_in(text, match.group()), match.group()))
    if found:
        places = [place for place, _ in found]
        message = (
            f"Przepis o programie to art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym, "
            f"a nie „{found[0][1]}”: {in_words(places)}."
        )
        repairs = [Repair(place, was, _in_point(was)) for place, was in found]
        yield finding("LEGAL_REFERENCE_WRONG", "error", "art. 12 pkt 9b", places, message, repairs=repairs)


def citations(subject: Subject) -> Iterator[Finding]:
    """Ways of citing that legislative technique does not know: "pkt." with a stop, a journal's year without "r."."""
    for pattern, code, now, message in (
        (_POINT, "pkt.", "pkt", "Skrót „pkt” pisze się bez kropki"),
        (_JOURNAL, "Dz. U.", "", "W oznaczeniu Dziennika Ustaw po roku brakuje „r.” (np. „Dz. U. z 2020 r. poz. 1”)"),
    ):
        found = [(place, match.group()) for place, match in subject.matches(pattern)]
        if found:
            places = [place for place, _ in found]
            repairs = [Repair(place, was, now or f"{was} r.") for place, was in found]
            yield finding("LEGAL_CITATION", "info", code, places, f"{message}: {in_words(places)}.", repairs=repairs)


def mixed_terms(subject: Subject) -> Iterator[Finding]:
    """ "Przemoc w rodzinie" and "przemoc domowa" side by side in one document."""
    old = [subject.place_in(text, "rodzinie") for text in subject.texts if _FAMILY.search(text.text)]
    new = [subject.place_in(text, "domow") for text in subject.texts if _HOME.search(text.text)]
    if old and new and not _applies(subject, CHANGES[0]):
        message = (
            f"Dokument pisze raz „przemoc w rodzinie” ({in_words(old)}), raz „przemoc domowa” ({in_words(new)}); "
            "warto używać jednego określenia."
        )
        yield finding("TERM_INCONSISTENT", "info", "przemoc w rodzinie", old + new, message)


def changed_words(subject: Subject) -> Iterator[Finding]:
    """In a programme adopted after the law changed, the words it had before."""
    for change in CHANGES:
        if not _applies(subject, change):
            continue
        places = [text.place for text in subject.texts if change.pattern.search(text.text)]
        if places:
            day = ".".join(reversed(change.since.split("-")))
            message = (
                f"Od {day} prawo mówi „{change.now}” zamiast „{change.was}” ({change.source}): {in_words(places)}."
            )
            yield finding("LAW_WORDING", "info", change.was, places, message)


def _applies(subject: Subject, change: Changed) -> bool:
    """Was the programme adopted after the change? Without a date its first year has to be a later one."""
    meta = subject.reading.meta
    if meta.date:
        return meta.date >= change.since
    return meta.years_from is not None and meta.years_from > int(change.since[:4])
