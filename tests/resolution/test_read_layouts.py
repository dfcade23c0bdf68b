"""Three invented documents, each laid out in its own way."""

from functools import cache

from resolution.samples import DOCUMENTS, codes

from bezpiecznik.resolution import Reading, read
from bezpiecznik.resolution.model import Source, Unplaced


@cache
def document(name: str) -> Reading:
    return read((DOCUMENTS / name).read_bytes())


def table() -> Reading:
    """A county; Markdown table with the deadline before the task, numbers of two parts, a list by dashes."""
    return document("powiat_jesionowski.md")


def city() -> Reading:
    """A city; tables without numbers, partners before performers, initiatives with a column for the aim."""
    return document("miasto_brzezinow.txt")


def cards() -> Reading:
    """A county; task cards with labels of their own."""
    return document("powiat_sosnowy_karty.txt")


def _names(reading: Reading) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(action.responsible, action.partners) for area in reading.areas for action in area.actions]


def test_title_pages() -> None:
    pages = [(page.act_no, page.date, page.council, page.unit) for page in (table().meta, city().meta, cards().meta)]
    assert pages == [
        ("XIV/97/2025", "2025-11-27", "Rada Powiatu Jesionowskiego", "Powiat Jesionowski"),
        ("IX/61/2024", "2024-05-09", "Rada Miasta Brzezinowa", "Miasto Brzezinów"),
        ("5/III/26", "2026-02-02", "Rada Powiatu Sosnowego", "Powiat Sosnowy"),
    ]


def test_title_is_quoted_in_the_first_paragraph_or_stands_in_the_subject() -> None:
    assert [reading.meta.title for reading in (table(), city(), cards())] == [
        "Powiatowy Program Bezpieczny Powiat Jesionowski na lata 2026–2028",
        "Program Spokojny Brzezinów na lata 2024 - 2026",
        "Program Ochrony Porządku na lata 2026-2027",
    ]


def test_areas_take_their_names_from_headings() -> None:
    areas = [[(area.no, area.name) for area in reading.areas] for reading in (table(), city(), cards())]
    assert areas == [
        [(1, "Bezpieczna droga"), (2, "Pomoc i wsparcie")],
        [(1, "Spokojne osiedle"), (2, "Bezpieczny senior")],
        [(1, "Woda i lód"), (2, "Las")],
    ]


def test_columns_in_another_order_are_told_by_their_headings() -> None:
    action = table().areas[0].actions[0]
    assert (action.no, action.text) == (1, "Przegląd oznakowania przy szkołach.")
    assert action.deadline == "do 30 czerwca każdego roku"
    assert action.indicators == ("liczba przeglądów", "liczba wymienionych znaków")
    assert action.funding == "budżet powiatu"


def test_names_strung_together_are_divided_by_what_the_document_teaches() -> None:
    assert _names(table()) == [
        (("PZD",), ("KPP", "Szkoły", "sołtysi", "KP PSP")),
        (("PZD",), ("gminy", "sołtysi")),
        (("KPP",), ()),
        (("PCPR",), ("KPP", "Szkoły", "sołtysi")),
        (("WOiZK", "Szkoły", "KP PSP"), ("WOiZK", "ŚDS")),
    ]


def test_row_cut_by_a_page_break_is_made_whole() -> None:
    action = table().areas[1].actions[1]
    assert action.text == "Ćwiczenia ewakuacji w domach pomocy oraz w szkołach."
    assert action.responsible_raw == "WOZK Szkoły KP PSP"
    assert action.funding == "budżet państwa"
    assert action.source == Source(line=48)


def test_spelling_near_the_list_is_resolved_with_less_confidence() -> None:
    assert [action.confidence for area in table().areas for action in area.actions] == [1.0, 0.95, 1.0, 1.0, 0.9]
    aliases = {row.abbr: row.aliases for row in table().institutions if row.aliases}
    assert aliases == {"PZD": ("P.Z.D",), "WOiZK": ("WOZK",)}


