"""Dates that the law sets: rules, sources, changes with history, back to how they came."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inspector import InspectingClient, soup, text_of
from timetable_acts import JUNE

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.models import Programme, StatutoryDate
from bezpiecznik.plans.statutory import (
    add_statutory_date,
    change_statutory_date,
    defaults,
    is_as_it_came,
    restore_statutory_date,
)
from bezpiecznik.plans.timetable.statutory import statutory_days
from bezpiecznik.plans.timetabling import Outdated

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no fault of the arithmetic."""
PAGE = "/praca/program/harmonogram/ustawowe/"
YEARS = (date(2022, 1, 1), date(2023, 12, 31))
END = [date(2023, 12, 31)]


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.pretend(JUNE):
        yield


def known(slug: str) -> StatutoryDate:
    return StatutoryDate.objects.get(slug=slug)


@pytest.mark.parametrize(
    ("row", "days"),
    [
        ({"rule": "yearly", "month": 1, "day": 31}, [date(2022, 1, 31), date(2023, 1, 31)]),
        ({"rule": "yearly", "month": 2, "day": 31}, [date(2022, 2, 28), date(2023, 2, 28)]),
        (
            {"rule": "half_yearly", "month": 1, "day": 31, "second_month": 7, "second_day": 31},
            [date(2022, 1, 31), date(2022, 7, 31), date(2023, 1, 31), date(2023, 7, 31)],
        ),
        ({"rule": "term", "years": 3, "starts_on": date(2019, 6, 18)}, [date(2022, 6, 18)]),
        ({"rule": "term", "years": 3}, []),
        ({"rule": "programme_end", "months_before": 0}, [date(2023, 12, 31)]),
        ({"rule": "programme_end", "months_before": 6}, [date(2023, 6, 30)]),
        ({"rule": "programme_end", "months_before": 22}, [date(2022, 2, 28)]),
    ],
)
def test_rules_give_days(row: dict[str, Any], days: list[date]) -> None:
    assert statutory_days(StatutoryDate(**row), *YEARS, programme_ends=END) == days


@calm
@given(st.integers(1, 12), st.integers(1, 31), st.integers(1999, 2080), st.integers(0, 10))
def test_a_yearly_date_falls_once_a_year(month: int, day: int, year: int, more: int) -> None:
    found = statutory_days(
        StatutoryDate(rule="yearly", month=month, day=day), date(year, 1, 1), date(year + more, 12, 31)
    )
    assert [(one.year, one.month) for one in found] == [(year + n, month) for n in range(more + 1)]


@pytest.mark.django_db
def test_those_that_come_with_the_system_name_their_source_and_wait_to_be_checked() -> None:
    rows = StatutoryDate.objects.all()
    assert {row.slug for row in rows} == set(defaults())
    assert {(row.month, row.day) for row in rows if row.rule == "yearly"} == {(1, 31), (2, 28), (3, 31), (5, 31)}
    assert all(row.source and row.verified_on is None and is_as_it_came(row) for row in rows)


def test_a_change_keeps_history_and_can_be_taken_back(coordinator: User) -> None:
    row = known("commission-term")
    changed = change_statutory_date(row, by=coordinator, version=1, starts_on=date(2022, 6, 18))
    assert not is_as_it_came(changed)
    with pytest.raises(Outdated):
        change_statutory_date(row, by=coordinator, version=1, note="x")
    restored = restore_statutory_date(changed, by=coordinator)
    assert (restored.starts_on, restored.version) == (None, 3)
    assert is_as_it_came(restored)
    lines = JournalEntry.objects.filter(event="plans.statutory_changed").order_by("pk")
    assert [line.data for line in lines] == [
        {"changed": {"początek kadencji": ["", "2022-06-18"]}}, {"changed": {"początek kadencji": ["2022-06-18", ""]}},
    ]  # fmt: skip
    change_statutory_date(restored, by=coordinator, starts_on=None)
    assert lines.count() == 2, "what stands there already is no change"


def test_the_offices_own_date_has_nothing_to_go_back_to(coordinator: User) -> None:
    row = add_statutory_date(by=coordinator, name="Sesja", source="statut", rule="yearly", month=6, day=1)
    with pytest.raises(Refused, match="dodał urząd"):
        restore_statutory_date(row, by=coordinator)


@pytest.mark.parametrize(
    "said",
    [
        {"rule": "yearly", "source": "x"},
        {"rule": "half_yearly", "source": "x", "month": 7, "day": 1, "second_month": 1, "second_day": 1},
        {"rule": "term", "source": "x"},
        {"rule": "programme_end", "source": "x"},
        {"rule": "yearly", "source": "", "month": 1, "day": 1},
        {"rule": "yearly", "source": "x", "month": 13, "day": 1},
    ],
)
def test_a_date_without_days_or_source_is_refused(coordinator: User, said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        add_statutory_date(by=coordinator, name="Termin", **said)


def test_everybody_reads_and_the_office_changes(
    client: InspectingClient, coordinator: User, reporter: User, guest: User, programme: Programme
) -> None:
    page = client.as_(reporter).page(PAGE)
    first = page.select("tbody tr")[0]
    assert "Mierniki kontroli zarządczej" in text_of(first)
    assert "31.07.2022" in text_of(first)
    assert "do sprawdzenia" in text_of(first)
    assert page.select("a[href$='/nowy/']") == []
    row = known("commission-term")
    assert client.get(f"{PAGE}{row.pk}/").status_code == 403
    assert client.as_(guest).get(PAGE).status_code == 404

    sent = {"name": row.name, "source": row.source, "rule": "term", "years": 3, "starts_on": "2019-06-18",
            "verified_on": "2022-06-01", "active": "on", "version": 1}  # fmt: skip
    client.as_(coordinator).post(f"{PAGE}{row.pk}/", sent)
    page = client.page(PAGE)
    assert "18.06.2022" in text_of(page.select_one(f"#termin-{row.pk}"))
    assert "sprawdzono 01.06.2022" in text_of(page.select_one(f"#termin-{row.pk}"))
    assert "w międzyczasie" in text_of(soup(client.post(f"{PAGE}{row.pk}/", {**sent, "note": "x"})))
    page = client.page(f"{PAGE}{row.pk}/")
    assert page.select_one(f"form[action='{PAGE}{row.pk}/przywrocenie/']")
    client.post(f"{PAGE}{row.pk}/przywrocenie/")
    assert is_as_it_came(known("commission-term"))


def test_a_date_is_added_and_put_away_on_screen(client: InspectingClient, coordinator: User) -> None:
    said = {"name": "Sesja rady", "source": "statut miasta", "rule": "yearly", "month": 6, "day": 30}
    client.as_(coordinator).post(f"{PAGE}nowy/", {**said, "active": "on"})
    row = StatutoryDate.objects.get(name="Sesja rady")
    client.post(f"{PAGE}{row.pk}/", {**said, "version": 1})
    page = client.page(PAGE)
    assert "nie pokazuje się w harmonogramie" in text_of(page.select_one(f"#termin-{row.pk}"))
    refused = soup(client.post(f"{PAGE}nowy/", {**said, "month": ""}))
    assert "Podaj dni, miesiące albo lata" in text_of(refused)
