"""„Harmonogram”: month, quarter, bars and list show the same dates; filters stand in the address."""

import csv
import io
from collections.abc import Iterator
from datetime import date

import pytest
from cast import MakeAction
from django.db import connection
from django.test.utils import CaptureQueriesContext
from inspector import InspectingClient, soup, text_of
from swapping import assert_swap_equals_reload
from timetable_acts import JUNE, monthly, once

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.milestones import add_milestone
from bezpiecznik.plans.models import Area, Programme, Undertaking

MONTH = "/praca/program/harmonogram/"
QUARTER = f"{MONTH}kwartal/"
GANTT = f"{MONTH}wykres/"
LIST = f"{MONTH}lista/"
LOAD = f"{MONTH}obciazenie/"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.pretend(JUNE):
        yield


@pytest.fixture
def timetable(patrols: Undertaking, make_action: MakeAction, guard: Institution, coordinator: User) -> Undertaking:
    """1.1 on the tenth of each month; 1.2 of the guard once, by the end of May 2022, and late; a step in 1.1."""
    monthly(patrols, coordinator, report_within=3)
    other = make_action("Zakup kamer.", lead=guard)
    once(other, date(2022, 5, 1), coordinator, precision="month")
    add_milestone(patrols, name="Odprawa służb", due_on=date(2022, 6, 20), by=coordinator)
    return other


def test_without_a_programme_there_is_nothing_to_show(client: InspectingClient, coordinator: User) -> None:
    for page in (MONTH, QUARTER, GANTT, LIST, LOAD):
        assert client.as_(coordinator).get(page).headers["Location"] == "/praca/program/"


def test_the_month_shows_dates_on_their_days(client: InspectingClient, reporter: User, timetable: Undertaking) -> None:
    page = client.as_(reporter).page(MONTH)
    assert text_of(page.h1) == "Harmonogram: czerwiec 2022"
    fields = {text_of(field.select_one(".month-day")): text_of(field) for field in page.select(".month td")}
    assert "1.1. Kierowanie dodatkowych patroli" in fields["10 .06"]
    assert "1.1: Odprawa służb" in fields["20 .06"]
    assert "Sprawozdanie z działania 1.1" in fields["15 .06 dziś"]
    assert page.select("a[href*='dzialanie']") == [], "a reader changes nothing"


def test_a_coarse_date_says_so_on_its_last_day(
    client: InspectingClient, reporter: User, timetable: Undertaking
) -> None:
    page = client.as_(reporter).page(MONTH, month="2022-05")
    field = next(field for field in page.select(".month td") if "31 .05" in text_of(field))
    assert "koniec działania, po terminie 1.2. Zakup kamer. maj 2022" in text_of(field)
    assert "Raport o stanie powiatu" in text_of(field)


@pytest.mark.parametrize("month", ["2022-13", "luty", "0000-01", ""])
def test_a_month_that_makes_no_sense_is_the_present_one(
    client: InspectingClient, reporter: User, timetable: Undertaking, month: str
) -> None:
    assert "czerwiec 2022" in text_of(client.as_(reporter).page(MONTH, month=month).h1)


def test_the_quarter_shows_three_months(client: InspectingClient, reporter: User, timetable: Undertaking) -> None:
    page = client.as_(reporter).page(QUARTER, month="2022-05")
    assert text_of(page.h1) == "Harmonogram: II kwartał 2022"
    assert [text_of(heading) for heading in page.select("h3")] == ["kwiecień 2022", "maj 2022", "czerwiec 2022"]
    assert [text_of(day) for day in page.select("section:nth-of-type(3) .agenda-day strong")] == [
        "10.06.2022", "15.06.2022", "20.06.2022",
    ]  # fmt: skip


def test_bars_stand_in_the_programmes_years(client: InspectingClient, reporter: User, timetable: Undertaking) -> None:
    page = client.as_(reporter).page(GANTT)
    rows = page.select("table.gantt tbody tr")
    assert len(rows) == 2
    assert "co miesiąc, 10. dnia miesiąca, 6 razy, od 10 stycznia 2022" in text_of(rows[0]).replace("\u00a0", " ")
    assert "Odprawa służb: 20 czerwca 2022" in text_of(rows[0]).replace("\u00a0", " ")
    assert len(rows[0].select("circle")) == 6
    bar = rows[0].select_one("rect")
    assert bar
    days = (date(2022, 1, 10) - date(2021, 1, 1)).days
    assert bar["x"] == f"{100 * days / 1095:.2f}%"
    assert "po terminie" in text_of(rows[1])
    assert page.select("[style]") == []


