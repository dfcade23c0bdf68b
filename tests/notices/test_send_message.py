"""A message is worded, kept with the transaction it speaks of, and told when it may go."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from quiet_noon import NOON

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry, OptionValue
from bezpiecznik.notices import kinds, services
from bezpiecznik.notices.kinds import Kind
from bezpiecznik.notices.models import Choice, Declined, Message, MessageState, Wording

pytestmark = pytest.mark.django_db

EVENING = datetime(2026, 11, 26, 20, 30, tzinfo=UTC)  # 21:30 in Warsaw
MORNING = datetime(2026, 11, 27, 6, tzinfo=UTC)
DIGEST = datetime(2026, 11, 27, 7, tzinfo=UTC)


def test_words_fill_the_variables_and_the_button_leads_somewhere(reporter: User) -> None:
    message = services.send("test.duty", to=reporter, url="/praca/", what="podpis")
    assert (message.subject, message.body) == ("Zadanie: podpis", "Dzień dobry,\n\nproszę o podpis.")
    assert (message.act, message.url, message.address) == ("Otwórz", "/praca/", reporter.email)
    assert (message.state, message.due_at, message.gather) == (MessageState.WAITING, NOON, False)


def test_an_unknown_kind_and_a_missing_word_are_errors_of_the_programmer(reporter: User) -> None:
    for kind, words in (("test.unknown", {"what": "x"}), ("test.duty", {})):
        with pytest.raises(KeyError):
            services.send(kind, to=reporter, **words)
    assert not Message.objects.exists()


def test_what_stands_in_a_word_is_never_read_as_a_variable(reporter: User) -> None:
    message = services.send("test.duty", to=reporter, what="{{ what }} {% now 'Y' %}")
    assert message.subject == "Zadanie: {{ what }} {% now 'Y' %}"


def test_a_word_cannot_begin_a_header_of_its_own(reporter: User) -> None:
    message = services.send("test.duty", to=reporter, what="x\r\nBcc: obcy@example.org")
    assert message.subject == "Zadanie: x Bcc: obcy@example.org"


def test_a_message_of_a_transaction_undone_is_not_sent(reporter: User) -> None:
    @transaction.atomic
    def undone() -> None:
        services.send("test.duty", to=reporter, what="x")
        raise IntegrityError

    with pytest.raises(IntegrityError):
        undone()
    assert not Message.objects.exists()


def test_the_worker_hears_of_it_after_the_commit(reporter: User, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks() as told:
        services.send("test.duty", to=reporter, what="x")
    assert len(told) == 1
    with django_capture_on_commit_callbacks() as told:
        services.send("test.news", to=reporter, what="x")
    assert told == []


def test_duty_waits_for_the_end_of_silence_and_what_is_urgent_does_not(reporter: User, alarm: Kind) -> None:
    with clock.pretend(EVENING):
        assert services.send("test.duty", to=reporter, what="x").due_at == MORNING
        assert services.send("test.alarm", to=reporter).due_at == EVENING


def test_the_office_chooses_the_hours(reporter: User) -> None:
    OptionValue.objects.create(key="notices.quiet_from", value=23)
    with clock.pretend(EVENING):
        assert services.send("test.duty", to=reporter, what="x").due_at == EVENING


def test_news_waits_for_the_digest_of_the_day(reporter: User) -> None:
    message = services.send("test.news", to=reporter, what="x")
    assert (message.gather, message.due_at) == (True, DIGEST)


@pytest.mark.parametrize(
    ("rhythm", "gather", "due"),
    [("at_once", False, NOON), ("daily", True, DIGEST), ("weekly", True, datetime(2026, 11, 30, 7, tzinfo=UTC))],
)
def test_each_person_chooses_the_rhythm(reporter: User, rhythm: str, gather: bool, due: datetime) -> None:
    Choice.objects.create(user=reporter, rhythm=rhythm)
    message = services.send("test.news", to=reporter, what="x")
    assert (message.gather, message.due_at) == (gather, due)


def test_declined_news_is_noted_and_not_sent_but_duty_is(reporter: User) -> None:
    Declined.objects.create(user=reporter, kind="test.news")
    Declined.objects.create(user=reporter, kind="test.duty")
    assert services.send("test.news", to=reporter, what="x").state == MessageState.DECLINED
    assert services.send("test.duty", to=reporter, what="x").state == MessageState.WAITING


def test_a_link_that_opens_a_door_makes_the_message_secret(reporter: User) -> None:
    plain = services.send("test.duty", to=reporter, url="/praca/sprawozdania/1/", what="x")
    door = services.send("test.duty", to=reporter, url="/link/Zm9vYmFyYmF6cXV4Zm9vYmFy/", what="x")
    assert (plain.secret, door.secret) == (False, True)
    assert (door.shown_url, door.url) == ("", "/link/Zm9vYmFyYmF6cXV4Zm9vYmFy/")


def test_the_words_of_the_office_go_before_the_default(reporter: User, coordinator: User, duty: Kind) -> None:
    services.save_wording(duty, subject="Prośba: {{ what }}", body="Prosimy o {{ what }}.", seen=0, by=coordinator)
    assert services.send("test.duty", to=reporter, what="podpis").subject == "Prośba: podpis"
    services.restore_wording(duty, seen=1, by=coordinator)
    assert services.send("test.duty", to=reporter, what="podpis").subject == "Zadanie: podpis"


def test_of_two_who_edit_one_wording_the_later_is_told(coordinator: User, administrator: User, duty: Kind) -> None:
    words = {"subject": "A", "body": "{{ what }}"}
    services.save_wording(duty, **words, seen=0, by=coordinator)
    with pytest.raises(services.ChangedMeanwhile):
        services.save_wording(duty, **words, seen=0, by=administrator)
    services.save_wording(duty, subject="B", body="{{ what }}", seen=1, by=administrator)
    with pytest.raises(services.ChangedMeanwhile):
        services.restore_wording(duty, seen=1, by=coordinator)
    assert (Wording.objects.get().subject, Wording.objects.get().version) == ("B", 2)


def test_the_journal_keeps_the_words_before_and_after(coordinator: User, duty: Kind) -> None:
    services.save_wording(duty, subject="Nowy temat", body="{{ what }}", seen=0, by=coordinator)
    line = JournalEntry.objects.get(event="notices.wording_changed")
    assert line.data["before"]["subject"] == "Zadanie: {{ what }}"
    assert line.data["after"] == {"subject": "Nowy temat", "body": "{{ what }}"}


def test_sent_again_goes_to_the_present_address_and_the_first_stays(reporter: User, coordinator: User) -> None:
    first = services.send("test.duty", to=reporter, what="podpis")
    with pytest.raises(services.NotAgain):
        services.send_again(first, by=coordinator)
    Message.objects.filter(pk=first.pk).update(state=MessageState.FAILED)
    reporter.email = "nowy.adres@kmp.example"
    reporter.save()
    repeat = services.send_again(first, by=coordinator)
    assert (repeat.address, repeat.subject, repeat.again) == ("nowy.adres@kmp.example", first.subject, first)
    assert repeat.token != first.token


def test_a_secret_is_never_sent_again(reporter: User, coordinator: User) -> None:
    message = services.send("test.duty", to=reporter, url="/link/Zm9vYmFyYmF6cXV4Zm9vYmFy/", what="x")
    Message.objects.filter(pk=message.pk).update(state=MessageState.FAILED)
    with pytest.raises(services.NotAgain):
        services.send_again(message, by=coordinator)


def test_kinds_of_the_house_are_well_worded() -> None:
    from bezpiecznik.notices.wording import LONGEST_SUBJECT, example, faults, filled

    for kind in kinds.KINDS.values():
        assert faults(kind, str(kind.subject), str(kind.body)) == {}, kind.name
        assert len(filled(str(kind.subject), example(kind))) <= LONGEST_SUBJECT
