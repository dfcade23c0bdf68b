from datetime import datetime
from importlib import import_module
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db import models, transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import chain, clock, journal, triggers
from bezpiecznik.core.models import JournalEntry, JournalHead, JournalWords
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


def test_lines_are_numbered_without_gaps_and_the_head_follows(office: Institution) -> None:
    lines = [journal.record(Event.NAMED, office, by=None) for _time in range(3)]
    head = JournalHead.objects.get()

    assert [line.pk for line in lines] == [1, 2, 3]
    assert (head.count, head.hash) == (3, lines[-1].hash)


def test_a_line_that_was_rolled_back_leaves_no_gap(office: Institution) -> None:
    journal.record(Event.NAMED, office, by=None)
    with transaction.atomic():
        journal.record(Event.NAMED, office, by=None)
        transaction.set_rollback(True)

    assert journal.record(Event.NAMED, office, by=None).pk == 2
    assert list(chain.problems()) == []


def test_a_line_holds_whatever_zone_its_moment_was_given_in(office: Institution) -> None:
    with clock.pretend(datetime(2022, 1, 3, 10, tzinfo=ZoneInfo("Europe/Warsaw"))):
        journal.record(Event.NAMED, office, by=None, day="2022-01-03", words=["zażółć", 1.5, None])

    assert list(chain.problems()) == []


def test_lines_written_before_the_head_was_kept_get_numbers_words_and_an_end(office: Institution) -> None:
    migration = import_module("bezpiecznik.core.migrations.0005_end_of_the_journal_so_far")
    for _time in range(3):
        journal.record(Event.NAMED, office, by=None)
    triggers.remove()
    JournalWords.objects.all().delete()
    JournalHead.objects.all().delete()
    for number, was in ((3, 9), (2, 7), (1, 4)):
        JournalEntry.objects.filter(pk=number).update(id=was)
    migration.forwards(apps, None)
    triggers.install()

    assert list(chain.problems()) == []
    assert list(JournalWords.objects.order_by("pk").values_list("pk", flat=True)) == [1, 2, 3]
