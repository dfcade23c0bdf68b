"""Every night everything is checked; what does not hold is on the administrator's desk until it is put right."""

from datetime import time

import pytest
from core.tampering import behind_the_back

from bezpiecznik.accounts.models import User
from bezpiecznik.administration.desk import data_not_holding
from bezpiecznik.core import journal, ticks
from bezpiecznik.core.models import JournalEntry, Verification
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.models import Institution

pytestmark = pytest.mark.django_db
NIGHTLY = "administration.verify"


def reword(text: str) -> None:
    """Somebody with the database's password."""
    behind_the_back(lambda: JournalEntry.objects.filter(pk=1).update(sentence=text))


def test_the_result_of_the_night_is_kept(office: Institution) -> None:
    told = ticks.run_due(NIGHTLY)[NIGHTLY]
    kept = Verification.objects.get()

    assert told.startswith("Wszystko się zgadza: ")
    assert (kept.actor_name, kept.holds, ticks.TICKS[NIGHTLY].at) == ("system", True, time(4))


def test_what_does_not_hold_is_told_to_administrators_until_it_is_put_right(
    office: Institution, administrator: User, coordinator: User
) -> None:
    journal.record(Event.CREATED, office, by=coordinator)
    words = JournalEntry.objects.get(pk=1).sentence
    ticks.run_due(NIGHTLY)
    assert list(data_not_holding(administrator)) == []

    reword("Nic nie było")
    ticks.run_due(NIGHTLY)
    [todo] = data_not_holding(administrator)
    assert (todo.sentence, todo.url) == (
        "Sprawdzenie danych: 1 niezgodność", Verification.objects.latest("pk").get_absolute_url(),
    )  # fmt: skip
    assert list(data_not_holding(coordinator)) == []

    reword(words)
    ticks.run_due(NIGHTLY)
    assert list(data_not_holding(administrator)) == []
