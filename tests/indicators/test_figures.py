"""Figures are entered, corrected with a reason, added up to a year, and never overwritten."""

from decimal import Decimal

import pytest
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


def test_an_indicator_changed_meanwhile_is_not_written_over(crimes: Indicator, coordinator: User) -> None:
    changed = services.change_indicator(crimes, version=1, source="KSIP", by=coordinator)
    assert (changed.source, changed.version) == ("KSIP", 2)
    with pytest.raises(Refused, match="ktoś zmienił"):
        services.change_indicator(crimes, version=1, source="Statystyka", by=coordinator)
