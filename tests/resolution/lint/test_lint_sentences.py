"""Sentences cut or doubled, words twice, marks without their pair."""

import pytest
from resolution.faults import STATUTE, actions, findings, places, repairs, subjects
from resolution.samples import programme

LONG = (
    "Program służy poprawie bezpieczeństwa, a jego wykonanie powierza się wielu instytucjom całego powiatu, "
    "zgodnie z określonymi celami"
)


def test_paragraph_that_stops_inside_a_sentence() -> None:
    assert places(f"{LONG}\n\ni zadaniami wielu służb.", "SENTENCE_CUT") == [("l.1",)]


@pytest.mark.parametrize(
    "text",
    [
        LONG + ".",
        LONG + ":",
        LONG.upper(),
        "w sprawie " + LONG,
        "1) " + LONG,
        "Krótki wiersz bez kropki",
    ],
)
def test_whole_sentences_headings_items_and_short_lines(text: str) -> None:
    assert findings(text + "\n\nDalej.", "SENTENCE_CUT") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kontrola szkół oraz", True),
        ("Kontrola szkół,", True),
        ("Kontrola szkół i przedszkoli.", False),
        ("Kontrola szkół", False),
        ("Kontrola klasy I", False),
    ],
)
def test_action_that_ends_with_a_joining_word(text: str, told: bool) -> None:
    assert bool(findings(actions(text), "SENTENCE_CUT")) is told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Inspektor Nadzoru dla Miasta", True),
        ("Urząd Miasta", False),
        ("Zakład Opieki w", True),
        ("Zakład Opieki w Lipnie", False),
    ],
)
def test_full_name_that_ends_before_the_town(name: str, told: bool) -> None:
    listed = f"Lp.\tSkrót\tPełna nazwa\n1.\tAB\t{name}\n\n"
    assert bool(findings(programme("1.\tPatrole.\tAB\tAB", abbreviations=listed), "SENTENCE_CUT")) is told


def test_stop_missing_where_others_have_it() -> None:
    reading = actions("Raz.", "Dwa razy.", "Trzy razy.", "Cztery razy.", "Pięć razy")
    assert places(reading, "PUNCTUATION") == [("A1.5",)]


def test_document_without_stops_has_its_own_custom() -> None:
    assert findings(actions("Raz", "Dwa razy", "Trzy razy", "Cztery razy.", "Pięć"), "PUNCTUATION") == []
    assert findings(actions("Raz.", "Dwa (w maju).", "Trzy „razy”", "Cztery (raz)", "Pięć."), "PUNCTUATION") == []


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("Kontrola kontrola szkół szkół w maju.", "szkół"),
        ("Kontrola w w szkole.", "w"),
        ("Kontrola oraz oraz nadzór.", "oraz"),
    ],
)
def test_word_twice_in_a_row(text: str, repair: str) -> None:
    assert repairs(actions(text), "WORD_REPEATED") == [("A1.1", f"{repair} {repair}", repair)]


@pytest.mark.parametrize(
    "text", ["Bardzo bardzo ważne.", "Spółka z o.o. o ochronie.", "Ciągi I i II.", "Co to to jest.", "Baden Baden."]
)
def test_words_that_may_come_twice(text: str) -> None:
    assert findings(actions(text), "WORD_REPEATED") == []


TWICE = (
    "Jednym z zadań jest opracowanie corocznego planu kontroli wszystkich szkół, zgodnie z ustawą "
    "jest opracowanie corocznego planu kontroli wszystkich szkół."
)


def test_same_run_of_words_twice_in_a_sentence() -> None:
    assert places(TWICE, "SENTENCE_REPEATED") == [("l.1",)]


@pytest.mark.parametrize(
    "text",
    [
        TWICE.replace(", zgodnie", ". Zgodnie"),
        f"Powiatowy Program {STATUTE}, zwany dalej Programem lub Powiatowym Programem {STATUTE}, trwa od lat.",
        "Na podstawie art. 1 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym i art. 2 ustawy z dnia 5 czerwca "
        "1998 r. o samorządzie powiatowym uchwala się zmianę.",
        "Prowadzenie zajęć dla dzieci z zasad ruchu, prowadzenie zajęć dla dzieci z zasad ratownictwa na lodzie.",
    ],
    ids=["two sentences", "title of the programme", "name of an act", "short run"],
)
def test_runs_that_may_come_twice(text: str) -> None:
    title = f"UCHWAŁA NR 1/2\n\n§ 1. Uchwala się „Powiatowy Program {STATUTE} na lata 2024–2026”.\n\n"
    assert findings(title + text, "SENTENCE_REPEATED") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kontrola szkół (podstawowych.", ["nawias"]),
        ("Kontrola szkół „podstawowych.", ["cudzysłów"]),
        ("Kontrola szkół (a) małych, b) dużych).", []),
        ("Kontrola: a) szkół, b) sklepów.", []),
        ("Akcja „Znicz” i „Zima (w mieście)”.", []),
        ('Akcja „Znicz" w mieście.', []),
    ],
)
def test_marks_without_their_pair(text: str, told: list[str]) -> None:
    assert subjects(actions(text), "UNBALANCED") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Program Miasta Lipno na lata 2024–2026 dla miasta Lipno trwa.", True),
        ("Program Miasta Lipno na lata 2024–2026 dla gminy Lipno trwa.", True),
        ("Program na lata 2024–2026 dla miasta Lipno trwa.", False),
        ("Program Miasta Lipno na lata 2024–2026 dla miasta Żary trwa.", False),
    ],
)
def test_unit_named_twice_in_one_title(text: str, told: bool) -> None:
    assert bool(findings(text, "WORD_REPEATED")) is told


@pytest.mark.parametrize(
    "text",
    [
        "Na podstawie art. 12 pkt 9b ustawy o samorządzie powiatowym (t.j.\n\nDz. U. z 2024 r. poz. 107) działa.",
        "Uchwala się „Powiatowy program zapobiegania\n\nprzestępczości na lata 2024–2026”, stanowiący załącznik.",
    ],
)
def test_mark_that_closes_in_the_next_line_has_its_pair(text: str) -> None:
    assert findings(text, "UNBALANCED") == []


def test_line_of_a_task_card_is_no_sentence_cut() -> None:
    card = "Zadanie 1.{}. Debaty {}.\nPodmiot wiodący: KPP\n" + "Partnerzy: " + "gminy i sołtysi, " * 9 + "gminy\n\n"
    assert (
        findings("Cel szczegółowy 1. Spokój\n\n" + card.format(1, "wsi") + card.format(2, "miast"), "SENTENCE_CUT")
        == []
    )


GOALS = "Cele szczegółowe:\n1) spokój{}\n2) ład,\n3) pomoc{}\n4) czysta woda,\n5) zdrowy las,\n6) nauka{}\n"


@pytest.mark.parametrize(
    ("signs", "told"),
    [((",", "", "."), [("l.4",)]), ((",", ".", "."), [("l.4",)]), ((",", ",", "."), []), ((";", "", "."), [])],
    ids=["no sign", "another sign", "all alike", "no custom"],
)
def test_items_of_a_list_end_alike(signs: tuple[str, str, str], told: list[object]) -> None:
    assert places(GOALS.format(*signs), "PUNCTUATION") == told
