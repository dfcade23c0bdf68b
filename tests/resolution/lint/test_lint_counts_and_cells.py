"""Each kind of fault: a document that has it, one that has not, and one that only looks as if it had."""

from resolution.samples import ABBREVIATIONS, codes, programme, reading_of

INITIATIVES = "Lp.\tNazwa programu\tRealizator\tKogo obejmuje\tTermin\tSposób realizacji\n"
YEARS = "UCHWAŁA NR 1/2\nProgram na lata 2024–2026\n"


def test_abbreviation_missing_from_the_list_is_an_error_at_each_use() -> None:
    reading = programme("1.\tPatrole.\tAB\tXYZ", "2.\tDyżury.\tXYZ\tAB")
    assert codes(reading, "ABBR_UNDEFINED") == [("error", "XYZ", ("A1.1", "A1.2"))]


def test_listed_abbreviations_are_defined() -> None:
    assert codes(programme("1.\tPatrole.\tAB\tCD"), "ABBR_UNDEFINED") == []


def test_plain_words_and_a_document_without_list_leave_nothing_undefined() -> None:
    assert codes(programme("1.\tPatrole.\tAB\trady osiedli"), "ABBR_UNDEFINED") == []
    assert codes(programme("1.\tPatrole.\tAB\tXYZ", abbreviations=""), "ABBR_UNDEFINED") == []


def test_abbreviation_listed_twice() -> None:
    reading = programme(
        "1.\tPatrole.\tAB\tCD", abbreviations=ABBREVIATIONS.rstrip() + "\n3.\tAB\tAgencja Bezpieczeństwa\n\n"
    )
    assert codes(reading, "ABBR_DUPLICATE") == [("warning", "AB", ("E1", "E3"))]


def test_abbreviation_listed_twice_for_two_bodies_is_an_error() -> None:
    reading = programme(
        "1.\tPatrole.\tAB\tCD", abbreviations=ABBREVIATIONS.rstrip() + "\n3.\tAB\tArchiwum Budowlane\n\n"
    )
    assert codes(reading, "ABBR_DUPLICATE") == [("error", "AB", ("E1", "E3"))]


def test_abbreviation_listed_once_is_no_duplicate() -> None:
    assert codes(programme("1.\tPatrole.\tAB\tCD"), "ABBR_DUPLICATE") == []


def test_one_body_under_two_abbreviations_is_no_duplicate() -> None:
    twice = ABBREVIATIONS.rstrip() + "\n3.\tABX\tAgencja Bezpieczeństwa\n\n"
    assert codes(programme("1.\tPatrole.\tAB\tCD", abbreviations=twice), "ABBR_DUPLICATE") == []


def test_abbreviation_never_used() -> None:
    assert codes(programme("1.\tPatrole.\tAB\tmieszkańcy"), "ABBR_UNUSED") == [("info", "CD", ("E2",))]


def test_abbreviation_used_in_a_cell_is_used() -> None:
    assert codes(programme("1.\tPatrole.\tAB\tCD"), "ABBR_UNUSED") == []


def test_abbreviation_used_only_in_running_text_is_used() -> None:
    reading = programme("1.\tPatrole.\tAB\tmieszkańcy", before="Obsługę zapewnia CD.")
    assert codes(reading, "ABBR_UNUSED") == []


def test_part_of_a_longer_word_is_no_use_of_an_abbreviation() -> None:
    reading = programme("1.\tPatrole.\tAB\tmieszkańcy", before="Nagrania na CDR.")
    assert codes(reading, "ABBR_UNUSED") == [("info", "CD", ("E2",))]


def test_same_wording_twice_whatever_its_capitals_and_stop() -> None:
    reading = programme("1.\tPatrole  nocne.\tAB\tCD", "2.\tDyżury.\tAB\tCD", "3.\tpatrole nocne\tCD\tAB")
    assert codes(reading, "ACTION_DUPLICATE") == [("warning", "A1.1", ("A1.1", "A1.3"))]


def test_different_wordings_are_no_duplicates() -> None:
    assert codes(programme("1.\tPatrole.\tAB\tCD", "2.\tDyżury.\tAB\tCD"), "ACTION_DUPLICATE") == []


def test_wording_contained_in_another_is_no_duplicate() -> None:
    reading = programme("1.\tPatrole.\tAB\tCD", "2.\tPatrole w parkach.\tAB\tCD")
    assert codes(reading, "ACTION_DUPLICATE") == []


def test_count_stated_otherwise_than_found() -> None:
    reading = programme("1.\tPatrole.\tAB\tCD", before="W programie określono dwanaście obszarów działania.")
    assert codes(reading, "COUNT_MISMATCH") == [("warning", "obszary", ("l.1",))]


def test_count_of_actions_in_digits() -> None:
    reading = programme("1.\tPatrole.\tAB\tCD", before="Program zawiera 5 działań.")
    assert codes(reading, "COUNT_MISMATCH") == [("warning", "działania", ("l.1",))]


