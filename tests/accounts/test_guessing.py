"""Guessing of passwords is slowed down, and nobody can be locked out by it."""

from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.utils import timezone
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts import limits
from bezpiecznik.accounts.browsers import SALT
from bezpiecznik.accounts.models import Tally, User
from bezpiecznik.core import journal

SIGN_IN, DESK = "/konto/logowanie/", "/praca/"
PASSWORD = "hasło-na-próbę-1"


def give(client: InspectingClient, user: User, password: str = PASSWORD) -> int:
    return client.post(SIGN_IN, {"username": user.email, "password": password}).status_code


def guess_from(addresses: int, user: User, times: int = 10) -> list[int]:
    """Wrong passwords from so many addresses; the answers."""
    browsers = [InspectingClient(REMOTE_ADDR=f"203.0.113.{no}") for no in range(addresses)]
    return [give(browser, user, f"zgaduję-{no}") for browser in browsers for no in range(times)]


def test_a_stranger_elsewhere_does_not_lock_the_owner_out(client: InspectingClient, reporter: User) -> None:
    assert guess_from(1, reporter, times=12)[-3:] == [429] * 3
    assert give(client, reporter) == 302


def test_the_mark_of_a_known_browser_cannot_be_guessed(client: InspectingClient, reporter: User) -> None:
    """128 bits in letters of base64; each account and each browser has its own."""
    other = InspectingClient()
    for browser in (client, other):
        give(browser, reporter)
    marks = [
        signing.loads(browser.cookies["znajomi"].value, salt=SALT)[str(reporter.pk)] for browser in (client, other)
    ]
    assert len(set(marks)) == 2
    assert all(len(mark) >= 22 for mark in marks)


def test_many_addresses_together_gain_nothing_and_the_owners_browser_stays_open(
    client: InspectingClient, reporter: User
) -> None:
    give(client, reporter)  # from now on this browser knows the account
    client.post("/konto/wylogowanie/")
    tried = guess_from(6, reporter)
    assert tried.count(200) < limits.GUESSES_OF_STRANGERS.most
    assert give(InspectingClient(REMOTE_ADDR="203.0.113.99"), reporter) == 429  # even with the right password

    assert give(client, reporter) == 302


def test_one_address_does_not_try_one_password_on_everybody(db: None, reporter: User) -> None:
    stranger = InspectingClient(REMOTE_ADDR="203.0.113.1")
    for no in range(limits.GUESSES_FROM_ADDRESS.most):
        stranger.post(SIGN_IN, {"username": f"osoba-{no}@miasto.example", "password": "Wiosna2026Wiosna"})

    assert give(stranger, reporter) == 429


def test_the_owner_who_mistypes_in_their_own_browser_waits_a_quarter(client: InspectingClient, reporter: User) -> None:
    give(client, reporter)
    client.post("/konto/wylogowanie/")
    for no in range(10):
        give(client, reporter, f"pomyłka-{no}")
    assert give(client, reporter) == 429

    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert give(client, reporter) == 302


def test_the_page_says_what_can_be_done(client: InspectingClient, reporter: User) -> None:
    for no in range(9):
        give(client, reporter, f"zgaduję-{no}")
    page = soup(client.post(SIGN_IN, {"username": reporter.email, "password": "zgaduję"}))
    assert text_of(page.h1) == "Logowanie wstrzymane"
    assert "Spróbuj ponownie za kwadrans." in text_of(page)
    assert page.select_one("main a[href='/konto/nowe-haslo/']") is not None


def test_the_journal_counts_failures_and_keeps_no_password(client: InspectingClient, reporter: User) -> None:
    for no in range(3):
        give(client, reporter, f"tajne-{no}")
    give(client, reporter)
    assert journal.about(reporter).get().data["failed_before"] == 3
    client.post("/konto/wylogowanie/")
    for no in range(10):
        give(client, reporter, f"tajne-{no}")

    pause = journal.about(reporter).filter(event="accounts.sign_in_paused").get()

    assert (pause.actor_name, pause.data) == ("system", {"failed": 10, "kind": "password"})


def test_what_strangers_type_is_not_kept_and_old_counts_go(client: InspectingClient, reporter: User) -> None:
    client.post(SIGN_IN, {"username": "moje-haslo-w-zlym-polu", "password": "x"})
    assert Tally.objects.count() == 3
    assert not Tally.objects.filter(key__contains="haslo").exists()
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        give(client, reporter, "zgaduję")
        assert Tally.objects.count() == 3


@pytest.mark.parametrize("forged", ["", "nie-nasze", "eyJhIjoxfQ:1:x"])
def test_a_forged_mark_of_a_browser_helps_nobody(reporter: User, forged: str) -> None:
    thief = InspectingClient(REMOTE_ADDR="203.0.113.1")
    thief.cookies["znajomi"] = forged
    guesses = [give(thief, reporter, f"zgaduję-{no}") for no in range(11)]
    assert guesses[-2:] == [429, 429]
