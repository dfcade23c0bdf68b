"""A new password by a link in the mail."""

import re
from datetime import timedelta
from time import monotonic

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.views.password import AskForLink
from bezpiecznik.core import journal

ASK, SENT, SIGN_IN, DESK = "/konto/nowe-haslo/", "/konto/nowe-haslo/wyslano/", "/konto/logowanie/", "/praca/"
OLD, NEW = "hasło-na-próbę-1", "zupełnie-nowe-hasło-2"


def link_for(client: InspectingClient, user: User) -> str:
    client.post(ASK, {"email": user.email})
    found = re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)
    assert found is not None
    return found[1]


def set_by(client: InspectingClient, link: str, password: str = NEW):
    """Open the link as a browser does, and give the password on the page it leads to."""
    return client.post(client.get(link)["Location"], {"new_password1": password, "new_password2": password})


def test_the_link_sets_a_new_password_once_and_ends_sessions(
    client: InspectingClient, reporter: User, django_capture_on_commit_callbacks
) -> None:
    elsewhere = InspectingClient()
    elsewhere.post(SIGN_IN, {"username": reporter.email, "password": OLD})
    link = link_for(client, reporter)
    for _scanner in range(2):
        client.page(client.get(link)["Location"])
    with django_capture_on_commit_callbacks(execute=True):
        assert set_by(client, link)["Location"] == SIGN_IN

    assert elsewhere.get(DESK)["Location"].startswith(SIGN_IN)
    reporter.refresh_from_db()
    assert reporter.check_password(NEW)
    assert text_of(client.page(link).h1) == "Odnośnik już nie działa"
    assert "accounts.password_reset" in journal.about(reporter).values_list("event", flat=True)
    assert mail.outbox[-1].subject == "Zmiana hasła – Bezpiecznik"


def test_the_answer_is_the_same_whether_there_is_such_an_account(client: InspectingClient, reporter: User) -> None:
    answers = [client.post(ASK, {"email": email}) for email in (reporter.email, "nikt@miasto.example")]
    assert [answer["Location"] for answer in answers] == [SENT, SENT]
    assert [message.to for message in mail.outbox] == [[reporter.email]]
    client.page(SENT)


def how_long(client: InspectingClient, email: str) -> float:
    began = monotonic()
    client.post(ASK, {"email": email})
    return monotonic() - began


def test_no_answer_comes_sooner_than_the_one_that_writes_a_letter(client: InspectingClient, reporter: User) -> None:
    """Known, unknown, and asked too often: the time tells nothing."""
    times = [how_long(client, email) for email in (reporter.email, "nikt@miasto.example", *[reporter.email] * 5)]
    assert min(times) >= AskForLink.takes_seconds
    assert len(mail.outbox) == 5


def test_the_time_of_an_answer_is_longer_than_the_work_of_a_letter(
    client: InspectingClient, reporter: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    takes = AskForLink.takes_seconds
    monkeypatch.setattr(AskForLink, "takes_seconds", 0.0)
    work = [how_long(client, reporter.email) for _no in range(5)]
    print(f"a letter takes {min(work) * 1000:.0f} ms of {takes * 1000:.0f}")
    assert min(work) < takes / 2
    assert len(mail.outbox) == 5


def test_the_link_is_good_for_an_hour(client: InspectingClient, reporter: User) -> None:
    link = link_for(client, reporter)
    with time_machine.travel(timezone.localtime() + timedelta(minutes=59)):
        assert client.get(link).status_code == 302
    with time_machine.travel(timezone.localtime() + timedelta(minutes=61)):
        assert text_of(client.page(link).h1) == "Odnośnik już nie działa"


def test_an_account_switched_off_gets_no_link_and_one_without_a_password_does(
    client: InspectingClient, neighbour: User, reporter: User
) -> None:
    User.objects.filter(pk=neighbour.pk).update(is_active=False)
    reporter.set_unusable_password()
    reporter.last_login = timezone.now()  # through a provider
    reporter.save()
    for user in (neighbour, reporter):
        client.post(ASK, {"email": user.email})
    assert [message.to for message in mail.outbox] == [[reporter.email]]


def test_whoever_was_invited_and_never_came_gets_no_link(client: InspectingClient, reporter: User) -> None:
    """Else a revoked invitation, sent to a wrong address, would be gone round."""
    reporter.set_unusable_password()
    reporter.save()
    client.post(ASK, {"email": reporter.email})
    assert mail.outbox == []


def test_five_links_an_hour_and_no_more(client: InspectingClient, reporter: User) -> None:
    assert {client.post(ASK, {"email": reporter.email})["Location"] for _no in range(7)} == {SENT}
    assert len(mail.outbox) == 5


@pytest.mark.parametrize("password", ["krótkie", "robert.raportowski", "bezpiecznik2026"])
def test_a_bad_password_changes_nothing(client: InspectingClient, reporter: User, password: str) -> None:
    answer = set_by(client, link_for(client, reporter), password)
    assert text_of(soup(answer).select_one(".errors h2")) == "Popraw, proszę:"
    reporter.refresh_from_db()
    assert reporter.check_password(OLD)


def test_the_owner_of_the_mailbox_waits_for_no_strangers(client: InspectingClient, reporter: User) -> None:
    """Whoever is locked out by strangers' guesses gets in by the link."""
    for no in range(10):
        client.post(SIGN_IN, {"username": reporter.email, "password": f"zgaduję-{no}"})
    set_by(client, link_for(client, reporter))
    assert client.post(SIGN_IN, {"username": reporter.email, "password": NEW})["Location"] == DESK
