"""Scans: refused in a sentence, or recognised where tesseract knows Polish."""

import io
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from resolution.formats.pdf_made import rows, set_as_pdf, texts

from bezpiecznik.resolution import tesseract
from bezpiecznik.resolution.document import Opened, Row, UnreadableDocument
from bezpiecznik.resolution.formats import Options, ocr, open_document
from bezpiecznik.resolution.formats.ocr_numbers import mend_numbers
from bezpiecznik.resolution.formats.pages import page_picture
from bezpiecznik.resolution.parts import Source
from bezpiecznik.resolution.tesseract import reads_polish

SOURCE = """
OBSZAR I. BEZPIECZNA DROGA

#table(columns: (1.2cm, 1fr, 3.4cm, 3cm), [Lp.], [Działania], [Podmiot odpowiedzialny], [Partnerzy],
  [1.], [Kontrole prędkości przy szkołach oraz na drogach dojazdowych do miasta.], [Komenda Policji], [Straż Miejska],
  [2.], [Patrole szkolne.], [Straż Miejska], [Komenda Policji])

Program ocenia się każdego roku.
"""


needs_tesseract = pytest.mark.skipif(not reads_polish(), reason="tesseract with the Polish language is not here")


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    """What was installed a moment ago is not believed."""
    tesseract._reads_polish.cache_clear()
    yield
    tesseract._reads_polish.cache_clear()


@cache
def scan() -> bytes:
    """The page as a picture and nothing else."""
    drawn = Image.open(io.BytesIO(page_picture(set_as_pdf(SOURCE), 1, width=1700))).convert("L")
    out = io.BytesIO()
    drawn.save(out, "PDF", resolution=1700 / 595.28 * 72)
    return out.getvalue()


@cache
def recognised() -> Opened:
    return open_document(scan(), Options(ocr=True))


def test_a_scan_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableDocument, match=r"skan bez tekstu.*OCR"):
        open_document(scan())


@needs_tesseract
def test_a_scan_is_recognised_when_asked_for() -> None:
    assert rows(recognised()) == [
        ("Lp.", "Działania", "Podmiot odpowiedzialny", "Partnerzy"),
        (
            "1.",
            "Kontrole prędkości przy szkołach oraz na drogach dojazdowych do miasta.",
            "Komenda Policji",
            "Straż Miejska",
        ),
        ("2.", "Patrole szkolne.", "Straż Miejska", "Komenda Policji"),
    ]
    assert texts(recognised()) == ["OBSZAR I. BEZPIECZNA DROGA", "Program ocenia się każdego roku."]


@needs_tesseract
def test_places_on_a_scan_are_those_of_the_page_it_was_made_from() -> None:
    places = [block.source.box for block in recognised().document.blocks]
    originals = [block.source.box for block in open_document(set_as_pdf(SOURCE)).document.blocks]
    for place, original in zip(places, originals, strict=True):
        assert place == pytest.approx(original, abs=6)


@needs_tesseract
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    open_document(scan(), Options(ocr=True))
    assert list(tmp_path.iterdir()) == []


@needs_tesseract
def test_recognition_that_takes_too_long_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "SECONDS_A_PAGE", 0.01)
    with pytest.raises(UnreadableDocument, match="trwało zbyt długo"):
        open_document(scan(), Options(ocr=True))


def test_without_tesseract_the_administrator_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument, match=r"administrator.*tesseract-ocr-pol"):
        open_document(scan(), Options(ocr=True))


def test_tesseract_without_polish_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho eng\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument, match="tesseract-ocr-pol"):
        open_document(scan(), Options(ocr=True))


def test_more_scanned_pages_than_anybody_waits_for_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho pol\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(ocr, "MAX_SCANNED", 0)
    with pytest.raises(UnreadableDocument, match="więcej niż"):
        open_document(scan(), Options(ocr=True))


def numbers(*cells: str) -> list[str]:
    """First cells of a table after mending."""
    rows_before = [Row((cell, "Zadanie", "KPP"), Source()) for cell in ("Lp.", *cells)]
    rows_before[0] = Row(("Lp.", "Zadanie", "Realizator"), Source())
    return [block.cells[0] for block in mend_numbers(list(rows_before)) if isinstance(block, Row)][1:]


def test_a_number_misread_is_told_by_its_neighbours() -> None:
    assert numbers("1.", "2:", "3.", "Ż:", "5.") == ["1.", "2.", "3.", "4.", "5."]
    assert numbers("A.", "2.", "3.") == ["1.", "2.", "3."]


def test_a_number_that_may_be_meant_so_is_left() -> None:
    assert numbers("1.", "2.", "5.", "6.") == ["1.", "2.", "5.", "6."]
    assert numbers("1.", "", "2.") == ["1.", "", "2."]
    assert numbers("1.", "Razem", "x") == ["1.", "Razem", "x"]
