from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import models

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Institution


class Event(models.TextChoices):
    NAMED = "test.named", "Nadano nazwę"


def test_a_line_tells_who_what_and_about_what(office: Institution, coordinator: User) -> None:
    line = journal.record(Event.NAMED, office, by=coordinator, note="bo tak", pages=3)

    assert (line.sentence, line.actor_name, line.object_label) == (
        "Nadano nazwę", "Krystyna Koordynatorska", "Biuro Bezpieczeństwa",
    )  # fmt: skip
    assert line.data == {"pages": 3, "note": "bo tak"}
    assert list(journal.about(office)) == [line]


def test_an_untouched_journal_holds(office: Institution) -> None:
    for _time in range(3):
        journal.record(Event.NAMED, office, by=None)

    assert journal.broken_links() == []


def test_a_line_holds_whatever_zone_its_moment_was_given_in(office: Institution) -> None:
    with clock.pretend(datetime(2022, 1, 3, 10, tzinfo=ZoneInfo("Europe/Warsaw"))):
        journal.record(Event.NAMED, office, by=None, day="2022-01-03", words=["zażółć", 1.5, None])

    assert journal.broken_links() == []


def test_a_changed_line_is_found(office: Institution) -> None:
    first, second = (journal.record(Event.NAMED, office, by=None) for _time in range(2))
    JournalEntry.objects.filter(pk=first.pk).update(sentence="Nic nie było")

    assert journal.broken_links() == [first.pk]
    assert second.pk not in journal.broken_links()


def test_a_removed_line_is_found(office: Institution) -> None:
    first, second, _third = (journal.record(Event.NAMED, office, by=None) for _time in range(3))
    JournalEntry.objects.filter(pk=first.pk).delete()

    assert journal.broken_links() == [second.pk]
