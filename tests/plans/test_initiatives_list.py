"""The list of initiatives, with its filters: executor, audience, term."""

import csv
import io
from typing import Any

import pytest
from inspector import InspectingClient, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Responsibility, Undertaking

LIST = "/praca/program/programy-jednostek/"


def make(programme: Programme, no: int, executor: Institution, **fields: Any) -> Undertaking:
    initiative = Undertaking.objects.create(programme=programme, kind="initiative", no=no, **fields)
    Responsibility.objects.create(undertaking=initiative, institution=executor, role="lead")
    return initiative


@pytest.fixture
def three(programme: Programme, police: Institution, guard: Institution) -> None:
    """P1 for seniors 2021-2022 (police), P2 for children for ever (guard), P3 for parents in 2023 (guard)."""
    make(
        programme,
        1,
        police,
        wording="Bezpieczny senior",
        audience="Seniorzy z klubów",
        term_from="2021",
        term_to="2022",
    )
    make(programme, 2, guard, wording="Autochodzik", audience="dzieci, młodzież", term_from="2019", open_ended=True)
    make(
        programme, 3, guard, wording="Dobry rodzic", audience="rodzice i dzieci", term_from="2023-03", term_to="2023-06"
    )


def codes(client: InspectingClient, **query: str) -> list[str]:
    return [text_of(row.td) for row in client.page(LIST, **query).select("tbody tr") if row.td]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["P1", "P2", "P3"]),
        ({"audience": "seniorow"}, ["P1"]),
        ({"audience": "dzieciom"}, ["P2", "P3"]),
        ({"term": "2021"}, ["P1", "P2"]),
        ({"term": "2023"}, ["P2", "P3"]),
        ({"term": "open"}, ["P2"]),
        ({"term": "1410"}, ["P1", "P2", "P3"]),
        ({"q": "rodzicami"}, ["P3"]),
        ({"sort": "wording"}, ["P2", "P1", "P3"]),
    ],
)
def test_filters_stand_in_the_address(
    client: InspectingClient, coordinator: User, three: None, query: dict[str, str], expected: list[str]
) -> None:
    assert codes(client.as_(coordinator), **query) == expected


def test_filter_by_executor(client: InspectingClient, coordinator: User, three: None, guard: Institution) -> None:
    assert codes(client.as_(coordinator), institution=str(guard.pk)) == ["P2", "P3"]


@pytest.mark.parametrize("query", ["?term=2023", "?audience=dzieci", "?q=nic"])
def test_filtering_by_htmx_equals_a_reload(
    client: InspectingClient, coordinator: User, three: None, query: str
) -> None:
    assert_swap_equals_reload(client.as_(coordinator), LIST, LIST + query, target="rows")


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, coordinator: User, programme: Programme, guard: Institution, rows: int,
    django_assert_num_queries,
) -> None:  # fmt: skip
    for no in range(1, rows + 1):
        make(programme, no, guard, wording=f"Program {no}", audience="dzieci")
    client.as_(coordinator).page(LIST)
    with django_assert_num_queries(10):
        assert len(codes(client, audience="dzieci")) == rows


def test_csv_holds_what_the_filter_left(client: InspectingClient, coordinator: User, three: None) -> None:
    response = client.as_(coordinator).get(LIST, {"export": "csv", "term": "open"})
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        ["Nr", "Nazwa", "Cel", "Realizator", "Kogo obejmuje", "Termin", "Sposób realizacji", "Finansowanie",
         "Wiersz dokumentu", "Skreślono od"],
        ["P2", "Autochodzik", "", "SM", "dzieci, młodzież", "", "", "", "", ""],
    ]  # fmt: skip


def test_a_person_without_a_role_gets_404(client: InspectingClient, guest: User, three: None) -> None:
    assert client.as_(guest).get(LIST).status_code == 404
