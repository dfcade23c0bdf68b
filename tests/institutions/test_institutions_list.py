"""The list of institutions: who carries the programme out, in Polish order, with numbers of duties."""

import csv
import io

import pytest
from cast import MakeAction
from inspector import InspectingClient, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking

LIST = "/praca/podmioty/"


def names(client: InspectingClient, **query: str) -> list[str]:
    return [text_of(link) for link in client.page(LIST, **query).select("tbody tr td.wide a")]


@pytest.fixture
def alphabet(db: None) -> None:
    for name in ("Żłobek", "Zakład", "Łaźnia", "Lodowisko", "Ćwiczenia"):
        Institution.objects.create(name=name)


def test_order_is_the_polish_one(client: InspectingClient, administrator: User, alphabet: None) -> None:
    expected = ["Ćwiczenia", "Lodowisko", "Łaźnia", "Zakład", "Żłobek"]
    assert names(client.as_(administrator)) == expected
    assert names(client, sort="-name") == expected[::-1]


def test_duties_are_counted_by_role(
    client: InspectingClient, reporter: User, patrols: Undertaking, make_action: MakeAction, police: Institution
) -> None:
    make_action(lead=police)
    rows = [[text_of(cell) for cell in row("td")] for row in client.as_(reporter).page(LIST).select("tbody tr")]
    itself = "składa sprawozdanie samodzielnie"
    assert rows == [
        ["Komenda Miejska Policji", "KMP", "inny", "niezależny", itself, "2", "0"],
        ["Straż Miejska", "SM", "inny", "niezależny", itself, "0", "1"],
    ]
    assert names(client, sort="-lead_duties") == ["Komenda Miejska Policji", "Straż Miejska"]
    assert names(client, sort="-partner_duties") == ["Straż Miejska", "Komenda Miejska Policji"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Biuro Bezpieczeństwa", "Komenda Miejska Policji", "szkoły"]),
        ({"q": "szkołami"}, ["szkoły"]),
        ({"q": "kmp"}, ["Komenda Miejska Policji"]),
        ({"shape": "collective"}, ["szkoły"]),
        ({"shape": "single"}, ["Biuro Bezpieczeństwa", "Komenda Miejska Policji"]),
        ({"reporting": "through"}, ["szkoły"]),
        ({"reporter": "none"}, ["Biuro Bezpieczeństwa"]),
        ({"kind": "żaden", "sort": "x"}, ["Biuro Bezpieczeństwa", "Komenda Miejska Policji", "szkoły"]),
    ],
)  # fmt: skip
def test_filters_stand_in_the_address(
    client: InspectingClient, reporter: User, schools: Institution, query: dict[str, str], expected: list[str]
) -> None:
    assert names(client.as_(reporter), **query) == expected


@pytest.mark.parametrize("query", ["?shape=collective", "?q=szkoly&sort=-name", "?q=nic"])
def test_filtering_by_htmx_equals_a_reload(
    client: InspectingClient, reporter: User, schools: Institution, query: str
) -> None:
    assert_swap_equals_reload(client.as_(reporter), LIST, LIST + query, target="rows")


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, administrator: User, office: Institution, rows: int, django_assert_num_queries
) -> None:
    for no in range(rows - 1):
        Institution.objects.create(name=f"Szkoła {no}", reporting="through", reports_through=office)
    client.as_(administrator).page(LIST)
    with django_assert_num_queries(6):
        assert len(names(client)) == rows


def test_csv_holds_every_filtered_row(client: InspectingClient, reporter: User, schools: Institution) -> None:
    response = client.as_(reporter).get(LIST, {"export": "csv", "shape": "collective"})
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        [
            "Skrót", "Nazwa", "Rodzaj", "Podległość", "Jednostka nadrzędna", "Nazwa zbiorowa", "Sposób sprawozdawania",
            "Sprawozdaje przez", "Inne pisownie", "Telefon", "E-mail", "Adres", "Adres do doręczeń elektronicznych",
            "Elektroniczna skrzynka podawcza", "Strona internetowa", "Zniesiono z dniem", "Następca",
            "Odpowiada za", "Partner w",
        ],
        [
            "", "szkoły", "inny", "niezależny", "", "tak", "sprawozdaje przez inny podmiot", "Biuro Bezpieczeństwa",
            *[""] * 9, "0", "0",
        ],
    ]  # fmt: skip


def test_an_empty_register_says_where_institutions_come_from(client: InspectingClient, administrator: User) -> None:
    page = client.as_(administrator).page(LIST)
    assert text_of(page.select_one(".empty h2")) == "Nie ma jeszcze podmiotów"


def test_a_person_without_a_role_gets_404(client: InspectingClient, guest: User) -> None:
    assert client.as_(guest).get(LIST).status_code == 404
