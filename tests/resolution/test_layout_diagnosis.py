"""Text that describes the state of things, statistics, and the table of contents."""

from resolution.laid_out import areas, odd, read_blocks

HEADER = ["Lp.", "Zadanie", "Realizator"]
ROADS = "W roku 2023 odnotowano 120 wypadków drogowych, o 5% więcej niż rok wcześniej."
SCHOOLS = "W szkołach odnotowano 12 zdarzeń z udziałem uczniów, wszystkie bez ofiar w ludziach."


def test_paragraph_under_the_heading_of_an_area_is_its_diagnosis() -> None:
    reading = read_blocks("OBSZAR I: DROGA", ROADS, "Zadania", HEADER, ["1.", "Patrole.", "AB"])
    (area,) = reading.areas
    assert area.diagnosis is not None
    assert (area.diagnosis.text, area.diagnosis.source.line) == (ROADS, 2)
    assert area.name == "DROGA"


def test_chapter_of_diagnosis_is_told_area_by_area() -> None:
    reading = read_blocks(
        "II. DIAGNOZA",
        "1. Bezpieczna droga",
        ROADS,
        "2. Bezpieczna szkoła",
        SCHOOLS,
        "III. ZADANIA",
        "1. Bezpieczna droga",
        HEADER,
        ["1.", "Patrole.", "AB"],
        "2. Bezpieczna szkoła",
        HEADER,
        ["1.", "Apele.", "AB"],
    )
    assert [area.diagnosis.text for area in reading.areas if area.diagnosis] == [ROADS, SCHOOLS]
    assert odd(reading) == []


def test_sentence_that_introduces_the_tasks_is_no_diagnosis() -> None:
    reading = read_blocks(
        "OBSZAR I: DROGA",
        "W ramach obszaru podejmowane będą zadania, które wymieniono w tabeli.",
        HEADER,
        ["1.", "Patrole.", "AB"],
    )
    assert [area.diagnosis for area in reading.areas] == [None]


def test_statistics_are_neither_actions_nor_noise() -> None:
    reading = read_blocks(
        "II. DIAGNOZA",
        ["Rok", "2021", "2022", "2023"],
        ["przestępstwa", "1 214", "1 198", "987"],
        ["wykrocz. (%)", "94,4%", "–", "12,5"],
        "Źródło: dane policji.",
        ["Jednostka", "Liczba etatów", "Średni czas dojazdu"],
        ["Policja", "112", "9 min 20 s"],
        ["Straż", "58", "8 min"],
    )
    assert reading.areas == ()
    assert odd(reading) == []


def test_unknown_table_of_words_is_told() -> None:
    reading = read_blocks(["Imię", "Nazwisko", "Telefon"], ["Anna", "Nowak", "dyżurny"], ["Jan", "Kos", "biuro"])
    assert len(odd(reading)) == 3


def test_statistics_between_areas_do_not_go_on_with_the_table_of_tasks() -> None:
    reading = read_blocks(
        "OBSZAR I: DROGA",
        HEADER,
        ["1.", "Patrole.", "AB"],
        "Tabela 2. Zdarzenia",
        ["1.", "12", "14"],
        ["2.", "13", "15"],
        "OBSZAR II: SZKOŁA",
        HEADER,
        ["1.", "Apele.", "AB"],
    )
    assert areas(reading) == [(1, "DROGA", ["Patrole."]), (2, "SZKOŁA", ["Apele."])]


def test_table_of_contents_names_no_areas() -> None:
    reading = read_blocks(
        "SPIS TREŚCI",
        "I. Wstęp ........................ 3",
        "OBSZAR I: DROGA …………… 5",
        "OBSZAR II: SZKOŁA 7",
        "I. WSTĘP",
        "OBSZAR I: DROGA",
        HEADER,
        ["1.", "Patrole.", "AB"],
    )
    assert areas(reading) == [(1, "DROGA", ["Patrole."])]
    assert odd(reading) == []


def test_long_description_between_a_numbered_heading_and_its_table_does_not_lose_the_heading() -> None:
    reading = read_blocks(
        "III. ZADANIA PROGRAMU",
        "1. Bezpieczna droga",
        *(f"Zdanie opisu numer {number} mówi o stanie dróg." for number in range(10)),
        HEADER,
        ["1.", "Patrole.", "AB"],
        "2. Bezpieczna szkoła",
        HEADER,
        ["1.", "Apele.", "AB"],
    )
    assert areas(reading) == [(1, "Bezpieczna droga", ["Patrole."]), (2, "Bezpieczna szkoła", ["Apele."])]
