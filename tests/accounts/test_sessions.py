"""Sessions: where one is signed in, signing out elsewhere, and when a session ends by itself."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.conf import settings as house
from django.core import mail
from inspector import InspectingClient, text_of

from bezpiecznik.accounts import services
from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal

SIGN_IN, SESSIONS, DESK = "/konto/logowanie/", "/konto/sesje/", "/praca/"
PASSWORD = "hasło-na-próbę-1"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def signed_in(user: User, **environment: str) -> InspectingClient:
    """A browser in which the person has signed in."""
    browser = InspectingClient(**environment)
    assert browser.post(SIGN_IN, {"username": user.email, "password": PASSWORD})["Location"] == DESK
    return browser


def is_in(browser: InspectingClient) -> bool:
    return browser.get(DESK).status_code == 200


def test_the_list_tells_browser_and_address_and_ends_one_session(reporter: User, neighbour: User) -> None:
    here, there = signed_in(reporter), signed_in(reporter, HTTP_USER_AGENT=FIREFOX, REMOTE_ADDR="198.51.100.9")
    foreign = signed_in(neighbour)
    rows = [text_of(row) for row in here.page(SESSIONS).select("tbody tr")]
    assert len(rows) == 2
    assert any("ta przeglądarka" in row for row in rows)
    assert any(row.startswith("Firefox, Linux 198.51.100.9") for row in rows)
    button = here.page(SESSIONS).select_one("tbody form")
    assert button is not None

    here.post(str(button["action"]))

    assert [is_in(browser) for browser in (here, there, foreign)] == [True, False, True]
    other = UserSession.objects.get(user=neighbour)
    assert here.post(f"/konto/sesje/{other.pk}/zakonczenie/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_often_for_three_sessions_as_for_one(
    reporter: User, rows: int, django_assert_num_queries
) -> None:
    browser = [signed_in(reporter) for _no in range(rows)][-1]
    browser.get(SESSIONS)
    with django_assert_num_queries(5):
        assert len(browser.page(SESSIONS).select("tbody tr")) == rows


def test_signing_out_everywhere_leaves_this_browser(reporter: User) -> None:
    here, there = signed_in(reporter), signed_in(reporter)
    here.post("/konto/sesje/zakonczenie/")
    assert [is_in(here), is_in(there)] == [True, False]
    assert journal.about(reporter).filter(event="accounts.sessions_ended").get().data == {"sessions": 1}


def test_an_account_switched_off_is_out_at_once_and_back_when_switched_on(reporter: User, administrator: User) -> None:
    browser = signed_in(reporter)
    services.switch_off(reporter, by=administrator, reason="Odejście z pracy")
    assert not is_in(browser)
    assert browser.post(SIGN_IN, {"username": reporter.email, "password": PASSWORD}).status_code == 200

    services.switch_on(reporter, by=administrator)

    assert not is_in(browser)
    assert is_in(signed_in(reporter))
    events = journal.about(reporter).order_by("pk").values_list("event", "actor_name")
    assert ("accounts.switched_off", "Adam Administratorski") in events
    assert ("accounts.switched_on", "Adam Administratorski") in events


def test_a_first_password_given_by_the_administrator_opens(reporter: User, administrator: User) -> None:
    services.set_first_password(reporter, "na-początek-cztery-słowa", by=administrator)
    assert reporter.check_password("na-początek-cztery-słowa")
    assert journal.about(reporter).get().sentence == "Ustawiono pierwsze hasło"


@pytest.mark.parametrize(
    ("pauses", "stays"),
    [
        ([timedelta(hours=1, minutes=59)], True),
        ([timedelta(hours=2, minutes=1)], False),
        ([timedelta(hours=1, minutes=30)] * 7, True),
        ([timedelta(hours=1, minutes=30)] * 9, False),
    ],
)
def test_a_session_ends_after_two_idle_hours_and_after_twelve_in_all(
    reporter: User, pauses: list[timedelta], stays: bool
) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        browser = signed_in(reporter)
        for pause in pauses:
            clock.shift(pause)
            there = is_in(browser)
        assert there is stays


def test_the_list_tells_when_a_session_was_last_used(reporter: User) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        browser = signed_in(reporter)
        clock.shift(timedelta(minutes=45))
        browser.get(DESK)
        assert "02.03.2026, 09:00 02.03.2026, 09:45" in text_of(browser.page(SESSIONS).select_one("tbody tr"))


def test_the_cookie_of_the_session_is_for_this_site_and_not_for_scripts(reporter: User) -> None:
    cookie = signed_in(reporter).cookies[house.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")


def test_a_new_browser_is_told_by_mail_and_a_known_one_is_not(
    reporter: User, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        first = signed_in(reporter)
        first.post(SIGN_IN)
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        first.post("/konto/wylogowanie/")
        first.post(SIGN_IN, {"username": reporter.email, "password": PASSWORD})
    assert mail.outbox == []

    with django_capture_on_commit_callbacks(execute=True):
        signed_in(reporter, HTTP_USER_AGENT=FIREFOX)

    [notice] = mail.outbox
    assert (notice.to, notice.subject) == ([reporter.email], "Logowanie w nowej przeglądarce – Bezpiecznik")
    assert "w przeglądarce, której dotąd nie było: Firefox, Linux." in notice.body
