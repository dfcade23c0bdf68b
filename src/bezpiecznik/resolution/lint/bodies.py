"""Names of institutions: written in variants, under a wrong abbreviation, otherwise in the list and in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bezpiecznik.resolution.lint.known import abbreviation_of, also, foreign, stems_of, usual
from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Institution, Repair
from bezpiecznik.resolution.polish import fold, looks_abbreviated, stem

_TOWN = r"[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+(?:[ -][A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+)?"
_SEAT = re.compile(rf"[,–\s-]+(?:w|we|dla|z siedzibą w) (?:[Mm]iasta |[Mm]ieście |[Pp]owiatu )?({_TOWN})\W*$")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_FAMILY = "rodz"
_OFFICE_OF = re.compile(
    r"((?:Wydział|Biuro|Referat|Kancelaria|Zespół)\b[^–—,]* )(Urząd)( (?:Miasta|Miejski|Gminy)\b.*)"
)
_CUT = re.compile(r"(?:\s(?:w|we|i|oraz|do|z|na)|\bdla (?:miasta|gminy|powiatu))$", re.I)
_OFFICES = re.compile(
    r"\b(Rad|Urz[ęą]d|Prezydent|Burmistrz)(\w{0,3}) (Miasta|Miejsk\w{2,4}|Gminy) (w |we )?([A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]{2,})"
)
_COMMISSION = re.compile(r"\b([Kk]omisj\w{1,3} [Bb]ezpieczeństwa i [Pp]orządku) [Pp]ublicznego\b(?! [Rr]ady)")
_MOST_ROWS = 400


def variants(subject: Subject) -> Iterator[Finding]:
    """An abbreviation of the list spelled otherwise where it is used."""
    listed = {row.abbr for row in subject.reading.institutions}
    # Executors are read under their listed names already: there only the prose is left to mend.
    prose = {f"P{row.no}": f"{row.name} {row.goal} {row.method}" for row in subject.reading.initiatives}
    for row in subject.reading.institutions[:_MOST_ROWS]:
        for alias in row.aliases:
            if alias in listed or alias == row.abbr or not all(map(looks_abbreviated, alias.split())):
                continue
            if alias.replace(" ", "").isupper() and alias.casefold() == row.abbr.casefold():
                continue
            places = _uses_of(subject, alias)
            if not places:
                continue
            message = f"Skrót z wykazu „{row.abbr}” jest pisany także „{alias}”: {in_words(places)}."
            repairs = [Repair(place, alias, row.abbr) for place in places if alias in prose.get(place, alias)]
            yield finding("ABBR_VARIANT", "warning", alias, places, message, repairs=repairs)


def _uses_of(subject: Subject, name: str) -> list[str]:
    """Places that write the name by itself, not as a part of a longer listed one nor in the list."""
    longer = [row.abbr for row in subject.reading.institutions if name in row.abbr and row.abbr != name]
    pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    found: dict[str, None] = {}
    for text in subject.texts:
        if name in text.text and text.place[0] != "E":
            rest = text.text
            for other in longer:
                rest = rest.replace(other, " ")
            if pattern.search(rest):
                found[text.place] = None
    return list(found)


def wrong_name(subject: Subject) -> Iterator[Finding]:
    """An abbreviation explained by the name of another body, or by one whose first letters are not its own."""
    for number, row in enumerate(subject.reading.institutions[:_MOST_ROWS], start=1):
        place, bare = f"E{number}", _without_seat(row.name)
        other, known = abbreviation_of(stems_of(bare)), usual().get(row.abbr)
        if other and known and other != row.abbr and stems_of(known) != stems_of(bare):
            message = (
                f"Skrót „{row.abbr}” jest objaśniony jako „{row.name}”, a ta nazwa ma zwykle skrót „{other}”; "
                f"„{row.abbr}” to zwykle {known}."
            )
            yield finding("ABBR_WRONG_NAME", "error", row.abbr, (place,), message)
        elif known and stems_of(bare) == stems_of(known) and fold(bare) not in _right_names(row.abbr):
            message = f"Nazwa „{bare}” (pozycja {number} wykazu) jest niedokładna; właściwa to „{known}”."
            repairs = [Repair(place, bare, known)]
            yield finding("ABBR_WRONG_NAME", "info", row.abbr, (place,), message, repairs=repairs)
        elif not _initials_fit(row):
            hint = f" (zwykle: {known})" if known else ""
            message = f"Litery skrótu „{row.abbr}” nie pasują do nazwy „{row.name}”{hint}: pozycja {number} wykazu."
            repairs = [Repair(place, bare, known)] if known and stems_of(bare) < stems_of(known) else []
            yield finding("ABBR_WRONG_NAME", "warning", row.abbr, (place,), message, repairs=repairs)


def _right_names(abbr: str) -> set[str]:
    """Folded, with and without the hyphen that some write as a dash."""
    names = {fold(name) for name in also()[abbr]}
    return names | {name.replace("-", " - ") for name in names} | {name.replace("-", " – ") for name in names}


def _initials_fit(row: Institution) -> bool:
    """Are the capitals of the abbreviation first letters of words of the name, in this order?"""
    capitals = fold("".join(sign for sign in row.abbr if sign.isupper()))
    if (
        row.abbr in foreign()
        or row.abbr in row.name
        or not 3 <= len(capitals) <= 6
        or not row.name
        or any(sign.isdigit() for sign in row.abbr)
    ):
        return True
    words = re.findall(r"[^\W\d_]+", fold(row.name))
    if len(words) < 2:
        return True
    initials = iter(word[0] for word in words)
    return all(letter in initials for letter in capitals)


def name_cut(subject: Subject) -> Iterator[Finding]:
    """A full name of the list that ends where the name of the town should stand."""
    for number, row in enumerate(subject.reading.institutions, start=1):
        if _CUT.search(row.name):
            message = f"Pełna nazwa skrótu „{row.abbr}” urywa się: „{row.name}” (pozycja {number} wykazu)."
            yield finding("SENTENCE_CUT", "warning", row.abbr, (f"E{number}",), message)


def office_case(subject: Subject) -> Iterator[Finding]:
    """A department followed by its office in the nominative: "Wydział Edukacji Urząd Miasta"."""
    for number, row in enumerate(subject.reading.institutions, start=1):
        if match := _OFFICE_OF.match(row.name):
            now = f"{match[1]}Urzędu{match[3]}"
            message = f"W nazwie „{row.name}” (pozycja {number} wykazu) jest „Urząd” zamiast „Urzędu”."
            repair = Repair(f"E{number}", row.name, now)
            yield finding("MISPRINT", "info", row.abbr, (f"E{number}",), message, repairs=(repair,))


def two_names(subject: Subject) -> Iterator[Finding]:
    """A body whose name in the list of abbreviations is not quite its name among the participants."""
    rows = [(f"E{no}", row.name) for no, row in enumerate(subject.reading.institutions[:_MOST_ROWS], start=1)]
    participants = [(f"U{no}", row.text) for no, row in enumerate(subject.reading.participants[:_MOST_ROWS], start=1)]
    exact = {_bare(name) for _, name in rows} & {_bare(name) for _, name in participants}
    for place, name in participants:
        if _bare(name) in exact or len(stems_of(_bare(name))) < 2:
            continue
        near = [(other, full) for other, full in rows if _bare(full) not in exact and _same_body(name, full)]
        if len(near) == 1:
            other, full = near[0]
            message = (
                f"Ta sama jednostka jest nazwana „{_without_seat(full)}” w wykazie skrótów ({other}) "
                f"i „{_without_seat(name)}” wśród uczestników ({place})."
            )
            yield finding(
                "NAME_CONFLICT", "warning", _without_seat(full), (other, place), message, repairs=_right(near[0], name)
            )


def _right(row: tuple[str, str], name: str) -> list[Repair]:
    """Only where the statutory name is known, and it is the one used among the participants."""
    bare = _without_seat(row[1])
    statutory = _bare(name) in {_bare(known) for known in usual().values()}
    return [Repair(row[0], bare, _without_seat(name))] if statutory else []


def _same_body(one: str, other: str) -> bool:
    """The words of one name are all in the other, and at most one is over."""
    a, b = stems_of(_bare(one)), stems_of(_bare(other))
    return min(len(a), len(b)) >= 2 and (a <= b or b <= a) and len(a ^ b) <= 1


def _without_seat(name: str) -> str:
    """The name without its abbreviation in brackets and "w Nowym Mieście"; "w Rodzinie" is no town."""
    name = _IN_BRACKETS.sub("", name).strip(" –—-")
    match = _SEAT.search(name[-80:])
    seated = match is not None and stem(match[1]) != _FAMILY
    return (name[: len(name) - len(match.group())] if match and seated else name).strip(" .,")


def _bare(name: str) -> str:
    return fold(re.sub(r"\s*[–—-]\s*", "-", _without_seat(name)))


def offices(subject: Subject) -> Iterator[Finding]:
    """The council or the office called both "Rada Miasta X" and "Rada Miasta w X-ie"."""
    places: defaultdict[tuple[str, str, str], dict[bool, list[tuple[str, str]]]] = defaultdict(
        lambda: {True: [], False: []}
    )
    for place, match in subject.matches(_OFFICES):
        office = {"Rad": "Rada", "Prezydent": "Prezydent", "Burmistrz": "Burmistrz"}.get(match[1], "Urząd")
        places[office, stem(match[3]), stem(match[5])][bool(match[4])].append((place, match.group()))
    for (office, _, _), uses in places.items():
        if uses[True] and uses[False]:
            rarer, usual = sorted(uses.values(), key=len)
            where = [place for place, _ in rarer]
            called = "nazywana" if office == "Rada" else "nazywany"
            message = (
                f"{office} jest w dokumencie {called} na dwa sposoby: „{usual[0][1]}” i „{rarer[0][1]}” "
                f"({in_words(where)})."
            )
            yield finding("NAME_VARIANT", "info", office, where, message)


def commission(subject: Subject) -> Iterator[Finding]:
    """The statutory commission under another name than the statute gives it."""
    found = [(place, match.group(), match[1]) for place, match in subject.matches(_COMMISSION)]
    if found:
        places = [place for place, _, _ in found]
        message = (
            f"Komisja jest nazwana „{found[0][1]}”, a ustawa nazywa ją komisją bezpieczeństwa i porządku "
            f"(art. 38a ust. 1 ustawy o samorządzie powiatowym): {in_words(places)}."
        )
        repairs = [Repair(*use) for use in found]
        yield finding(
            "COMMISSION_NAME", "warning", "Komisja Bezpieczeństwa i Porządku", places, message, repairs=repairs
        )


def not_among_participants(subject: Subject) -> Iterator[Finding]:
    """Listed bodies that lead actions and are no participants of the programme."""
    participants = [stems_of(_bare(row.text)) for row in subject.reading.participants]
    if len(participants) < 3:
        return
    umbrella = fold(" ".join(row.text for row in subject.reading.participants))
    leads = {name for _, action in subject.actions for name in action.responsible}
    missing: list[str] = []
    places: list[str] = []
    for number, row in enumerate(subject.reading.institutions, start=1):
        stems = stems_of(_bare(row.name))
        if row.abbr not in leads or row.abbr in missing or _covered(row.name, umbrella):
            continue
        if not any(_overlap(stems, known) for known in participants):
            missing.append(row.abbr)
            places.append(f"E{number}")
    if missing:
        message = (
            f"Wśród uczestników programu nie ma podmiotów, które mają w nim być odpowiedzialne za działania: "
            f"{', '.join(missing)}."
        )
        yield finding("PARTICIPANT_MISSING", "info", "uczestnicy", places, message)


def _overlap(stems: frozenset[str], known: frozenset[str]) -> bool:
    """Enough words in common to be the same body, or to belong to the same."""
    return len(stems & known) >= max(min(2, len(stems), len(known)), min(len(stems), len(known)) - 1)


def _covered(name: str, umbrella: str) -> bool:
    """Is the body a part of the office, or one of the unit's own, that the list of participants names together?"""
    own = fold(name)
    if re.search(r"\burz[ea]d|\bstarost", umbrella) and re.match(
        r"(?:wydzial|biuro|referat|kancelari)|urzad (?:miasta|gminy|miejsk)", own
    ):
        return True
    if re.search(r"\bspolk", umbrella) and re.search(r"przedsiebiorstw|sp\. z o|zaklad|spolk", own):
        return True
    return "jednostki organizacyjne" in umbrella and re.match(r"(?:miejsk|powiatow|gminn)", own) is not None
