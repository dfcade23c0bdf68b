"""Every kind of change tried: each must be found, and told in a sentence. On both databases."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from core import tampering
from core.tampering import KINDS, behind_the_back, sql
from django.db import IntegrityError, connection, models, transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import chain, clock, journal, retention, triggers
from bezpiecznik.core.models import JournalAnchor, JournalEntry, JournalHead
from bezpiecznik.institutions.models import Institution

LONG_AGO = datetime(2019, 5, 1, 12, tzinfo=ZoneInfo("Europe/Warsaw"))


class Event(models.TextChoices):
    NAMED = "test.named", "Nadano nazwę"


@pytest.fixture(autouse=True)
def _archives_of_their_own(settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def four_lines(office: Institution, coordinator: User) -> None:
    for number in range(4):
        journal.record(Event.NAMED, office, by=coordinator, note=f"uwaga {number}")


@pytest.fixture
def trimmed(office: Institution, coordinator: User) -> JournalAnchor:
    """Three lines of 2019 in an archive; two that stay, and the line about the removal."""
    for day in range(3):
        with clock.pretend(LONG_AGO + timedelta(days=day)):
            journal.record(Event.NAMED, office, by=coordinator, day=day)
    for _time in range(2):
        journal.record(Event.NAMED, office, by=coordinator)
    anchor = retention.trim_journal(by=coordinator)
    assert anchor
    return anchor


def faults() -> list[str]:
    return [sentence for sentence in chain.problems() if not isinstance(sentence, chain.Note)]


@pytest.mark.usefixtures("four_lines")
def test_an_untouched_journal_holds() -> None:
    assert list(chain.problems()) == []


@pytest.mark.usefixtures("four_lines")
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_change_is_found(kind: str) -> None:
    act, sentence = KINDS[kind]
    behind_the_back(act)

    assert any(sentence in fault for fault in faults()), faults()


@pytest.mark.usefixtures("four_lines")
def test_a_journal_written_anew_is_found_only_by_a_receipt() -> None:
    receipt = JournalHead.objects.get().hash

    def write_anew() -> None:
        tampering.change(sentence="Nic nie było")
        tampering.reseal()

    assert chain.receipt_problem(receipt) == ""
    behind_the_back(write_anew)
    assert faults() == []
    assert receipt in chain.receipt_problem(receipt)


@pytest.mark.usefixtures("four_lines")
def test_an_end_cut_off_with_care_is_found_by_a_receipt() -> None:
    receipt = JournalHead.objects.get().hash

    def cut() -> None:
        tampering.remove(4)
        JournalHead.objects.update(count=3, hash=JournalEntry.objects.get(pk=3).hash)

    behind_the_back(cut)
    assert faults() == []
    assert chain.receipt_problem(receipt) != ""


@pytest.mark.usefixtures("four_lines")
def test_an_absent_trigger_is_missed() -> None:
    postgres = connection.vendor == "postgresql"
    for name, statement in (triggers.POSTGRES if postgres else triggers.SQLITE).items():
        table = triggers.TABLE.search(statement)
        assert table
        sql(f"DROP TRIGGER {name} ON {table[1]}" if postgres else f"DROP TRIGGER {name}")

        assert faults() == [f"Baza danych nie chroni dziennika: brakuje wyzwalacza „{name}” albo go zmieniono."]
        triggers.install()


@pytest.mark.usefixtures("four_lines")
def test_a_trigger_that_was_tamed_is_missed() -> None:
    if connection.vendor == "postgresql":
        sql("ALTER TABLE core_journalentry DISABLE TRIGGER journal_no_update")
    else:
        sql("DROP TRIGGER journal_no_update")
        sql("CREATE TRIGGER journal_no_update BEFORE UPDATE ON core_journalentry BEGIN SELECT 1; END")

    assert len(faults()) == 1


@pytest.mark.usefixtures("four_lines")
def test_a_function_that_was_tamed_is_missed() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's triggers have no functions")
    sql("CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$")

    assert len(faults()) == 7


REFUSED: dict[str, Callable[[], object]] = {
    "update": lambda: JournalEntry.objects.filter(pk=2).update(sentence="Nic"),
    "delete": lambda: sql("DELETE FROM core_journalentry WHERE id = 4"),
    "save": lambda: JournalEntry.objects.get(pk=1).save(),
    "upsert": lambda: JournalEntry.objects.bulk_create(
        [JournalEntry.objects.get(pk=2)], update_conflicts=True, unique_fields=["id"], update_fields=["sentence"]
    ),
    "head back": lambda: JournalHead.objects.update(count=2),
    "head by two": lambda: JournalHead.objects.update(count=6),
    "head gone": lambda: JournalHead.objects.all().delete(),
    "anchor too young": lambda: JournalAnchor.objects.create(
        up_to=2, hash=JournalEntry.objects.get(pk=2).hash, removed=2, archive="", archive_sha256="", at=clock.now(),
        actor_name="system", previous_seal="", seal="",
    ),
}  # fmt: skip


@pytest.mark.usefixtures("four_lines")
@pytest.mark.parametrize("kind", REFUSED)
def test_the_database_refuses(kind: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        REFUSED[kind]()

    assert faults() == []


@pytest.mark.usefixtures("four_lines")
def test_each_database_refuses_its_own_shortcut() -> None:
    if connection.vendor == "postgresql":
        shortcut = "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE core_journalentry CASCADE"
    else:
        columns = ", ".join(field.column for field in JournalEntry._meta.concrete_fields if field.column != "sentence")
        shortcut = "INSERT OR REPLACE INTO core_journalentry (sentence, COLUMNS) SELECT 'Nic', COLUMNS FROM lines"
        shortcut = shortcut.replace("COLUMNS", columns).replace("lines", "core_journalentry WHERE id = 2")
    with pytest.raises(IntegrityError), transaction.atomic():
        sql(shortcut)

    assert faults() == []


def test_old_lines_go_to_an_archive_and_the_journal_holds(trimmed: JournalAnchor, coordinator: User) -> None:
    last = JournalEntry.objects.first()

    assert list(chain.problems()) == []
    assert (trimmed.up_to, trimmed.removed, trimmed.actor_name) == (3, 3, "Krystyna Koordynatorska")
    assert [line.pk for line in tampering.lines()] == [4, 5, 6]
    assert last
    assert (last.event, last.data["sha256"]) == ("core.journal_trimmed", trimmed.archive_sha256)
    assert len(chain.archive_path(trimmed).read_text().splitlines()) == 3


def test_a_receipt_of_archived_lines_is_known(trimmed: JournalAnchor) -> None:
    first = chain.archive_path(trimmed).read_text().splitlines()[0].rpartition('"hash": "')[2][:64]

    assert chain.receipt_problem(first) == ""
    assert chain.receipt_problem(trimmed.hash) == ""


def test_a_second_removal_goes_on_from_the_first(trimmed: JournalAnchor, office: Institution) -> None:
    assert retention.trim_journal(by=None) is None

    with clock.pretend(clock.now() + timedelta(days=4_000)), pytest.raises(IntegrityError), transaction.atomic():
        retention.trim_journal(by=None)  # the clock of the application may be fooled, that of the database may not
    assert JournalAnchor.objects.count() == 1


def test_nobody_may_shorten_the_two_years(office: Institution) -> None:
    with pytest.raises(retention.TooEarly):
        retention.trim_journal(before=clock.now() - timedelta(days=700), by=None)


@pytest.fixture
def tamper_anchor(trimmed: JournalAnchor) -> Callable[..., None]:
    def act(**values: object) -> None:
        behind_the_back(lambda: JournalAnchor.objects.update(**values) and None)

    return act


@pytest.mark.parametrize(
    "values",
    [{"removed": 2}, {"hash": "e" * 64}, {"actor_name": "Ktoś Inny"}, {"archive_sha256": "e" * 64}, {"up_to": 2}],
    ids=str,
)
def test_a_changed_anchor_is_found(tamper_anchor: Callable[..., None], values: dict[str, object]) -> None:
    tamper_anchor(**values)

    assert any("Kotwicę dziennika" in fault for fault in faults())


def test_a_removed_anchor_is_found(trimmed: JournalAnchor) -> None:
    behind_the_back(lambda: JournalAnchor.objects.all().delete() and None)

    assert "Brakuje wpisów nr 1–3." in faults()


def test_a_changed_archive_is_found(trimmed: JournalAnchor) -> None:
    path = chain.archive_path(trimmed)
    path.write_text(path.read_text().replace("Nadano", "Zabrano"))

    assert faults() == [f"Plik archiwum dziennika {path} zmieniono po zapisaniu."]


def test_an_archive_carried_away_is_only_noted(trimmed: JournalAnchor) -> None:
    chain.archive_path(trimmed).unlink()

    assert faults() == []
    assert [type(told) for told in chain.problems()] == [chain.Note]
