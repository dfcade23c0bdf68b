"""A document may hang, eat and crash the process that reads it, and nothing else."""

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest
import typst
from resolution.samples import ABBREVIATIONS, HEADER, KIELCE

from bezpiecznik.resolution import UnreadableDocument, read
from bezpiecznik.resolution.bounded import GIB, SECONDS, SECONDS_OF_OCR, Bounds, Interrupted, bounds_of, read_bounded
from bezpiecznik.resolution.tesseract import reads_polish
from bezpiecznik.resolution.worker import _shares

STANDIN = Path(__file__).parent / "standins" / "worker.py"
SMALL = Bounds(seconds=5, silence=1, memory=300 * 1024 * 1024)


def behave(how: str, bounds: Bounds = SMALL, **asked: object) -> str:
    """The sentence with which the reading of a document that behaves so is refused."""
    with pytest.raises(UnreadableDocument) as refusal:
        read_bounded(how.encode(), bounds=bounds, worker=STANDIN, **asked)  # type: ignore[arg-type]
    return str(refusal.value)


def test_kielce_is_read_as_in_our_own_process() -> None:
    came = read_bounded(KIELCE.read_bytes())
    assert (came.kind, came.text) == ("text", KIELCE.read_text())
    assert came.json == read(KIELCE.read_bytes()).to_json()
    assert came.reading == read(KIELCE.read_bytes())


def test_progress_is_told_and_never_goes_back() -> None:
    told: list[tuple[str, float]] = []
    read_bounded(
        b"advance", bounds=Bounds(seconds=20, silence=1), worker=STANDIN, progress=lambda *said: told.append(said)
    )
    shares = [share for _stage, share in told]
    assert {f"Strona {page}" for page in range(8)} <= {stage for stage, _share in told}
    assert shares == sorted(shares)
    assert max(shares) <= 1


def test_work_that_goes_on_is_not_taken_for_hanging() -> None:
    """It takes longer than the silence allowed, and is heard all the time."""
    assert read_bounded(b"advance", bounds=Bounds(seconds=20, silence=1), worker=STANDIN).reading.areas


@pytest.mark.parametrize("how", ["hang", "spin"])
def test_a_document_that_hangs_is_told_of_in_time(how: str) -> None:
    began = time.monotonic()
    assert behave(how).startswith("Odczyt dokumentu trwał zbyt długo")
    assert time.monotonic() - began < SMALL.seconds


def test_talking_without_getting_on_ends_with_the_time_for_the_whole() -> None:
    bounds = Bounds(seconds=2, silence=30)
    began = time.monotonic()
    assert behave("chatter", bounds).startswith("Odczyt dokumentu trwał zbyt długo")
    assert 2 <= time.monotonic() - began < 4


@pytest.mark.parametrize("how", ["eat", "eat_in_a_library"])
def test_a_document_that_eats_memory_is_told_of(how: str) -> None:
    bounds = Bounds(seconds=20, silence=20, memory=600 * 1024 * 1024)
    assert behave(how, bounds).startswith("Odczyt dokumentu wymagał zbyt dużo pamięci")


@pytest.mark.parametrize("how", ["crash", "stumble", "leave", "babble"])
def test_a_document_that_crashes_its_process_is_told_of(how: str) -> None:
    assert behave(how).startswith("Tego pliku nie udało się odczytać")


def test_what_the_one_that_waits_has_in_memory_is_not_counted() -> None:
    ours = bytearray(os.urandom(1) * SMALL.memory)
    assert behave("leave").startswith("Tego pliku nie udało się odczytać")
    assert len(ours) == SMALL.memory


def test_an_answer_without_end_is_cut() -> None:
    assert "został przerwany" in behave("flood", Bounds(seconds=30, silence=30))


def test_what_it_started_dies_with_it() -> None:
    child = int(behave("breed"))
    _wait_for(lambda: not is_alive(child))


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_it_lives_in_a_directory_of_its_own_which_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "nie-dla-dokumentu")
    monkeypatch.setenv("DATABASE_URL", "postgres://ktos:haslo@baza/x")
    place, core, environment, files = behave("tell_its_place").split("|")
    assert not Path(place).exists()
    assert core == "0"
    assert set(files.split(",")) == {"document", "errors", "śmieć"}
    assert {"SECRET_KEY", "DATABASE_URL", "BEZPIECZNIK_HOME"}.isdisjoint(environment.split(","))


