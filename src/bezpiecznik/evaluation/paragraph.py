"""The paragraph about one action, made of the institutions' own words. Pure and deterministic.

Each sentence is cut out of a report without a change and carries the numbers of its sources (`evaluation.sources`). A
person may change the paragraph, one sentence a line: lines that still are sentences of the draft keep their sources,
all others are marked as the office's own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from babel.numbers import format_decimal

from bezpiecznik.evaluation.statements import Statement
from bezpiecznik.reporting.queries.joint import Given, Total, totals
from bezpiecznik.reporting.substance.phrases import is_no_fact, words

OF_A_LEAD, OF_A_PARTNER, MOST = 2, 1, 12
"""Sentences taken of one report; of all reports together."""
LEAST_WORDS = 3
SHORT_WORDS = frozenset({
    "al", "art", "bd", "dr", "dz", "gen", "godz", "hab", "im", "in", "inż", "itd", "itp", "kom", "ks", "lek", "m.in",
    "mgr", "min", "mjr", "mld", "mln", "n.e", "np", "nr", "ok", "os", "pkt", "podkom", "por", "poz", "proc", "prof",
    "pt", "płk", "r", "ref", "rozdz", "sierż", "st", "str", "szt", "tel", "tj", "tys", "tzn", "tzw", "ul", "ust", "woj",
    "wg", "ww", "wzgl", "zob", "zł", "św",
})  # fmt: skip
"""After these a full stop ends no sentence, unless a line ends there."""
_END = re.compile(r"[.!?…]+[”\")]*(?=\s+[\"„(]?[A-ZĄĆĘŁŃÓŚŹŻ0-9])")
_LAST_WORD = re.compile(r"([\w.]+?)\.$")
_REFERENCES = re.compile(r"(?:\s*\[(\d{1,4})\])+\s*$")
_REFERENCE = re.compile(r"\[(\d{1,4})\]")


class Voice(StrEnum):
    """Whose a sentence is: an institution's words or reason, numbers put together, the office's own."""

    WORDS = "words"
    REASON = "reason"
    NUMBERS = "numbers"
    OFFICE = "office"


@dataclass(frozen=True)
class Sentence:
    """`who`: short names of those who said it; `sources`: numbers of the reports it stands in, in order."""

    text: str
    voice: str
    who: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()

    @property
    def is_quoted(self) -> bool:
        return self.voice in {Voice.WORDS, Voice.REASON}

    @property
    def is_own(self) -> bool:
        return self.voice == Voice.OFFICE

    @property
    def line(self) -> str:
        """As it stands in the field to edit: the words, then the numbers of the sources."""
        return " ".join((self.text, *(f"[{number}]" for number in self.sources)))

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "who": list(self.who), "sources": list(self.sources)}


def from_json(kept: Mapping[str, Any]) -> Sentence:
    return Sentence(kept["text"], kept["voice"], tuple(kept["who"]), tuple(kept["sources"]))


# --- the draft --------------------------------------------------------------------------------------------


def draft(statements: Sequence[Statement]) -> tuple[Sentence, ...]:
    """First informative sentences of each report, then numbers of several bodies, then what was not done and why."""
    spoken = [said for said in statements if said.speaks and said.source]
    quoted = _joined(_quoted(spoken))[:MOST]
    reasons = _joined(_reasons(spoken))
    return (*quoted, *_numbers(spoken), *reasons)


def _quoted(spoken: Iterable[Statement]) -> Iterator[Sentence]:
    for said in spoken:
        taken = [text for text in split(said.text) if _informs(text)][: OF_A_LEAD if said.is_lead else OF_A_PARTNER]
        yield from (Sentence(text, Voice.WORDS.value, (said.short,), (said.source,)) for text in taken)


def _reasons(spoken: Iterable[Statement]) -> Iterator[Sentence]:
    for said in spoken:
        first = next((text for text in split(said.reason) if not is_no_fact(text)), "")
        if first:
            yield Sentence(first, Voice.REASON.value, (said.short,), (said.source,))


def _joined(sentences: Iterable[Sentence]) -> list[Sentence]:
    """The very same words stand once, with everybody who said them."""
    found: dict[str, Sentence] = {}
    for one in sentences:
        known = found.get(one.text)
        found[one.text] = one if known is None else _both(known, one)
    return list(found.values())


def _both(known: Sentence, other: Sentence) -> Sentence:
    who, sources = dict.fromkeys((*known.who, *other.who)), dict.fromkeys((*known.sources, *other.sources))
    return replace(known, who=tuple(who), sources=tuple(sources))


def _informs(text: str) -> bool:
    return not is_no_fact(text) and len(words(text)) >= LEAST_WORDS


def split(text: str) -> Iterator[str]:
    """Sentences exactly as they were written, without the blanks around them."""
    for line in text.splitlines():
        start = 0
        for end in _END.finditer(line):
            if not _is_short_word(line[start : end.end()]):
                yield line[start : end.end()].strip()
                start = end.end()
        if rest := line[start:].strip():
            yield rest


def _is_short_word(text: str) -> bool:
    last = _LAST_WORD.search(text)
    return bool(last) and (last[1].lower() in SHORT_WORDS or (len(last[1]) == 1 and last[1].isalpha()))  # type: ignore[index]


def _numbers(spoken: Sequence[Statement]) -> Iterator[Sentence]:
    """„Liczba patroli razem: 340 (KMP, SM; 2022).”: measures that several bodies give, joint numbers counted once."""
    periods: dict[str, list[Statement]] = {}
    for said in spoken:
        periods.setdefault(said.period, []).append(said)
    for period, voices in periods.items():
        numbers = [
            Given(said.short, one.measure, one.amount, one.share, one.coverage)
            for said in voices
            for one in said.numbers
        ]
        for total in totals(numbers):
            if len(total.bodies) > 1:
                sources = sorted({said.source for said in voices if said.short in total.bodies})
                yield Sentence(_total(total, period), Voice.NUMBERS.value, total.bodies, tuple(sources))


def _total(total: Total, period: str) -> str:
    measure = f"{total.measure[:1].upper()}{total.measure[1:]}"
    bodies = ", ".join(total.bodies)
    if not total.is_range:
        return f"{measure} razem: {_number(total.high)} ({bodies}; {period})."
    span = f"od {_number(total.low)} do {_number(total.high)}"
    return f"{measure} razem: {span}, bo podmioty podały różne liczby wspólne ({bodies}; {period})."


def _number(value: Decimal) -> str:
    return format_decimal(value, locale="pl")


# --- what a person makes of it ----------------------------------------------------------------------------


def as_lines(sentences: Iterable[Sentence]) -> str:
    """The paragraph to be edited: one sentence a line, with the numbers of its sources."""
    return "\n".join(one.line for one in sentences)


def edited(text: str, draft: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """A person's lines. One that is a sentence of the draft, word for word, keeps whose it is and its sources.

    Any other is the office's own; of the numbers written behind it those stay that are sources of this action: it says
    then on what it rests, not who said it.
    """
    known = {_key(one.text): one for one in draft}
    real = {number for one in draft for number in one.sources}
    lines = (line.strip() for line in text.splitlines())
    return tuple(_line(line, known, real) for line in lines if _bare(line))


def _line(line: str, known: Mapping[str, Sentence], real: set[int]) -> Sentence:
    bare = _bare(line)
    if found := known.get(_key(bare)):
        return found
    named = _REFERENCES.search(line)
    numbers = dict.fromkeys(int(number) for number in _REFERENCE.findall(named[0])) if named else {}
    return Sentence(bare, Voice.OFFICE.value, (), tuple(number for number in numbers if number in real))


def _bare(line: str) -> str:
    return _REFERENCES.sub("", line).strip()


def _key(text: str) -> str:
    return " ".join(text.split())
