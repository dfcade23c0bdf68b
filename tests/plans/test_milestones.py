"""Milestones: each change keeps who, when and why."""

from datetime import UTC, date, datetime

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.core.sentences import tell
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.milestones import (
    add_milestone,
    drop_milestone,
    finish_milestone,
    move_milestone,
    restore_milestone,
)
from bezpiecznik.plans.models import DateMove, Milestone, Undertaking
from bezpiecznik.plans.timetabling import Outdated


@pytest.fixture
def tender(patrols: Undertaking, coordinator: User) -> Milestone:
    return add_milestone(
        patrols, name="Rozstrzygnięcie przetargu", due_on=date(2022, 2, 10), precision="month", by=coordinator
    )


def sentences() -> list[str]:
    found = JournalEntry.objects.filter(event__startswith="plans.milestone").order_by("pk")
    return [tell(line).sentence for line in found]


def test_the_same_step_is_not_added_twice(tender: Milestone, coordinator: User) -> None:
    assert tender.due_on == date(2022, 2, 28)
    with pytest.raises(Refused, match="już jest"):
        add_milestone(tender.undertaking, name=tender.name, due_on=tender.due_on, by=coordinator)


def test_moving_asks_why(tender: Milestone, coordinator: User) -> None:
    with pytest.raises(Refused, match="dlaczego"):
        move_milestone(tender, due_on=date(2022, 3, 1), reason="", by=coordinator)
    with pytest.raises(Refused, match="ten sam termin"):
        move_milestone(tender, due_on=date(2022, 2, 1), precision="month", reason="x", by=coordinator)
    move_milestone(tender, due_on=date(2022, 3, 1), reason="Odwołanie.", by=coordinator, version=1)
    move = DateMove.objects.get()
    assert (move.was, move.becomes, move.milestone, move.reason) == (
        date(2022, 2, 28), date(2022, 3, 1), tender, "Odwołanie.",
    )  # fmt: skip
    assert sentences()[-1].endswith("z powodu: „Odwołanie.”")


def test_of_two_at_once_the_second_is_told(tender: Milestone, coordinator: User) -> None:
    move_milestone(tender, due_on=date(2022, 3, 1), reason="Odwołanie.", by=coordinator, version=1)
    with pytest.raises(Outdated):
        drop_milestone(tender, reason="Nie ma pieniędzy.", by=coordinator, version=1)
    tender.refresh_from_db()
    assert tender.dropped_because == ""


def test_reached_given_up_and_taken_back(tender: Milestone, coordinator: User) -> None:
    with clock.pretend(datetime(2022, 3, 1, 12, tzinfo=UTC)):
        with pytest.raises(Refused, match="nie nadszedł"):
            finish_milestone(tender, done_on=date(2022, 3, 2), by=coordinator)
        finish_milestone(tender, done_on=date(2022, 3, 1), by=coordinator)
        with pytest.raises(Refused, match="Najpierw przywróć"):
            drop_milestone(tender, reason="x", by=coordinator)
        restore_milestone(tender, by=coordinator)
        with pytest.raises(Refused, match="ani osiągnięty"):
            restore_milestone(tender, by=coordinator)
        with pytest.raises(Refused, match="dlaczego rezygnujesz"):
            drop_milestone(tender, reason=" ", by=coordinator)
        drop_milestone(tender, reason="Nie ma pieniędzy.", by=coordinator)
    tender.refresh_from_db()
    assert (tender.done_on, tender.dropped_because, tender.version) == (None, "Nie ma pieniędzy.", 4)
    assert len(sentences()) == 4
    assert Milestone.history.filter(id=tender.pk).count() >= 1
