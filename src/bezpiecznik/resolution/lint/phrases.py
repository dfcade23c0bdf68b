"""Set phrases written wrong: "Uchwała się" for "Uchwala się", a name of the town after "w" in the wrong case."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Repair
from bezpiecznik.resolution.polish import stem

_ENACTS = re.compile(r"\b([Uu])chwała(?=,? (?:się|co następuje)\b)")
_NO_COMMA = re.compile(r"\b(uchwa[lł]a(?: się)?) co następuje")
_FIXED = (
    (re.compile(r"\b([Nn])ie wykluczonym jest\b"), r"\1iewykluczone jest"),
    (re.compile(r"\bw dniu codziennym\b"), "w życiu codziennym"),
    (re.compile(r"\bnad woda\b"), "nad wodą"),
    (re.compile(r"\bz poza\b"), "spoza"),
    (re.compile(r"\bz (szk[oó]ł\w*|społecz\w+|współ\w+|straż\w+)"), r"ze \1"),
    (re.compile(r"\bco raz (więcej|częściej|bardziej|lepiej)"), r"coraz \1"),
    (re.compile(r"\bSARS[- ][Cc]o[Vv][- ]?2\b"), "SARS-CoV-2"),
    (re.compile(r"\b([Pp]rogram|[Pp]rojekt|[Kk]ampania|[Aa]kcja) na celu\b"), r"\1 ma na celu"),
    (re.compile(r"\bp\. ?poż\."), "ppoż."),
    (re.compile(r"\b([Nn]adz[oó]r\w{0,2}), nad\b"), r"\1 nad"),
    (re.compile(r"(\bprocedur\w{1,2} )[„\"]?niebieskiej karty[”\"]?"), r"\1„Niebieskie Karty”"),
    (re.compile(r"(?<=[^\W\d_]), \((?=[^\W\d_]{3})"), " ("),
)
_ANY_FIXED = re.compile("|".join(pattern.pattern for pattern, _ in _FIXED), re.I)
_COMPOUND = re.compile(
    r"\b((?:ratownicz|gaśnicz|opiekuńcz|sanitarn|społeczn|profilaktyczn|edukacyjn|informacyjn|kontroln|turystyczn"
    r"|rekreacyjn|psychologiczn|sportow|socjaln|kancelaryjn|techniczn|patrolow)o)( | ?[–—] ?| -|- )"
    r"([a-ząćęłńóśźż]{4,}(?:ych|ymi|ym|ej|ego|ą|y|e|a|ich|im))\b"
)
_CAPITAL = re.compile(r"[a-ząćęłńóśźż], ([A-ZŁŚŻ][a-ząćęłńóśźż]+(?:anie|enie)|Celem|Nadzór|Kontrola) ")
_STRANGE_START = re.compile(r"\b(?:żd(?!ż)|[ńąę])[^\W\d_]{3,}")
_PLACE = re.compile(r"\b[wW] ([A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{3,})")


def enacting(subject: Subject) -> Iterator[Finding]:
    """The verb "uchwala" printed as the noun "uchwała"."""
    found = [(place, match.group()) for place, match in subject.matches(_ENACTS, rows=False)]
    if found:
        places = [place for place, _ in found]
        message = f"Jest „{found[0][1]}” (rzeczownik) zamiast czasownika „{found[0][1][:1]}chwala”: {in_words(places)}."
        repairs = [Repair(place, was, was.replace("chwała", "chwala")) for place, was in found]
        yield finding("MISPRINT", "warning", "uchwała", places, message, repairs=repairs)


def comma_of_enacting(subject: Subject) -> Iterator[Finding]:
    """ "uchwala co następuje" without its comma."""
    for text in subject.texts[:200]:
        if not text.row and (match := _NO_COMMA.search(text.text)):
            place = subject.place_in(text, "co następuje")
            message = f"Brakuje przecinka przed „co następuje”: {in_words([place])}."
            repair = Repair(place, match.group(), f"{match[1].replace('ł', 'l')}, co następuje")
            yield finding("PUNCTUATION", "info", "co następuje", (place,), message, repairs=(repair,))


def case_of_town(subject: Subject) -> Iterator[Finding]:
    """The unit's name left in the nominative after "w", though the document knows better."""
    unit = (subject.reading.meta.unit or "").split()[1:]
    if len(unit) != 1:
        return
    forms: Counter[str] = Counter()
    places: defaultdict[str, list[str]] = defaultdict(list)
    for text in subject.texts:
        for form in _PLACE.findall(text.text):
            if stem(form) == stem(unit[0]) and not form.endswith(("im", "iej", "kich", "kim")):
                forms[form] += 1
                places[form].append(subject.place_in(text, f"w {form}"))
    usual = forms.most_common(1)[0][0] if forms else ""
    if usual and usual != unit[0] and forms[unit[0]] and forms[usual] >= 3 * forms[unit[0]]:
        wrong = places[unit[0]]
        message = f"Jest „w {unit[0]}” zamiast „w {usual}”: {in_words(wrong)}."
        repairs = [Repair(place, f"w {unit[0]}", f"w {usual}") for place in wrong]
        yield finding("MISPRINT", "info", f"w {unit[0]}", wrong, message, repairs=repairs)