def test_lists_of_running_text() -> None:
    goal = table().main_goal
    assert goal is not None
    assert goal.text.startswith("Cel główny: trwałe ograniczenie")
    assert [(item.text, item.source.line) for item in table().goals] == [
        ("ograniczenie liczby wypadków na drogach powiatowych", 28),
        ("wsparcie osób starszych i samotnych", 29),
        ("przygotowanie mieszkańców na zagrożenia", 31),
    ]
    assert [item.text for item in city().forms] == ["spotkania", "konkursy"]
    assert [item.text for item in city().commission_tasks] == ["opiniowanie programu", "ocena zagrożeń"]
    assert [item.text for item in city().participants] == [
        "Komenda Miejska Policji w Brzezinowie",
        "Straż Miejska w Brzezinowie",
        "mieszkańcy",
    ]


def test_table_without_numbers_is_numbered_in_order() -> None:
    numbered = [(action.no, action.text) for area in city().areas for action in area.actions]
    assert numbered == [
        (1, "Obchody parków i skwerów po zmroku."),
        (2, "Spotkania dzielnicowych z lokatorami"),
        (1, "Porady o oszustwach przez telefon."),
    ]


def test_full_names_and_seats_lead_to_the_list() -> None:
    assert _names(city()) == [
        (("KMP",), ("SM",)),
        (("KMP", "SM"), ("rady osiedli",)),
        (("MCS",), ("kluby seniora", "rady osiedli")),
    ]


def test_initiatives_with_a_column_for_the_aim() -> None:
    rows = [(row.name, row.goal, row.executors, row.audience, row.funding) for row in city().initiatives]
    assert rows == [
        ("Złota rączka", "Pomoc w drobnych naprawach", ("MCS",), "Osoby po ukończeniu 65 lat", "budżet miasta"),
        ("Oko sąsiada", "Czujność sąsiedzka", ("KMP", "SM"), "mieszkańcy", None),
        ("Latarnia", "", ("MCS",), "Dzieci Młodzież", "środki własne"),
    ]
    terms = [(row.term_from, row.term_to, row.open_ended) for row in city().initiatives]
    assert terms == [("2024-09", None, True), ("2024-03-01", "2026-12-31", False), ("2025", None, True)]


def test_row_that_is_no_data_is_listed_as_unplaced() -> None:
    assert city().unplaced == (Unplaced("Suma wierszy bez znaczenia | 7 | x", Source(line=56)),)
    assert cards().unplaced == (Unplaced("Uwagi: brak", Source(line=16)),)


def test_cards_are_read_with_their_own_labels() -> None:
    first, second = cards().areas[0].actions
    assert first.text == "Pokazy ratownictwa na lodzie dla uczniów klas młodszych."
    assert (first.deadline, first.indicators) == ("styczeń–luty", ("liczba pokazów", "liczba widzów"))
    assert (second.partners_raw, second.funding) == (None, "budżety gmin")
    assert _names(cards()) == [(("KP PSP",), ("WOPR", "ZHP")), (("gminy",), ()), (("nadleśnictwa",), ("KP PSP",))]


def test_faults_of_the_county_document() -> None:
    found = {(fault.code, fault.subject, fault.places) for fault in table().findings}
    assert found == {
        ("ABBR_UNDEFINED", "ŚDS", ("A2.2",)),
        ("ABBR_DUPLICATE", "PZD", ("E4", "E7")),
        ("ABBR_UNUSED", "PUP", ("E6",)),
        ("ABBR_VARIANT", "WOZK", ("A2.2",)),
        ("LEAD_IS_PARTNER", "WOiZK", ("A2.2",)),
        ("EMPTY_CELL", "partnerzy", ("A1.3",)),
        ("COUNT_MISMATCH", "obszary", ("l.33",)),
        ("TERM_OUTSIDE_YEARS", "A1.2", ("A1.2",)),
    }


def test_card_without_a_line_of_partners_has_no_empty_cell() -> None:
    assert codes(cards(), "EMPTY_CELL") == []
