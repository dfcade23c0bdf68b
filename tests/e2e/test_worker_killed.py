"""The worker is killed in the middle of its work: the next one does it again, nothing doubled, nothing lost."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from e2e.installation import EXAMPLE, Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser

JOBS = "SELECT state, percent, attempts FROM core_job WHERE kind = ?"
LINES = "SELECT count(*) FROM core_journalentry WHERE event = ? AND object_key = ?"


@pytest.fixture
def anna(own_demo_site: Site, visit: Callable[..., Visitor]) -> Visitor:
    visitor = visit(own_demo_site)
    visitor.sign_in("Anna Bezpieczna")
    return visitor


def newest(site: Site, kind: str) -> tuple[str, int, int]:
    """State, percent and attempts of the last job of this kind; nothing where there is none."""
    rows = site.rows(f"{JOBS} ORDER BY created_at DESC LIMIT 1", kind)
    return rows[0] if rows else ("", 0, 0)


def kill_in_the_middle(site: Site, kind: str, *, start: Callable[[], None], percent: int) -> None:
    """Kill the worker (SIGKILL) when the job started here has come so far."""
    with site.worker_paused() as worker:  # so that the job waits until we watch
        start()
        assert newest(site, kind)[0] == "queued"
    end = time.monotonic() + 20
    while (now := newest(site, kind))[:2] < ("running", percent) and time.monotonic() < end:
        time.sleep(0.001)
    os.kill(worker, signal.SIGKILL)
    assert now[0] == "running", now
    assert newest(site, kind)[0] == "running"


def test_a_reading_cut_short_is_read_once(anna: Visitor, tmp_path: Path) -> None:
    site, other = anna.site, tmp_path / "uchwala.txt"
    other.write_text(EXAMPLE.read_text().replace("XLII/829/2021", "XLIII/830/2021"))
    before = site.count("intake_intake")

    def upload() -> None:
        anna.open("/praca/wczytanie/")
        anna.page.get_by_label("Plik z uchwałą").set_input_files(other)
        anna.press("Wczytaj")
        anna.page.wait_for_url("**/praca/w-tle/**")

    kill_in_the_middle(site, "intake.read", start=upload, percent=20)

    anna.page.wait_for_url("**/praca/wczytanie/*/", timeout=60_000)
    anna.sees("Obszar 11")
    key = anna.path.split("/")[3]
    assert newest(site, "intake.read") == ("done", 100, 2)
    assert site.count("intake_intake") == before + 1
    assert site.rows(LINES, "intake.read", key) == [(1,)]


def evaluate_the_last_year(anna: Visitor) -> None:
    """Close what is open and confirm all that the rule proposes."""
    anna.open("/praca/sprawozdania/")
    anna.follow("Zamknij okres II półrocze 2023")
    anna.press("Zamknij okres na zawsze")
    anna.open("/praca/ocena/")
    anna.press("Rozpocznij ocenę 2023 r.")
    anna.follow("Zatwierdź propozycje na tej liście (110)")
    anna.press("Zatwierdź (110)")
    anna.follow("Zakończ ocenę")
    anna.press("Zakończ ocenę")
    anna.sees("Ocena jest zakończona, a materiał dowodowy zamrożony.")


def test_a_report_cut_short_is_made_once_with_both_files(anna: Visitor) -> None:
    site = anna.site
    evaluate_the_last_year(anna)
    documents, files = site.count("documents_document"), site.stored_files()

    def ask() -> None:
        anna.follow("Sporządź sprawozdanie roczne")
        anna.press("Sporządź sprawozdanie")
        anna.page.wait_for_url("**/praca/w-tle/**")

    kill_in_the_middle(site, "documents.render", start=ask, percent=40)

    anna.page.wait_for_url("**/praca/dokumenty/*/", timeout=60_000)
    anna.arrives_at("Dokument SR/2023/1")
    assert anna.page.get_by_role("link", name="Pobierz").count() == 3
    key = anna.path.split("/")[3]
    assert newest(site, "documents.render") == ("done", 100, 2)
    assert site.count("documents_document") == documents + 1
    assert site.stored_files() == files + 3
    assert site.rows("SELECT count(*) FROM documents_documentfile WHERE document_id = ?", key) == [(3,)]
    assert site.rows(LINES, "documents.issued", key) == [(1,)]
