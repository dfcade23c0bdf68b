"""How alike two rows are: do they speak of one event? Pure. Precision before recall: a person reads every proposal.

Points are given for what agrees and taken for what contradicts; some contradictions end the matter at once. Two bodies
that were at two schools on one day are alike in all but the place, so a place or a named partner has to agree.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import lru_cache

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from bezpiecznik.core.polish import fold, word_keys

ENOUGH = 7
"""Same day, same place and near numbers; or same day, same place and titles alike; and so on."""
NEAR_PEOPLE, NEAR_SHARE = 5, 0.2
FAR_TIMES = 2
ALIKE_TITLE, NEAR_TITLE, OTHER_TITLE = 82, 62, 40
ALIKE_PLACE, OTHER_PLACE = 86, 60
SAME_HOUR, NEAR_HOUR, OTHER_HOUR = 15, 60, 90
IDENTICAL_TITLE = 96
LONGEST_RUN = 31
"""Days of one row that are looked up; a campaign of a year is not compared day by day."""

_NUMBER = re.compile(r"\d+")
_SHORT_NUMBER = re.compile(r"\b\d{1,3}(?!\d)")
"""In titles: of classes and groups; a year says nothing."""
_WORD = re.compile(r"[^\W\d_]+")
_LONG_NAMES = {
    "sp": "szkola podstawowa", "lo": "liceum ogolnoksztalcace", "zs": "zespol szkol", "psp": "szkola podstawowa",
    "dk": "dom kultury", "mdk": "dom kultury", "gok": "osrodek kultury", "mok": "osrodek kultury",
    "dps": "dom pomocy spolecznej", "utw": "uniwersytet trzeciego wieku", "osp": "remiza strazy pozarnej",
    "przedszk": "przedszkole", "bibl": "biblioteka",
}  # fmt: skip
_EMPTY_WORDS = frozenset(
    [
        "w",
        "we",
        "na",
        "przy",
        "ul",
        "ulica",
        "al",
        "aleja",
        "os",
        "osiedle",
        "nr",
        "numer",
        "im",
        "imienia",
        "pl",
        "plac",
        "sala",
        "sali",
        "budynek",
        "budynku",
        "z",
        "ze",
        "i",
    ]
)


@dataclass(frozen=True)
class Told:
    """What a row says, as far as it is compared."""

    key: int
    institution: int
    kind: str
    title: str
    starts_on: date
    last_day: date
    place: str = ""
    starts_at: time | None = None
    participants: int | None = None
    times: int = 1
    bodies: frozenset[int] = frozenset()

    @property
    def days(self) -> list[date]:
        run = min((self.last_day - self.starts_on).days, LONGEST_RUN)
        return [self.starts_on + timedelta(days=n) for n in range(run + 1)]


@dataclass(frozen=True)
class Likeness:
    """`score` of at least `ENOUGH` is worth a question; `reasons` say why, in words for the person asked."""

    score: int
    reasons: tuple[str, ...] = ()

    @property
    def is_enough(self) -> bool:
        return self.score >= ENOUGH

    @property
    def sentence(self) -> str:
        return ", ".join(self.reasons)


@dataclass
class _Account:
    score: int = 0
    reasons: list[str] = field(default_factory=list)

    def add(self, points: int, reason: str = "") -> None:
        self.score += points
        if reason:
            self.reasons.append(reason)


NOT_ALIKE = Likeness(0)


def likeness(one: Told, other: Told) -> Likeness:
    """Of two different rows, in any order."""
    if one.kind != other.kind:
        return NOT_ALIKE
    if one.institution == other.institution:
        return _twice_entered(one, other)
    account = _Account()
    day = _day(one, other, account)
    place = _place(one.place, other.place, account)
    if not day or place < 0:
        return NOT_ALIKE
    named = one.institution in other.bodies or other.institution in one.bodies
    if not named and place == 0:
        return NOT_ALIKE
    title = _title(one.title, other.title, account)
    if not (_hours(one.starts_at, other.starts_at, account) and _people(one, other, account)):
        return NOT_ALIKE
    if named:
        account.add(2, _("jeden wpis wymienia drugi podmiot"))
    if one.times != other.times:
        account.add(-1)
    if day == 1 and title < 2:
        return NOT_ALIKE  # another day is a slip of the pen only where the words are the same
    return Likeness(account.score, tuple(account.reasons))


def _twice_entered(one: Told, other: Told) -> Likeness:
    """Within one body only what is the same in everything: lessons of one day are alike and are not one."""
    same = (
        (one.starts_on, one.last_day, one.starts_at, one.participants, one.times)
        == (other.starts_on, other.last_day, other.starts_at, other.participants, other.times)
        and one.participants is not None
        and place_key(one.place) == place_key(other.place)
        and _ratio(one.title, other.title) >= IDENTICAL_TITLE
    )
    return Likeness(ENOUGH + 1, (_("ten sam podmiot, a wpisy niczym się nie różnią"),)) if same else NOT_ALIKE


def _day(one: Told, other: Told, account: _Account) -> int:
    """3 for the same first day, 2 for days that overlap, 1 for the next day, 0 for others."""
    if one.starts_on == other.starts_on:
        account.add(3, _("ten sam dzień"))
        return 3
    if one.starts_on <= other.last_day and other.starts_on <= one.last_day:
        account.add(2, _("te same dni"))
        return 2
    apart = min(abs((one.starts_on - other.last_day).days), abs((other.starts_on - one.last_day).days))
    if apart == 1:
        account.add(1, _("dzień po dniu"))
        return 1
    return 0


def _place(one: str, other: str, account: _Account) -> int:
    """3 for the same, 2 for nearly the same, 0 where one is unknown or nothing can be said, -1 for another place."""
    first, second = place_key(one), place_key(other)
    if not (first.words and second.words):
        return 0
    if first.numbers and second.numbers and not (first.numbers <= second.numbers or second.numbers <= first.numbers):
        return -1
    ratio = fuzz.token_set_ratio(" ".join(first.words), " ".join(second.words))
    if ratio < OTHER_PLACE:
        return -1
    if ratio < ALIKE_PLACE:
        return 0
    if bool(first.numbers) != bool(second.numbers) or min(len(first.words), len(second.words)) == 1 < max(
        len(first.words), len(second.words)
    ):
        account.add(2, _("podobne miejsce"))
        return 2
    account.add(3, _("to samo miejsce"))
    return 3


@dataclass(frozen=True)
class PlaceKey:
    """Words of a place without endings and marks, and its numbers."""

    words: tuple[str, ...]
    numbers: frozenset[str]


@lru_cache(maxsize=20_000)
def place_key(place: str) -> PlaceKey:
    """`place_key("w SP nr 5")` equals `place_key("Szkoła Podstawowa 5")`."""
    folded = fold(place)
    long = " ".join(_LONG_NAMES.get(word, word) for word in _WORD.findall(folded))
    stems = sorted({_stem(word) for word in long.split() if word not in _EMPTY_WORDS})
    return PlaceKey(tuple(stems), frozenset(_NUMBER.findall(folded)))


def _stem(word: str) -> str:
    return min(word_keys(word), key=lambda key: (len(key), key))


def _title(one: str, other: str, account: _Account) -> int:
    first, second = (set(_SHORT_NUMBER.findall(text)) for text in (one, other))
    if first and second and not first & second:
        account.add(-1)  # class 1a and class 4b
        return 0
    ratio = _ratio(one, other)
    if ratio >= ALIKE_TITLE:
        account.add(2, _("podobne nazwy"))
        return 2
    if ratio >= NEAR_TITLE:
        account.add(1, _("zbliżone nazwy"))
        return 1
    if ratio < OTHER_TITLE:
        account.add(-1)
    return 0


def _ratio(one: str, other: str) -> float:
    first, second = (" ".join(_stem(word) for word in _WORD.findall(fold(text))) for text in (one, other))
    return max(fuzz.token_sort_ratio(first, second), fuzz.token_set_ratio(first, second) - 8)


def _hours(one: time | None, other: time | None, account: _Account) -> bool:
    """False where the hours contradict."""
    if one is None or other is None:
        return True
    apart = abs((one.hour * 60 + one.minute) - (other.hour * 60 + other.minute))
    if apart <= SAME_HOUR:
        account.add(2, _("ta sama godzina"))
    elif apart <= NEAR_HOUR:
        account.add(1, _("zbliżona godzina"))
    return apart <= OTHER_HOUR


def _people(one: Told, other: Told, account: _Account) -> bool:
    """False where the numbers contradict."""
    few, many = sorted((one.participants or 0, other.participants or 0))
    if one.participants is None or other.participants is None:
        return True
    if many - few <= max(NEAR_PEOPLE, NEAR_SHARE * many):
        account.add(1, _("%(one)d i %(other)d osób") % {"one": one.participants, "other": other.participants})
        return True
    account.add(-1)
    return many <= FAR_TIMES * max(few, 1)


def candidates(rows: Iterable[Told]) -> Iterable[tuple[Told, Told]]:
    """Pairs of one kind that share a day or stand next to each other, each once: compared by day, not all with all."""
    by_day: dict[tuple[str, date], list[Told]] = {}
    met: set[tuple[int, int]] = set()
    for row in sorted(rows, key=lambda told: told.key):
        near = {row.starts_on - timedelta(days=1), row.last_day + timedelta(days=1), *row.days}
        for day in sorted(near):
            for earlier in by_day.get((row.kind, day), ()):
                pair = (earlier.key, row.key)
                if pair not in met:
                    met.add(pair)
                    yield earlier, row
        for day in row.days:
            by_day.setdefault((row.kind, day), []).append(row)
