"""Running text of PDF documents: paragraphs, lists, heads and feet of pages, words divided at line ends."""

import pytest
from resolution.formats.pdf_made import A4, opened, rows, texts

from bezpiecznik.resolution.document import Paragraph
from bezpiecznik.resolution.formats.pdf_shapes import Line, Word
from bezpiecznik.resolution.formats.pdf_text import Mender, clean

SENTENCE = "Powiat prowadzi działania na rzecz bezpieczeństwa mieszkańców, a w szczególności dzieci i młodzieży."
FOOT = (
    '#set page(paper: "a4", margin: 2cm, header: [Dziennik Urzędowy Województwa Lipnowskiego #h(1fr) Poz. 1234],'
    " footer: context [Id: 5F0A1C2D-77AA-4B5C. Podpisany #h(1fr) Strona #counter(page).display() z 3])\n"
    '#set text(lang: "pl", size: 10pt)\n'
)


def line(text: str, *, spaced: bool = False, x0: float = 50, width: float = 100) -> Line:
    """One line of a column as the page shows it."""
    return Line([Word(text, x0, 10, x0 + width, 20, 18, spaced)])


def test_wrapped_lines_are_one_paragraph_and_the_next_one_is_its_own() -> None:
    assert texts(opened(f"{SENTENCE * 3}\n\n{SENTENCE}\n")) == [SENTENCE * 3, SENTENCE]


def test_words_divided_by_hyphens_are_whole_again() -> None:
    source = "#set text(hyphenate: true)\n#set par(justify: true)\n" + f"#block(width: 5cm)[{SENTENCE} {SENTENCE}]"
    assert texts(opened(source)) == [f"{SENTENCE} {SENTENCE}"]


def test_numbered_and_marked_items_stand_alone() -> None:
    source = f"Cele programu:\n\n+ {SENTENCE} {SENTENCE}\n+ Drugi cel.\n- Punkt bez numeru.\n"
    found = texts(opened(source))
    assert found[:3] == ["Cele programu:", f"1. {SENTENCE} {SENTENCE}", "2. Drugi cel."]
    assert found[3].endswith("Punkt bez numeru.")


def test_labels_of_a_task_card_stand_each_on_its_line() -> None:
    source = "Zadanie 1.1. Kontrole prędkości \\ Realizator: KPP \\ Partnerzy: SM, OSP \\ Termin: 2024 – 2026"
    assert texts(opened(source)) == [
        "Zadanie 1.1. Kontrole prędkości",
        "Realizator: KPP",
        "Partnerzy: SM, OSP",
        "Termin: 2024 – 2026",
    ]


def test_heads_feet_and_numbers_of_pages_are_left_out() -> None:
    found = texts(opened(f"Początek. {SENTENCE * 2}\n#pagebreak()\nŚrodek.\n#pagebreak()\nKoniec.\n", page=FOOT))
    assert found == [f"Początek. {SENTENCE * 2}", "Środek.", "Koniec."]


def test_a_head_on_a_single_page_stays() -> None:
    assert "Dziennik Urzędowy" in opened("Treść uchwały.", page=FOOT.replace("Poz. 1234", "Lipno")).text


def test_a_sentence_over_a_page_break_is_one_paragraph() -> None:
    long = " ".join(f"Zdanie numer {number} mówi o spokoju mieszkańców i porządku." for number in range(1, 140))
    document = opened(long, page=FOOT)
    assert texts(document) == [long]


def test_a_table_of_contents_is_rows_of_title_and_page() -> None:
    source = "\n\n".join(
        f"{title} #box(width: 1fr, repeat[.]) {page}" for title, page in (("I. Wstęp", 3), ("II. Cele", 12))
    )
    assert rows(opened(source)) == [("I. Wstęp", "3"), ("II. Cele", "12")]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = " ".join(f"Lewa szpalta mówi zdanie {number} o szkołach i drogach." for number in range(30))
    right = " ".join(f"Prawa szpalta mówi zdanie {number} o domach i parkach." for number in range(30))
    assert texts(opened(f"#columns(2)[{left} #colbreak() {right}]")) == [left, right]


def test_space_above_and_depth_of_a_paragraph_are_told() -> None:
    blocks = opened(f"{SENTENCE}\n#v(1cm)\n#pad(left: 2cm)[Wcięty akapit.]\n").document.blocks
    told = [(block.gap, block.indent > 5) for block in blocks if isinstance(block, Paragraph)]
    assert told[1] == (True, True)
    assert told[0][1] is False


def test_a_page_in_other_measures_keeps_its_margins() -> None:
    assert texts(opened(f"{SENTENCE * 3}", page=A4.replace('"a4"', '"a5"'))) == [SENTENCE * 3]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("bezpie-", "czeństwa", "bezpieczeństwa"),
        ("społeczno-", "gospodarczych", "społeczno-gospodarczych"),
        ("społeczno-", "-gospodarczych", "społeczno-gospodarczych"),
        ("samo-", "rządowe", "samorządowe"),
        ("Kowalska-", "Nowak", "Kowalska-Nowak"),
        ("PRZESTĘP-", "CZOŚCI", "PRZESTĘPCZOŚCI"),
        ("2021-", "2023", "2021-2023"),
        ("rodzice/", "opiekunowie", "rodzice/opiekunowie"),
        ("Policja –", "straż", "Policja – straż"),
        ("na rzecz", "mieszkańców", "na rzecz mieszkańców"),
    ],
)
def test_two_lines_are_joined_as_the_author_wrote_the_word(upper: str, lower: str, whole: str) -> None:
    assert Mender().join([line(upper), line(lower)]) == whole


def test_a_blank_typed_at_the_line_end_keeps_words_apart() -> None:
    assert Mender().join([line("opiekuńczo -", spaced=True), line("wychowawczych")]) == "opiekuńczo - wychowawczych"
    assert Mender().join([line("2019-", spaced=True), line("2021")]) == "2019- 2021"


def test_what_the_document_writes_undivided_decides() -> None:
    known = Mender([line("przeciwpożarowo"), line("ratowniczo-gaśnicze"), line("inter-"), line("powo-"), line("dzi-")])
    assert known.join([line("przeciw-"), line("pożarowo")]) == "przeciwpożarowo"
    assert known.join([line("ratowniczo-"), line("gaśniczych")]) == "ratowniczo-gaśniczych"


def test_letters_are_composed_and_ligatures_taken_apart() -> None:
    assert clean("proﬁlaktyka\u00a0i\u00adnne ˙zycie s\u0301wiat") == "profilaktyka inne życie świat"
