"""A name from a day on: past ones are kept, one to come waits, documents are still read."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal, ticks
from bezpiecznik.institutions import naming, services
from bezpiecznik.institutions.matching import Register
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.queries import fingerprint

NEW = "Komenda Powiatowa Policji"


@pytest.fixture(autouse=True)
def _first_of_june():
    with clock.pretend(datetime(2023, 6, 1, 10, 0, tzinfo=UTC)):
        yield


def test_a_name_is_in_force_from_its_day(police: Institution, coordinator: User) -> None:
    naming.rename(police, name=NEW, abbr="KPP", since=date(2023, 1, 1), basis="zarządzenie", by=coordinator)
    assert (police.name, police.abbr) == (NEW, "KPP")
    assert [naming.name_on(police, day) for day in (date(2022, 12, 31), date(2023, 1, 1))] == [
        "Komenda Miejska Policji", NEW,
    ]  # fmt: skip
    line = journal.about(police).get()
    assert line.data == {
        "name": ["Komenda Miejska Policji", NEW], "abbr": ["KMP", "KPP"], "since": "2023-01-01",
    }  # fmt: skip


@pytest.mark.parametrize("written", ["KMP", "Komenda Miejska Policji", "KPP", NEW])
def test_documents_may_write_either_name(police: Institution, coordinator: User, written: str) -> None:
    naming.rename(police, name=NEW, abbr="KPP", since=date(2023, 1, 1), by=coordinator)
    match = Register().find(written)
    assert match is not None
    assert (match.institution, match.is_exact) == (police, True)


def test_a_name_to_come_waits_for_its_day(police: Institution, coordinator: User) -> None:
    naming.rename(police, name=NEW, abbr="KPP", since=date(2023, 7, 1), by=coordinator)
    assert police.name == "Komenda Miejska Policji"
    assert naming.apply_due_names() == 0
    with clock.pretend(datetime(2023, 7, 1, 0, 5, tzinfo=UTC)):
        call_command("names")
        police.refresh_from_db()
        assert (police.name, police.abbr) == (NEW, "KPP")
        assert naming.apply_due_names() == 0
    assert journal.about(police).first().sentence == "Zaczęła obowiązywać nowa nazwa podmiotu"


def test_the_house_looks_after_it_by_itself(police: Institution, coordinator: User) -> None:
    naming.rename(police, name=NEW, abbr="KPP", since=date(2023, 7, 1), by=coordinator)
    with clock.pretend(datetime(2023, 7, 1, 0, 5, tzinfo=UTC)):
        assert ticks.run_due("institutions.names") == {"institutions.names": "nowych nazw: 1"}
    police.refresh_from_db()
    assert police.name == NEW


def test_a_name_to_come_may_be_taken_back(client: InspectingClient, coordinator: User, police: Institution) -> None:
    name = naming.rename(police, name=NEW, abbr="KPP", since=date(2023, 7, 1), by=coordinator)
    client.as_(coordinator).post(f"/praca/podmioty/nazwa/{name.pk}/odwolanie/")
    assert not police.names.exists()
    with clock.pretend(datetime(2023, 7, 1, 0, 5, tzinfo=UTC)):
        assert naming.apply_due_names() == 0


def test_a_name_in_force_is_not_taken_back(police: Institution, coordinator: User) -> None:
    name = naming.rename(police, name=NEW, abbr="KPP", since=date(2023, 6, 1), by=coordinator)
    with pytest.raises(ValidationError, match="już obowiązuje"):
        naming.cancel_renaming(name, by=coordinator)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": "Komenda Miejska Policji", "abbr": "KMP"}, "To jest obecna nazwa"),
        ({"abbr": "SM"}, "„SM” oznacza już podmiot „Straż Miejska”."),
        ({"name": "straz miejska"}, "„straz miejska” oznacza już podmiot „Straż Miejska”."),
        ({"since": ""}, "To pole jest wymagane."),
    ],
)
def test_what_cannot_be_is_said_at_the_field(
    client: InspectingClient, coordinator: User, police: Institution, guard: Institution,
    change: dict[str, str], sentence: str,
) -> None:  # fmt: skip
    form = {"name": NEW, "abbr": "KPP", "since": "2023-01-01", **change}
    told = client.as_(coordinator).post(f"{police.get_absolute_url()}nazwa/", form)
    assert sentence in text_of(soup(told).select_one(".errors"))
    assert not police.names.exists()


def test_names_are_written_in_order_of_time(police: Institution, coordinator: User) -> None:
    naming.rename(police, name=NEW, abbr="KPP", since=date(2023, 3, 1), by=coordinator)
    with pytest.raises(ValidationError, match=r"Od dnia 01\.03\.2023 zapisana jest już nazwa"):
        naming.rename(police, name="Policja", abbr="P", since=date(2023, 2, 1), by=coordinator)
    naming.rename(police, name="Policja", abbr="P", since=date(2023, 5, 1), by=coordinator)
    names = [naming.name_on(police, date(2023, month, 15)) for month in (2, 3, 5)]
    assert names == ["Komenda Miejska Policji", NEW, "Policja"]


def test_correcting_a_slip_is_not_a_new_name(police: Institution, coordinator: User) -> None:
    naming.rename(police, name="Komenda Powiatowa Policyi", abbr="KPP", since=date(2023, 3, 1), by=coordinator)
    services.edit_institution(police, seen=fingerprint(police), by=coordinator, name=NEW)
    assert [name.name for name in naming.names_of(police)] == ["Komenda Miejska Policji", NEW]


def test_the_page_tells_of_names_over_time(client: InspectingClient, coordinator: User, police: Institution) -> None:
    form = {"name": NEW, "abbr": "KPP", "since": "2023-03-01", "basis": "zarządzenie nr 4"}
    client.as_(coordinator).post(f"{police.get_absolute_url()}nazwa/", form)
    page = client.page(police.get_absolute_url())
    assert text_of(page.select_one("h1")) == NEW
    assert [text_of(item) for item in page.select("#names ~ ol li")] == [
        "Komenda Miejska Policji (KMP) pierwsza znana nazwa",
        f"{NEW} (KPP) nazwa od dnia 1 marca 2023, zarządzenie nr 4",
    ]
