from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from cast import MakeAction
from inspector import InspectingClient, text_of
from reporting_acts import send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Obligation, Packet, Part, Period
from bezpiecznik.reporting.queries import matrices
from bezpiecznik.reporting.queries.obligations import for_lines, line, obligations
from bezpiecznik.reporting.states import ObligationState

ROOM = "/praca/sprawozdania/"


@pytest.fixture
def two(
    planned: Period, programme: Programme, make_action: MakeAction, police: Institution, guard: Institution,
    reporter: User, coordinator: User,
) -> list[Period]:  # fmt: skip
    """2021 closed, with the police's report alone; 2022 open, with nothing yet. Three actions; the guard is in two."""
    for partners in ([guard], [guard], []):
        make_action(lead=police, partners=partners)
    past = services.plan_period(
        programme, year=2021, part=Part.YEAR, opens_on=date(2022, 12, 1), due_on=date(2023, 1, 20), by=coordinator
    )
    services.open_period(past, by=coordinator)
    send(Packet.objects.get(institution=police), by=reporter)
    services.close_period(past, by=coordinator)
    services.open_period(planned, by=coordinator)
    return [past, planned]


def rows_of(page: Any) -> list[list[str]]:
    return [[text_of(cell) for cell in row(["th", "td"])] for row in page.find(class_="matrix").tbody("tr")]


def test_institutions_by_periods_with_the_state_and_two_rates(
    client: InspectingClient, two: list[Period], coordinator: User
) -> None:
    page = client.as_(coordinator).page(f"{ROOM}macierz/")

    assert rows_of(page) == [
        ["Komenda Miejska Policji", "3 do przyjęcia", "3 oczekiwane", "6", "3 z 6", "3 z 6"],
        ["Straż Miejska", "2 nie złożono", "2 oczekiwane", "4", "0 z 4", "0 z 4"],
    ]
    foot = [[text_of(cell) for cell in row(["th", "td"])] for row in page.find(class_="matrix").tfoot("tr")]
    assert foot == [
        ["Razem", "5", "5", "10", "3 z 10", "3 z 10"],
        ["W terminie / kompletne", "3 z 5 / 3 z 5", "0 z 5 / 0 z 5", "", "", ""],
    ]


def test_hovering_tells_who_sent_it_and_when(client: InspectingClient, two: list[Period], coordinator: User) -> None:
    cell = client.as_(coordinator).page(f"{ROOM}macierz/").find(class_="matrix").tbody.td.a

    assert cell["title"] == (
        "Komenda Miejska Policji, 2021: 3 działania (do przyjęcia 3); złożono 05.01.2023, Halina Kierownicza"
    )


def test_areas_by_periods(client: InspectingClient, two: list[Period], programme: Programme, coordinator: User) -> None:
    Area.objects.create(programme=programme, no=2, official_name="RUCH DROGOWY")
    page = client.as_(coordinator).page(f"{ROOM}macierz/", rows="areas")

    (row,) = rows_of(page)
    assert row[1:] == ["5 do przyjęcia", "5 oczekiwane", "10", "3 z 10", "3 z 10"]


def test_a_cell_leads_to_the_list_of_its_obligations(
    client: InspectingClient, two: list[Period], guard: Institution, coordinator: User
) -> None:
    link = client.as_(coordinator).page(f"{ROOM}macierz/").find(class_="matrix").tbody("tr")[1]("td")[0].a
    page = client.page(link["href"].replace("&amp;", "&"))

    assert [text_of(row("td")[2]) for row in page.tbody("tr")] == ["nie złożono", "nie złożono"]
    assert [text_of(row.th).split()[0] for row in page.tbody("tr")] == ["1.1", "1.2"]


@pytest.mark.parametrize(
    ("query", "n"),
    [({"state": "missing"}, 2), ({"state": "submitted"}, 3), ({"state": "due"}, 5), ({"role": "partner"}, 4),
     ({"q": "nieznane"}, 0), ({"state": "missing", "role": "lead"}, 0)],
)  # fmt: skip
def test_the_list_is_filtered_by_its_address(
    client: InspectingClient, two: list[Period], coordinator: User, query: dict[str, str], n: int
) -> None:
    page = client.as_(coordinator).page(f"{ROOM}obowiazki/", **query)

    assert len(page.select("tbody tr")) == n


