"""Tables as offices leave them: letters for numbers, cards without titles, labels and columns nobody asked for."""

import pytest
from resolution.laid_out import areas, deadlines, duties, odd, read_blocks, texts

HEAD = ["Nr", "Zadanie", "Realizator", "Termin"]
AREA = "OBSZAR I: SPOKOJNE ULICE"


@pytest.mark.parametrize("shape", ["{})", "{}.", "({})", "lit. {}", "{}"])
def test_rows_counted_in_letters_are_tasks_of_their_own(shape: str) -> None:
    rows = [[shape.format(letter), f"Patrol {letter}.", "AB", "2026"] for letter in "abcdefghi"]
    reading = read_blocks(AREA, HEAD, *rows)
    assert [action.no for action in reading.areas[0].actions] == list(range(1, 10))
    assert texts(reading)[2:4] == ["Patrol c.", "Patrol d."]


def test_lettered_rows_under_a_numbered_one_stay_its_points() -> None:
    points = [["a)", "w parkach", "", ""], ["b)", "nocą", "", ""]]
    reading = read_blocks(AREA, HEAD, ["1.", "Patrole:", "AB", "2026"], *points)
    assert texts(reading) == ["Patrole: a) w parkach b) nocą"]


@pytest.mark.parametrize("number", ["A{}", "B-{}", "Zad. {}", "ZP.{}", "II/{}"])
def test_numbers_with_letters_before_them_count_tasks(number: str) -> None:
    rows = [[number.format(no), f"Patrol {no}.", "AB", "2026"] for no in (1, 2, 3)]
    reading = read_blocks(AREA, HEAD, *rows)
    assert [action.no for action in reading.areas[0].actions] == [1, 2, 3]


def test_row_that_speaks_of_duties_and_partners_is_no_heading_of_columns() -> None:
    reading = read_blocks(
        AREA,
        ["Nr", "Kto?", "Co zrobimy?", "Z kim?", "Skąd pieniądze?"],
        ["B1", "AB", "Patrole.", "jednostki pomocnicze", "zadanie zlecone"],
        ["B2", "CD", "Radary.", "", "PFRON"],
    )
    assert duties(reading) == [("Patrole.", ("AB",), ("jednostki pomocnicze",)), ("Radary.", ("CD",), ())]


CARD = [["Gospodarz", "AB", "Kiedy", "2026"], ["Wspierający", "CD", "Budżet", "gmina"]]


def test_description_in_a_card_without_any_title_is_its_task() -> None:
    reading = read_blocks(
        "Moduł A. Port i plaża",
        ["Zadanie A/1", "Zadanie A/1", "Zadanie A/1", "Zadanie A/1"],
        ["Opis", "Patrole.", "Patrole.", "Patrole."],
        *CARD,
        ["Zadanie A/2", "Zadanie A/2", "Zadanie A/2", "Zadanie A/2"],
        ["Opis", "Radary.", "Radary.", "Radary."],
        *CARD,
    )
    assert duties(reading) == [("Patrole.", ("AB",), ("CD",)), ("Radary.", ("AB",), ("CD",))]


def test_description_in_a_card_with_a_title_stays_a_description() -> None:
    told = [["Opis", "Po zmroku."], ["Realizator", "AB"], ["Termin", "2026"]]
    reading = read_blocks(AREA, ["Zadanie I.1", "Patrole."], *told)
    action = reading.areas[0].actions[0]
    assert (action.no, action.text, action.method) == (1, "Patrole.", "Po zmroku")


def test_unknown_label_right_under_the_title_of_a_card_is_no_title() -> None:
    card = [["Uzasadnienie", "Wnioski z ankiety."], ["Realizator wiodący", "AB"], ["Harmonogram", "stale"]]
    reading = read_blocks(AREA, ["Zadanie I.1", "Patrole."], *card, ["Zadanie I.2", "Radary."], *card)
    assert duties(reading) == [("Patrole.", ("AB",), ()), ("Radary.", ("AB",), ())]
    assert odd(reading) == ["Uzasadnienie: Wnioski z ankiety."] * 2


