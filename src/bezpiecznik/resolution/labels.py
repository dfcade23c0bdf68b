"""Fields written into running text: "Patrole. Realizatorzy: AB, CD; termin: na bieżąco"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bezpiecznik.resolution.headers import LONGEST_HEADER, Role, role_of
from bezpiecznik.resolution.label_words import said_role
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.said import told_by_sentences

_LONGEST = 20_000
_CANDIDATE = re.compile(
    r"(?:^|(?<=[.;,(\[\n:])|(?<=\s[–—-]))[ \t\n]*(?:[-–—•*]\s*)?"
    r"((?:[Oo]dp|[Ww]yk|[Ww]sp|[Rr]eal|[Tt]erm|[Pp]ar)\.(?=\s?:)"
    r"|[^\W\d_][^:.;,()\[\]\n–—]{1,70}?(?:\s?\([^():\n]{1,30}\)|/[^:.;,()\n]{1,40})?)"
    r"\s?(?::(?!//)|\s[–—-](?=\s))"
)
_OPENING = frozenset(
    {
        "podmiot", "podmioty", "jednostka", "jednostki", "instytucja", "instytucje", "sluzby", "glowny", "glowni",
        "glowne", "planowany", "planowane", "przewidywany", "przewidywane", "oczekiwany", "oczekiwane", "zakladane",
        "zakladany", "osoba", "osoby", "zrodlo", "zrodla", "sposob", "szacunkowy", "szacowany", "orientacyjny",
        "proponowany", "wskazniki", "wskaznik", "mierniki", "miernik", "realizatorzy", "realizator", "realizacja",
        "kryterium", "realizuje", "realizuja", "odpowiada", "odpowiadaja", "odpowiedzialny", "odpowiedzialni",
        "odpowiedzialna", "wykonuje", "wykonawca", "wykonawcy", "nazwa", "cel", "cele", "tytul", "opis", "grupa",
        "numer", "nr", "nasze", "przy", "pozostali", "pozostale", "inne", "docelowa", "docelowe", "ogolny",
        "laczny",
    }
)  # fmt: skip
_DASHED = frozenset({Role.LEAD, Role.PARTNERS, Role.DEADLINE, Role.LEAD_AND_PARTNERS})
# Under a table or a chart: where its figures come from, not the money.
# "Udział samorządu: 50%" tells of a share and names nobody.
_SHARE = re.compile(r"\s*(?:ok\.?\s*)?\d[\d ,.]{0,20}(?:%|zł|proc|pkt)")
_CAPTION = re.compile(
    r"(?:źródł[oa])(?: danych)?\s*[:–-]\s*(?:opracowani|dane\b|danych|na podstawie|informacj|statysty|sprawozda"
    r"|raport"
    r"|ankiet|badani|baz[ay]|system|portal|strona|gus\b|bdl\b|policj|kp[p ]|km[p ]|krajow|analiz|wyliczeni"
    r"|obliczeni|www)",
    re.I,
)
_ENDS = " \t\n;,–—-"
_SHORT_END = re.compile(r"(?:\b(?:r|w|zł|kw|tys|mln|itp|itd|m\.in|nr|godz|ul|sp|o\.o|szt|woj|m)|\b[A-Z])\.$")
PARAMETERS = frozenset(
    {
        Role.LEAD, Role.PARTNERS, Role.LEAD_AND_PARTNERS, Role.DEADLINE, Role.INDICATORS, Role.FUNDING, Role.METHOD,
        Role.AUDIENCE, Role.GOAL,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One labelled value."""

    role: Role
    value: str


def label_role(label: str) -> Role | None:
    """The meaning of a label in running text: it must begin with the word that says what it is."""
    text = " ".join(label.split())
    if found := said_role(text):
        return found
    words = fold(text).split()
    if not words or len(words) > 8 or len(text) > LONGEST_HEADER:
        return None
    role = role_of(text)
    if role is None or role is Role.ABBR:
        return None
    own = role_of(text.split()[0])
    return role if own or words[0] in _OPENING else None


