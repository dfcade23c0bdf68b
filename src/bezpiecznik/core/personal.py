"""Finds, in free Polish text, what names or reaches a single person. Pure: text in, findings out.

It is a net, not a judge: what it finds is asked about, never removed by itself. What it cannot do, honestly:
- a name without „pan”, „pani”, a word such as „mieszkaniec”, or a day of birth beside it is not found: half of our
  texts name streets, schools and offices after people;
- first names come from a list of the frequent ones; foreign and rare names are missed;
- a number with a slip of a digit is missed, for PESEL, cards, passports and accounts must agree with their check digit;
  one random row of digits in about fifty agrees by chance and is found although it is nobody's;
- a street with a house number but without a flat is found only beside words about living there: reports of patrols name
  places, and offices have addresses; a street with a flat number is always found;
- phone numbers of nine digits without „tel.” are found only when they begin as mobile ones do;
- somebody may be known from circumstances alone („jedyna apteka we wsi”): only a reader sees that.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bezpiecznik.core.check_digits import is_account, is_identity_card, is_passport, is_pesel
from bezpiecznik.core.first_names import is_first_name
from bezpiecznik.core.personal_words import (
    AREA_CODES,
    FREE_MAIL,
    FUNCTIONS,
    LIVING,
    MOBILE,
    NUMBER_OF_SOMETHING_ELSE,
    OFFICE_BOXES,
    PHONE_WORDS,
    PUBLIC_FUNCTIONS,
    UNITS,
    VEHICLE_WORDS,
)


class Kind(StrEnum):
    PESEL = "numer PESEL"
    IDENTITY_CARD = "numer dowodu osobistego"
    PASSPORT = "numer paszportu"
    ACCOUNT = "numer rachunku bankowego"
    PHONE = "numer telefonu"
    EMAIL = "adres e-mail"
    ADDRESS = "adres"
    PLATE = "numer rejestracyjny"
    NAME = "imię i nazwisko"
    BIRTH = "data urodzenia"


class Severity(IntEnum):
    """How much harm the words do when they become public."""

    MAYBE = 1
    LIKELY = 2
    CERTAIN = 3


ADVICE = {
    Kind.PESEL: "Usuń numer PESEL. W programie nie są potrzebne żadne dane osób, wystarczą liczby.",
    Kind.IDENTITY_CARD: "Usuń numer dowodu osobistego.",
    Kind.PASSPORT: "Usuń numer paszportu.",
    Kind.ACCOUNT: "Usuń numer rachunku, chyba że to publiczny rachunek urzędu.",
    Kind.PHONE: "Usuń numer telefonu albo podaj publiczny numer instytucji.",
    Kind.EMAIL: "Usuń adres osoby albo podaj adres sekretariatu instytucji.",
    Kind.ADDRESS: "Usuń numer domu i mieszkania; wystarczy ulica albo osiedle.",
    Kind.PLATE: "Usuń numer rejestracyjny pojazdu.",
    Kind.NAME: "Usuń imię i nazwisko albo zastąp je słowami „mieszkaniec”, „uczeń”, „osoba”.",
    Kind.BIRTH: "Usuń datę urodzenia; jeśli potrzeba, podaj grupę wieku.",
}


@dataclass(frozen=True)
class Finding:
    """One thing found: letters `start` to `end` of the text. `excerpt` is masked, fit for a screen and the journal."""

    kind: Kind
    start: int
    end: int
    excerpt: str
    severity: Severity

    @property
    def advice(self) -> str:
        """What to do, as a sentence."""
        return ADVICE[self.kind]


Found = Iterator[tuple[int, int, Severity]]
LETTER = "A-ZĄĆĘŁŃÓŚŹŻ"
CAPITALISED = f"[{LETTER}][a-ząćęłńóśźż]+(?:-[{LETTER}][a-ząćęłńóśźż]+)?"
GAP = "[ \u00a0-]"
BEFORE, AFTER = 40, 20  # letters of context

_ACCOUNT = re.compile(rf"(?<![\d])\d{{2}}(?:{GAP}?\d{{4}}){{6}}(?!\d)")
_PESEL = re.compile(rf"(?<![\d+.,/])\d{{2,}}(?:{GAP}?\d{{2,}})*(?!\d)(?![.,/]\d)")
_IDENTITY_CARD = re.compile(r"(?<![^\W_])[A-Z]{3}[ \u00a0]?\d{6}(?!\w)")
_PASSPORT = re.compile(r"(?<![^\W_])[A-Z]{2}[ \u00a0]?\d{7}(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_PHONE = re.compile(
    rf"""(?<![\d.,/-])(?P<country>(?:\+|00){GAP}?48{GAP}?)?
    (?:\(?(?P<area>\d\d)\)?{GAP}\d{{3}}{GAP}?\d\d{GAP}?\d\d
      | \d{{3}}{GAP}?\d{{3}}{GAP}?\d{{3}} | \d{{3}}{GAP}\d\d{GAP}\d\d)
    (?![\d/])(?![.,-]\d)""",
    re.VERBOSE,
)
_STREET = re.compile(
    rf"""(?<!\w)(?:ul\.|ulic[aęyą]|ulicach|al\.|alej[aiąę]|Al\.|os\.|osiedl[euam]+|pl\.|plac[u]?|Ul\.|Os\.|Pl\.)\s*
    (?:(?:\d{{1,2}}-?(?:go|ego)?\s+|[{LETTER}]\.\s?|(?i:gen|ks|św|bp|dr|płk|mjr|prof|marsz)\.\s?)*
      {CAPITALISED}(?:[ ](?:{CAPITALISED}|[IVX]+(?!\w))){{0,3}})
    \s+(?P<house>\d{{1,3}}[a-zA-Z]?)(?P<flat>\s?/\s?\d{{1,3}}|\s?,?\s?(?:m\.|lok\.|mieszkan\w+)\s?\d{{1,3}})?(?![\w/])""",
    re.VERBOSE,
)
_STREET_UNNAMED = re.compile(
    rf"(?<!\w)(?:na|przy)\s+([{LETTER}][a-ząćęłńóśźż]+(?:ej|iego|ego)\s+\d{{1,3}}[a-zA-Z]?\s?/\s?\d{{1,3}})(?![\w/])"
)
"""„na Polnej 12/34”: without „ul.”, so only with a flat."""
_PLATE = re.compile(
    r"(?<!\w)[BCDEFGKLNOPRSTWZ][A-Z]{1,2}[ \u00a0]?(?=[0-9A-Z]*\d)(?!(?:19|20)\d\d(?!\w))[0-9A-Z]{4,5}(?!\w)"
)
_SIR = re.compile(
    rf"(?<!\w)(?:[Pp]an(?:a|em|u|owi|i|ią)?|[Pp]aństw(?:o|a|u|em))\s+((?:{CAPITALISED}\s+)?({CAPITALISED}\s+(?:{CAPITALISED}|[{LETTER}]\.(?!\w))))"
)
_SOMEBODY = re.compile(
    rf"(?<!\w)(?i:{FUNCTIONS})\w*,?\s+(({CAPITALISED})\s+(?:{CAPITALISED}|[{LETTER}]\.(?!\w))|[{LETTER}]\.\s?[{LETTER}]\.(?!\w))"
)
_NAME_AND_BIRTH = re.compile(rf"({CAPITALISED}\s+(?:{CAPITALISED}|[{LETTER}]\.)),?\s*\(?(?:ur\.|urodzon[yaą])")
_BIRTH = re.compile(r"(?<!\w)(?:ur\.|urodzon[yaą]\w*)\s*(?:w dniu |dnia )?(\d{1,2}[. ]\w+[. ]+\d{4}|\d{4}-\d\d-\d\d)")


def find(text: str, *, mail_domains: Collection[str] = (), phones: Collection[str] = ()) -> list[Finding]:
    """Everything found in the text, in its order; places do not overlap, the graver kind wins.

    `mail_domains`: domains (with all under them) whose addresses are institutions' own; `phones`: public lines of
    offices, nine digits each. Neither is reported.
    """
    known = {_digits(phone)[-9:] for phone in phones}
    finders: tuple[tuple[Kind, Callable[[str], Found]], ...] = (
        (Kind.ACCOUNT, _accounts),
        (Kind.PESEL, _pesels),
        (Kind.IDENTITY_CARD, lambda t: _numbered(t, _IDENTITY_CARD, is_identity_card)),
        (Kind.PASSPORT, lambda t: _numbered(t, _PASSPORT, is_passport)),
        (Kind.EMAIL, lambda t: _emails(t, mail_domains)),
        (Kind.ADDRESS, _addresses),
        (Kind.PLATE, _plates),
        (Kind.PHONE, lambda t: _phones(t, known)),
        (Kind.NAME, _names),
        (Kind.BIRTH, _births),
    )
    taken: list[Finding] = []
    for kind, finder in finders:
        for start, end, severity in finder(text):
            if all(end <= other.start or start >= other.end for other in taken):
                taken.append(Finding(kind, start, end, mask(text[start:end]), severity))
    return sorted(taken, key=lambda finding: finding.start)


def mask(value: str) -> str:
    """Enough to find the place again, not enough to learn it: two signs, then dots for letters and digits."""
    return value[:2] + re.sub(r"\w", "•", value[2:])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _accounts(text: str) -> Found:
    for found in _ACCOUNT.finditer(text):
        if is_account(_digits(found[0])):
            yield found.start(), found.end(), Severity.CERTAIN


def _pesels(text: str) -> Found:
    for found in _PESEL.finditer(text):
        if is_pesel(_digits(found[0])):
            yield found.start(), found.end(), Severity.CERTAIN


def _numbered(text: str, pattern: re.Pattern[str], agrees: Callable[[str], bool]) -> Found:
    for found in pattern.finditer(text):
        if agrees("".join(found[0].split())):
            yield found.start(), found.end(), Severity.CERTAIN


def _emails(text: str, allowed: Collection[str]) -> Found:
    for found in _EMAIL.finditer(text):
        box, domain = found[1].lower(), found[2].lower().rstrip(".")
        if any(domain == one or domain.endswith(f".{one}") for one in allowed) or box.startswith(OFFICE_BOXES):
            continue
        two_names = re.fullmatch(r"[^\W\d_]+[._-][^\W\d_]{3,}\d*", box)
        if domain in FREE_MAIL or two_names:
            yield found.start(), found.end(), Severity.LIKELY


def _addresses(text: str) -> Found:
    for found in _STREET.finditer(text):
        lives = LIVING.search(_before(text, found))
        if found["flat"] or lives:
            yield found.start(), found.end(), Severity.CERTAIN if lives else Severity.LIKELY
    for found in _STREET_UNNAMED.finditer(text):
        yield found.start(1), found.end(1), Severity.LIKELY


def _plates(text: str) -> Found:
    for found in _PLATE.finditer(text):
        if VEHICLE_WORDS.search(_before(text, found)):
            yield found.start(), found.end(), Severity.LIKELY


def _phones(text: str, known: Collection[str]) -> Found:
    for found in _PHONE.finditer(text):
        before = _before(text, found)
        number = _digits(found[0].removeprefix(found["country"] or ""))
        spoken = bool(PHONE_WORDS.search(before)) or bool(found["country"])
        if number in known or UNITS.match(text[found.end() : found.end() + AFTER]):
            continue
        if NUMBER_OF_SOMETHING_ELSE.search(before) and not spoken:
            continue
        if (spoken and number[:3] not in {"800", "801", "804"}) or (
            len(number) == 9 and (number[:2] in MOBILE or (found["area"] in AREA_CODES and _is_grouped(found[0])))
        ):
            yield found.start(), found.end(), Severity.LIKELY


def _is_grouped(number: str) -> bool:
    """Written as landline numbers are, 41 344 12 34: no sum is."""
    return re.fullmatch(rf"\(?\d\d\)?{GAP}\d{{3}}{GAP}\d\d{GAP}\d\d", number) is not None


def _names(text: str) -> Found:
    for found in _SIR.finditer(text):
        words = found[1].split()
        if not any(word.lower().startswith(PUBLIC_FUNCTIONS) for word in words):
            yield found.start(1), found.end(1), Severity.MAYBE
    for found in _SOMEBODY.finditer(text):
        if found[2] is None or is_first_name(found[2]):
            yield found.start(1), found.end(1), Severity.MAYBE
    for found in _NAME_AND_BIRTH.finditer(text):
        yield found.start(1), found.end(1), Severity.LIKELY


def _births(text: str) -> Found:
    for found in _BIRTH.finditer(text):
        yield found.start(1), found.end(1), Severity.LIKELY


def _before(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - BEFORE) : found.start()]
