"""Files as people send them: encodings that must be read, and what is no text."""

import codecs
import re

import pytest

from bezpiecznik.resolution import MAX_BYTES, UnreadableDocument, read
from bezpiecznik.resolution.formats.decode import MAX_LINES, MAX_TEXT, decode

POLISH = "Uchwała – „Zażółć gęślą jaźń”, ŹDŹBŁO ŻÓŁTE, ŚĆĘĄŃŁÓ"
OLD = "Uchwała Rady Powiatu: zażółć gęślą jaźń, ŹDŹBŁO ŻÓŁTE, ŚĆĘĄŃŁÓ"


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(data)
    return str(caught.value).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "data",
    [
        POLISH.encode(),
        POLISH.encode("utf-8-sig"),
        POLISH.encode("cp1250"),
        codecs.BOM_UTF16_LE + POLISH.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + POLISH.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "cp1250", "utf-16 le", "utf-16 be"],
)
def test_polish_letters_survive_each_encoding(data: bytes) -> None:
    assert decode(data) == POLISH


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2"])
def test_old_encodings_are_told_apart_by_their_letters(encoding: str) -> None:
    assert decode(OLD.encode(encoding)) == OLD


def test_whole_document_reads_the_same_in_each_encoding() -> None:
    text = "OBSZAR I: ŁĄKI\nLp.\tZadanie\tRealizator\n1.\tWałęsanie się psów w święta.\tStraż Łąkowa\n"
    expected = read(text.encode())
    assert len(expected.areas) == 1
    for encoding in ("cp1250", "iso8859-2", "utf-8-sig", "utf-16"):
        assert read(text.encode(encoding)) == expected


def test_line_ends_of_other_systems_are_one_line_end() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_empty_file() -> None:
    assert refusal(b"") == "Plik jest pusty: wybierz plik z treścią uchwały."


def test_file_of_blanks() -> None:
    assert refusal(b" \r\n\t\n") == "Plik nie zawiera żadnego tekstu: wybierz plik z treścią uchwały."


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "To jest obraz PNG."),
        (b"\xff\xd8\xff\xe0", "To jest obraz JPEG."),
        (b"{\\rtf1\\ansi", "To jest plik RTF."),
        (b"\xd0\xcf\x11\xe0\xa1", "To jest plik dawnego Worda lub Excela albo plik z hasłem."),
        (b"Uchwa\x00la", "To nie jest dokument tekstowy. "),
        (b"Uchwa\x01la", "To nie jest plik tekstowy: "),
    ],
)
def test_other_formats_are_named(data: bytes, start: str) -> None:
    assert refusal(data).startswith(start)


@pytest.mark.parametrize("page", ["<!DOCTYPE html><html>", "  \n<HTML lang=pl>", "<!-- kopia --><html><body>Uchwała"])
def test_web_page_called_text(page: str) -> None:
    assert refusal(page.encode()).startswith("To jest strona internetowa (HTML), a nie tekst uchwały: otwórz ją")


def test_text_that_mentions_html_is_text() -> None:
    assert decode("Strona <html> urzędu".encode()) == "Strona <html> urzędu"


def test_too_large_a_file() -> None:
    assert refusal(b"a" * (MAX_BYTES + 1)).startswith("Plik jest za duży (najwyżej 20 MB): wczytaj sam tekst")
    assert refusal(b"a" * (MAX_TEXT + 1)).startswith("Plik tekstowy jest za duży (najwyżej 5 MB)")
    assert len(decode(b"a" * MAX_TEXT)) == MAX_TEXT


def test_too_many_lines() -> None:
    assert refusal(b"a\n" * (MAX_LINES + 1)).startswith("Plik ma więcej niż 40 000 wierszy")


def test_bytes_in_no_encoding_we_know() -> None:
    expected = (
        "Nie udało się rozpoznać kodowania znaków: zapisz plik jako tekst w kodowaniu UTF-8 i wczytaj go ponownie."
    )
    assert refusal("Постановление городского совета".encode("koi8-r")) == expected
    assert refusal(codecs.BOM_UTF8 + b"\xff\xfe\xfa") == expected


@pytest.mark.parametrize("data", [b"", b"{\\rtf1", b"a\x00", b"\xef\xbb\xbf\xff", b"<html>", b"x" * (MAX_BYTES + 1)])
def test_each_refusal_is_one_sentence(data: bytes) -> None:
    assert re.fullmatch(r"[A-Z][^\n]+\.", refusal(data))
