"""The page of what is kept how long, and the run that ends what is due."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.administration.clearing import clear_due
from bezpiecznik.administration.models import ClearingRun
from bezpiecznik.core import chain, clock, ticks
from bezpiecznik.core.keeping import KEPT
from bezpiecznik.core.models import JournalEntry, OptionValue
from bezpiecznik.reporting.models import PacketVersion

PAGE = "/administracja/przechowywanie/"


@pytest.fixture
def expired(db: None) -> None:
    for n in range(5):
        Session.objects.create(session_key=f"s{n}", session_data="", expire_date=clock.now() - timedelta(days=3))


def test_a_run_ends_all_that_is_due_in_batches_and_notes_the_counts(expired: None) -> None:
    run = clear_due(by=None, batch=2)
    line = JournalEntry.objects.get()

    assert (run.counts, run.total, Session.objects.count()) == ({"core.sessions": 5}, 5, 0)
    assert (line.event, line.actor_name) == ("administration.cleared", "system")
    assert line.data == {"counts": {"core.sessions": 5}, "total": 5}


def test_a_run_has_a_limit_and_the_next_one_goes_on(expired: None) -> None:
    assert [clear_due(by=None, batch=2, most=3).total for _run in range(3)] == [3, 2, 0]


def test_an_idle_run_is_noted_too(db: None) -> None:
    assert (clear_due(by=None).counts, ClearingRun.objects.count()) == ({}, 1)


def test_the_clock_does_it_every_night(expired: None) -> None:
    assert ticks.run_due("administration.retention") == {"administration.retention": "5 wierszy"}
    assert ticks.TICKS["administration.retention"].at.hour == 3


def test_the_page_shows_each_class_with_numbers_now(
    client: InspectingClient, expired: None, administrator: User
) -> None:
    page = client.as_(administrator).page(PAGE)
    rows = [text_of(row) for row in page.select("tbody tr")]

    assert len(rows) == len(KEPT)
    assert any(row.startswith("Sesje") and "1 dzień" in row and "usuwane" in row and row.endswith("5") for row in rows)
    assert any(row.startswith("Złożone sprawozdania") and "bez terminu" in row and row.endswith("–") for row in rows)
    assert any(row.startswith("Dziennik zdarzeń") and "1826 dni" in row and row.endswith("0") for row in rows)
    assert "5 wierszy" in text_of(page.select_one("section.card"))
    assert "Jeszcze nie porządkowano danych." in text_of(page)


def test_the_administrator_may_do_it_at_once_and_sees_the_run(
    client: InspectingClient, expired: None, administrator: User
) -> None:
    answer = client.as_(administrator).post(PAGE, follow=True)
    told = answer.content.decode()

    assert "Uporządkowano dane: 5 wierszy." in told
    assert "Niczego nie trzeba dziś usuwać." in told
    assert (ClearingRun.objects.get().by, "Sesje: 5" in told) == (administrator, True)


def test_the_table_can_be_taken_as_a_file(client: InspectingClient, administrator: User) -> None:
    lines = client.as_(administrator).get(PAGE, {"export": "csv"}).content.decode("utf-8-sig").splitlines()

    assert lines[0] == "Dane;Co zawierają;Podstawa;Ile dni;Potem;Dlaczego;Teraz;Po okresie"
    assert len(lines) == len(KEPT) + 1


def test_nothing_reported_decided_or_published_can_ever_be_due(db: None) -> None:
    lasting = {
        "reporting.reports", "reporting.brought_files", "evaluation.years", "evaluation.recommendations",
        "activities.activities", "activities.attachments", "activities.joinings", "commission.attendance",
        "commission.meetings", "commission.memberships", "commission.reports", "commission.requests",
        "commission.tasks", "council.matters", "documents.templates", "editions.comments", "editions.editions",
        "indicators.breaks", "indicators.comments", "indicators.indicators", "indicators.targets",
        "indicators.values", "motions.motions", "observations.channels", "observations.signals",
    }  # fmt: skip

    assert {name for name, kept in KEPT.items() if kept.due is None} == lasting
    assert {PacketVersion._meta.label} & {
        kept.due(clock.now()).model._meta.label for kept in KEPT.values() if kept.due
    } == set()


def test_the_night_moves_old_lines_of_the_journal_to_the_archive(db: None) -> None:
    with clock.pretend(clock.now() - timedelta(days=2000)):
        clear_due(by=None)
    with clock.pretend(clock.now() - timedelta(days=800)):
        clear_due(by=None)
    run = clear_due(by=None)

    assert run.counts == {"core.journal": 1}
    assert [line.event for line in JournalEntry.objects.order_by("pk")] == [
        "administration.cleared", "core.journal_trimmed", "administration.cleared",
    ]  # fmt: skip
    assert list(chain.problems()) == []


def test_no_setting_shortens_the_journal_below_two_years(db: None) -> None:
    OptionValue.objects.create(key="core.journal_days", value=10)
    with clock.pretend(clock.now() - timedelta(days=700)):
        clear_due(by=None)

    assert clear_due(by=None).counts == {}
    assert (KEPT["core.journal"].least, JournalEntry.objects.count()) == (730, 2)


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_runs(
    client: InspectingClient, administrator: User, rows: int, django_assert_max_num_queries
) -> None:
    for _row in range(rows):
        clear_due(by=administrator)
    client.as_(administrator)
    with django_assert_max_num_queries(4 + 4 * len(KEPT)):
        client.page(PAGE)
