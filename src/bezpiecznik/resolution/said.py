"""Fields told by a sentence instead of a label: "Zadanie realizuje KPP we współpracy ze szkołami."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bezpiecznik.resolution.body_headings import begins_with_body
from bezpiecznik.resolution.headers import Role

_WHAT = r"(?:(?:zadanie|zadania|działanie|działania|przedsięwzięcie)\s+)?(?:(?:jest|są|będzie|będą)\s+)?"
_FOR = r"za\s+(?:realizację|wykonanie|przebieg|zadanie)(?:\s+(?:zadania|działania|przedsięwzięcia))?"
_LEAD = (
    rf"{_WHAT}(?:(?:realizuj|wykonuj|koordynuj|organizuj)[eą]|prowadz[ią]|(?:realizowan|wykonywan|prowadzon|koordynowan)[eya]"
    rf"(?:\s+(?:jest|są|będzie|będą))?\s+przez|odpowiada(?:ją)?(?:\s+{_FOR})?|{_FOR}\s+odpowiada(?:ją)?"
    rf"|odpowiedzialn[yaei](?:\s+{_FOR})?(?:\s+(?:jest|są))?|(?:realizatorem|wykonawcą|koordynatorem|liderem)\s+jest"
    rf"|(?:realizatorami|wykonawcami)\s+są|realizacja\s+przez)"
)
_HELP = (
    r"(?:współpracuj[eą]|współdziałaj?ą?|wspiera(?:ją)?|pomaga(?:ją)?|(?:partnerem|partnerami|współrealizatorem"
    r"|współrealizatorami)\s+(?:jest|są))(?:\s+(?:go|ją|ich|je|w realizacji))?"
)
_WHEN = (
    rf"(?:{_WHAT}(?:realizowan|wykonywan|prowadzon)[eya](?:\s+(?:jest|są|będzie|będą))?|realizacja(?:\s+zadania)?"
    r"|termin(?:\s+(?:realizacji|wykonania))?)(?=\s+(?:w\s+latach|w\s+roku|do\s+(?:dnia|końca|\d)|od\s+\d|corocznie|co\s+roku"
    r"|na\s+bieżąco|w\s+sposób\s+ciągły|przez\s+cały|w\s+terminie|w\s+okresie|\d))"
)
_SENTENCE = re.compile(
    rf"(?:^|(?<=[.;(\[\n]))[ \t\n]*(?:[-–—•*]\s*)?(?:(?P<when>{_WHEN})|(?P<lead>{_LEAD})|(?P<help>{_HELP}))\s+"
    r"(?=[^\s:])",
    re.I,
)
_END = re.compile(r"(?<![\s.][A-Za-zżł])(?<!\bm\.in)(?<!\bnr)\.(?=\s+[A-ZĄĆĘŁŃÓŚŹŻ„]|\s*$)|[;\])]|\.(?=\s*[\])])")
_LONGEST, _MOST = 20_000, 400


def told_by_sentences(text: str) -> Iterator[tuple[int, int, int, Role]]:
    """Where such a sentence begins, where its value begins and ends, and what it tells."""
    for match in _SENTENCE.finditer(text[:_LONGEST]):
        end = _END.search(text, match.end(), match.end() + _MOST)
        stop = end.start() if end else min(len(text), match.end() + _MOST)
        role = Role.DEADLINE if match["when"] else Role.LEAD if match["lead"] else Role.PARTNERS
        if role is Role.DEADLINE or begins_with_body(text[match.end() : stop]):
            yield match.start(), match.end(), stop, role
