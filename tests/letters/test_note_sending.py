"""Notes of sending: made by hand, corrected without loss, taken back."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from letter_acts import note

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.letters import queries, services
from bezpiecznik.letters.models import Letter, Sending
from bezpiecznik.letters.refusals import Refused
from bezpiecznik.letters.states import Channel

pytestmark = pytest.mark.django_db


def in_force(letter: Letter) -> tuple[str, str] | None:
    found = queries.note_in_force(letter)
    return (found.channel, found.reference) if found else None


def test_a_note_makes_the_letter_sent(numbered: Letter, coordinator: User) -> None:
    note(numbered, by=coordinator, channel=Channel.E_DELIVERY, reference="ED-1")

    assert numbered.state == "sent"
    assert in_force(numbered) == ("e-delivery", "ED-1")


def test_a_correction_keeps_both_notes_and_tells_the_journal_what_was_before(
    numbered: Letter, coordinator: User
) -> None:
    note(numbered, by=coordinator, reference="R-1")
    note(numbered, by=coordinator, reference="R-2", received_on=date(2026, 3, 10))

    assert in_force(numbered) == ("post", "R-2")
    assert [kept.reference for kept in queries.notes_of(numbered)] == ["R-2", "R-1"]
    line = JournalEntry.objects.get(event="letters.sent_corrected")
    assert (line.data["reference"], line.data["before"]["reference"]) == ("R-2", "R-1")


def test_undoing_brings_back_the_note_before(numbered: Letter, coordinator: User) -> None:
    note(numbered, by=coordinator, reference="R-1")
    note(numbered, by=coordinator, reference="R-2")

    services.undo_sending(numbered, by=coordinator)
    assert in_force(numbered) == ("post", "R-1")

    services.undo_sending(numbered, by=coordinator)
    numbered.refresh_from_db()
    assert (in_force(numbered), numbered.state) == (None, "numbered")
    assert Sending.objects.count() == 2


def test_there_is_nothing_to_undo_before_a_note(numbered: Letter, coordinator: User) -> None:
    with pytest.raises(Refused):
        services.undo_sending(numbered, by=coordinator)


@pytest.mark.parametrize(
    ("sent_on", "received_on", "told"),
    [
        (date(2026, 3, 9), None, "wcześniejsze niż data pisma"),
        (date(2026, 3, 11), None, "w przyszłości"),
        (date(2026, 3, 10), date(2026, 3, 12), "w przyszłości"),
        (date(2026, 3, 10), date(2026, 3, 9), "wcześniejsze niż wysłanie"),
    ],
)
def test_days_that_cannot_be_are_refused(
    numbered: Letter, coordinator: User, sent_on: date, received_on: date | None, told: str
) -> None:
    with pytest.raises(Refused, match=told):
        services.note_sending(numbered, channel=Channel.POST, sent_on=sent_on, received_on=received_on, by=coordinator)


def test_a_draft_and_a_cancelled_letter_are_not_sent(letter: Letter, coordinator: User) -> None:
    with pytest.raises(Refused, match="projekt"):
        note(letter, by=coordinator)


def test_the_database_keeps_no_delivery_before_sending(numbered: Letter, coordinator: User) -> None:
    note(numbered, by=coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Sending.objects.update(received_on=date(2026, 3, 1))


def test_many_are_noted_at_once_or_none(numbered: Letter, letter: Letter, coordinator: User) -> None:
    with pytest.raises(Refused):
        services.note_series([], by=coordinator, channel=Channel.POST, sent_on=date(2026, 3, 10))
    assert services.note_series([numbered], by=coordinator, channel=Channel.POST, sent_on=date(2026, 3, 10)) == 1
