import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from cast import MakeAction
from reporting_acts import say
from roundtrip_acts import (
    ANSWERS,
    COVERAGE,
    DATA,
    MEASURE,
    NUMBERS,
    OUTCOME,
    REASON,
    SHARE,
    TEXT,
    VALUE,
    answered,
    changed,
    column,
    put,
    workbook,
)

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.roundtrip.reading import read_filled
from bezpiecznik.reporting.services import Number

HOURS = Number("godziny patroli", Decimal("1234.5"), "joint", "wider")


@pytest.fixture
def parks(patrols: Undertaking, make_action: MakeAction, police: Institution) -> Undertaking:
    """Action 1.2, the second of the police. Asked for before the period is opened."""
    return make_action("Kontrole parków.", lead=police)


def sentences(data: bytes) -> list[str]:
    return [problem.sentence for problem in read_filled(data).problems]


def test_what_nobody_touched_reads_as_it_was_written(packet: Packet, entry: Entry, reporter: User) -> None:
    say(entry, by=reporter, text="Odbyto patrole.\nTakże nocą.", numbers=(HOURS,))
    filled = read_filled(workbook(packet))

    assert (filled.problems, filled.notes) == ([], [])
    assert filled.theirs == {entry.pk: filled.seal.entries[entry.pk].fields}
    assert filled.seal.entries[entry.pk].fields["number:godziny patroli"] == (
        "godziny patroli", "1234.5", "joint", "wider",
    )  # fmt: skip


def test_answers_of_a_clerk(packet: Packet, entry: Entry) -> None:
    filled = read_filled(answered(packet, outcome=" Zrealizowano  częściowo ", text="Odbyto\u00a0patrole. "))

    assert filled.theirs[entry.pk] == {"outcome": "partial", "text": "Odbyto patrole.", "reason": ""}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (12, "12"), (12.5, "12.5"), ("12,50", "12.5"), ("1 234,5", "1234.5"), ("1\u00a0234", "1234"), ("'7", "7"),
        (0.1 + 0.2, "0.3"), (0, "0"), (1000000, "1000000"),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(packet: Packet, entry: Entry, typed: object, kept: str) -> None:
    def fill(book: Any) -> None:
        put(book, MEASURE, "spotkania", sheet=NUMBERS)
        put(book, VALUE, typed, sheet=NUMBERS)

    filled = read_filled(changed(workbook(packet), fill))
    assert (filled.problems, filled.theirs[entry.pk]["number:spotkania"]) == ([], ("spotkania", kept, "own", "unit"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("n/d", "„n/d” to nie jest liczba. Gdy nie ma czego podać, prosimy zostawić komórkę „Ile” pustą."),
        ("około 12", "„około 12” to nie jest liczba, jaką można zapisać."),
        (-3, "„-3” to nie jest liczba, jaką można zapisać."),
        (1.234, "„1,234” to nie jest liczba, jaką można zapisać."),
        (datetime(2022, 12, 5), "W kolumnie „Ile” stoi data (05.12.2022)"),
        ("#N/A", "W kolumnie „Ile” jest błąd arkusza (#N/A)."),
        ("=1+1", "W kolumnie „Ile” jest formuła bez wyniku."),
    ],
)
def test_what_is_no_number_is_told(packet: Packet, typed: object, sentence: str) -> None:
    def fill(book: Any) -> None:
        put(book, MEASURE, "spotkania", sheet=NUMBERS)
        put(book, VALUE, typed, sheet=NUMBERS)

    [told] = sentences(changed(workbook(packet), fill))
    assert told.startswith(sentence)


@pytest.mark.parametrize(
    ("title", "typed", "sentence"),
    [
        (OUTCOME, "zrobione", "„zrobione” nie jest wartością z listy w kolumnie „Stan realizacji”."),
        (TEXT, "x" * 20_001, "Tekst w kolumnie „Co zrobiono” ma 20001 znaków, a może mieć najwyżej 20000."),
        (REASON, "x" * 4_001, "Tekst w kolumnie „Powód” ma 4001 znaków, a może mieć najwyżej 4000."),
        (TEXT, "=A1&B1", "W kolumnie „Co zrobiono” jest formuła bez wyniku."),
        (TEXT, "#REF!", "W kolumnie „Co zrobiono” jest błąd arkusza (#REF!)."),
    ],
)
def test_what_is_no_answer_is_told_with_its_row(packet: Packet, title: str, typed: str, sentence: str) -> None:
    [problem] = read_filled(changed(workbook(packet), lambda book: put(book, title, typed))).problems

    assert problem.sentence.startswith(sentence)
    assert (problem.where, problem.label) == ("Sprawozdanie, wiersz 2", "1.1")