def test_it_makes_no_sockets() -> None:
    assert behave("call_out") == "A document is read without a network."


def test_where_the_system_allows_it_has_a_network_of_nothing() -> None:
    if subprocess.run(["unshare", "-Un", "true"], check=False, capture_output=True).returncode:
        pytest.skip("user namespaces are kept from us here")
    assert behave("list_networks") == "lo"


def test_a_wish_to_stop_is_heard_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(Interrupted):
        read_bounded(b"hang", bounds=Bounds(), worker=STANDIN, stop=lambda: time.monotonic() > began + 0.5)
    assert time.monotonic() - began < 1.5


def test_an_error_of_the_listener_ends_the_process_too() -> None:
    seen: list[str] = []

    def listen(stage: str, _done: float) -> None:
        seen.append(stage)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_bounded(b"chatter", bounds=Bounds(), worker=STANDIN, progress=listen)
    assert seen
    assert children_of(os.getpid()) == []


def children_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def test_when_the_one_that_waits_is_killed_the_process_ends_by_itself() -> None:
    code = (
        "from pathlib import Path; from bezpiecznik.resolution.bounded import read_bounded;"
        f"read_bounded(b'hang', worker=Path({str(STANDIN)!r}))"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as waiting:
        reading = _wait_for(lambda: children_of(waiting.pid))[0]
        time.sleep(0.5)  # it has bound itself by then
        waiting.kill()
        waiting.wait()
        _wait_for(lambda: not is_alive(int(reading)))


def _wait_for(happens):  # type: ignore[no-untyped-def]
    until = time.monotonic() + 5
    while not (found := happens()):
        assert time.monotonic() < until
        time.sleep(0.02)
    return found


def test_each_format_has_its_time() -> None:
    assert bounds_of((ABBREVIATIONS + HEADER).encode()) == Bounds(seconds=30, silence=30, memory=GIB)
    assert bounds_of(b"%PDF-1.7").seconds == SECONDS["pdf"]
    assert bounds_of(b"%PDF-1.7", ocr=True).seconds == SECONDS_OF_OCR


def test_a_small_document_takes_little_longer_than_the_start_of_an_interpreter() -> None:
    """Ten times what it is measured to take on a slow machine: a guard against importing the world, not a figure."""
    began = time.monotonic()
    read_bounded((ABBREVIATIONS + HEADER + "1.\tPatrole.\tAB\tCD\n").encode())
    assert time.monotonic() - began < 2


def test_reading_a_text_imports_no_library_of_another_format() -> None:
    code = (
        "import sys, bezpiecznik.resolution as r; r.read(b'x\\ty'); import bezpiecznik.resolution.bounded;"
        "print(sorted({'pdfplumber', 'pypdfium2', 'openpyxl', 'lxml', 'docx', 'django'} & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_a_scan_is_looked_through_first_and_then_recognised() -> None:
    """Each stage tells its own share from nothing; the whole goes on from a tenth."""
    shares: list[float] = []
    tell = _shares((0.1, 0.8), lambda _stage, done: shares.append(round(done, 3)))
    for stage, done in (("Strony", 0), ("Strony", 0.5), ("Strony", 1), ("Pismo", 0), ("Pismo", 0.5), ("Pismo", 1)):
        tell(stage, done)
    assert shares == [0.02, 0.05, 0.1, 0.1, 0.45, 0.8]


@pytest.mark.skipif(not reads_polish(), reason="tesseract with Polish is not installed here")
def test_a_scan_is_recognised_within_the_bounds() -> None:
    """The program that recognises is another process: it inherits limits and the network of nothing."""
    pdf = pypdfium2.PdfDocument(typst.compile(b"#set page(width: 300pt, height: 120pt)\n= Obszar bezpieczny\nPatrole"))
    scan = io.BytesIO()
    pdf[0].render(scale=4).to_pil().convert("L").save(scan, "PDF", resolution=288)

    told: list[str] = []
    came = read_bounded(scan.getvalue(), ocr=True, progress=lambda stage, _done: told.append(stage))
    assert "Patrole" in came.text
    assert len(set(told)) > 2
