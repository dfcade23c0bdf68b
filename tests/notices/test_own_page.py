"""A person's own choice of messages, and the way out by a link."""

import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.notices.links import unsubscribe_token
from bezpiecznik.notices.models import Choice, Declined

pytestmark = pytest.mark.django_db
OWN = "/konto/powiadomienia/"


def leave(user: User, *kinds: str) -> str:
    return f"{OWN}rezygnacja/{unsubscribe_token(user.pk, list(kinds))}/"


def chosen(client: InspectingClient) -> tuple[str, set[str]]:
    page = client.page(OWN)
    rhythm = page.select_one("input[name=rhythm][checked]")["value"]
    return str(rhythm), {str(box["value"]) for box in page.select("input[name=wanted][checked]")}


def test_at_first_one_gets_everything_once_a_day(client: InspectingClient, reporter: User) -> None:
    rhythm, wanted = chosen(client.as_(reporter))
    assert rhythm == "daily"
    assert {"test.news", "reporting.accepted"} <= wanted


def test_what_is_chosen_is_kept_and_shown(client: InspectingClient, reporter: User) -> None:
    response = client.as_(reporter).post(OWN, {"rhythm": "weekly", "wanted": ["reporting.accepted"]})
    assert response.status_code == 302
    assert chosen(client) == ("weekly", {"reporting.accepted"})
    assert Declined.objects.filter(user=reporter, kind="test.news").exists()
    assert JournalEntry.objects.get(event="notices.choice_made").data["rhythm"] == "weekly"


def test_declined_kinds_can_be_wanted_again(client: InspectingClient, reporter: User) -> None:
    Declined.objects.create(user=reporter, kind="test.news")
    client.as_(reporter).post(OWN, {"rhythm": "daily", "wanted": ["test.news"]})
    assert not Declined.objects.filter(user=reporter, kind="test.news").exists()


@pytest.mark.parametrize("data", [{"rhythm": "hourly"}, {"rhythm": "daily", "wanted": ["test.duty"]}, {}])
def test_what_cannot_be_chosen_is_refused(client: InspectingClient, reporter: User, data: dict[str, str]) -> None:
    assert client.as_(reporter).post(OWN, data).status_code == 200
    assert not Choice.objects.exists()


def test_duties_are_listed_with_the_reason(client: InspectingClient, reporter: User) -> None:
    section = client.as_(reporter).page(OWN).select_one("section[aria-labelledby=duty]")
    assert "Zadanie próbne" in text_of(section)
    assert "Należą do obowiązków" in text_of(section)


def test_a_link_shows_and_a_button_acts_without_signing_in(client: InspectingClient, reporter: User) -> None:
    page = client.page(leave(reporter, "test.news"))
    assert [text_of(item) for item in page.select("main li")] == ["Nowina próbna"]
    assert not Declined.objects.exists()
    response = client.post(leave(reporter, "test.news"))
    assert "Zrezygnowano z wiadomości" in response.content.decode()
    assert [(row.user, row.kind) for row in Declined.objects.all()] == [(reporter, "test.news")]


def test_a_mail_program_acts_by_one_click_without_our_cookie(reporter: User) -> None:
    strict = InspectingClient(enforce_csrf_checks=True)
    body = "List-Unsubscribe=One-Click"
    response = strict.post(leave(reporter, "test.news"), body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200
    assert Declined.objects.count() == 1


def test_twice_is_once(client: InspectingClient, reporter: User) -> None:
    for _time in range(2):
        client.post(leave(reporter, "test.news"))
    assert Declined.objects.count() == 1
    assert JournalEntry.objects.filter(event="notices.unsubscribed").count() == 1


def test_nobody_leaves_a_duty(client: InspectingClient, reporter: User) -> None:
    client.post(leave(reporter, "test.duty"))
    assert not Declined.objects.exists()


def test_a_token_that_is_not_ours_opens_nothing(client: InspectingClient, reporter: User) -> None:
    forged = leave(reporter, "test.news")[:-3] + "xx/"
    assert client.get(forged).status_code == 404
    assert client.post(forged).status_code == 404