def test_the_database_and_the_page_agree_on_every_state(
    two: list[Period], guard: Institution, neighbour: User, coordinator: User
) -> None:
    """On the day after the deadline, with a report returned and one untouched."""
    own = Packet.objects.get(institution=guard, period=two[1])
    services.return_packet(send(own, by=neighbour), by=coordinator, note="Ile?")
    for today in (clock.today(), date(2023, 1, 21), date(2022, 11, 1)):
        found = list(for_lines(Obligation.objects.in_force()))
        by_page = {state: {one.pk for one in found if line(one, today).state == state} for state in ObligationState}
        for state in ObligationState:
            listed = obligations(Obligation.objects.in_force(), {"state": state.value}, today)
            assert set(listed.values_list("pk", flat=True)) == by_page[state], (state, today)


def test_the_matrix_by_periods_agrees_with_the_list(two: list[Period], programme: Programme) -> None:
    today = date(2023, 1, 21)
    found = matrices.by_period(programme, two, matrices.INSTITUTIONS, {}, today=today)

    states = sum(
        (cell.states for row in found.rows for cell in row.cells if cell), start=type(found.rows[0].cells[0].states)()
    )
    listed = [line(one, today).state for one in for_lines(Obligation.objects.in_force())]
    assert states == {state: listed.count(state) for state in set(listed)}


def test_the_matrix_leaves_as_a_file(client: InspectingClient, two: list[Period], coordinator: User) -> None:
    response = client.as_(coordinator).get(f"{ROOM}macierz/", {"export": "xlsx"})
    rows = list(openpyxl.load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True))

    assert rows[0][:5] == ("Podmiot", "2021", "2021: stan", "2022", "2022: stan")
    assert rows[2] == ("Straż Miejska", 2, "nie złożono", 2, "oczekiwane", 4, 0, 4, 0, 4)


def test_the_list_leaves_as_a_file_of_the_ticked_packets(
    client: InspectingClient, two: list[Period], guard: Institution, coordinator: User
) -> None:
    own = Packet.objects.get(institution=guard, period=two[1])
    response = client.as_(coordinator).get(f"{ROOM}obowiazki/", {"export": "csv", "packet": own.pk})

    lines = response.content.decode("utf-8-sig").splitlines()
    assert (len(lines), lines[1].split(";")[2:7]) == (
        3, ["Straż Miejska", "partner", "2022", "oczekiwane", "2023-01-20"],
    )  # fmt: skip


@pytest.mark.parametrize("address", ["macierz/", "macierz/?rows=areas", "obowiazki/"])
@pytest.mark.parametrize("rows", [1, 3])
def test_matrices_and_the_list_take_a_constant_number_of_queries(
    client: InspectingClient, planned: Period, make_action: MakeAction, coordinator: User,
    django_assert_num_queries: Any, rows: int, address: str,
) -> None:  # fmt: skip
    for no in range(rows):
        make_action(lead=Institution.objects.create(name=f"Podmiot {no}"))
    services.open_period(planned, by=coordinator)
    for packet in Packet.objects.all():
        services.grant_exception(packet, until=date(2023, 2, 1), moves_deadline=True, reason="Ferie.", by=coordinator)
    client.as_(coordinator)

    expected = {"macierz/": 13, "macierz/?rows=areas": 10, "obowiazki/": 10}
    with django_assert_num_queries(expected[address]):
        client.page(f"{ROOM}{address}")


def test_before_the_first_period_the_way_leads_to_the_periods(
    client: InspectingClient, programme: Programme, coordinator: User
) -> None:
    page = client.as_(coordinator).page(f"{ROOM}macierz/")

    assert page.find(class_="empty").a["href"] == ROOM


def test_a_reporter_is_not_shown_the_others(client: InspectingClient, two: list[Period], reporter: User) -> None:
    client.as_(reporter)

    assert [client.get(f"{ROOM}{path}").status_code for path in ("macierz/", "obowiazki/", "wyjatki/")] == [404] * 3
