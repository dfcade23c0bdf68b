"""The cast of a public demonstration is signed in by everybody: nobody closes it to the next visitor."""

import pytest
from django.core import mail
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.demo import DOMAIN, PASSWORD
from bezpiecznik.accounts.models import User

SIGN_IN = "/konto/logowanie/"
WAYS = ("/konto/haslo/", "/konto/aplikacja/", "/konto/klucz/", "/konto/kody-zapasowe/nowe/")


@pytest.fixture
def anna(reporter: User, settings) -> User:
    """Of the cast, in a demonstration."""
    settings.DEMO = True
    reporter.email = f"anna.pokazowa@{DOMAIN}"
    reporter.set_password(PASSWORD)
    reporter.save()
    return reporter


@pytest.mark.parametrize("way", WAYS)
def test_the_way_into_a_shared_account_stays_as_it_is(client: InspectingClient, anna: User, way: str) -> None:
    client.post(SIGN_IN, {"username": anna.email, "password": PASSWORD})
    before = anna.password
    said = {"old_password": PASSWORD, "new_password1": "całkiem-inne-słowa", "new_password2": "całkiem-inne-słowa"}
    for answer in (client.get(way), client.post(way, said)):
        assert answer.status_code == 403
        assert "Na to konto logują się wszyscy, którzy oglądają pokaz." in answer.content.decode()
    anna.refresh_from_db()
    assert anna.password == before


@pytest.mark.parametrize("way", WAYS)
def test_outside_the_demonstration_it_is_changed(client: InspectingClient, reporter: User, way: str) -> None:
    client.post(SIGN_IN, {"username": reporter.email, "password": "hasło-na-próbę-1"})
    assert client.get(way).status_code in {200, 302}


def test_no_link_to_a_new_password_is_sent_for_it(client: InspectingClient, anna: User) -> None:
    """Mail of the demonstration is shown on the screen."""
    client.post("/konto/nowe-haslo/", {"email": anna.email})
    assert mail.outbox == []


def test_an_administrator_of_the_demonstration_changes_its_name_but_not_its_address(
    client: InspectingClient, anna: User, administrator: User
) -> None:
    page = f"/administracja/osoby/{anna.pk}/zmiana/"
    said = {"first_name": "Anna", "last_name": "Nowa", "function": ""}
    refused = client.as_(administrator).post(page, {**said, "email": "moja@gdzie.example"})
    assert "Jego adres zostaje, jaki jest." in refused.content.decode()
    client.post(page, {**said, "email": anna.email})
    address = anna.email
    anna.refresh_from_db()
    assert (anna.last_name, anna.email) == ("Nowa", address)


def test_it_is_not_switched_off(client: InspectingClient, anna: User, administrator: User) -> None:
    page = client.as_(administrator).post(f"/administracja/osoby/{anna.pk}/wylaczenie/", {"reason": "dla psoty"})
    assert "Zostaje włączone." in page.content.decode()
    anna.refresh_from_db()
    assert anna.is_active


def test_where_factors_are_to_be_shown_they_are_added(client: InspectingClient, anna: User, settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client.post(SIGN_IN, {"username": anna.email, "password": PASSWORD})
    assert text_of(client.page("/konto/aplikacja/").h1) != "Tego w pokazie nie zmienisz"
    assert client.get("/konto/haslo/").status_code == 403


def test_its_page_leads_nowhere_that_is_closed(client: InspectingClient, anna: User, settings) -> None:
    client.post(SIGN_IN, {"username": anna.email, "password": PASSWORD})

    def offered() -> list[str]:
        page = client.page("/konto/bezpieczenstwo/")
        return [way for way in WAYS if page.select_one(f"main a[href='{way}']")]

    assert offered() == []
    settings.SECOND_FACTOR_REQUIRED = True
    assert offered() == ["/konto/aplikacja/", "/konto/klucz/"]
