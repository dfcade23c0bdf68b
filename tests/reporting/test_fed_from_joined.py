"""A meeting that two bodies entered and somebody joined stands in the reports of both as one, marked as joint."""

from datetime import date

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import services as activities
from bezpiecznik.activities.facts import Facts
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.reporting.models import Entry, EntryActivity


@pytest.fixture
def both(entry: Entry, guard: Institution) -> list[Entry]:
    """The police's entry and the guard's, about action 1.1 in one period."""
    period = entry.obligation.period
    return [entry, Entry.objects.get(obligation__period=period, obligation__responsibility__institution=guard)]


def numbers(entries: list[Entry]) -> list[list[tuple[str, int, str]]]:
    return [[(one.measure, int(one.value), one.share) for one in entry.numbers.all()] for entry in entries]


def test_both_reports_tell_of_one_event_and_of_two_again_when_it_is_undone(
    both: list[Entry], police: Institution, guard: Institution, patrols: Undertaking, reporter: User,
    neighbour: User, coordinator: User,
) -> None:  # fmt: skip
    facts = [Facts("meeting", "Spotkanie", date(2022, 10, 12), place="SP 5", participants=n) for n in (48, 50)]
    ours = activities.create_activity(police, by=reporter, facts=facts[0], undertakings=[patrols])
    theirs = activities.create_activity(guard, by=neighbour, facts=facts[1], undertakings=[patrols])
    apart = [
        [("spotkania", 1, "own"), ("uczestnicy", 48, "own")],
        [("spotkania", 1, "own"), ("uczestnicy", 50, "own")],
    ]
    assert numbers(both) == apart
    joining = activities.join_activities(ours, into=theirs, by=coordinator)
    assert numbers(both) == [[("spotkania (wspólne)", 1, "joint"), ("uczestnicy (wspólne)", 50, "joint")]] * 2
    assert set(EntryActivity.objects.filter(entry__in=both).values_list("activity", flat=True)) == {theirs.pk}
    activities.split_activities(joining, by=coordinator)
    assert numbers(both) == apart


def test_words_that_a_person_saved_stay_as_they_are(
    both: list[Entry], police: Institution, guard: Institution, patrols: Undertaking, reporter: User,
    neighbour: User, coordinator: User,
) -> None:  # fmt: skip
    ours = activities.create_activity(
        police, by=reporter, facts=Facts("meeting", "Spotkanie", date(2022, 10, 12), participants=48),
        undertakings=[patrols],
    )  # fmt: skip
    theirs = activities.create_activity(
        guard, by=neighbour, facts=Facts("meeting", "Spotkanie", date(2022, 10, 12), participants=50),
        undertakings=[patrols],
    )  # fmt: skip
    Entry.objects.filter(pk=both[0].pk).update(version=1, text="Nasze słowa.", fed_at=None)
    kept = numbers(both[:1])
    activities.join_activities(ours, into=theirs, by=coordinator)
    both[0].refresh_from_db()
    assert (both[0].text, numbers(both[:1])) == ("Nasze słowa.", kept)