def test_bars_of_one_year(client: InspectingClient, reporter: User, timetable: Undertaking) -> None:
    page = client.as_(reporter).page(GANTT, year="2021")
    rows = page.select("table.gantt tbody tr")
    assert len(rows) == 1
    assert text_of(rows[0].th).startswith("1.2. Zakup kamer.")
    assert len(page.select(".gantt-parts span")) == 12


def titles(client: InspectingClient, **query: str) -> list[str]:
    page = client.page(LIST, since="2022-01-01", until="2022-12-31", **query)
    return [text_of(row.select("td")[2]) for row in page.select("#rows tbody tr")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "milestone"}, ["1.1: Odprawa służb"]),
        ({"state": "overdue"}, ["1.2. Zakup kamer."]),
        ({"q": "odprawy"}, ["1.1: Odprawa służb"]),
        ({"kind": "report", "sort": "-day", "q": "1.1"}, ["Sprawozdanie z działania 1.1"] * 6),
        ({"area": "1", "kind": "end"}, ["1.2. Zakup kamer."]),
        ({"kind": "okurencja", "state": "overdue", "sort": "kolor"}, ["1.2. Zakup kamer."]),
    ],
)
def test_filters_and_order_stand_in_the_address(
    client: InspectingClient, reporter: User, timetable: Undertaking, query: dict[str, str], expected: list[str]
) -> None:
    assert titles(client.as_(reporter), **query) == expected


def test_dates_of_one_institution(
    client: InspectingClient, reporter: User, timetable: Undertaking, police: Institution
) -> None:
    """Its own, and those of everybody."""
    found = titles(client.as_(reporter), institution=str(police.pk))
    assert "1.1: Odprawa służb" in found
    assert not any("Zakup kamer" in title for title in found)
    assert any("Raport o stanie" in title for title in found)


def test_the_list_begins_today_and_lasts_a_year(
    client: InspectingClient, reporter: User, timetable: Undertaking
) -> None:
    page = client.as_(reporter).page(LIST)
    assert "15.06.2022 – 15.06.2023" in text_of(page)


def test_the_list_as_a_file(client: InspectingClient, reporter: User, timetable: Undertaking) -> None:
    answer = client.as_(reporter).get(
        LIST, {"since": "2022-05-01", "until": "2022-05-31", "q": "kamer", "export": "csv"}
    )
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1:] == [["2022-05-31", "maj 2022", "koniec działania", "1.2", "1.2. Zakup kamer.", "po terminie", ""]]


@pytest.mark.parametrize(
    ("page", "other"), [(MONTH, "?kind=milestone"), (LIST, "?kind=milestone"), (GANTT, "?kind=once")]
)
def test_a_filter_swaps_the_rows_alone(
    client: InspectingClient, reporter: User, timetable: Undertaking, page: str, other: str
) -> None:
    assert_swap_equals_reload(client.as_(reporter), page, f"{page}{other}", target="rows")


@pytest.mark.parametrize("page", [MONTH, QUARTER, GANTT, LIST, LOAD])
def test_as_many_queries_for_three_as_for_one(
    client: InspectingClient, coordinator: User, make_action: MakeAction, police: Institution, guard: Institution,
    page: str,
) -> None:  # fmt: skip
    def asked(rows: int) -> int:
        for _row in range(rows):
            action = make_action(lead=police, partners=[guard])
            monthly(action, coordinator, report_within=3)
            add_milestone(action, name="Krok", due_on=date(2022, 6, 1), by=coordinator)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page).status_code == 200
        return len(captured)

    client.as_(coordinator).get(page)
    assert asked(1) == asked(2)


def test_who_manages_the_plan_is_led_to_the_next_thing(
    client: InspectingClient, coordinator: User, patrols: Undertaking
) -> None:
    page = client.as_(coordinator).page(GANTT)
    assert "Działania nie mają jeszcze terminów" in text_of(page)
    assert page.select_one(f"#rows a.button-main[href='{MONTH}wiele/{patrols.programme_id}/']")


def test_a_guest_sees_nothing(client: InspectingClient, guest: User, area: Area, programme: Programme) -> None:
    for page in (MONTH, QUARTER, GANTT, LIST, LOAD):
        assert client.as_(guest).get(page).status_code == 404


def test_many_dates_of_one_day_are_a_link_away(
    client: InspectingClient, coordinator: User, make_action: MakeAction, police: Institution
) -> None:
    for _action in range(6):
        once(make_action(lead=police), date(2022, 6, 22), coordinator)
    page = soup(client.as_(coordinator).get(MONTH))
    link = page.select_one(".month td > a")
    assert text_of(link) == "jeszcze 3 terminy 22.06.2022"
    assert link
    assert len(client.page(str(link["href"])).select("#rows tbody tr")) == 6
