"""Our own workbook: written, filled in by people, read back."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook
from resolution.samples import KIELCE, programme

from bezpiecznik.resolution import Reading, UnreadableDocument, read
from bezpiecznik.resolution.formats import open_document
from bezpiecznik.resolution.model import Action, Area, Initiative, Institution, Meta, Passage, Source
from bezpiecznik.resolution.template import write_template

ACTIONS = [
    ["1", "Ulice", "1", "Patrole.", "KPP", "straż gminna, rady sołeckie", "2026", "liczba patroli; liczba godzin"]
]


def filled(change: Callable[[Workbook], None], reading: Reading | None = None) -> bytes:
    """A template as somebody sends it back after changing it in a spreadsheet."""
    book = load_workbook(io.BytesIO(write_template(reading)))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_rows(sheet: str, rows: list[list[str]]) -> bytes:
    def change(book: Workbook) -> None:
        for row in rows:
            book[sheet].append(row)

    return filled(change)


def told(reading: Reading) -> list[tuple[str, str]]:
    """Places and messages of what is wrong in the workbook itself."""
    return [(it.places[0], it.message) for it in reading.findings if it.code == "TEMPLATE_CELL"]


def bare(reading: Reading) -> dict[str, object]:
    """What the template has, without places and without what the template has no column for."""
    none = Source()
    return {
        "meta": replace(reading.meta, sources={}),
        "main_goal": reading.main_goal and reading.main_goal.text,
        "lists": [
            [it.text for it in getattr(reading, key)] for key in ("goals", "forms", "participants", "commission_tasks")
        ],
        "institutions": [replace(it, source=none) for it in reading.institutions],
        "areas": [
            (area.no, area.name, area.diagnosis and area.diagnosis.text, [
                replace(it, source=none, responsible_raw=None, partners_raw=None, confidence=1.0) for it in area.actions
            ])
            for area in reading.areas
        ],
        "initiatives": [replace(it, source=none, confidence=1.0) for it in reading.initiatives],
    }  # fmt: skip


def test_an_empty_template_is_a_workbook_with_nothing_in_it() -> None:
    data = write_template()
    reading = read(data)
    assert reading.is_empty
    assert told(reading) == []
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Instrukcja", "Program", "Skróty", "Cele", "Działania", "Programy jednostek"]
    for name in book.sheetnames[1:]:
        assert book[name].freeze_panes == "A2"
        assert book[name].print_title_rows == "$1:$1"
    choices = [rule.formula1 for rule in book["Cele"].data_validations.dataValidation if rule.type == "list"]
    assert choices == ['"cel,forma realizacji,uczestnik programu,zadanie komisji"']
    offered = {rule.formula1 for rule in book["Działania"].data_validations.dataValidation if rule.type == "list"}
    assert offered == {"'Skróty'!$B$2:$B$500"}
    assert book.properties.title
    assert book["Działania"]["A2"].value == "przykład"


def test_kielce_goes_out_and_comes_back_without_loss() -> None:
    reading = read(KIELCE.read_bytes())
    assert bare(read(write_template(reading))) == bare(reading)


def test_kielce_survives_being_saved_by_another_program() -> None:
    reading = read(KIELCE.read_bytes())
    assert bare(read(filled(lambda _book: None, reading))) == bare(reading)


def test_what_is_hard_to_keep_in_a_spreadsheet_is_kept() -> None:
    body = Institution("WOiZ", "Wydział Organizacji, Zdrowia i Sportu", ("WO i Z", "Wydz. OZiS"))
    action = Action(
        2, "=1+1 – „zadanie”,\nz drugim wierszem", ("WOiZ",), ("Wydział A, B", "SM"), deadline="do 31.12.2025",
        indicators=("liczba, średnia", "odsetek"), funding="-10 tys. zł",
        method="pieszo", audience="seniorzy", goal="mniej oszustw",
    )  # fmt: skip
    initiative = Initiative(
        3, "'Kwiatek", "cel\ncel", ("Dom Kultury, filia 2",), term_raw="2025", term_from="2025", term_to="2025"
    )
    reading = Reading(
        meta=Meta(act_no="1/2", date="2025-02-28", years_from=2025, years_to=2027, legal_basis=("art. 1", "art. 2")),
        main_goal=Passage("+ Cel"),
        forms=(Passage("@forma"),),
        institutions=(body,),
        areas=(
            Area(1, "Pusty"),
            Area(7, "Ulice", (action, replace(action, no=3, text="")), diagnosis=Passage("Jest źle.")),
        ),
        initiatives=(initiative,),
    )
    assert bare(read(write_template(reading))) == bare(reading)


def test_a_row_filled_in_by_hand_is_read_by_its_columns() -> None:
    reading = read(with_rows("Działania", ACTIONS))
    action = reading.areas[0].actions[0]
    assert (reading.areas[0].no, reading.areas[0].name, action.no, action.text) == (1, "Ulice", 1, "Patrole.")
    assert (action.responsible, action.partners) == (("KPP",), ("straż gminna", "rady sołeckie"))
    assert (action.deadline, action.indicators) == ("2026", ("liczba patroli", "liczba godzin"))
    assert action.source.cell == "Działania!A3"


def test_the_line_of_a_row_shows_it_in_the_text() -> None:
    opened = open_document(with_rows("Działania", ACTIONS))
    assert opened.reading is not None
    line = opened.reading.areas[0].actions[0].source.line
    assert line is not None
    assert "Patrole." in opened.text.split("\n")[line - 1]


def test_columns_may_change_places_and_the_file_its_name() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Skróty"]
        for at, text in enumerate(("Pełna nazwa", "Lp.", "Skrót"), start=1):
            sheet.cell(1, at).value = text
        sheet.cell(1, 4).value = None
        sheet.delete_rows(2)
        sheet.append(["Komenda Powiatowa Policji", None, "KPP"])

    assert [(it.abbr, it.name) for it in read(filled(change)).institutions] == [("KPP", "Komenda Powiatowa Policji")]


def test_full_names_and_other_forms_are_read_as_the_abbreviation() -> None:
    def change(book: Workbook) -> None:
        book["Skróty"].append([1, "KPP", "Komenda Powiatowa Policji", "Policja"])
        book["Działania"].append([1, "Ulice", 1, "Patrole.", "Komenda powiatowa policji", "policja, OSP"])

    action = read(filled(change)).areas[0].actions[0]
    assert (action.responsible, action.partners) == (("KPP",), ("KPP", "OSP"))


def test_rows_without_an_area_belong_to_the_one_above_and_are_numbered() -> None:
    rows = [["4", "Ulice", "", "Patrole."], ["", "", "", "Zebrania."], ["", "Szkoły", "", "Pogadanki."]]
    areas = read(with_rows("Działania", rows)).areas
    assert [(area.no, area.name, [it.no for it in area.actions]) for area in areas] == [
        (4, "Ulice", [1, 2]), (5, "Szkoły", [1]),
    ]  # fmt: skip


def test_each_fault_names_its_sheet_and_cell() -> None:
    def change(book: Workbook) -> None:
        book["Program"]["B3"].value = "kiedyś"
        book["Program"]["B6"].value = "rok 2025"
        book["Skróty"].append([1, "", "Komenda"])
        book["Cele"].append([1, "marzenie", "Spokój."])
        book["Działania"].append(["", "", "", "Bez obszaru."])
        for row in (["1", "Ulice", "x", "Patrole."], ["1", "Szkoły", "1", "Zebrania."], ["1", "", "2", "", "KPP"]):
            book["Działania"].append(row)
        book["Działania"]["N1"].value = "Uwagi"
        book["Działania"]["N4"].value = "ważne"
        book["Programy jednostek"].append(["", "", "Cel bez nazwy"])

    reading = read(filled(change))
    assert [place for place, _ in told(reading)] == [
        "Program!B3", "Program!B6", "Skróty!B3", "Cele!B3", "Działania!N1", "Działania!A3", "Działania!C4",
        "Działania!B5", "Działania!C5", "Działania!D6", "Programy jednostek!B3",
    ]  # fmt: skip
    assert [message for place, message in told(reading) if place not in message or message[-1] != "."] == []
    assert [item.text for item in reading.unplaced] == [
        "1 | Komenda", "1 | marzenie | Spokój.", "Bez obszaru.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda book: book.remove(book["Cele"]), "arkusza „Cele”"),
        (lambda book: book["Działania"].delete_cols(4), "kolumny „Treść działania”"),
        (lambda book: book["Skróty"].delete_rows(1, 2), "nazwami kolumn"),
    ],
)
def test_a_template_taken_to_pieces_is_refused_in_words(change: Callable[[Workbook], None], words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read(filled(change))


def test_a_filter_left_on_hides_nothing_from_the_reading() -> None:
    def change(book: Workbook) -> None:
        book["Działania"].append(ACTIONS[0])
        book["Działania"].row_dimensions[3].hidden = True

    assert len(read(filled(change)).areas) == 1


def test_a_template_is_checked_like_any_document() -> None:
    reading = programme("1.\tPatrole\tAB\tXYZ")
    again = read(write_template(reading))
    assert {it.code for it in again.findings} & {it.code for it in reading.findings}
