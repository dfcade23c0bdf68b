"""Which letters reach a document, and what becomes of the others."""

import pytest

from bezpiecznik.documents.text import breakable, clean, drawable, drawable_codes

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
