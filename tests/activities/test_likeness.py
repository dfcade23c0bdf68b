"""How alike two rows are, on a table judged by hand: what is proposed is nearly always so; not all is found."""

import csv
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bezpiecznik.activities.likeness import ENOUGH, Told, candidates, likeness, place_key

TABLE = Path(__file__).parent / "alike.tsv"


def told(key: int, row: dict[str, str], mark: str = "") -> Told:
    day = date.fromisoformat(row[f"day{mark}"])
    return Told(
        key=key,
        institution=int(row[f"body{mark}"]),
        kind=row["kind"],
        title=row[f"title{mark}"],
        starts_on=day,
        last_day=date.fromisoformat(row[f"until{mark}"]) if row[f"until{mark}"] else day,
        place=row[f"place{mark}"],
        starts_at=time.fromisoformat(row[f"hour{mark}"]) if row[f"hour{mark}"] else None,
        participants=int(row[f"people{mark}"]) if row[f"people{mark}"] else None,
        bodies=frozenset({int(row[f"body{mark}"]), *([int(row[f"named{mark}"])] if row[f"named{mark}"] else [])}),
    )


def judged() -> Iterator[tuple[bool, Told, Told]]:
    with TABLE.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            full = {name: value or "" for name, value in row.items()}
            yield row["same"] == "1", told(1, full), told(2, full, "2")


def test_what_is_proposed_is_so_and_most_of_what_is_so_is_proposed() -> None:
    found = [(same, likeness(one, other), one, other) for same, one, other in judged()]
    proposed = [row for row in found if row[1].is_enough]
    right = [row for row in proposed if row[0]]
    true = [row for row in found if row[0]]
    print(f"\npairs {len(found)}, proposed {len(proposed)}, right {len(right)} of {len(true)}")
    for same, alike, one, other in found:
        if same != alike.is_enough:
            print(f"  {'missed' if same else 'WRONG'} {alike.score}: {one.title} / {other.title}; {alike.sentence}")
    assert len(right) == len(proposed), "a proposal that is not so costs trust"
    assert len(right) >= 0.8 * len(true)


def test_the_order_of_the_two_says_nothing() -> None:
    for _same, one, other in judged():
        assert likeness(one, other).score == likeness(other, one).score


def test_reasons_are_said_in_words() -> None:
    first = next(judged())
    assert (
        likeness(*first[1:]).sentence == "ten sam dzień, to samo miejsce, podobne nazwy, ta sama godzina, 48 i 50 osób"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("SP 5", "w Szkole Podstawowej nr 5"), ("MDK", "Dom Kultury"), ("ul. Lipowa 3", "Lipowa 3"), ("", "  ")],
)
def test_places_are_compared_by_their_words(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


def test_rows_are_compared_by_day_and_not_all_with_all() -> None:
    rows = [
        Told(n, n % 3, "meeting", "Spotkanie", day := date(2022, 1, 1) + timedelta(days=3 * (n // 2)), day)
        for n in range(2_000)
    ]
    assert len(list(candidates(rows))) == 1_000


def test_a_row_of_several_days_meets_each_row_within_it_once() -> None:
    week = Told(1, 1, "campaign", "Tydzień", date(2022, 9, 12), date(2022, 9, 16))
    inside = Told(2, 2, "campaign", "Tydzień", date(2022, 9, 13), date(2022, 9, 14))
    after = Told(3, 3, "campaign", "Tydzień", date(2022, 9, 17), date(2022, 9, 17))
    away = Told(4, 4, "campaign", "Tydzień", date(2022, 9, 20), date(2022, 9, 20))
    assert [(a.key, b.key) for a, b in candidates([away, after, inside, week])] == [(1, 2), (1, 3)]
    assert likeness(week, away).score < ENOUGH
