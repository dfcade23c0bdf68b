"""What a name lets one suppose of a body, and that a supposition is marked until a person has looked."""

import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions import services
from bezpiecznik.institutions.kinds import Kind, supposed
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.queries import fingerprint


@pytest.mark.parametrize(
    ("name", "kind", "own"),
    [
        ("Komenda Miejska Policji w Kielcach", Kind.POLICE, False),
        ("KOMENDA MIEJSKA PAŃSTWOWEJ STRAŻY POŻARNEJ", Kind.FIRE, False),
        ("Straż Miejska w Kielcach", Kind.GUARD, True),
        ("Powiatowy Inspektorat Nadzoru Budowlanego", Kind.INSPECTION, False),
        ("Wojewódzki Inspektorat Transportu Drogowego", Kind.INSPECTION, False),
        ("Wydział Edukacji, Kultury i Sportu", Kind.OFFICE, True),
        ("Miejski Ośrodek Pomocy Rodzinie", Kind.WELFARE, True),
        ("Miejski Zarząd Dróg", Kind.UNIT, True),
        ("Miejski Ośrodek Pomocy w Rodzinie w Kielcach", Kind.WELFARE, True),
        ("Kuratorium Oświaty w Kielcach", Kind.INSPECTION, False),
        ("Oddział Rejonowy Polskiego Czerwonego Krzyża", Kind.ASSOCIATION, False),
        ("placówki opiekuńczo-wychowawcze", Kind.WELFARE, True),
        ("Wodociągi Kieleckie sp. z o.o.", Kind.UNIT, True),
        ("Szkoły", Kind.SCHOOL, True),
        ("Uniwersytet Jana Kochanowskiego", Kind.SCHOOL, False),
        ("Świętokrzyskie Centrum Ratownictwa Medycznego – pogotowie ratunkowe", Kind.HEALTH, False),
        ("Rady osiedli", Kind.NEIGHBOURHOOD, False),
        ("Prokuratura Okręgowa", Kind.COURT, False),
        ("Placówka Straży Granicznej", Kind.UNIFORMED, False),
        ("organizacje pozarządowe", Kind.ASSOCIATION, False),
        ("Media lokalne", Kind.MEDIA, False),
        ("Mieszkańcy", Kind.OTHER, False),
        ("", Kind.OTHER, False),
    ],
)
def test_a_name_speaks_of_its_kind(name: str, kind: Kind, own: bool) -> None:
    found = supposed(name)
    assert (found.kind, found.own) == (kind, own)


def test_a_kind_supposed_from_a_name_waits_for_a_person(client: InspectingClient, coordinator: User) -> None:
    body = services.create_institution(name="Straż Miejska", by=coordinator)
    assert (body.kind, body.own, body.supposed) == (Kind.GUARD, True, True)
    page = client.as_(coordinator).page(body.get_absolute_url())
    assert "odczytano tylko z nazwy" in text_of(page)
    assert [text_of(link) for link in client.page("/praca/podmioty/", kind="supposed").select("td.wide a")] == [
        "Straż Miejska"
    ]

    client.post(f"{body.get_absolute_url()}rodzaj/")
    body.refresh_from_db()
    assert body.supposed is False
    assert journal.about(body).first().sentence == "Potwierdzono rodzaj podmiotu"
    client.post(f"{body.get_absolute_url()}rodzaj/")
    assert journal.about(body).count() == 2


def test_a_kind_that_was_given_is_not_a_supposition(coordinator: User) -> None:
    body = services.create_institution(name="Straż Miejska", kind=Kind.UNIT, own=False, by=coordinator)
    assert (body.kind, body.own, body.supposed) == (Kind.UNIT, False, False)


def test_whoever_changes_the_data_has_confirmed_the_kind(coordinator: User) -> None:
    body = services.create_institution(name="Straż Miejska", by=coordinator)
    services.edit_institution(body, seen=fingerprint(body), by=coordinator, abbr="SM")
    body.refresh_from_db()
    assert body.supposed is False


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "guard"}, ["Straż Miejska"]),
        ({"own": "own"}, ["Straż Miejska"]),
        ({"own": "independent"}, ["Biuro Bezpieczeństwa", "Komenda Policji"]),
    ],
)
def test_the_list_is_filtered_by_kind_and_dependence(
    client: InspectingClient, coordinator: User, query: dict[str, str], expected: list[str]
) -> None:
    services.create_institution(name="Straż Miejska", by=coordinator)
    services.create_institution(name="Komenda Policji", by=coordinator)
    rows = client.as_(coordinator).page("/praca/podmioty/", **query).select("td.wide a")
    assert [text_of(link) for link in rows] == expected


def test_a_body_can_be_added_by_hand(client: InspectingClient, coordinator: User) -> None:
    form = {"abbr": "SP1", "name": "Szkoła nr 1", "kind": "school", "own": "on", "reporting": "itself"}
    response = client.as_(coordinator).post("/praca/podmioty/nowy/", form)
    body = Institution.objects.get(abbr="SP1")
    assert (response.status_code, response["Location"]) == (302, body.get_absolute_url())
    assert (body.kind, body.own, body.supposed) == ("school", True, False)
    assert client.post("/praca/podmioty/nowy/", form).status_code == 200
    assert Institution.objects.filter(abbr="SP1").count() == 1