def test_a_number_emptied_is_removed_and_one_renamed_is_moved(packet: Packet, entry: Entry, reporter: User) -> None:
    kilometres = Number("kilometry", Decimal(80), "own", "unit")
    say(entry, by=reporter, numbers=(HOURS, kilometres))

    def fill(book: Any) -> None:
        put(book, VALUE, None, sheet=NUMBERS)
        put(book, MEASURE, "kilometry pieszo", row=3, sheet=NUMBERS)

    filled = read_filled(changed(workbook(packet), fill))
    theirs = filled.theirs[entry.pk]
    assert {name: value for name, value in theirs.items() if name.startswith("number:")} == {
        "number:godziny patroli": "", "number:kilometry": "",
        "number:kilometry pieszo": ("kilometry pieszo", "80", "own", "unit"),
    }  # fmt: skip


def test_a_spare_row_names_its_action(packet: Packet, entry: Entry) -> None:
    def fill(book: Any) -> None:
        sheet = book[NUMBERS]
        row = sheet.max_row
        for title, value in (
            ("Nr działania", "1.1"),
            (MEASURE, "kontrole"),
            (VALUE, "3"),
            (SHARE, None),
            (COVERAGE, None),
        ):
            sheet.cell(row, column(sheet, title)).value = value

    filled = read_filled(changed(workbook(packet), fill))
    assert filled.theirs[entry.pk]["number:kontrole"] == ("kontrole", "3", "own", "unit")


def test_the_same_measure_twice_is_told(packet: Packet) -> None:
    def fill(book: Any) -> None:
        for row in (2, 3):
            put(book, MEASURE, "spotkania", row=row, sheet=NUMBERS)
            put(book, VALUE, row, row=row, sheet=NUMBERS)

    assert sentences(changed(workbook(packet), fill)) == [
        "Miernik „spotkania” stoi przy tym działaniu dwa razy. Prosimy zostawić jeden."
    ]


def _rename(book: Any) -> None:
    book[ANSWERS].title = "Arkusz nasz"


def _unprotect(book: Any) -> None:
    book[ANSWERS].protection.sheet = False


def _title_above(book: Any) -> None:
    book[ANSWERS].insert_rows(1, 3)
    book[ANSWERS]["B1"] = "Sprawozdanie Komendy"


def _column_added(book: Any) -> None:
    book[ANSWERS].insert_cols(2)
    book[ANSWERS]["B1"] = "Nasze uwagi"


def _key_removed(book: Any) -> None:
    book[ANSWERS].delete_cols(1)


def _sheets_swapped(book: Any) -> None:
    book.move_sheet(ANSWERS, 2)


@pytest.mark.parametrize(
    "change", [_rename, _unprotect, _title_above, _column_added, _key_removed, _sheets_swapped],
)  # fmt: skip
def test_what_does_no_harm(packet: Packet, entry: Entry, change: Callable[[Any], None]) -> None:
    filled = read_filled(changed(answered(packet), change))

    assert (filled.problems, filled.notes) == ([], [])
    assert filled.theirs[entry.pk]["text"] == "Odbyto 120 patroli."


def test_a_column_removed_is_noted_and_changes_nothing(packet: Packet, entry: Entry) -> None:
    filled = read_filled(
        changed(answered(packet), lambda book: book[ANSWERS].delete_cols(column(book[ANSWERS], REASON)))
    )

    assert filled.notes == ["W pliku nie ma kolumny „Powód”. To, co w niej było, zostaje takie, jak w systemie."]
    assert "reason" not in filled.theirs[entry.pk]


def test_a_row_removed_is_noted_and_changes_nothing(parks: Undertaking, packet: Packet) -> None:
    filled = read_filled(changed(answered(packet), lambda book: book[ANSWERS].delete_rows(3)))

    assert filled.notes == ["W pliku nie ma wierszy działań: 1.2. Zostaje to, co jest w systemie."]
    assert len(filled.theirs) == 1


def test_rows_sorted_as_a_whole_do_no_harm(parks: Undertaking, packet: Packet) -> None:
    def swap(book: Any) -> None:
        sheet = book[ANSWERS]
        for first, second in zip(sheet[2], sheet[3], strict=True):
            if first.data_type != "f":
                first.value, second.value = second.value, first.value

    filled = read_filled(changed(answered(packet), swap))
    assert (filled.problems, sorted(fields["text"] for fields in filled.theirs.values())) == (
        [], ["", "Odbyto 120 patroli."],
    )  # fmt: skip


