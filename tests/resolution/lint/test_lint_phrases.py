"""Set phrases written wrong."""

import pytest
from resolution.faults import actions, findings, repairs, subjects


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("Uchwała się „Program Bezpieczny Powiat”.", ("l.1", "Uchwała", "Uchwala")),
        ("Na podstawie art. 1 Rada uchwała, co następuje:", ("l.1", "uchwała", "uchwala")),
    ],
)
def test_noun_in_place_of_the_verb(text: str, repair: tuple[str, str, str]) -> None:
    assert repairs(text, "MISPRINT") == [repair]


@pytest.mark.parametrize(
    "text", ["Uchwala się „Program”.", "Uchwała wchodzi w życie.", "Ta uchwała stanowi, co robić."]
)
def test_verb_and_noun_in_their_places(text: str) -> None:
    assert findings(text, "MISPRINT") == []


def test_comma_of_the_enacting_words() -> None:
    text = "Na podstawie art. 1 Rada uchwala co następuje:"
    assert repairs(text, "PUNCTUATION") == [("l.1", "uchwala co następuje", "uchwala, co następuje")]
    assert findings(text.replace(" co", ", co"), "PUNCTUATION") == []
    assert findings("Nie wiadomo co następuje później.", "PUNCTUATION") == []


TOWN = "UCHWAŁA NR 1/2\nRADY MIASTA SZADKI\n\n" + "Komenda mieści się w Szadkach.\n\n" * 4


def test_name_of_the_town_in_the_nominative_after_w() -> None:
    assert repairs(TOWN + "Straż w Szadki.", "MISPRINT") == [("l.12", "w Szadki", "w Szadkach")]


@pytest.mark.parametrize("text", ["Straż w Szadkach.", "Miasto Szadki.", "Straż w szadkowskim lesie.", "W Szadkowie."])
def test_name_of_the_town_in_its_case_and_other_names(text: str) -> None:
    assert findings(TOWN + text, "MISPRINT") == []


@pytest.mark.parametrize(
    ("text", "was", "now"),
    [
        ("Nie wykluczonym jest wzrost.", "Nie wykluczonym jest", "Niewykluczone jest"),
        ("Kąpiele nad woda bez opieki.", "nad woda", "nad wodą"),
        ("Zwalczanie SARS-Cov-2 w szkołach.", "SARS-Cov-2", "SARS-CoV-2"),
        ("Ten program na celu naukę.", "program na celu", "program ma na celu"),
        ("Osoby z poza powiatu.", "z poza", "spoza"),
        ("Uczniowie z szkół powiatu.", "z szkół", "ze szkół"),
        ("Instrukcja p.poż. w obiektach.", "p.poż.", "ppoż."),
        ("Realizacja procedury „niebieskiej karty”.", "procedury „niebieskiej karty”", "procedury „Niebieskie Karty”"),
    ],
)
def test_phrases_that_are_always_wrong(text: str, was: str, now: str) -> None:
    assert repairs(actions(text), "MISPRINT") == [("A1.1", was, now)]


@pytest.mark.parametrize(
    "text",
    [
        "Niewykluczone jest to.",
        "Nad wodą i pod wodą.",
        "SARS-CoV-2.",
        "Program ma na celu naukę.",
        "Uczniowie ze szkół i z szafy.",
    ],
)
def test_phrases_that_are_right(text: str) -> None:
    assert findings(actions(text), "MISPRINT") == []


@pytest.mark.parametrize(
    ("text", "was", "now"),
    [("Badanie wody, (jakość kąpielisk).", ", (", " ("), ("Nadzór, nad wodą w szkole.", "Nadzór, nad", "Nadzór nad")],
)
def test_commas_that_do_not_belong(text: str, was: str, now: str) -> None:
    assert repairs(actions(text), "PUNCTUATION") == [("A1.1", was, now)]


@pytest.mark.parametrize("text", ["Badanie wody (jakość), ludzi.", "Badanie: a), (b).", "Nadzór nad wodą, nad lasem."])
def test_commas_that_do(text: str) -> None:
    assert findings(actions(text), "PUNCTUATION") == []


@pytest.mark.parametrize("written", ["ratowniczo gaśniczych", "ratowniczo – gaśniczych"])
def test_compound_adjective_without_its_hyphen(written: str) -> None:
    assert repairs(actions(f"Ćwiczenia {written} służb."), "PUNCTUATION") == [
        ("A1.1", written, "ratowniczo-gaśniczych")
    ]


@pytest.mark.parametrize(
    "written", ["ratowniczo-gaśniczych", "społeczno i ratowniczo", "zdrowo i bezpiecznie", "często"]
)
def test_compound_adjective_with_its_hyphen_and_adverbs(written: str) -> None:
    assert findings(actions(f"Ćwiczenia {written} służb."), "PUNCTUATION") == []


def test_new_sentence_after_a_comma() -> None:
    assert subjects(actions("Nadzór nad bazą, Kontrola szczepień w szkołach."), "PUNCTUATION") == ["Kontrola"]


@pytest.mark.parametrize(
    "text", ["Nadzór, kontrola szkół.", "Policja, Straż Miejska i inni.", "Nadzór. Kontrola szkół."]
)
def test_names_after_a_comma(text: str) -> None:
    assert findings(actions(text), "PUNCTUATION") == []


@pytest.mark.parametrize(("word", "told"), [("żdorośli", True), ("ęuropa", True), ("żdżary", False), ("dźwięk", False)])
def test_word_that_begins_as_none_does(word: str, told: bool) -> None:
    assert bool(findings(actions(f"Zajęcia dla {word} w szkole."), "MISPRINT")) is told
