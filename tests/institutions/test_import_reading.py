"""Bytes of a file as rows of text: separators, encodings, formulas, and files that are too much."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from bezpiecznik.institutions.importing import reading
from bezpiecznik.institutions.importing.reading import UnreadableFile, read


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_csv_of_any_habit_is_read(separator: str, encoding: str) -> None:
    text = f"Skrót{separator}Nazwa\r\nSM{separator}Straż Miejska\r\n\r\nŻŁ{separator}Żłobek\r\n"
    table = read(text.encode(encoding))
    assert (table.titles, table.rows) == (["Skrót", "Nazwa"], [(2, ["SM", "Straż Miejska"]), (4, ["ŻŁ", "Żłobek"])])


def test_a_quoted_cell_may_hold_the_separator_and_a_line_end() -> None:
    assert read(b'Nazwa;Adres\n"A;B";"ul. X\n00-000 Y"').rows == [(2, ["A;B", "ul. X 00-000 Y"])]


def test_xlsx_is_read_as_text() -> None:
    table = read(xlsx(("Nazwa", "Telefon", "Data"), ("Szkoła", 411234567, date(2023, 1, 2)), (None, None), ("Ż", 1.5)))
    assert table.titles == ["Nazwa", "Telefon", "Data"]
    assert table.rows == [(2, ["Szkoła", "411234567", "02.01.2023"]), (4, ["Ż", "1.5"])]


@pytest.mark.parametrize("cell", ["=1+1", '=HYPERLINK("x")', "@SUM(A1)"])
def test_a_formula_is_told_apart(cell: str) -> None:
    quoted = cell.replace('"', '""')
    assert read(f'Nazwa;Adres\nA;"{quoted}"'.encode()).formulas == {2: "Adres"}


def test_a_formula_of_a_spreadsheet_is_told_apart() -> None:
    assert read(xlsx(("Nazwa", "Adres"), ("A", "=1+1"))).formulas == {2: "Adres"}


def test_what_our_own_files_protect_is_text_again() -> None:
    table = read(b"Nazwa;Telefon\n'=A;'+48 41")
    assert (table.rows, table.formulas) == ([(2, ["=A", "+48 41"])], {})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Plik jest pusty"),
        (b"\n \n;;\n", "nie ma żadnego wiersza"),
        (b"\x00\x01\x02\xff", "To nie jest plik CSV ani XLSX"),
        (b"PK\x03\x04zepsute", "nie da się otworzyć"),
        (b'Nazwa\n"bez konca', "sprawdź cudzysłowy"),
        (b"a" * (reading.MAX_BYTES + 1), "za duży"),
        (b"Nazwa\n" + b"A\n" * (reading.MAX_ROWS + 1), "więcej niż 500 wierszy"),
        (b"a;" * 70 + b"a\n" + b"b;" * 70 + b"b", "więcej niż 60 kolumn"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        read(data)


def bomb(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return buffer.getvalue()


def test_a_small_file_that_unfolds_into_a_huge_one_is_not_opened() -> None:
    data = bomb(sheet=b"0" * (reading.MAX_UNPACKED + 1))
    assert len(data) < reading.MAX_BYTES
    with pytest.raises(UnreadableFile, match="po rozpakowaniu jest za duży"):
        read(data)


def test_a_file_of_thousands_of_parts_is_not_opened() -> None:
    with pytest.raises(UnreadableFile, match="po rozpakowaniu jest za duży"):
        read(bomb(**{f"p{no}": b"" for no in range(reading.MAX_PARTS + 1)}))


def test_an_archive_that_is_no_spreadsheet_is_said() -> None:
    with pytest.raises(UnreadableFile, match="nie da się otworzyć"):
        read(bomb(czytaj=b"to nie arkusz"))


def test_exactly_as_many_rows_as_may_be_are_read() -> None:
    assert len(read(b"Nazwa\n" + b"A\n" * reading.MAX_ROWS).rows) == reading.MAX_ROWS