def test_count_that_is_kept() -> None:
    rows = [f"{number}.\tPatrole {number}.\tAB\tCD" for number in range(1, 6)]
    assert codes(programme(*rows, before="Program zawiera 5 działań."), "COUNT_MISMATCH") == []


def test_count_of_only_some_is_no_statement_of_the_whole() -> None:
    before = "W pięciu obszarach odnotowano poprawę. Przed rokiem było osiem obszarów."
    assert codes(programme("1.\tPatrole.\tAB\tCD", before=before), "COUNT_MISMATCH") == []


def test_same_body_responsible_and_partner() -> None:
    reading = programme("1.\tPatrole.\tAB\tCD, AB")
    assert codes(reading, "LEAD_IS_PARTNER") == [("warning", "AB", ("A1.1",))]


def test_different_bodies_are_not_the_same() -> None:
    assert codes(programme("1.\tPatrole.\tAB\tCD"), "LEAD_IS_PARTNER") == []


def test_beginning_of_two_longer_names_is_not_the_same_body() -> None:
    reading = programme("1.\tPatrole.\tZespół Szkół Nr 1\tZespół Szkół Nr 2, mieszkańcy")
    assert codes(reading, "LEAD_IS_PARTNER") == []


def test_same_body_in_two_actions_may_lead_one_and_help_in_the_other() -> None:
    assert codes(programme("1.\tPatrole.\tAB\tCD", "2.\tDyżury.\tCD\tAB"), "LEAD_IS_PARTNER") == []


def test_empty_cells() -> None:
    reading = programme("1.\tPatrole.\tAB\t", "2.\tDyżury.\t\tAB", "3.\t\tAB\tCD")
    assert codes(reading, "EMPTY_CELL") == [
        ("warning", "partnerzy", ("A1.1",)),
        ("error", "podmiot odpowiedzialny", ("A1.2",)),
        ("error", "treść", ("A1.3",)),
    ]


def test_column_that_hardly_any_row_fills_is_no_row_of_empty_cells() -> None:
    reading = programme("1.\tPatrole.\tAB\t", "2.\tDyżury.\tAB\t", "3.\tKontrole.\tAB\t", "4.\tNadzór.\tAB\tCD")
    assert codes(reading, "EMPTY_CELL") == []


def test_filled_cells_are_not_empty() -> None:
    assert codes(programme("1.\tPatrole.\tAB\tCD"), "EMPTY_CELL") == []


def test_column_that_the_table_lacks_is_not_an_empty_cell() -> None:
    reading = reading_of("OBSZAR I: ULICE\nLp.\tZadanie\tRealizator\n1.\tPatrole.\tAB\n")
    assert [(action.partners_raw, action.responsible_raw) for action in reading.areas[0].actions] == [(None, "AB")]
    assert codes(reading, "EMPTY_CELL") == []


def test_cell_filled_after_a_page_break_is_not_empty() -> None:
    assert codes(programme("1.\tPatrole.\tAB\t", "", "\t\t\tCD"), "EMPTY_CELL") == []


def test_term_before_and_after_the_years_of_the_programme() -> None:
    rows = "1\tPIERWSZY Cel.\tAB\tdzieci\t2023 - 2024\tx\n2\tDRUGI Cel.\tAB\tdzieci\t2025-2027\tx\n"
    reading = reading_of(YEARS + INITIATIVES + rows)
    assert codes(reading, "TERM_OUTSIDE_YEARS") == [("warning", "P1", ("P1",)), ("warning", "P2", ("P2",))]


def test_term_within_the_years() -> None:
    reading = reading_of(YEARS + INITIATIVES + "1\tPIERWSZY Cel.\tAB\tdzieci\t2024 - 2026\tx\n")
    assert codes(reading, "TERM_OUTSIDE_YEARS") == []


def test_open_end_and_a_part_of_the_years_are_not_outside() -> None:
    rows = "1\tPIERWSZY Cel.\tAB\tdzieci\t2025 – bezterminowo\tx\n2\tDRUGI Cel.\tAB\tdzieci\tmaj 2025\tx\n"
    assert codes(reading_of(YEARS + INITIATIVES + rows), "TERM_OUTSIDE_YEARS") == []


def test_messages_are_whole_polish_sentences() -> None:
    reading = programme("1.\tPatrole.\tAB\tXYZ, AB", "2.\tPatrole\tCD\t", before="Program zawiera 5 działań.")
    assert [found.message.replace("\u00a0", " ") for found in reading.findings] == [
        "Skrótu „XYZ” nie ma w wykazie skrótów, a jest użyty: A1.1.",
        "Działania A1.1 i A1.2 mają tę samą treść.",
        "„AB” jest w działaniu A1.1 i podmiotem odpowiedzialnym, i partnerem.",
        "W działaniu A1.2 pole „partnerzy” jest puste: nie wiadomo, czy brak partnerów jest zamierzony.",
        "W tekście podano liczbę działań: 5, a w dokumencie jest ich 2.",
    ]