def fixed_phrases(subject: Subject) -> Iterator[Finding]:
    """Phrases that are always wrong as they stand."""
    for text in subject.texts:
        for pattern, now in _FIXED if _ANY_FIXED.search(text.text) else ():
            match = pattern.search(text.text)
            if match and (better := match.expand(now)) != match.group():
                place, was = subject.place_in(text, match.group()), match.group()
                message = f"Jest „{was.strip()}” zamiast „{better.strip()}”: {in_words([place])}."
                code = "PUNCTUATION" if re.findall(r"\w+", was) == re.findall(r"\w+", better) else "MISPRINT"
                yield finding(code, "info", was.strip(), (place,), message, repairs=[Repair(place, was, better)])


def compounds(subject: Subject) -> Iterator[Finding]:
    """Compound adjectives divided by a space or a dash instead of a hyphen."""
    found = [(place, match.group(), f"{match[1]}-{match[3]}") for place, match in subject.matches(_COMPOUND)]
    if found:
        places = [place for place, _, _ in found]
        message = f"Jest „{found[0][1]}” zamiast „{found[0][2]}” (z łącznikiem, bez odstępów): {in_words(places)}."
        yield finding("PUNCTUATION", "info", "łącznik", places, message, repairs=[Repair(*use) for use in found])


def capital_after_comma(subject: Subject) -> Iterator[Finding]:
    """A comma where a new sentence begins."""
    for text in subject.texts:
        if text.row and not text.header and (match := _CAPITAL.search(text.text)):
            was = match.group().strip()
            message = f"Przed „{match[1]}” jest przecinek, a zaczyna się nowe zdanie: {in_words([text.place])}."
            repair = Repair(text.place, was, was.replace(", ", ". "))
            yield finding("PUNCTUATION", "info", match[1], (text.place,), message, repairs=(repair,))


def strange_starts(subject: Subject) -> Iterator[Finding]:
    """A word that begins as no Polish word does: a divided or misread one."""
    found = [(place, match.group()) for place, match in subject.matches(_STRANGE_START)]
    for place, word in dict.fromkeys(found):
        message = f"Wyraz „{word}” jest zniekształcony (żadne polskie słowo tak się nie zaczyna): {in_words([place])}."
        yield finding("MISPRINT", "warning", word, (place,), message)


def stray_headings(subject: Subject) -> Iterator[Finding]:
    """The heading of a column left alone between tables."""
    headings = {text.text.casefold() for text in subject.texts if text.header and len(text.text) > 4}
    lone = [text for text in subject.texts if not text.row and text.text.casefold() in headings]
    if lone:
        places = [text.place for text in lone]
        message = f"Nagłówek kolumny „{lone[0].text}” stoi samotnie poza tabelą: {in_words(places)}."
        yield finding("STRAY_TEXT", "info", lone[0].text, places, message)
