"""The checks of substance by themselves: cases judged by hand, and properties that hold for any entry."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planted_doubts import LAST_TUNED, Case, cases, score

from bezpiecznik.reporting.states import Outcome
from bezpiecznik.reporting.substance.checks import doubts_of
from bezpiecznik.reporting.substance.facts import DoubtCode, Facts, Finding, Number, Said, Thresholds
from bezpiecznik.reporting.substance.figures import figures, stems_of
from bezpiecznik.reporting.substance.phrases import is_no_fact
from bezpiecznik.reporting.substance.sentences import sentence

CASES = list(cases())
TEXT = "Patrole kierowano na osiedla i do parków według zgłoszeń mieszkańców."


def number(value: str, measure: str = "liczba patroli", share: str = "own") -> Number:
    return Number(measure, Decimal(value), share)


def past(*values: str) -> tuple[Said, ...]:
    return tuple(Said(str(2000 + no), "", (number(value),)) for no, value in enumerate(values))


def about_patrols(value: str, history: tuple[Said, ...]) -> list[Finding]:
    return doubts_of(Facts("done", TEXT, (number(value),), history=history))


@pytest.mark.parametrize("case", [case for case in CASES if not case.expected], ids=lambda case: f"row-{case.no}")
def test_nothing_is_asked_where_a_person_would_ask_nothing(case: Case) -> None:
    assert case.found == frozenset()


@pytest.mark.parametrize("code", DoubtCode)
def test_each_kind_of_doubt_is_found_more_often_than_not(code: DoubtCode) -> None:
    judged = [case for case in CASES if code.value in case.expected]
    found = [case for case in judged if code.value in case.found]

    assert judged
    assert len(found) * 2 > len(judged)


def test_hardly_anything_is_asked_in_vain_and_most_is_found() -> None:
    mended = score([case for case in CASES if case.no <= LAST_TUNED])
    later = score([case for case in CASES if case.no > LAST_TUNED])

    assert min(mended.precision, later.precision) >= 0.97
    assert (mended.recall >= 0.95, later.recall >= 0.75) == (True, True)


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "–", "...", "N/D", "n/d.", "brak", "Brak.", "nie dotyczy", "j.w.", "xxx", "0"]
)
def test_signs_and_empty_words_are_no_fact(text: str) -> None:
    assert is_no_fact(text)


@pytest.mark.parametrize(
    "text", ["Brak środków.", "Realizowano na bieżąco.", "Nie odbyły się.", "12", "SM", "Brak wody"]
)
def test_whatever_claims_something_is_a_fact(text: str) -> None:
    assert not is_no_fact(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Odbyto 1 234 patrole, w tym 30 nocnych.", ["1234", "30"]),
        ("W dniu 12.03.2023 r. o godz. 10:30 przy ul. Jana Pawła II 5 przeszkolono 40 osób.", ["40"]),
        ("Zgodnie z art. 10 ust. 2 w latach 2022-2023 wydano 3,5 tony.", ["3.5"]),
        ("Spadek o 45 %, w 2023 r. 12 marca.", []),
    ],
)
def test_days_hours_and_numbers_of_acts_are_not_counts(text: str, told: list[str]) -> None:
    assert [figure.value for figure in figures(text)] == [Decimal(value) for value in told]


def test_a_measure_is_told_by_what_it_counts() -> None:
    assert stems_of("liczba przeprowadzonych patroli") == stems_of("Patrole") == ("patro",)
    assert stems_of("liczba osób") == stems_of("osoby, łącznie")


def test_the_half_of_a_year_is_not_measured_by_a_year() -> None:
    year = Said("2022", "", (number("340"),), comparable=False)

    assert about_patrols("34", (year,)) == []
    assert [found.code for found in about_patrols("34", (replace(year, comparable=True),))] == [DoubtCode.TENFOLD]


def test_how_many_periods_lie_behind_is_told() -> None:
    (found,) = about_patrols("0", past("30", "32", "31"))
    assert sentence(found.code, found.about, found.detail) == (
        "„liczba patroli”: teraz 0, a w 3 poprzednich okresach było od 30 do 32. "
        "Czy to na pewno zero, a nie brak danych?"
    )


def test_a_slip_of_one_zero_is_called_so() -> None:
    (found,) = about_patrols("340", past("34"))
    assert sentence(found.code, found.about, found.detail) == (
        "„liczba patroli”: w tym okresie 340, poprzednio 34 – dziesięć razy więcej. Czy to nie pomyłka o zero?"
    )


def test_thresholds_decide() -> None:
    facts = Facts("done", TEXT, (number("100"),), history=past("34"))

    assert doubts_of(facts) == []
    assert [found.code for found in doubts_of(facts, Thresholds(times=2))] == [DoubtCode.TENFOLD]
    assert doubts_of(facts, Thresholds(times=2, least=200)) == []


def test_only_figures_changed_is_asked_where_settings_say_so() -> None:
    before = Said("2022", "Przeprowadzono 34 kontrole, nieprawidłowości usunięto w terminie.")
    facts = Facts("done", "Przeprowadzono 51 kontrole, nieprawidłowości usunięto w terminie.", history=(before,))

    assert doubts_of(facts) == []
    assert [found.detail["only_figures"] for found in doubts_of(facts, Thresholds(ask_of_templates=True))] == [True]


@pytest.mark.parametrize("outcome", ["nothing_done", "not_applicable", "skipped", ""])
def test_the_text_of_an_entry_without_facts_is_not_questioned(outcome: str) -> None:
    assert doubts_of(Facts(outcome, "Realizowano na bieżąco.", history=past("34"))) == []


values = st.decimals(min_value=0, max_value=10**9, places=2)
rows = st.builds(
    Number, st.text(max_size=60), values, st.sampled_from(["own", "joint"]), st.sampled_from(["unit", "wider"])
)
said = st.builds(Said, st.just("2022"), st.text(max_size=80), st.lists(rows, max_size=3).map(tuple), st.booleans())
entries = st.builds(
    Facts,
    outcome=st.sampled_from(["", *Outcome.values]),
    text=st.text(max_size=200),
    numbers=st.lists(rows, max_size=4).map(tuple),
    wording=st.text(max_size=80),
    history=st.lists(said, max_size=5).map(tuple),
    has_partners=st.booleans(),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(entries)
def test_every_doubt_is_a_question_asked_once(facts: Facts) -> None:
    found = doubts_of(facts)

    assert len({(one.code, one.about) for one in found}) == len(found)
    for one in found:
        assert sentence(one.code, one.about, one.detail).count("?") >= 1


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(entries)
def test_a_stricter_threshold_never_asks_less_of_numbers(facts: Facts) -> None:
    usual = {(one.code, one.about) for one in doubts_of(facts) if one.code == DoubtCode.TENFOLD}
    strict = {
        (one.code, one.about) for one in doubts_of(facts, Thresholds(times=2, least=1)) if one.code == DoubtCode.TENFOLD
    }

    assert usual <= strict


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["-", " ", "brak", "n/d", "nie dotyczy", ".", "j.w.", "xxx", "0", "tak"]), max_size=6))
def test_empty_words_in_a_row_are_still_no_fact(parts: list[str]) -> None:
    assert is_no_fact(" ".join(parts))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.decimals(min_value=1, max_value=10**6, places=0), st.integers(4, 8))
def test_what_is_as_always_is_never_an_outlier(value: Decimal, periods: int) -> None:
    codes = {found.code for found in about_patrols(str(value), past(*[str(value)] * periods))}
    assert codes <= {DoubtCode.NEVER_CHANGES}
