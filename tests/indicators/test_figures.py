"""Figures are entered, corrected with a reason, added up to a year, and never overwritten."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from indicator_acts import Enter

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.indicators import queries, services
from bezpiecznik.indicators.models import Indicator
from bezpiecznik.indicators.services import Said
from bezpiecznik.indicators.states import Coverage, Half, ValueState
from bezpiecznik.institutions.refusals import Refused

pytestmark = pytest.mark.django_db


def test_a_correction_keeps_what_was_corrected(enter: Enter, crimes: Indicator) -> None:
    first = enter(2023, 1, 120, final=False)
    second = enter(2023, 1, 124)
    assert (second.replaces, second.reason) == (first, "wartość wstępna zastąpiona nowszą")
    assert list(crimes.values.in_force()) == [second]
    assert JournalEntry.objects.filter(event="indicators.value_corrected").count() == 1


def test_a_final_figure_is_corrected_only_with_a_reason(enter: Enter, crimes: Indicator) -> None:
    enter(2023, 1, 120)
    with pytest.raises(Refused, match="wymaga powodu"):
        enter(2023, 1, 121)
    assert enter(2023, 1, 121, reason="pomyłka w piśmie").replaces.amount == 120


def test_two_people_do_not_write_over_each_other(enter: Enter, crimes: Indicator, coordinator: User) -> None:
    enter(2023, 1, 120, final=False)
    with pytest.raises(Refused, match="ktoś wpisał inną wartość"):
        services.enter_values(2023, Half.FIRST, [Said(crimes, Decimal(99))], by=coordinator)
    assert crimes.values.get().amount == 120


def test_entering_the_same_again_writes_nothing(enter: Enter, crimes: Indicator) -> None:
    assert enter(2023, 1, 120) == enter(2023, 1, 120)
    assert crimes.values.count() == 1


def test_a_year_is_the_sum_of_its_halves_until_somebody_enters_it(enter: Enter, crimes: Indicator) -> None:
    enter(2023, 1, 120)
    assert queries.series(crimes)[0].whole is None
    enter(2023, 2, 100, final=False)
    whole = queries.series(crimes)[0].whole
    assert whole
    assert (whole.amount, whole.state) == (220, ValueState.PRELIMINARY)
    enter(2023, 0, 225)
    assert queries.series(crimes)[0].whole.amount == 225


def test_halves_over_different_ground_are_not_added(enter: Enter, crimes: Indicator, coordinator: User) -> None:
    enter(2023, 1, 120)
    wider = Said(crimes, Decimal(300), ValueState.FINAL, Coverage.WIDER)
    services.enter_values(2023, Half.SECOND, [wider], by=coordinator)
    assert queries.series(crimes)[0].whole is None


def test_a_figure_stands_beside_the_same_half_a_year_before(enter: Enter, crimes: Indicator, coordinator: User) -> None:
    enter(2022, 1, 500)
    enter(2023, 1, 600)
    services.set_target(crimes, year=2023, amount=Decimal(480), basis="kontrola zarządcza", by=coordinator)
    (line,) = queries.lines([crimes], 2023, Half.FIRST)
    assert line.compared.sentence.startswith("Więcej o\u00a0100 (+20,0%")
    assert line.target
    assert line.target.amount == 480


def test_a_break_of_the_series_stops_the_comparison_across_it(
    enter: Enter, crimes: Indicator, coordinator: User
) -> None:
    for year, amount in ((2021, 400), (2022, 500), (2023, 600)):
        enter(year, 1, amount)
    services.break_series(crimes, year=2023, half=Half.FIRST, why="Nowa definicja.", by=coordinator)
    (after,) = queries.lines([crimes], 2023, Half.FIRST)
    (before,) = queries.lines([crimes], 2022, Half.FIRST)
    assert (after.compared.difference, after.breaks) == (None, ("I półrocze 2023: Nowa definicja.",))
    assert (before.compared.difference, before.breaks) == (100, ())
    with pytest.raises(Refused, match="już zapisana"):
        services.break_series(crimes, year=2023, half=Half.FIRST, why="Jeszcze raz.", by=coordinator)


def test_a_year_counted_in_two_ways_has_no_sum_and_is_compared_with_neither_neighbour(
    enter: Enter, crimes: Indicator, coordinator: User
) -> None:
    for year, first, second in ((2021, 90, 90), (2022, 100, 100), (2023, 100, 300), (2024, 300, 300)):
        enter(year, 1, first)
        enter(year, 2, second)
    services.break_series(crimes, year=2023, half=Half.SECOND, why="Nowa definicja.", by=coordinator)
    for year in (2023, 2024):
        (line,) = queries.lines([crimes], year, Half.YEAR)
        assert (line.compared.difference, line.breaks) == (None, ("II półrocze 2023: Nowa definicja.",))
        assert "zmienił się sposób liczenia" in line.compared.sentence
    (before,) = queries.lines([crimes], 2022, Half.YEAR)
    assert (before.compared.difference, before.breaks) == (20, ())
    assert [row.whole and row.whole.amount for row in queries.series(crimes)] == [600, None, 200, 180]
    enter(2023, 0, 400)
    (typed,) = queries.lines([crimes], 2023, Half.YEAR)
    assert typed.compared.difference is None


def test_years_after_a_break_at_the_beginning_of_a_year_are_compared(
    enter: Enter, crimes: Indicator, coordinator: User
) -> None:
    enter(2023, 0, 100)
    enter(2024, 0, 130)
    services.break_series(crimes, year=2023, half=Half.FIRST, why="Nowa definicja.", by=coordinator)
    (line,) = queries.lines([crimes], 2024, Half.YEAR)
    assert (line.compared.difference, line.breaks) == (30, ())


@pytest.mark.parametrize("act", ["target", "break", "comment"])
def test_what_is_said_of_an_indicator_waits_its_turn(crimes: Indicator, coordinator: User, act: str) -> None:
    """The indicator is fetched to be held before what may not be there yet is looked for."""
    acts = {
        "target": lambda: services.set_target(crimes, year=2023, amount=Decimal(4), basis="plan", by=coordinator),
        "break": lambda: services.break_series(crimes, year=2023, half=Half.FIRST, why="Inaczej.", by=coordinator),
        "comment": lambda: services.comment(crimes, year=2023, half=Half.FIRST, text="Tak.", by=coordinator),
    }
    with CaptureQueriesContext(connection) as asked:
        acts[act]()
    first = next(query["sql"] for query in asked if query["sql"].startswith("SELECT"))
    assert 'FROM "indicators_indicator"' in first


def test_an_indicator_changed_meanwhile_is_not_written_over(crimes: Indicator, coordinator: User) -> None:
    changed = services.change_indicator(crimes, version=1, source="KSIP", by=coordinator)
    assert (changed.source, changed.version) == ("KSIP", 2)
    with pytest.raises(Refused, match="ktoś zmienił"):
        services.change_indicator(crimes, version=1, source="Statystyka", by=coordinator)
