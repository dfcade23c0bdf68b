"""The desk: the one next thing first, then the rest in order, and how things stand."""

from datetime import date

import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import desk
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.panels import Panel
from bezpiecznik.institutions.desk import first_account, vacant_places
from bezpiecznik.institutions.models import Institution

DESK = "/praca/"


@pytest.fixture
def providers(monkeypatch: pytest.MonkeyPatch) -> list[desk.Provider]:
    """No room speaks but those that the test adds."""
    providers: list[desk.Provider] = []
    monkeypatch.setattr(desk, "PROVIDERS", providers)
    monkeypatch.setattr(desk._summaries, "_makers", [])
    return providers


def todo(sentence: str, weight: Weight, due: date | None = None) -> Todo:
    return Todo(sentence, f"/{sentence}/", f"Zrób {sentence}", weight, due)


def test_the_most_urgent_thing_comes_first_and_alone(
    client: InspectingClient, reporter: User, providers: list[desk.Provider]
) -> None:
    desk.provider(lambda _user: [todo("wypełnij", Weight.TO_WRITE, date(2022, 1, 31)), todo("popraw", Weight.RETURNED)])
    desk.provider(lambda _user: [todo("spóźnione", Weight.OVERDUE, date(2022, 1, 20))])
    desk.provider(lambda _user: [todo("spóźnione bardziej", Weight.OVERDUE, date(2022, 1, 10))])
    page = client.as_(reporter).page(DESK)
    assert [text_of(link) for link in page.select(".card-next a")] == ["Zrób spóźnione bardziej"]
    assert [link["href"] for link in page.select("ol.todo a")] == ["/spóźnione/", "/popraw/", "/wypełnij/"]
    assert [text_of(time) for time in page.select("time")] == [
        "10 stycznia 2022",
        "20 stycznia 2022",
        "31 stycznia 2022",
    ]
    assert len(page.select(".button-main")) == 1


def test_an_empty_desk_says_so_and_shows_the_ways_on(
    client: InspectingClient, reporter: User, providers: list[desk.Provider]
) -> None:
    page = client.as_(reporter).page(DESK)
    assert text_of(page.select_one(".empty h2")) == "Nic teraz na Ciebie nie czeka"
    assert [text_of(link) for link in page.select(".empty a")] == ["Moje sprawozdania", "Program", "Działania"]


def test_the_desk_greets_by_name_and_day(client: InspectingClient, reporter: User, time_machine) -> None:
    time_machine.move_to("2022-01-31T12:00:00+01:00")
    lede = client.as_(reporter).page(DESK).select_one(".lede")
    assert lede is not None
    assert text_of(lede) == "Robert Raportowski. Dziś jest poniedziałek, 31 stycznia 2022."


def test_rooms_say_how_things_stand(
    client: InspectingClient, coordinator: User, providers: list[desk.Provider]
) -> None:
    desk.summary(lambda _user: Panel("Okres 2022", "plans/_duties.html", {"groups": []}))
    desk.summary(lambda _user: None)
    page = client.as_(coordinator).page(DESK)
    assert [text_of(title) for title in page.select("aside h2")] == ["Okres 2022"]


def test_vacant_places_are_shown_to_those_who_can_fill_them(
    coordinator: User, administrator: User, reporter: User, member: User, office: Institution, guard: Institution
) -> None:
    for person in (coordinator, administrator):
        [found] = vacant_places(person)
        assert (found.sentence, found.url) == ("2 podmioty nie mają sprawozdawcy.", "/praca/podmioty/?reporter=none")
    assert list(vacant_places(reporter)) == list(vacant_places(member)) == []


def test_when_every_place_is_held_nothing_is_said(administrator: User, reporter: User) -> None:
    assert list(vacant_places(administrator)) == []


def test_a_person_without_a_role_has_a_desk_too(client: InspectingClient, guest: User) -> None:
    assert text_of(client.as_(guest).page(DESK).h1) == "Pulpit"


def test_a_visitor_is_asked_to_sign_in(client: InspectingClient, db: None) -> None:
    assert client.get(DESK)["Location"] == f"/konto/logowanie/?next={DESK}"


def test_a_new_installation_begins_with_a_coordinator(db: None) -> None:
    installer = User.objects.create_superuser(
        email="it@miasto.example", password="x" * 12, first_name="I", last_name="T"
    )
    [found] = first_account(installer)
    assert (found.act, found.url) == ("Zaproś koordynatora", "/administracja/osoby/dodaj/?role=coordinator")


def test_an_installation_with_a_coordinator_does_not_ask_for_one(coordinator: User, administrator: User) -> None:
    assert list(first_account(administrator)) == list(first_account(coordinator)) == []
