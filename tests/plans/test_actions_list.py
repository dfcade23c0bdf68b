"""The list of actions: what it shows, how it is filtered, sorted, searched and taken away as a file."""

import csv
import io

import openpyxl
import pytest
from cast import MakeAction
from inspector import InspectingClient, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme, Undertaking

LIST = "/praca/program/dzialania/"
HEADINGS = [
    "Nr", "Obszar", "Działanie w brzmieniu uchwały", "Podmioty odpowiedzialne", "Partnerzy", "Termin",
    "Mierniki", "Finansowanie", "Wiersz dokumentu", "Skreślono od",
]  # fmt: skip


def codes(client: InspectingClient, **query: str) -> list[str]:
    return [text_of(row.td) for row in client.page(LIST, **query).select("tbody tr") if row.td]


@pytest.fixture
def three(patrols: Undertaking, make_action: MakeAction, guard: Institution, programme: Programme) -> Area:
    """1.1 patrols (police, guard), 1.2 of the guard alone, and 2.1 of nobody in the second area, which is returned."""
    make_action("Badanie trzeźwości kierowców.", lead=guard)
    second = Area.objects.create(programme=programme, no=2, official_name="PRZECIWDZIAŁANIE PRZEMOCY")
    Undertaking.objects.create(
        programme=programme, kind="action", area=second, no=1, wording="Łagodzenie skutków przemocy.", source_line=200
    )
    return second


def test_a_row_names_leads_and_partners(client: InspectingClient, reporter: User, patrols: Undertaking) -> None:
    row = client.as_(reporter).page(LIST).select_one("tbody tr")
    assert row is not None
    assert [text_of(cell) for cell in row("td")] == ["1.1", patrols.wording, "KMP", "SM"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["1.1", "1.2", "2.1"]),
        ({"area": "2"}, ["2.1"]),
        ({"q": "patrolami"}, ["1.1"]),
        ({"q": "1.2"}, ["1.2"]),
        ({"q": "nic takiego"}, []),
        ({"role": "partner"}, ["1.1"]),
        ({"sort": "-no"}, ["2.1", "1.2", "1.1"]),
        ({"sort": "wording"}, ["1.2", "1.1", "2.1"]),
        ({"area": "siedem", "role": "cesarz", "sort": "kolor", "page": "koniec"}, ["1.1", "1.2", "2.1"]),
    ],
)
def test_filters_and_order_stand_in_the_address(
    client: InspectingClient, coordinator: User, three: Area, query: dict[str, str], expected: list[str]
) -> None:
    assert codes(client.as_(coordinator), **query) == expected


def test_filter_by_institution_and_role(
    client: InspectingClient, coordinator: User, three: Area, guard: Institution
) -> None:
    client.as_(coordinator)
    assert codes(client, institution=str(guard.pk)) == ["1.1", "1.2"]
    assert codes(client, institution=str(guard.pk), role="lead") == ["1.2"]
    assert codes(client, institution=str(guard.pk), role="partner") == ["1.1"]


def test_a_duty_that_has_ended_is_not_shown(client: InspectingClient, coordinator: User, patrols: Undertaking) -> None:
    patrols.responsibilities.filter(role="partner").update(until="2022-01-01")
    assert codes(client.as_(coordinator), role="partner") == []
    row = client.page(LIST).select_one("tbody tr")
    assert row is not None
    assert text_of(row("td")[3]) == "–"


def test_only_institutions_with_a_duty_are_offered(
    client: InspectingClient, coordinator: User, patrols: Undertaking, schools: Institution
) -> None:
    options = client.as_(coordinator).page(LIST).select("select[name=institution] option")
    assert [text_of(option) for option in options] == [
        "wszystkie",
        "KMP – Komenda Miejska Policji",
        "SM – Straż Miejska",
    ]


def test_nothing_found_offers_the_way_back(client: InspectingClient, coordinator: User, patrols: Undertaking) -> None:
    page = client.as_(coordinator).page(LIST, q="meteoryt")
    link = page.select_one("#rows .empty a")
    assert link is not None
    assert link["href"] == LIST


@pytest.mark.parametrize("query", ["?q=patrolami", "?area=2", "?role=partner&sort=-no", "?q=meteoryt"])
def test_filtering_by_htmx_equals_a_reload(
    client: InspectingClient, coordinator: User, three: Area, query: str
) -> None:
    assert_swap_equals_reload(client.as_(coordinator), LIST, LIST + query, target="rows")


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, coordinator: User, make_action: MakeAction, police: Institution, guard: Institution,
    rows: int, django_assert_num_queries,
) -> None:  # fmt: skip
    for _row in range(rows):
        make_action(lead=police, partners=[guard])
    client.as_(coordinator).page(LIST)
    with django_assert_num_queries(10):
        assert len(codes(client)) == rows


def test_csv_holds_every_filtered_row(client: InspectingClient, coordinator: User, three: Area) -> None:
    response = client.as_(coordinator).get(LIST, {"export": "csv", "area": "1"})
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        HEADINGS,
        ["1.1", "Bezpieczeństwo w miejscach publicznych", "Kierowanie dodatkowych patroli w miejsca zagrożone.",
         "KMP", "SM", "", "", "", "101", ""],
        ["1.2", "Bezpieczeństwo w miejscach publicznych", "Badanie trzeźwości kierowców.",
         "SM", "", "", "", "", "102", ""],
    ]  # fmt: skip


def test_xlsx_holds_the_same_table(client: InspectingClient, coordinator: User, patrols: Undertaking) -> None:
    response = client.as_(coordinator).get(LIST, {"export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert [cell.value for cell in sheet[2]][:3] == ["1.1", "Bezpieczeństwo w miejscach publicznych", patrols.wording]


def test_a_person_without_a_role_gets_404(client: InspectingClient, guest: User, patrols: Undertaking) -> None:
    assert client.as_(guest).get(LIST).status_code == 404


def test_a_visitor_is_asked_to_sign_in(client: InspectingClient, patrols: Undertaking) -> None:
    assert client.get(LIST).headers["Location"] == f"/konto/logowanie/?next={LIST}"


def test_without_a_programme_the_coordinator_is_shown_the_next_step(
    client: InspectingClient, coordinator: User, reporter: User
) -> None:
    assert client.as_(coordinator).page(LIST).select_one("main a[href='/praca/wczytanie/']") is not None
    assert client.as_(reporter).page(LIST).select_one("main a[href='/praca/wczytanie/']") is None


def test_an_edition_is_chosen_by_the_address(
    client: InspectingClient, coordinator: User, patrols: Undertaking, programme: Programme
) -> None:
    newer = Programme.objects.create(
        title="Program na lata 2024–2026", unit="Miasto Zatorzyn", year_from=2024, year_to=2026
    )
    client.as_(coordinator)
    assert codes(client) == []
    assert codes(client, programme=str(programme.pk)) == ["1.1"]
    assert codes(client, programme=str(newer.pk)) == []
    assert client.get(LIST, {"programme": "777"}).status_code == 404
