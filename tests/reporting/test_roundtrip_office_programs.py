"""What LibreOffice opens, saves and gives back: answers, hidden keys and lists survive."""

import io
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from reporting_acts import say
from roundtrip_acts import ANSWERS, DATA, NUMBERS, answered, column, workbook

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.roundtrip.content import content_of
from bezpiecznik.reporting.roundtrip.reading import read_filled
from bezpiecznik.reporting.roundtrip.word import write_form
from bezpiecznik.reporting.services import Number

pytestmark = [
    pytest.mark.one_database,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice"),
]
HOURS = Number("godziny patroli", Decimal("1234.5"), "joint", "wider")
TEXT = "Odbyto „patrole” – także nocą.\nDrugi akapit  ze spacjami."


def saved_as(data: bytes, ending: str, wanted: str, folder: Path) -> bytes:
    """The file opened in LibreOffice and saved in another format."""
    source = folder / f"plik.{ending}"
    source.write_bytes(data)
    out = folder / "out"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", wanted,
               "--outdir", str(out), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next(out.glob("plik.*")).read_bytes()


@pytest.fixture
def said(packet: Packet, entry: Entry, reporter: User) -> Packet:
    say(entry, by=reporter, outcome="ongoing", text=TEXT, numbers=(HOURS,))
    return packet


@pytest.mark.parametrize("wanted", ["xlsx", "ods"])
def test_a_workbook_saved_by_libreoffice_says_the_same(said: Packet, tmp_path: Path, wanted: str) -> None:
    data = workbook(said)
    filled, before = read_filled(saved_as(data, "xlsx", wanted, tmp_path)), read_filled(data)

    assert (filled.problems, filled.notes) == ([], [])
    assert (filled.theirs, filled.seal) == (before.theirs, before.seal)


def test_lists_locks_and_hidden_sheets_survive_libreoffice(said: Packet, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(saved_as(workbook(said), "xlsx", "xlsx", tmp_path)))
    sheet = book[ANSWERS]

    assert book[DATA].sheet_state in {"hidden", "veryHidden"}
    assert sheet.protection.sheet
    assert sheet.column_dimensions["A"].hidden
    assert [sheet.cell(2, column(sheet, title)).protection.locked for title in ("Nr działania", "Co zrobiono")] == [
        True, False,
    ]  # fmt: skip
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert [str(rule.formula1).replace("'", "") for rule in lists] == ["dane systemu!$A$2:$A$7"]
    assert sum(rule.type == "list" for rule in book[NUMBERS].data_validations.dataValidation) == 4


def test_the_words_of_what_lacks_are_counted_alike(packet: Packet, tmp_path: Path) -> None:
    data = answered(packet, outcome="nic nie zrobiono", text="", reason=None)
    book = openpyxl.load_workbook(io.BytesIO(saved_as(data, "xlsx", "xlsx", tmp_path)), data_only=True)
    sheet = book[ANSWERS]

    assert sheet.cell(2, column(sheet, "Do uzupełnienia")).value == "podaj powód"


def test_the_workbook_prints_on_landscape_a4(said: Packet, tmp_path: Path) -> None:
    saved_as(workbook(said), "xlsx", "pdf", tmp_path)
    command = ["pdfinfo", "-l", "9", str(tmp_path / "out" / "plik.pdf")]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    sizes = [
        (round(float(width)), round(float(height)))
        for width, height in re.findall(r"size:\s+([\d.]+) x ([\d.]+)", told)
    ]
    assert sizes == [(595, 842), (842, 595), (842, 595)]


def test_a_form_saved_by_libreoffice_says_the_same_or_what_to_do(said: Packet, tmp_path: Path) -> None:
    """LibreOffice up to 7.4 drops the names of the places to fill in; later ones keep them."""
    data = write_form(content_of(said))
    try:
        filled = read_filled(saved_as(data, "docx", "docx", tmp_path))
    except UnreadableFile as refusal:
        assert str(refusal).startswith("W dokumencie nie ma już pól do wypełnienia")  # noqa: PT017
    else:
        assert filled.theirs == read_filled(data).theirs


def test_a_form_reads_as_it_was_written(said: Packet, entry: Entry) -> None:
    filled = read_filled(write_form(content_of(said)))

    assert (filled.problems, filled.notes) == ([], [])
    assert filled.theirs[entry.pk] == filled.seal.entries[entry.pk].fields


def test_an_odt_is_told_to_be_saved_as_docx(said: Packet, tmp_path: Path) -> None:
    data = saved_as(write_form(content_of(said)), "docx", "odt", tmp_path)
    with pytest.raises(UnreadableFile, match=r"To jest dokument ODT. Prosimy zapisać go jako DOCX"):
        read_filled(data)
