"""What may honestly be said of two figures a year apart."""

from decimal import Decimal

import pytest

from bezpiecznik.indicators.comparison import Comparison, Figure, Verdict, compare, ratio_interval


def figure(amount: int | str, *, coverage: str = "unit") -> Figure:
    return Figure(Decimal(amount), True, coverage)


def counts(now: int, before: int) -> Comparison:
    return compare(figure(now), figure(before), is_count=True)


def test_the_interval_agrees_with_wilsons_worked_by_hand() -> None:
    """50 of 150: Wilson's interval of the share is 0.2629 to 0.4121, so the ratio lies between 0.357 and 0.701."""
    low, high = ratio_interval(50, 100)
    assert (round(low or 0, 3), round(high or 0, 3)) == (0.357, 0.701)


def test_the_interval_of_two_counts_turned_round_is_the_other_one_turned_over() -> None:
    low, high = ratio_interval(120, 80)
    back_low, back_high = ratio_interval(80, 120)
    assert low
    assert high
    assert back_low
    assert back_high
    assert (round(low * back_high, 9), round(high * back_low, 9)) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("now", "before", "verdict"),
    [
        (600, 500, Verdict.MORE),
        (400, 500, Verdict.FEWER),
        (510, 500, Verdict.CHANCE),
        (500, 500, Verdict.SAME),
        (9, 5, Verdict.TOO_FEW),
        (0, 0, Verdict.TOO_FEW),
        (40, 0, Verdict.MORE),
        (0, 40, Verdict.FEWER),
    ],
)
def test_chance_is_told_from_change(now: int, before: int, verdict: Verdict) -> None:
    assert counts(now, before).verdict is verdict


def test_the_sentence_gives_the_difference_the_percent_and_its_interval() -> None:
    assert counts(600, 500).sentence == "Więcej o\u00a0100 (+20,0%; przedział 95%: od +6,6% do +35,1%)."
    assert counts(400, 500).sentence.startswith("Mniej o\u00a0100 (\u221220,0%; przedział 95%: od \u2212")
    assert counts(510, 500).sentence.endswith("Taka różnica mieści się w tym, co robi przypadek.")


def test_few_events_are_not_told_in_percents() -> None:
    told = counts(9, 5)
    assert (told.change, told.sentence) == (
        None, "Więcej o\u00a04. Zdarzeń jest za mało, by mówić o procentach.",
    )  # fmt: skip


def test_percents_differ_by_points() -> None:
    told = compare(figure("67.5"), figure("65"), is_count=False, is_percent=True)
    assert (told.change, told.sentence) == (None, "Więcej o\u00a02,5 punktu procentowego.")


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("66", "Więcej o\u00a01 punkt procentowy."), ("67", "Więcej o\u00a02 punkty procentowe."),
        ("60", "Mniej o\u00a05 punktów procentowych."), ("64.9", "Mniej o\u00a00,1 punktu procentowego."),
        ("87.0000", "Więcej o\u00a022 punkty procentowe."), ("53", "Mniej o\u00a012 punktów procentowych."),
    ],
)  # fmt: skip
def test_points_are_counted_as_polish_counts(now: str, told: str) -> None:
    assert compare(figure(now), figure("65"), is_count=False, is_percent=True).sentence == told


@pytest.mark.parametrize(
    ("now", "before", "because"),
    [
        (None, figure(5), "Brak danych za ten okres."),
        (figure(5), None, "nie ma z czym porównać"),
        (figure(5), figure(5, coverage="wider"), "różne obszary"),
    ],
)
def test_what_cannot_be_compared_is_not(now: Figure | None, before: Figure | None, because: str) -> None:
    told = compare(now, before, is_count=True)
    assert (told.verdict, told.difference) == (Verdict.NOT_COMPARED, None)
    assert because in told.sentence


def test_what_was_counted_in_another_way_is_not_compared() -> None:
    told = compare(figure(50), figure(50), is_count=True, broken=True)
    assert (told.verdict, told.difference) == (Verdict.NOT_COMPARED, None)
    assert "zmienił się sposób liczenia" in told.sentence
