"""The state of the installation in sentences, and the table of roles and rights."""

from datetime import timedelta
from typing import Any

import pytest
from core.tampering import sql
from django.db import connection
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.administration.state import signs
from bezpiecznik.core import clock, ticks, triggers, verification
from bezpiecznik.core.models import Job
from bezpiecznik.institutions.rights import OWN_INSTITUTION_ONLY, ROLES, SENTENCES, Right, Role

STATE, RIGHTS = "/administracja/stan/", "/administracja/uprawnienia/"


def advice(title: str) -> str:
    return next(sign.advice for sign in signs() if sign.title == title)


def test_the_page_tells_what_to_mend(client: InspectingClient, administrator: User) -> None:
    page = text_of(client.as_(administrator).page(STATE))

    for title in ("Wersja", "Baza danych", "Budowa bazy", "Miejsce na dysku", "Zadania w tle", "Praca okresowa"):
        assert title in page
    assert "wymaga uwagi" in page or "wymagają uwagi" in page


def test_a_job_that_waits_too_long_asks_for_a_worker(db: None) -> None:
    assert advice("Zadania w tle") == ""
    Job.objects.create(kind="x", title="Dokument", created_at=clock.now() - timedelta(hours=1))

    assert "bezpiecznik worker" in advice("Zadania w tle")


def test_a_failed_job_is_named(db: None) -> None:
    Job.objects.create(kind="x", title="Dokument", state="failed", error="Brak czcionki.", finished_at=clock.now())

    assert any("„Dokument” – Brak czcionki." in sign.sentence for sign in signs())


def test_periodic_work_and_checks_that_are_old_are_asked_for(db: None) -> None:
    assert advice("Praca okresowa")
    assert advice("Sprawdzenie danych")
    ticks.run_due("institutions.names")
    verification.keep(verification.run(), by=None)

    assert advice("Praca okresowa") == ""
    assert advice("Sprawdzenie danych") == ""
    with clock.pretend(clock.now() + timedelta(days=40)):
        assert advice("Praca okresowa")
        assert advice("Sprawdzenie danych")


def test_an_absent_trigger_is_bad(db: None) -> None:
    table = triggers.TABLE.search(triggers.POSTGRES["journal_no_update"])
    assert table
    sql("DROP TRIGGER journal_no_update" + (f" ON {table[1]}" if connection.vendor == "postgresql" else ""))

    assert [sign.title for sign in signs() if sign.bad and sign.advice] == ["Ochrona dziennika"]


@pytest.mark.parametrize(
    ("name", "value", "title"),
    [("DEBUG", True, "DEBUG"), ("ALLOWED_HOSTS", ["*"], "Nazwy"), ("HTTPS", False, "HTTPS")],
)
def test_dangerous_settings_are_told(db: None, settings: Any, name: str, value: object, title: str) -> None:
    setattr(settings, name, value)

    assert advice(title)


@pytest.mark.parametrize(("installed", "words"), [(True, "jest zainstalowany"), (False, "tesseract-ocr-pol")])
def test_whether_scans_can_be_read_is_told(
    db: None, monkeypatch: pytest.MonkeyPatch, installed: bool, words: str
) -> None:
    monkeypatch.setattr("bezpiecznik.administration.state.reads_polish", lambda: installed)
    (sign,) = (sign for sign in signs() if sign.title == "Odczyt skanów (OCR)")
    assert words in sign.sentence
    assert sign.level == "good"


def test_every_right_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Right)


def test_the_table_is_that_of_the_code(client: InspectingClient, coordinator: User) -> None:
    page = client.as_(coordinator).page(RIGHTS)
    table = {
        text_of(row.th): [text_of(cell) for cell in row.find_all("td")] for row in page.select("tbody tr") if row.th
    }

    for right in Right:
        yes = "we własnym podmiocie" if right in OWN_INSTITUTION_ONLY else "tak"
        assert table[str(SENTENCES[right])] == [yes if right in ROLES[role] else "nie" for role in Role]


def test_the_table_is_exported(client: InspectingClient, administrator: User) -> None:
    lines = client.as_(administrator).get(RIGHTS, {"export": "csv"}).content.decode("utf-8-sig").splitlines()

    assert len(lines) == len(Right) + 1
    assert "wypełnia i składa sprawozdanie;write_report;nie;we własnym podmiocie;nie;nie;nie;nie" in lines