def test_only_some_columns_sorted_is_told(parks: Undertaking, packet: Packet) -> None:
    def swap(book: Any) -> None:
        sheet = book[ANSWERS]
        sheet["B2"], sheet["B3"] = sheet["B3"].value, sheet["B2"].value

    told = sentences(changed(answered(packet), swap))
    assert len(told) == 2
    assert told[0].startswith("W wierszu jest numer 1.2, a jego ukryty klucz należy do działania 1.1")


def test_a_changed_key_is_found(packet: Packet) -> None:
    def forge(book: Any) -> None:
        key = str(book[ANSWERS]["A2"].value)
        book[ANSWERS]["A2"] = f"{int(key.split('-', maxsplit=1)[0]) + 1}-{key.split('-')[1]}"

    [told] = sentences(changed(answered(packet), forge))
    assert told == "Ukryty klucz wiersza zmieniono. Prosimy pobrać plik na nowo i przepisać do niego ten wiersz."


def _seal_changed(book: Any) -> None:
    cell = book[DATA].cell(2, 6)
    cell.value = cell.value[:20] + ("A" if cell.value[20] != "A" else "B") + cell.value[21:]


def _data_removed(book: Any) -> None:
    book.remove(book[DATA])


def _answers_removed(book: Any) -> None:
    book.remove(book[ANSWERS])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_seal_changed, "Ukryte dane pliku zmieniono albo plik pochodzi z innego systemu, więc nic nie wczytano."),
        (_data_removed, "W pliku nie ma ukrytych danych, po których system rozpoznaje sprawozdanie"),
        (_answers_removed, "W pliku nie ma tabeli z kolumnami „Nr działania” i „Stan realizacji”."),
    ],
)
def test_a_workbook_that_cannot_be_known_is_refused(
    packet: Packet, change: Callable[[Any], None], sentence: str
) -> None:
    with pytest.raises(UnreadableFile) as told:
        read_filled(changed(workbook(packet), change))

    assert str(told.value).startswith(sentence)


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def _plain_workbook() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Plik jest pusty."),
        (b"x" * 5_000_001, "Plik jest za duży: przyjmujemy najwyżej 5 MB."),
        (b"Nr;Stan\n1.1;zrealizowano\n", "To nie jest skoroszyt pobrany z systemu (plik CSV"),
        (b"%PDF-1.7 ...", "To jest plik PDF"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
            "To jest plik dawnego Excela albo Worda",
        ),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "Plik jest zabezpieczony hasłem."),
        (b"PK\x03\x04 not an archive", "Pliku nie da się otworzyć."),
        (_zip(readme=b"x"), "To jest archiwum ZIP, a nie skoroszyt."),
        (_zip(mimetype=b"application/vnd.oasis.opendocument.text"), "To jest dokument ODT."),
        (_zip(**{"xl__workbook.bin": b"x"}), "To jest skoroszyt XLSB."),
        (_zip(**{"xl__workbook.xml": b"<broken"}), "Pliku nie da się otworzyć."),
        (_zip(**{"xl__workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}), "Pliku nie da się otworzyć."),
        (_zip(**{"xl__workbook.xml": b"0" * 31_000_000}), "Plik XLSX po rozpakowaniu jest za duży."),
        (_zip(**{"word__document.xml": b"<x/>"}), "W pliku nie ma ukrytych danych"),
        (_plain_workbook(), "W pliku nie ma ukrytych danych"),
    ],
)
def test_other_files_are_refused_in_a_sentence_that_says_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile) as told:
        read_filled(data)

    assert str(told.value).startswith(sentence)


def test_a_file_of_another_installation_is_refused(packet: Packet, settings: Any) -> None:
    data = workbook(packet)
    settings.SECRET_KEY = "another-installation"

    with pytest.raises(UnreadableFile, match="plik pochodzi z innego systemu"):
        read_filled(data)


def test_a_text_too_long_for_a_cell_is_not_lost(packet: Packet, entry: Entry, reporter: User) -> None:
    say(entry, by=reporter, text="\N{POLICE CAR}" * 20_000)
    filled = read_filled(workbook(packet))

    assert str(filled.theirs[entry.pk]["text"]).startswith("(Ten tekst nie mieści się w arkuszu.")
    assert filled.theirs[entry.pk]["text"] == filled.seal.entries[entry.pk].fields["text"]


def test_the_largest_number_comes_back_exactly(packet: Packet, entry: Entry, reporter: User) -> None:
    say(entry, by=reporter, numbers=(Number("kwota", Decimal("9999999999999.99"), "own", "unit"),))

    assert read_filled(workbook(packet)).theirs[entry.pk]["number:kwota"] == (
        "kwota",
        "9999999999999.99",
        "own",
        "unit",
    )
