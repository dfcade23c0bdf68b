"""Attacks on the way in."""

from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import RequestFactory
from django.urls import reverse
from inspector import InspectingClient

from bezpiecznik.accounts import demo, persons
from bezpiecznik.accounts.models import User
from bezpiecznik.notices.models import Message

PASSWORD = "hasło-na-próbę-1"
SIGN_IN = reverse("accounts:sign-in")


def enter(client: InspectingClient, email: str, password: str = PASSWORD) -> Any:
    return client.post(SIGN_IN, {"username": email, "login": email, "password": password})


def test_a_session_begun_before_signing_in_is_worth_nothing_after(client: InspectingClient, reporter: User) -> None:
    """Somebody who planted their own session in another's browser does not come in with them."""
    client.session.save()
    planted = client.session.session_key
    client.cookies["sessionid"] = planted
    enter(client, reporter.email)

    assert client.session["_auth_user_id"] == str(reporter.pk)
    assert client.session.session_key != planted
    thief = InspectingClient()
    thief.cookies["sessionid"] = planted
    assert thief.get("/praca/").status_code == 302


def test_after_signing_out_the_old_session_opens_nothing(client: InspectingClient, reporter: User) -> None:
    client.as_(reporter)
    stolen = client.cookies["sessionid"].value
    left = client.post(reverse("accounts:sign-out"))

    assert left["Clear-Site-Data"] == '"cache", "storage"'
    assert "no-store" in left["Cache-Control"]
    thief = InspectingClient()
    thief.cookies["sessionid"] = stolen
    assert thief.get("/praca/").status_code == 302


class CountedHasher(MD5PasswordHasher):
    """Counts how often a password is hashed: what the time of an answer depends on."""

    algorithm = "md5"
    times = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).times += 1
        return super().encode(password, salt)


@pytest.mark.parametrize("email", ["robert.raportowski@miasto.example", "nikt@miasto.example"])
def test_an_unknown_address_takes_as_long_as_a_wrong_password(reporter: User, settings: Any, email: str) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountedHasher"]
    CountedHasher.times = 0
    request = RequestFactory().post(SIGN_IN)

    assert authenticate(request, username=email, password="nie to hasło") is None
    assert CountedHasher.times == 1


@pytest.mark.parametrize("password", ["", "x" * 4096])
def test_odd_passwords_are_refused_without_a_fault(client: InspectingClient, reporter: User, password: str) -> None:
    assert enter(client, reporter.email, password).status_code in {200, 400}
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(("demo_on", "opens"), [(True, True), (False, False)])
def test_the_known_password_of_the_cast_opens_nothing_outside_the_demonstration(
    client: InspectingClient, settings: Any, db: None, demo_on: bool, opens: bool
) -> None:
    """A demonstration may have grown into an installation, with the cast left in the database."""
    settings.DEMO = demo_on
    zofia = User.objects.create_user(f"Zofia@{demo.DOMAIN}", demo.PASSWORD, first_name="Zofia", last_name="Zmyślona")
    enter(client, zofia.email.upper(), demo.PASSWORD)

    assert ("_auth_user_id" in client.session) is opens


def test_what_is_gathered_about_a_person_holds_no_key_to_their_account(
    client: InspectingClient, reporter: User, settings: Any
) -> None:
    """An administrator who asks for a new password in somebody's name does not find the link in the export of data."""
    settings.EMAIL_BACKEND = "bezpiecznik.notices.backend.Queue"
    client.post("/konto/nowe-haslo/", {"email": reporter.email})
    letter = Message.objects.get(user=reporter)
    assert "/konto/nowe-haslo/" in letter.body  # it waits to be sent, whole

    [told] = [row for row in persons.PARTS["messages"].rows(reporter) if letter.subject in row.values()]

    assert "/konto/nowe-haslo/" not in str([str(value) for value in told.values()])
