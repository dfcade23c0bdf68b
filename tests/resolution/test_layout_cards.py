"""Task cards: as tables of labels and values, in two columns or four, and as labelled lines."""

from resolution.laid_out import duties, odd, read_blocks, texts

AREA = "OBSZAR I: SPOKOJNE ULICE"


def test_card_as_a_table_of_labels_and_values() -> None:
    reading = read_blocks(
        AREA,
        ["Karta zadania nr 3", ""],
        ["Nazwa zadania", "Patrole w parkach"],
        ["Cel", "Mniej zdarzeń"],
        ["Realizator", "AB"],
        ["Partnerzy", "szkoły"],
        ["Termin realizacji", "2025"],
        ["Mierniki", "liczba patroli\nliczba zdarzeń"],
        ["Szacunkowy koszt", "10 tys. zł"],
        ["Uwagi", "brak"],
    )
    action = reading.areas[0].actions[0]
    assert (action.no, action.text) == (3, "Patrole w parkach")
    assert (action.responsible, action.partners) == (("AB",), ("szkoły",))
    assert (action.deadline, action.funding, action.goal) == ("2025", "10 tys. zł", "Mniej zdarzeń")
    assert action.indicators == ("liczba patroli", "liczba zdarzeń")
    assert odd(reading) == ["Uwagi: brak"]


def test_several_cards_in_one_table_begin_with_their_titles() -> None:
    card = [["Realizator", "AB"], ["Termin", "2025"], ["Mierniki", "liczba"]]
    reading = read_blocks(AREA, ["Zadanie 1", "Patrole"], *card, ["Zadanie 2", "Radary"], *card)
    assert texts(reading) == ["Patrole", "Radary"]


def test_card_in_four_columns() -> None:
    reading = read_blocks(
        AREA,
        ["Zadanie", "Patrole w parkach", "Nr", "1"],
        ["Realizator", "AB", "Partnerzy", "CD"],
        ["Termin", "2025", "Koszt", "brak środków"],
    )
    assert duties(reading) == [("Patrole w parkach", ("AB",), ("CD",))]


def test_area_told_in_each_card() -> None:
    reading = read_blocks(
        "KARTY ZADAŃ",
        ["Obszar", "I. Droga"],
        ["Zadanie", "Patrole"],
        ["Realizator", "AB"],
        ["Termin", "2025"],
        "Karta druga",
        ["Obszar", "II. Szkoła"],
        ["Zadanie", "Apele"],
        ["Realizator", "AB"],
        ["Termin", "2025"],
    )
    assert [(area.no, area.name, len(area.actions)) for area in reading.areas] == [(1, "Droga", 1), (2, "Szkoła", 1)]


def test_heading_of_columns_with_rows_is_no_card() -> None:
    reading = read_blocks(
        AREA, ["Zadanie", "Realizator"], ["Patrole.", "AB"], ["Termin dyżurów.", "CD"], ["Cel.", "AB"]
    )
    assert texts(reading) == ["Patrole.", "Termin dyżurów.", "Cel."]


def test_list_of_addresses_is_no_card() -> None:
    reading = read_blocks(AREA, ["Policja", "ul. Długa 1"], ["Straż", "ul. Krótka 2"], ["Szpital", "ul. Nowa 3"])
    assert reading.areas == ()


def test_labels_and_values_under_the_line_of_a_task_are_its_fields() -> None:
    reading = read_blocks(
        AREA,
        "Zadanie 1.1. Patrole w parkach",
        ["Realizator", "AB"],
        ["Termin", "maj"],
        "Zadanie 1.2. Radary",
        ["Realizator", "CD"],
        ["Partnerzy", "AB"],
        ["Termin", "maj"],
    )
    assert duties(reading) == [("Patrole w parkach", ("AB",), ()), ("Radary", ("CD",), ("AB",))]


def test_labels_and_values_under_a_chapter_are_no_card() -> None:
    reading = read_blocks(AREA, "Koordynacja", ["Realizator", "AB"], ["Partnerzy", "CD"], ["Termin", "maj"])
    assert texts(reading) == []


def test_labels_of_several_lines_in_running_text() -> None:
    reading = read_blocks(
        AREA, "Zadanie: Patrole w parkach", "Podmiot wiodący:", "AB", "Partnerzy:", "- szkoły;", "- CD;", "Termin: maj"
    )
    assert duties(reading) == [("Patrole w parkach", ("AB",), ("szkoły", "CD"))]


def test_chapter_after_the_cards_is_not_a_part_of_the_last() -> None:
    reading = read_blocks(
        AREA, "Karta zadania nr 1.1", "Nazwa zadania: Patrole", "Realizator: AB", "Termin: maj", "4. Karty programów"
    )
    assert texts(reading) == ["Patrole"]
    assert reading.areas[0].actions[0].deadline == "maj"


def test_title_over_its_fields_is_a_card() -> None:
    reading = read_blocks(
        "III. ZADANIA",
        "Bezpieczny park",
        "Realizator: AB",
        "Termin: maj",
        "Bezpieczny most",
        "Realizator: CD",
        "Termin: maj",
    )
    assert duties(reading) == [("Bezpieczny park", ("AB",), ()), ("Bezpieczny most", ("CD",), ())]
