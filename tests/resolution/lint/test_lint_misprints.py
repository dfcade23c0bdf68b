"""Likely misprints: what is found, with which repair, and how many ordinary words are left in peace."""

import pytest
from resolution.faults import findings, repairs, subjects
from resolution.samples import DOCUMENTS

from bezpiecznik.resolution.lint.lexicon import lexicon


@pytest.mark.parametrize(
    ("word", "now"),
    [
        ("niepełnoprawnych", "niepełnosprawnych"),
        ("wdrazanie", "wdrażanie"),
        ("ezpieczeństwo", "bezpieczeństwo"),
        ("bezpieczenstwa", "bezpieczeństwa"),
        ("przystępczości", "przestępczości"),
        ("zapobieqania", "zapobiegania"),
        ("postawowych", "podstawowych"),
        ("ujawialności", "ujawnialności"),
        ("profiaktyka", "profilaktyka"),
        ("Funkcjonarusze", "Funkcjonariusze"),
        ("MIESZKANCÓW", "MIESZKAŃCÓW"),
        ("narkotykow", "narkotyków"),
        ("prekursorsy", "prekursory"),
        ("harmongramu", "harmonogramu"),
        ("mlodzież", "młodzież"),
    ],
)
def test_word_of_the_field_one_letter_wrong(word: str, now: str) -> None:
    assert repairs(f"Powiat prowadzi {word} stale.", "MISPRINT") == [("l.1", word, now)]


@pytest.mark.parametrize(
    ("word", "now"),
    [
        ("rozporzdązenie", "rozporządzenie"),
        ("odpowiedziahność", "odpowiedzialność"),
        ("pozarzadowych", "pozarządowych"),
        ("zaopbieganie", "zapobieganie"),
    ],
)
def test_long_word_of_any_office_with_letters_lost_or_swapped(word: str, now: str) -> None:
    assert repairs(f"Powiat prowadzi {word} stale.", "MISPRINT") == [("l.1", word, now)]


@pytest.mark.parametrize(
    "words", ["rozporządzeniowy", "przedsięwzięciowa", "dokumentowanie", "wspólnotowych sąsiedzkości"]
)
def test_words_derived_from_long_ones_are_no_misprints(words: str) -> None:
    assert findings(f"Powiat zna {words} od lat.", "MISPRINT") == []


@pytest.mark.parametrize(
    "words",
    [
        "praca prasa prawa krawa",
        "wkroczenie wykroczenie wykroczenia wkroczenia",
        "ewakuacja ewaluacja",
        "prekursorzy obywatelki dopalaczem nauczycielką",
        "zdarzenia zderzenia zdarzeniach zderzeniach",
        "podnoszenie ponoszenie",
        "mieszkaniec mieszaniec mieszkanie mieszkania",
        "zatrudnianie zatrudnienie uzależnianie uzależnienie",
        "publicznie publiczne publiczni publicznemu",
        "wyrażanie wdrażanie wrażanie",
        "prewencyjnie profilaktycznie kryminalnie społecznie",
        "nowoczesne nowoczesny nowocześniej",
        "przestępca przestępczy przestępcze przestępne",
        "Zapobiegaj narkotykowy alkoholowo bezrobotność",
    ],
)
def test_ordinary_words_and_their_forms_are_left_in_peace(words: str) -> None:
    assert findings(f"Powiat zna {words} od lat.", "MISPRINT") == []


def test_no_word_of_the_field_is_a_misprint_of_another() -> None:
    text = ". ".join(f"Tu {word}" for word in sorted(lexicon()))
    assert findings(text, "MISPRINT") == []


@pytest.mark.parametrize(
    ("often", "word", "told"),
    [
        ("ratownictwo", "ratowhictwo", True),
        ("ratownictwo", "ratownictwa", False),
        ("ratownictwo", "Ratowhictwo", True),
        ("oznakowanie", "oznakowania", False),
        ("przejazdów", "przyjazdów", False),
        ("miejskich", "wiejskich", False),
        ("podnoszenie", "ponoszenie", False),
        ("Kowalewskiego", "Kowalewskiemu", False),
    ],
)
def test_rare_word_near_one_the_document_uses_often(often: str, word: str, told: bool) -> None:
    text = f"Ważne jest {often} w gminie.\n\n" * 6 + f"Potrzebne jest {word} w gminie."
    assert bool(findings(text, "MISPRINT")) is told


def test_word_used_as_often_as_its_neighbour_is_no_misprint() -> None:
    text = "Ważne jest ratownictwo i ratowhictwo w gminie.\n\n" * 6
    assert findings(text, "MISPRINT") == []


def test_proper_name_near_a_frequent_word_is_no_misprint() -> None:
    text = "Gmina Przykładowice działa.\n\n" * 6 + "Sołectwo Przykladowice działa."
    assert findings(text, "MISPRINT") == []


def test_long_word_with_a_strange_root() -> None:
    text = "Dni Wielkogórskie trwają, wielkogórskich spraw.\n\n" * 4 + "Festyn Wiąlkogórsowych Dni trwa."
    assert subjects(text, "MISPRINT") == ["Wiąlkogórsowych"]


def test_long_words_of_one_root_are_not_strange() -> None:
    text = "Dni Wielkogórskie trwają, wielkogórskich spraw.\n\n" * 4 + "Festyn Wielkogórzan trwa. Wielkopolskiego."
    assert findings(text, "MISPRINT") == []


@pytest.mark.parametrize("text", ["szkół podst. i ponadpodst.", "biuro@bezpieczenstwo.pl", "podstawow- ych klas"])
def test_shortened_words_addresses_and_pieces_are_no_misprints(text: str) -> None:
    assert findings(f"Zajęcia dla {text} trwają.", "MISPRINT") == []


def test_documents_of_these_tests_have_no_misprints() -> None:
    for path in DOCUMENTS.iterdir():
        assert findings(path.read_text(), "MISPRINT") == []
