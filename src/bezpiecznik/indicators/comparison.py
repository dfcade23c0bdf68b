"""Two figures of the same thing, a year apart: by how much they differ, and whether chance alone could do it. Pure.

For counts of events x (now) and y (before) the ratio x/y has an interval by the conditional argument: given n = x + y,
x is binomial(n, p) with p/(1-p) = ratio (Przyborowski and Wilenski 1940, Biometrika 31:313). The interval of p is
Wilson's (Wilson 1927, JASA 22:209):

    (p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n),   z = 1.96

Assumptions: events happen independently at a steady rate in both periods, and both were counted in the same way over
the same ground. Events that come in series make the true interval wider. Not to be used for percents, for money, or
where a person's decision to look (raids, patrols) makes the count.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import sqrt

from babel.numbers import format_decimal

from bezpiecznik.core.polish import forms

Z = 1.959964
FEWEST = 20
"""With fewer events in both periods together a percent says more than the numbers know."""


class Verdict(StrEnum):
    MORE = "more"
    FEWER = "fewer"
    CHANCE = "chance"
    """The interval holds „no change”."""
    SAME = "same"
    TOO_FEW = "too_few"
    NO_INTERVAL = "no_interval"
    """Not a count of events: only the difference is told."""
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True)
class Figure:
    """A figure as the comparison needs it; `coverage` must agree for two of them to be compared."""

    amount: Decimal
    final: bool
    coverage: str


@dataclass(frozen=True)
class Comparison:
    """`change` in percent of what was before, `low` and `high` its interval; None where they would mislead."""

    difference: Decimal | None
    change: Decimal | None
    low: Decimal | None
    high: Decimal | None
    verdict: Verdict
    sentence: str


def compare(
    now: Figure | None, before: Figure | None, *, is_count: bool, is_percent: bool = False, broken: bool = False
) -> Comparison:
    """What may honestly be said of `now` beside `before`; `broken` where the way of counting changed meanwhile."""
    if broken:
        return _nothing("Między okresami zmienił się sposób liczenia, więc się ich nie porównuje.")
    if now is None:
        return _nothing("Brak danych za ten okres.")
    if before is None:
        return _nothing("Brak danych za ten sam okres poprzedniego roku, więc nie ma z czym porównać.")
    if now.coverage != before.coverage:
        return _nothing("Liczby obejmują różne obszary, więc się ich nie porównuje.")
    difference = now.amount - before.amount
    if is_percent:
        return Comparison(difference, None, None, None, Verdict.NO_INTERVAL, _points(difference))
    return _of_counts(now.amount, before.amount) if is_count else _of_amounts(now.amount, before.amount)


def _nothing(sentence: str) -> Comparison:
    return Comparison(None, None, None, None, Verdict.NOT_COMPARED, sentence)


def _points(difference: Decimal) -> str:
    if not difference:
        return "Bez zmiany."
    return f"{_size(difference, 'Więcej', 'Mniej')} {_points_word(abs(difference))}."


def _points_word(size: Decimal) -> str:
    """„o 1 punkt”, „o 2 punkty”, „o 5 punktów”, „o 2,5 punktu”"""
    if size != int(size):
        return "punktu procentowego"
    return forms(int(size), "punkt procentowy,punkty procentowe,punktów procentowych")


def _of_amounts(now: Decimal, before: Decimal) -> Comparison:
    difference, change = now - before, _percent(now, before)
    told = _size(difference, "Więcej", "Mniej") if difference else "Bez zmiany"
    told += f" ({_signed(change)}%)" if change else ""
    return Comparison(difference, change, None, None, Verdict.NO_INTERVAL, f"{told}.")


def _of_counts(now: Decimal, before: Decimal) -> Comparison:
    difference = now - before
    if now + before < FEWEST:
        told = _size(difference, "Więcej", "Mniej") if difference else "Bez zmiany"
        sentence = f"{told}. Zdarzeń jest za mało, by mówić o procentach."
        return Comparison(difference, None, None, None, Verdict.TOO_FEW, sentence)
    change, (low, high) = _percent(now, before), ratio_interval(int(now), int(before))
    span = None if low is None or high is None else (_as_change(low), _as_change(high))
    verdict = _verdict(difference, low, high)
    ends = span or (None, None)
    return Comparison(difference, change, ends[0], ends[1], verdict, _told(difference, change, span, verdict))


def ratio_interval(now: int, before: int) -> tuple[float | None, float | None]:
    """The 95% interval of the ratio now/before of two counts; None where it has no end (nothing in a period)."""
    total = now + before
    if not total:
        return None, None
    share = now / total
    middle, spread = share + Z**2 / (2 * total), Z * sqrt(share * (1 - share) / total + Z**2 / (4 * total**2))
    low, high = ((middle + sign * spread) / (1 + Z**2 / total) for sign in (-1, 1))
    return max(low, 0.0) / (1 - max(low, 0.0)), (high / (1 - high) if before else None)


def _verdict(difference: Decimal, low: float | None, high: float | None) -> Verdict:
    if not difference:
        return Verdict.SAME
    if low is not None and low > 1:
        return Verdict.MORE
    return Verdict.FEWER if high is not None and high < 1 else Verdict.CHANCE


def _told(difference: Decimal, change: Decimal | None, span: tuple[Decimal, Decimal] | None, verdict: Verdict) -> str:
    told = _size(difference, "Więcej", "Mniej") if difference else "Bez zmiany"
    told += f" ({_signed(change)}%" if change is not None else ""
    told += f"; przedział 95%: od {_signed(span[0])}% do {_signed(span[1])}%" if change is not None and span else ""
    told += ")" if change is not None else ""
    chance = " Taka różnica mieści się w tym, co robi przypadek." if verdict is Verdict.CHANCE else ""
    return f"{told}.{chance}"


def _percent(now: Decimal, before: Decimal) -> Decimal | None:
    return _tenth((now - before) / before * 100) if before else None


def _as_change(ratio: float) -> Decimal:
    return _tenth(Decimal(ratio - 1) * 100)


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _size(difference: Decimal, more: str, fewer: str) -> str:
    return f"{more if difference > 0 else fewer} o\u00a0{plain(abs(difference))}"


def _signed(value: Decimal | None) -> str:
    """„+4,1”, „−3,0”, with the true minus."""
    if value is None:
        return ""
    sign = "+" if value > 0 else "\u2212" if value < 0 else ""
    return f"{sign}{format_decimal(abs(value), locale='pl', format='#,##0.0')}"


def plain(value: Decimal) -> str:
    """`1 234,5`: as Polish writes numbers, without zeros that say nothing."""
    return str(format_decimal(value.normalize(), locale="pl", format="#,##0.####"))