def test_chapters_named_by_their_word_and_number_name_the_areas() -> None:
    row = ["1.", "Patrole.", "AB", "2026"]
    reading = read_blocks("Dział I. Drogi", HEAD, row, "Dział II. Szkoły", HEAD, [*row[:1], "Apele.", *row[2:]])
    assert areas(reading) == [(1, "Drogi", ["Patrole."]), (2, "Szkoły", ["Apele."])]


def test_source_under_a_chart_is_not_the_money_of_what_follows() -> None:
    reading = read_blocks(
        "1. Diagnoza",
        "Źródło: opracowanie własne na podstawie danych Policji.",
        "2. Skróty",
        AREA,
        HEAD,
        ["1.", "Patrole.", "AB", "2026"],
    )
    assert texts(reading) == ["Patrole."]
    assert deadlines(reading) == ["2026"]


def test_words_alone_that_begin_as_no_task_does_end_the_one_above() -> None:
    reading = read_blocks(
        AREA,
        HEAD[1:],
        ["Zakup samochodu dla jednostki", "AB", "2027"],
        ["(udział gmin 50%) i sprzętu.", "", ""],
        ["Szkolenia druhów", "CD", "2026"],
        ["24 godziny w każdej gminie", "", ""],
    )
    assert texts(reading) == [
        "Zakup samochodu dla jednostki (udział gmin 50%) i sprzętu.",
        "Szkolenia druhów 24 godziny w każdej gminie",
    ]


@pytest.mark.parametrize("task", ["2. Radary.", "Radary.", "„Radary” w mieście"])
def test_words_alone_that_may_begin_a_task_are_one(task: str) -> None:
    reading = read_blocks(AREA, HEAD[1:], ["1. Patrole w parkach", "AB", "2027"], [task, "", ""])
    assert len(texts(reading)) == 2


def test_money_under_years_is_money_and_marks_there_are_times() -> None:
    head = ["Lp.", "Zadanie", "Realizator", "2026", "2027"]
    rows = [["1.", "Patrole.", "AB", "10 000 zł", "-"], ["2.", "Apele.", "CD", "x", "dwa apele"]]
    reading = read_blocks(AREA, head, *rows)
    assert [(action.deadline, action.funding) for action in reading.areas[0].actions] == [
        (None, "2026: 10 000 zł"),
        ("2026; 2027: dwa apele", None),
    ]


def test_beginning_and_end_of_a_term_in_two_columns_are_one_term() -> None:
    head = ["Lp.", "Zadanie", "Realizator", "Termin", "Termin"]
    reading = read_blocks(AREA, head, [*head[:3], "od", "do"], ["1.", "Patrole.", "AB", "01.2026", "12.2026"])
    assert deadlines(reading) == ["01.2026 – 12.2026"]


@pytest.mark.parametrize("title", ["Fiszka {}", "Karta nr {}", "Arkusz {}.", "Zadanie {}"])
def test_cards_are_titled_by_any_word_for_a_sheet(title: str) -> None:
    card = [["Nazwa", "Patrole."], ["Kto", "AB"], ["Z kim", "CD"], ["Kiedy", "2026"]]
    reading = read_blocks(AREA, [title.format(1)] * 2, *card, [title.format(2)] * 2, ["Nazwa", "Apele."], *card[1:])
    assert duties(reading) == [("Patrole.", ("AB",), ("CD",)), ("Apele.", ("AB",), ("CD",))]


@pytest.mark.parametrize("heading", ["Czasokres", "Realizacja w latach", "Od kiedy", "Ramy czasowe"])
def test_more_words_for_a_term(heading: str) -> None:
    reading = read_blocks(AREA, [*HEAD[:3], heading], ["1.", "Patrole.", "AB", "2026"])
    assert deadlines(reading) == ["2026"]
