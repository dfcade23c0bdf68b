"""Which letters reach a document, and what becomes of the others."""

import pytest

from bezpiecznik.documents.text import bound, breakable, clean, drawable, drawable_codes

POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–—§…"


def test_polish_letters_and_marks_are_drawable() -> None:
    assert drawable(POLISH) == POLISH


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x00b\x0bc\x1f", "abc"),
        ("a\tb", "a b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b", "a\nb"),
        ("a\ud800b", "ab"),
        ("punkt \uf0b7", "punkt "),
        ("😀 zostaje", "😀 zostaje"),
    ],
)
def test_characters_no_file_admits_are_left_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("pożar 😀 漢", "pożar � �"),
        ("l\u0301od\u017a", "ĺodź"),
        ("\u202eukryty\u202c", "ukryty"),
        ("✔ ▪", "✓ •"),
    ],
)
def test_letters_without_a_shape_are_replaced_visibly(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


def test_the_font_is_read_as_having_a_whole_latin_alphabet_and_no_emoji() -> None:
    codes = drawable_codes()
    assert set(range(0x20, 0x7F)) <= codes
    assert 0x1F600 not in codes


def test_only_words_too_long_for_a_line_get_places_to_break() -> None:
    assert breakable("konstantynopolitańczykowianeczka") == "konstantynopolitańczykowianeczka"
    assert breakable("a" * 40).replace("\u200b", "") == "a" * 40
    assert max(map(len, breakable("a" * 500).split("\u200b"))) == 12


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("służby w parku i na rynku", "służby w~parku i~na rynku"),
        ("uchwała nr 5, art. 12 ust. 1 pkt 9b, § 3", "uchwała nr~5, art.~12 ust.~1 pkt~9b, §~3"),
        ("za 2022 r. wydano 40 zł", "za 2022~r. wydano 40~zł"),
        ("„W parku", "„W~parku"),
        ("kat. A i b z", "kat. A~i~b z"),
        ("plan działania", "plan działania"),
    ],
)
def test_short_words_and_units_do_not_part_at_the_end_of_a_line(text: str, tied: str) -> None:
    assert bound(text) == tied.replace("~", "\u00a0")
