"""The list, the calendar and the plan of inspections: filters, files, sums, a constant number of queries."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from activities.activity_acts import LIST, enter
from inspector import InspectingClient, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import queries
from bezpiecznik.activities.models import Activity
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking

CALENDAR, INSPECTIONS = f"{LIST}kalendarz/", f"{LIST}kontrole/"


@pytest.fixture
def several(
    police: Institution, guard: Institution, patrols: Undertaking, reporter: User, neighbour: User
) -> list[Activity]:
    """Of the police: a meeting, an inspection done and one overdue; of the guard: a campaign held with the police."""
    return [
        enter(police, by=reporter, undertakings=(patrols,)),
        enter(police, by=reporter, kind="inspection", title="Kontrole sklepów", times=3, participants=None,
              found=4, sanctioned=2, starts_on=date(2022, 10, 20)),
        enter(police, by=reporter, kind="inspection", title="Kontrola barów", state="planned", participants=None,
              starts_on=date(2022, 11, 10)),
        enter(guard, by=neighbour, kind="campaign", title="Odblaski", others=(police,), starts_on=date(2022, 9, 1)),
    ]  # fmt: skip


def titles(client: InspectingClient, address: str = LIST, **query: str) -> list[str]:
    return [text_of(row.th.a) for row in client.page(address, **query).select("tbody tr") if row.th and row.th.a]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Kontrola barów", "Kontrole sklepów", "Spotkanie z seniorami", "Odblaski"]),
        ({"kind": "campaign"}, ["Odblaski"]),
        ({"state": "planned"}, ["Kontrola barów"]),
        ({"state": "overdue"}, ["Kontrola barów"]),
        ({"q": "senior"}, ["Spotkanie z seniorami"]),
        ({"since": "2022-10-15", "until": "2022-10-31"}, ["Kontrole sklepów"]),
        ({"public": "public"}, []),
        ({"sort": "title"}, ["Kontrola barów", "Kontrole sklepów", "Odblaski", "Spotkanie z seniorami"]),
        ({"kind": "taniec", "since": "kiedyś", "sort": "kolor", "page": "koniec"},
         ["Kontrola barów", "Kontrole sklepów", "Spotkanie z seniorami", "Odblaski"]),
    ],
)  # fmt: skip
def test_filters_stand_in_the_address(
    client: InspectingClient, coordinator: User, several: list[Activity], query: dict[str, str], expected: list[str]
) -> None:
    assert titles(client.as_(coordinator), **query) == expected


def test_a_body_and_an_action_are_filtered_by_too(
    client: InspectingClient, coordinator: User, several: list[Activity], guard: Institution, patrols: Undertaking
) -> None:
    client.as_(coordinator)
    assert titles(client, institution=str(guard.pk)) == ["Odblaski"]
    assert titles(client, undertaking=str(patrols.pk)) == ["Spotkanie z seniorami"]


def test_one_sees_own_and_what_was_held_together(
    client: InspectingClient, neighbour: User, reporter: User, member: User, several: list[Activity]
) -> None:
    assert titles(client.as_(neighbour)) == ["Odblaski"]
    assert len(titles(client.as_(reporter))) == len(titles(client.as_(member))) == 4
    assert client.as_(neighbour).get(several[0].get_absolute_url()).status_code == 404
    assert client.as_(reporter).get(several[3].get_absolute_url()).status_code == 200
    assert client.get(f"{several[3].get_absolute_url()}zmiana/").status_code == 403
    assert client.as_(member).get(f"{several[0].get_absolute_url()}zmiana/").status_code == 403


@pytest.mark.parametrize("query", ["?q=senior", "?kind=campaign", "?q=meteoryt", "?sort=title"])
def test_filtering_by_htmx_equals_a_reload(
    client: InspectingClient, coordinator: User, several: list[Activity], query: str
) -> None:
    assert_swap_equals_reload(client.as_(coordinator), LIST, LIST + query, target="rows")


@pytest.mark.parametrize(("address", "queries_made"), [(LIST, 10), (CALENDAR, 8), (INSPECTIONS, 12)])
@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, coordinator: User, reporter: User, police: Institution, guard: Institution,
    patrols: Undertaking, address: str, queries_made: int, rows: int, django_assert_num_queries,
) -> None:  # fmt: skip
    for n in range(rows):
        enter(police, by=reporter, kind="inspection", title=f"Kontrola {n}", undertakings=(patrols,), others=(guard,),
              starts_on=date(2022, 11, 2 + n))  # fmt: skip
    client.as_(coordinator).page(address)
    with django_assert_num_queries(queries_made):
        client.page(address)


def test_files_hold_every_filtered_row(client: InspectingClient, coordinator: User, several: list[Activity]) -> None:
    response = client.as_(coordinator).get(LIST, {"export": "csv", "kind": "campaign"})
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert [(row["Co"], row["Podmiot"], row["Razem z"], row["Ile osób"]) for row in rows] == [
        ("Odblaski", "Straż Miejska", "KMP", "30")
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(INSPECTIONS, {"export": "xlsx"}).content)).active
    assert sheet is not None
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == ["Kontrola barów", "Kontrole sklepów"]


def test_the_plan_of_inspections_tells_what_is_late(
    client: InspectingClient, coordinator: User, several: list[Activity]
) -> None:
    figures = [text_of(figure) for figure in client.as_(coordinator).page(INSPECTIONS).select(".figure")]
    assert figures == [
        "1 zaplanowane", "3 przeprowadzone", "1 bez odpowiedzi, choć dzień minął",
        "4 stwierdzone nieprawidłowości", "2 zastosowane sankcje",
    ]  # fmt: skip


def test_a_month_is_laid_in_weeks_and_one_of_several_days_stands_on_each(
    client: InspectingClient, coordinator: User, reporter: User, police: Institution
) -> None:
    enter(police, by=reporter, title="Tydzień odblasków", starts_on=date(2022, 11, 2), ends_on=date(2022, 11, 4))
    page = client.as_(coordinator).page(CALENDAR, miesiac="2022-11")
    assert text_of(page.h1) == "Kalendarz działalności: listopad 2022"
    squares = page.select(".month-grid td")
    assert len(squares) == 35
    assert sum("Tydzień odblasków" in text_of(square) for square in squares) == 3
    assert [text_of(heading) for heading in page.select(".month-heading")] == [
        "Środa, 2 listopada", "Czwartek, 3 listopada", "Piątek, 4 listopada",
    ]  # fmt: skip
    assert text_of(client.page(CALENDAR, miesiac="kiedyś").h1) == "Kalendarz działalności: listopad 2022"


def test_what_is_joined_counts_once(several: list[Activity]) -> None:
    before = queries.figures(Activity.objects.all())
    Activity.objects.filter(pk=several[3].pk).update(joined_into=several[0])
    after = queries.figures(Activity.objects.all())
    assert (before.participants, after.participants) == (60, 30)
    assert (after.events, after.uncounted, after.found, after.sanctioned) == (4, 1, 4, 2)


def test_services_add_up_month_by_month(
    client: InspectingClient, coordinator: User, reporter: User, police: Institution, patrols: Undertaking
) -> None:
    for day, times, people in ((3, 10, 8), (17, 4, None)):
        enter(police, by=reporter, kind="service", undertakings=(patrols,), times=times, participants=people,
              starts_on=date(2022, 10, day))  # fmt: skip
    enter(police, by=reporter, kind="service", undertakings=(patrols,), times=2, participants=2,
          starts_on=date(2022, 9, 5))  # fmt: skip
    table = (
        client.as_(coordinator)
        .page(patrols.get_absolute_url())
        .find("caption", string="Dyżury i usługi miesiąc po miesiącu")
    )
    assert table is not None
    assert [text_of(row) for row in table.parent("tr")[1:]] == ["Październik 2022 14 8", "Wrzesień 2022 2 2"]