def divide(text: str) -> tuple[str, list[Field]]:
    """The text before the first label, and the fields after it."""
    found = _cuts(text)
    if not found:
        return text.strip(), []
    head = text[: found[0].start].rstrip(" \t\n([").rstrip(" –—-\t\n").strip()
    ends = [cut.start for cut in found[1:]] + [len(text)]
    fields = [
        Field(cut.role, value_of(text[cut.value : end], in_brackets=_in_brackets(text, cut.start)))
        for cut, end in zip(found, ends, strict=True)
    ]
    return head, fields


@dataclass(frozen=True)
class _Cut:
    """Where a field begins, where its value does, and what it is."""

    start: int
    value: int
    role: Role


def _cuts(text: str) -> list[_Cut]:
    found: list[_Cut] = []
    if ":" in text or " – " in text or " - " in text or " — " in text:
        matches = _CANDIDATE.finditer(text[:_LONGEST])
        found = [_Cut(match.start(), match.end(), role) for match in matches if (role := _meaning(match, text))]
    return sorted([*found, *_sentences(text, found)], key=lambda cut: cut.start)


def _sentences(text: str, labelled: Sequence[_Cut]) -> list[_Cut]:
    """Sentences that tell a field, where nothing but other fields follows them."""
    starts = {cut.start for cut in labelled}
    found: list[_Cut] = []
    for start, value, stop, role in reversed(list(told_by_sentences(text))):
        after = stop + len(text[stop:]) - len(text[stop:].lstrip(" .;)]\n\t"))
        is_last = after >= len(text) or any(stop <= begin <= after for begin in starts)
        if is_last and not any(begin <= start < stop for begin in starts):
            found.append(_Cut(start, value, role))
            starts.add(start)
    return found


def _meaning(match: re.Match[str], text: str) -> Role | None:
    """Only what performs, when and how; after a dash only the plainest labels."""
    label = match[1]
    role = label_role(label)
    if role not in PARAMETERS:
        return None
    if not match.group().endswith(":") and (role not in _DASHED or len(label.split()) > 2):
        return None
    if text[match.end() :].lstrip()[:1] == "" and match.start() > 0 and role is Role.GOAL:
        return None
    is_share = role in (Role.LEAD, Role.PARTNERS) and _SHARE.match(text, match.end())
    if is_share or _is_aside(text, match.start(1)) or _CAPTION.match(text, match.start(1)):
        return None
    if text[: match.start()].rstrip().endswith(",") and role not in _DASHED | {Role.FUNDING, Role.INDICATORS}:
        return None
    return role


def _in_brackets(text: str, at: int) -> bool:
    return _bracket_over(text, at) is not None


def _bracket_over(text: str, at: int) -> int | None:
    """Where the bracket opens in which this place stands."""
    opened: list[int] = []
    for place in range(max(0, at - 400), min(at + 1, len(text))):
        if text[place] in "([":
            opened.append(place)
        elif text[place] in ")]" and opened:
            opened.pop()
    return opened[-1] if opened else None


def _is_aside(text: str, at: int) -> bool:
    """A bracket after which the sentence goes on in small letters is a part of it: "(udział gmin: 50%) i sprzętu"."""
    opened = _bracket_over(text, at)
    if opened is None:
        return False
    closed = text.find("]" if text[opened] == "[" else ")", at)
    return closed > 0 and text[closed + 1 :].lstrip()[:1].islower()


def value_of(text: str, *, in_brackets: bool = False) -> str:
    """What a field says, without the signs that end it; "2027 r." keeps its full stop."""
    value = text.strip(_ENDS)
    if in_brackets or value.count(")") > value.count("("):
        value = re.sub(r"[)\]][.;,]?\s*$", "", value).strip(_ENDS)
    value = value.rstrip("([").strip(_ENDS)
    return value if _SHORT_END.search(value) else value.rstrip(".").rstrip()


def is_label_line(text: str) -> bool:
    """A line that is all fields."""
    head, fields = divide(text)
    return not head and bool(fields)


def merged(fields: Sequence[Field]) -> dict[Role, str]:
    """Values by role; a role told twice is joined."""
    cells: dict[Role, str] = {}
    for found in fields:
        cells[found.role] = "; ".join(filter(None, [cells.get(found.role, ""), found.value]))
    return cells
