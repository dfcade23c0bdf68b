"""Signing in and out, and the cast that the demonstration offers by name."""

import pytest
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts import demo
from bezpiecznik.accounts.models import User

SIGN_IN = "/konto/logowanie/"
PASSWORD = "hasło-na-próbę-1"


def enter(client: InspectingClient, email: str, password: str = PASSWORD, **more: str):
    return client.post(SIGN_IN, {"username": email, "password": password, **more})


def signed_in(client: InspectingClient) -> bool:
    return "_auth_user_id" in client.session


@pytest.fixture
def zofia(db: None) -> User:
    """One of the cast of the demonstration."""
    return User.objects.create_user(
        f"zofia@{demo.DOMAIN}", demo.PASSWORD, first_name="Zofia", last_name="Zmyślona", function="Koordynatorka"
    )


def test_signing_in_leads_to_the_desk(client: InspectingClient, reporter: User) -> None:
    assert enter(client, reporter.email.upper())["Location"] == "/praca/"
    assert signed_in(client)


def test_signing_in_leads_back_to_where_one_was_going(client: InspectingClient, reporter: User) -> None:
    asked = client.get("/praca/program/")["Location"]
    page = client.page(asked)
    field = page.select_one("input[name=next]")
    assert field is not None
    assert enter(client, reporter.email, next=str(field["value"]))["Location"] == "/praca/program/"


@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("http://testserver/praca/sprawozdania/moje/?q=a#wpis", "/praca/sprawozdania/moje/?q=a"),
        ("https://zly.example/praca/podmioty/", "/praca/"),
        ("", "/praca/"),
    ],
)
def test_a_button_pressed_after_the_session_ended_leads_back_to_its_page(
    client: InspectingClient, reporter: User, page: str, back: str
) -> None:
    """The address of a button opens nothing by itself."""
    asked = client.post("/praca/sprawozdania/wpis/1/", headers={"Referer": page})["Location"]
    field = client.page(asked).select_one("input[name=next]")

    assert field is not None
    assert enter(client, reporter.email, next=str(field["value"]))["Location"] == back


@pytest.mark.parametrize("address", ["https://zly.example/", "//zly.example/", "javascript:alert(1)", "/\\zly.example"])
def test_signing_in_never_leads_out_of_the_house(client: InspectingClient, reporter: User, address: str) -> None:
    assert enter(client, reporter.email, next=address)["Location"] == "/praca/"


@pytest.mark.parametrize("email", ["robert.raportowski@miasto.example", "nikt@miasto.example"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    client: InspectingClient, reporter: User, email: str
) -> None:
    answer = enter(client, email, "nie to hasło")
    assert text_of(soup(answer).select_one(".errors li")) == (
        "Adres e-mail lub hasło są niepoprawne. Sprawdź, czy nie jest włączony Caps Lock."
    )
    assert not signed_in(client)


@pytest.mark.parametrize(("https", "opens"), [(True, True), (False, False)])
def test_behind_a_server_a_stranger_does_not_lock_a_colleague_out(
    client: InspectingClient, reporter: User, settings, https: bool, opens: bool
) -> None:
    """The server notes whom it speaks for; what stands before its note anybody may have written."""
    settings.HTTPS = https
    for _time in range(10):
        client.post(SIGN_IN, {"username": reporter.email, "password": "nie to"},
                    headers={"X-Forwarded-For": "10.0.0.7, 198.51.100.9"})  # fmt: skip

    client.post(SIGN_IN, {"username": reporter.email, "password": PASSWORD}, headers={"X-Forwarded-For": "10.0.0.7"})

    assert signed_in(client) is opens


def test_an_account_switched_off_does_not_open(client: InspectingClient, reporter: User) -> None:
    User.objects.filter(pk=reporter.pk).update(is_active=False)
    assert enter(client, reporter.email).status_code == 200
    assert not signed_in(client)


def _typed(email: str, no: int) -> str:
    """The same address in another case each time."""
    return email[:no].upper() + email[no:]


def test_after_ten_wrong_passwords_signing_in_rests(client: InspectingClient, reporter: User) -> None:
    answers = [enter(client, _typed(reporter.email, no), f"zgaduję-{no}") for no in range(10)]
    assert [answer.status_code for answer in answers[:9]] == [200] * 9
    assert answers[9].status_code == 429
    assert text_of(soup(answers[9]).h1) == "Logowanie wstrzymane"
    assert enter(client, reporter.email).status_code == 429
    assert not signed_in(client)


def test_a_colleague_is_not_locked_out_with_the_other(
    client: InspectingClient, reporter: User, neighbour: User
) -> None:
    for no in range(10):
        enter(client, reporter.email, f"zgaduję-{no}")
    assert enter(client, neighbour.email)["Location"] == "/praca/"


def test_the_demonstration_offers_its_cast_and_one_button_signs_in(
    client: InspectingClient, settings, zofia: User, reporter: User
) -> None:
    settings.DEMO = True
    [offer] = client.page(SIGN_IN).select("section:has(#cast) li")
    assert text_of(offer) == "Zofia Zmyślona Osoba zmyślona Koordynatorka Wejdź"
    sent = {str(field["name"]): str(field.get("value", "")) for field in offer.select("input")}
    assert client.post(str(offer.form["action"]), sent)["Location"] == "/praca/"
    assert client.session["_auth_user_id"] == str(zofia.pk)


def test_outside_the_demonstration_nobody_is_offered(client: InspectingClient, settings, zofia: User) -> None:
    settings.DEMO = False
    page = client.page(SIGN_IN)
    assert page.find(id="cast") is None
    assert demo.PASSWORD not in str(page)


def test_whoever_is_signed_in_is_taken_to_the_desk(client: InspectingClient, reporter: User) -> None:
    assert client.as_(reporter).get(SIGN_IN)["Location"] == "/praca/"


def test_signing_out_takes_a_button(client: InspectingClient, reporter: User) -> None:
    assert client.as_(reporter).get("/konto/wylogowanie/").status_code == 405
    answer = client.post("/konto/wylogowanie/")
    assert answer["Location"] == "/"
    assert not signed_in(client)
