"""Spreadsheets that come in: what their XML would like to fetch or multiply."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{path}">]>'
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 60}">' for before, name in zip("abcdef", "bcdefg", strict=True))
    + "]>"
)


def sheet_with(doctype: str, word: str) -> bytes:
    """A workbook of one cell, whose sheet declares entities and uses one."""
    plain, spoiled = io.BytesIO(), io.BytesIO()
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "SLOWO"
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(spoiled, "w") as target:
        for name in source.namelist():
            data = source.read(name).decode()
            if name in {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}:
                head, root, rest = data.partition("<sst" if "sst" in data[:200] else "<worksheet")
                data = head + doctype + root + rest.replace("SLOWO", word)
            target.writestr(name, data)
    return spoiled.getvalue()


def words_of(data: bytes) -> str:
    """All that reading gives, as the import of the register reads; a refusal gives nothing."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        return " ".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    except Exception as refusal:
        return type(refusal).__name__


def test_a_sheet_fetches_no_file_of_ours(tmp_path: Path) -> None:
    (tmp_path / "tajne").write_text("HASLO-Z-DYSKU")
    data = sheet_with(OUTSIDE.format(path=tmp_path / "tajne"), "&e;")

    assert "HASLO-Z-DYSKU" not in words_of(data)


def test_a_sheet_does_not_multiply_itself() -> None:
    assert len(words_of(sheet_with(LAUGHS, "&g;"))) < 1_000_000


@pytest.mark.parametrize("word", ["SLOWO", "inne"])
def test_a_plain_sheet_is_read(word: str) -> None:
    assert words_of(sheet_with("", word)) == word
