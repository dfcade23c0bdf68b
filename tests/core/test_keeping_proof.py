"""What proves that all holds is kept for a time too: results of checks and the log of readings."""

from datetime import timedelta

import pytest

from bezpiecznik.core import clock, verification
from bezpiecznik.core.keeping import KEPT
from bezpiecznik.core.models import AccessEntry, JournalEntry, Verification

pytestmark = pytest.mark.django_db


def checked(days_ago: int) -> Verification:
    with clock.pretend(clock.now() - timedelta(days=days_ago)):
        return verification.keep(verification.Outcome(clock.now()), by=None)


def test_old_results_end_but_the_last_one_stays() -> None:
    checked(900)
    last = checked(800)
    assert KEPT["core.verifications"].remove_some(10) == 1
    assert (list(Verification.objects.all()), KEPT["core.verifications"].remove_some(10)) == ([last], 0)


def test_old_readings_end_and_the_journal_tells_how_many() -> None:
    for days in (731, 729):
        at = clock.now() - timedelta(days=days)
        AccessEntry.objects.create(actor_key="1", actor_name="Anna Nowa", page="Strona", path="/", at=at)
    assert (KEPT["core.accesses"].remove_some(10), KEPT["core.accesses"].remove_some(10)) == (1, 0)
    assert (AccessEntry.objects.count(), JournalEntry.objects.get().data) == (1, {"removed": 1})
