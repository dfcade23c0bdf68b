"""Outgoing mail: the list, one message with what became of it, and sending it again."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from inspector import InspectingClient, text_of
from mail_scene import NOON, WORDS
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.notices import services
from bezpiecznik.notices.models import Message, MessageState

pytestmark = pytest.mark.django_db
LIST = "/administracja/poczta/"
DOOR = "/link/Zm9vYmFyYmF6cXV4Zm9vYmFy/"


def subjects(client: InspectingClient, **query: str) -> list[str]:
    return [text_of(link) for link in client.page(LIST, **query).select("tbody td.wide a")]


@pytest.fixture
def three(message: Message, reporter: User, head: User) -> list[Message]:
    """To the reporter, opened; to the head a day later, failed; to the reporter at last, declined."""
    with clock.pretend(NOON + timedelta(days=1)):
        to_sign = services.send("reporting.to_sign", to=head, **WORDS)
    Message.objects.filter(pk=to_sign.pk).update(state=MessageState.FAILED, failed_at=NOON, reason="550 no such user")
    services.unsubscribe(reporter, kinds=["reporting.accepted"])
    with clock.pretend(NOON + timedelta(days=2)):
        return [message, to_sign, services.send("reporting.accepted", to=reporter, **WORDS)]


OPENED, TO_SIGN, ACCEPTED = (
    "Prosimy o sprawozdanie za 2026 do 20 stycznia 2027",
    "Do podpisu: sprawozdanie za 2026",
    "Przyjęto sprawozdanie za 2026",
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, [ACCEPTED, TO_SIGN, OPENED]),
        ({"sort": "created"}, [OPENED, TO_SIGN, ACCEPTED]),
        ({"q": "podpisu"}, [TO_SIGN]),
        ({"q": "kierownicza"}, [TO_SIGN]),
        ({"state": "failed"}, [TO_SIGN]),
        ({"state": "trouble"}, [TO_SIGN]),
        ({"kind": "reporting.accepted"}, [ACCEPTED]),
        ({"since": "2026-11-27"}, [ACCEPTED, TO_SIGN]),
        ({"until": "2026-11-27"}, [TO_SIGN, OPENED]),
        ({"since": "27.11", "state": "zgubiona", "person": "0"}, [ACCEPTED, TO_SIGN, OPENED]),
    ],
)
def test_filters_stand_in_the_address(
    client: InspectingClient, coordinator: User, three: list[Message], query: dict[str, str], expected: list[str]
) -> None:
    assert subjects(client.as_(coordinator), **query) == expected


def test_mail_of_one_person(client: InspectingClient, coordinator: User, head: User, three: list[Message]) -> None:
    assert subjects(client.as_(coordinator), person=str(head.pk)) == [TO_SIGN]


def test_a_secret_cannot_be_searched_for(client: InspectingClient, coordinator: User, reporter: User) -> None:
    services.keep_mail(address=reporter.email, subject="Nowe hasło", body=f"https://x.example{DOOR} sekretnik")
    assert subjects(client.as_(coordinator), q="hasło") == ["Nowe hasło"]
    assert subjects(client, q="sekretnik") == []


def test_filtering_by_htmx_equals_a_reload(client: InspectingClient, coordinator: User, three: list[Message]) -> None:
    assert_swap_equals_reload(client.as_(coordinator), LIST, f"{LIST}?state=failed", target="rows")


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, coordinator: User, reporter: User, rows: int, django_assert_num_queries: Any
) -> None:
    for _no in range(rows):
        services.send("reporting.to_sign", to=reporter, **WORDS)
    client.as_(coordinator).page(LIST)
    with django_assert_num_queries(6):
        assert len(subjects(client)) == rows


def test_the_list_is_exported_without_the_words(
    client: InspectingClient, administrator: User, three: list[Message]
) -> None:
    response = client.as_(administrator).get(LIST, {"export": "csv", "state": "failed"})
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Przygotowano", "Wysłano", "Stan", "Powód", "Osoba", "Adres", "Rodzaj", "Temat"]
    assert rows[1][2:5] == ["nie wysłano", "550 no such user", "Halina Kierownicza"]
    assert len(rows) == 2


def test_an_empty_log_says_when_messages_come(client: InspectingClient, coordinator: User) -> None:
    page = client.as_(coordinator).page(LIST)
    assert text_of(page.select_one(".empty h2")) == "Nie ma jeszcze wiadomości"


def test_without_a_server_the_page_says_what_to_do(client: InspectingClient, coordinator: User, settings: Any) -> None:
    assert "EMAIL_URL" in text_of(client.as_(coordinator).page(LIST).select_one(".callout"))
    settings.EMAIL_HOST = "poczta.example"
    assert client.page(LIST).select_one(".callout") is None
    settings.DEMO = True
    assert "Tryb pokazowy niczego nie wysyła" in text_of(client.page(LIST).select_one(".callout"))


def test_a_message_is_shown_as_it_was_worded(client: InspectingClient, coordinator: User, message: Message) -> None:
    page = client.as_(coordinator).page(f"{LIST}{message.pk}/")
    assert text_of(page.h1) == OPENED
    card = page.select_one("section[aria-labelledby=text] .card")
    assert "prosimy o sprawozdanie KMP z realizacji programu za 2026." in text_of(card)
    assert card.select("a")[-1]["href"] == "/praca/sprawozdania/1/"


def test_a_colleague_never_sees_the_key_of_a_door(
    client: InspectingClient, administrator: User, reporter: User, settings: Any
) -> None:
    kept = services.keep_mail(address=reporter.email, subject="Nowe hasło", body=f"Otwórz https://x.example{DOOR}")
    address = f"{LIST}{kept.pk}/"
    assert "Zm9vYmFy" not in str(client.as_(administrator).page(address))
    settings.DEMO = True
    assert "Zm9vYmFy" in str(client.page(address))


def test_a_failed_message_is_sent_again(client: InspectingClient, coordinator: User, three: list[Message]) -> None:
    failed = three[1]
    button = client.as_(coordinator).page(f"{LIST}{failed.pk}/").select_one(".page-acts form")
    response = client.post(str(button["action"]))
    repeat = Message.objects.get(again=failed)
    assert response.headers["Location"] == f"{LIST}{repeat.pk}/"
    assert (repeat.state, repeat.subject) == (MessageState.WAITING, failed.subject)
    assert JournalEntry.objects.get(event="notices.sent_again").actor_name == "Krystyna Koordynatorska"


def test_what_still_waits_is_not_sent_again(client: InspectingClient, coordinator: User, message: Message) -> None:
    response = client.as_(coordinator).post(f"{LIST}{message.pk}/ponownie/", follow=True)
    assert "nie można wysłać ponownie" in response.content.decode()
    assert Message.objects.count() == 1
