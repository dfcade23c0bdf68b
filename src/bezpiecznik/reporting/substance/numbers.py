"""Checks of the rows of numbers, against the entry's own past and against each other. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from rapidfuzz import fuzz

from bezpiecznik.core.polish import fold
from bezpiecznik.reporting.states import WITH_FACT
from bezpiecznik.reporting.substance.facts import DoubtCode, Facts, Finding, Number, Thresholds
from bezpiecznik.reporting.substance.figures import QUOTED, Figure, figures, is_among, stem, stems_of
from bezpiecznik.reporting.substance.phrases import is_no_fact, words
from bezpiecznik.reporting.substance.word_lists import words_of

C = DoubtCode
MAD_TO_DEVIATION = Decimal("1.4826")
"""By this the median of distances stands for the standard deviation of a normal variable (Hampel 1974)."""
LEAST_DISTANCE = Decimal("0.1")
"""Of the median: a past without any spread would make every other number an outlier."""
LEAST_PAST = 2
"""Periods that must lie behind before „always” may be said."""
CONSTANT_FROM = 13
"""Smaller numbers stay the same for good reasons: one contest a year, a meeting each month."""
NEAR_NAME = 88
"""Of 100, by `rapidfuzz.fuzz.token_sort_ratio`: names of one measure, misspelt."""
CLOSE = 2
"""Words after a figure among which the name of what is counted begins."""

WHOLE = frozenset(stem(word) for word in words_of("whole"))
"""What is counted in whole pieces, as stems."""
DIVISIBLE = re.compile(
    r"sredni|wskaznik|procent|%|odset|etat|na 1000|na 10 000|godz|\bkm\b|\bzl\b|tys|mln|udzial|stawk"
)
UNITS = (
    "tys zl",
    "mln zl",
    "zl",
    "godz",
    "godziny",
    "godzin",
    "minut",
    "min",
    "szt",
    "osob",
    "os",
    "km",
    "m2",
    "ton",
    "dni",
    "tys",
    "mln",
    "%",
)
_IN_BRACKETS = re.compile(r"[\[(]([^\])]*)[\])]")


def key(measure: str) -> str:
    """Under which a measure is found again: folded, without signs."""
    return " ".join(words(measure))


def _past(facts: Facts, number: Number) -> list[Number]:
    """The same measure in comparable periods, from the oldest."""
    wanted = key(number.measure)
    return [old for said in facts.history if said.comparable for old in said.numbers if key(old.measure) == wanted]


def against_past(facts: Facts, limits: Thresholds) -> Iterator[Finding]:
    """At most one doubt for a number: many times other, zero after a past without zero, far off, or never changing."""
    for number in facts.numbers:
        past = _past(facts, number)
        if past and (found := _against(number, [old.value for old in past], limits)):
            yield found


def _against(number: Number, past: list[Decimal], limits: Thresholds) -> Finding | None:
    detail = {"value": str(number.value), "past": [str(value) for value in past], "n": len(past)}
    if not number.value:
        always = len(past) >= LEAST_PAST and min(past) > 0
        return Finding(C.ZERO, number.measure, detail) if always else None
    if _times(number.value, past, limits):
        return Finding(C.TENFOLD, number.measure, detail)
    if _is_far(number.value, past, limits):
        return Finding(C.OUTLIER, number.measure, detail)
    if len(past) >= limits.unchanged and set(past) == {number.value} and number.value >= CONSTANT_FROM:
        return Finding(C.NEVER_CHANGES, number.measure, detail)
    return None


def _times(value: Decimal, past: list[Decimal], limits: Thresholds) -> bool:
    """Many times the largest of the past, or many times less than the smallest; small numbers jump by themselves."""
    low, high = min(past), max(past)
    more = high > 0 and value >= limits.times * high and value >= limits.least
    less = low >= limits.times * value and low >= limits.least
    return more or less


def _is_far(value: Decimal, past: list[Decimal], limits: Thresholds) -> bool:
    """Farther from the median than so many robust deviations; told only where enough lies behind."""
    if len(past) < limits.enough:
        return False
    middle = median(past)
    deviation = MAD_TO_DEVIATION * median([abs(old - middle) for old in past])
    least = max(LEAST_DISTANCE * middle, Decimal(1))
    return abs(value - middle) > limits.spread * max(deviation, least)


def measures(facts: Facts, _limits: Thresholds) -> Iterator[Finding]:
    """Measures given last time and not now, and names that changed; only where something is told at all."""
    before = facts.before
    if before is None or facts.outcome not in WITH_FACT or is_no_fact(facts.text):
        return
    now, then = ({key(number.measure): number for number in said} for said in (facts.numbers, before.numbers))
    fresh, gone = [now[name] for name in now if name not in then], [then[name] for name in then if name not in now]
    for old in gone:
        new = next((number for number in fresh if _same_measure(number.measure, old.measure)), None)
        if new is None:
            detail = {"period": before.period, "value": str(old.value)}
            yield Finding(C.MEASURE_MISSING, old.measure, detail)
            continue
        fresh.remove(new)
        if _unit(new.measure) != _unit(old.measure):
            yield Finding(C.OTHER_UNIT, new.measure, {"period": before.period, "former": old.measure})
        else:
            yield Finding(C.MEASURE_RENAMED, new.measure, {"period": before.period, "former": old.measure})


def _same_measure(one: str, other: str) -> bool:
    """The same things are counted under another name: „ilość patroli”, „patrole”, „liczba patorli”."""
    base, former = (_without_unit(name) for name in (one, other))
    if stems_of(base) and sorted(stems_of(base)) == sorted(stems_of(former)):
        return True
    return fuzz.token_sort_ratio(key(base), key(former), score_cutoff=NEAR_NAME) >= NEAR_NAME


def _unit(measure: str) -> str:
    """The unit that a name tells, in brackets or at its end; blank when it tells none."""
    bracketed = [key(part) for part in _IN_BRACKETS.findall(fold(measure))]
    candidates = (*bracketed, fold(measure))
    for text in candidates:
        for unit in UNITS:
            if text == unit or text.endswith(f" {unit}"):
                return unit
    return ""


def _without_unit(measure: str) -> str:
    plain = _IN_BRACKETS.sub(" ", fold(measure))
    unit = _unit(measure)
    return plain.removesuffix(f" w {unit}").removesuffix(f" {unit}") if unit else plain


def coverage(facts: Facts, _limits: Thresholds) -> Iterator[Finding]:
    """The same measure, last time of the unit and now of a wider area, or the other way round."""
    then = {key(old.measure): old for old in facts.before.numbers} if facts.before else {}
    for number in facts.numbers:
        old = then.get(key(number.measure))
        if old and facts.before and old.coverage != number.coverage:
            detail = {"period": facts.before.period, "coverage": number.coverage}
            yield Finding(C.OTHER_UNIT, number.measure, detail)


def rows(facts: Facts, _limits: Thresholds) -> Iterator[Finding]:
    """What is wrong with a row by itself."""
    for number in facts.numbers:
        if is_no_fact(number.measure) or not re.search(r"[^\W\d_]{2}", number.measure):
            yield Finding(C.EMPTY_MEASURE, number.measure, {"value": str(number.value)})
        if number.value != int(number.value) and _is_counted_whole(number.measure):
            yield Finding(C.PART_OF_ONE, number.measure, {"value": str(number.value)})
        if number.share == "joint" and not facts.has_partners:
            yield Finding(C.JOINT_ALONE, number.measure, {"value": str(number.value)})


def _is_counted_whole(measure: str) -> bool:
    counted = stems_of(measure)
    return bool(counted) and is_among(counted[0], WHOLE) and not DIVISIBLE.search(fold(measure))


def parts(facts: Facts, _limits: Thresholds) -> Iterator[Finding]:
    """A part larger than its whole: „liczba patroli” 10, „w tym pieszych” 40; „liczba patroli pieszych” 40."""
    for place, number in enumerate(facts.numbers):
        whole = _whole_of(number, facts.numbers[:place], facts.numbers)
        if whole and number.value > whole.value:
            detail = {"value": str(number.value), "whole": whole.measure, "of": str(whole.value)}
            yield Finding(C.PART_OVER_WHOLE, number.measure, detail)


def _whole_of(part: Number, above: tuple[Number, ...], every: tuple[Number, ...]) -> Number | None:
    def alike(other: Number) -> bool:
        return (other.share, other.coverage) == (part.share, part.coverage)

    if key(part.measure).startswith("w tym"):
        return next(
            (other for other in reversed(above) if not key(other.measure).startswith("w tym") and alike(other)), None
        )
    own = stems_of(part.measure)
    for other in every:
        of_other = stems_of(other.measure)
        if of_other and alike(other) and len(of_other) < len(own) and own[: len(of_other)] == of_other:
            return other
    return None


def figures_in_text(facts: Facts, _limits: Thresholds) -> Iterator[Finding]:
    """A figure beside the same words as a measure, and none of them is the measure's number.

    Several figures may be parts: then their sum, or the largest, is the number as well.
    """
    told = list(figures(QUOTED.sub(" ", facts.text)))
    for number in facts.numbers:
        counted = stems_of(number.measure)
        same = [figure.value for figure in told if counted and _counts(figure, counted)]
        if same and number.value not in {*same, sum(same)}:
            detail = {"value": str(number.value), "told": [str(value) for value in same]}
            yield Finding(C.FIGURES_DISAGREE, number.measure, detail)


def _counts(figure: Figure, counted: tuple[str, ...]) -> bool:
    """„120 dodatkowych patroli”, not „w 16 szkołach odbyły się zajęcia”: what is counted stands close by."""
    return is_among(counted[0], figure.stems[:CLOSE]) and all(is_among(one, figure.stems) for one in counted)
