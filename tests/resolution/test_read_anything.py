"""Whatever is sent in: a reading, or a refusal in one sentence, and neither takes long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolution.samples import HEADER, KIELCE
from thoroughness import SHARE, TIME_SHARE, examples

from bezpiecznik.resolution import Reading, UnreadableDocument, read
from bezpiecznik.resolution.formats.decode import MAX_TEXT

WORDS = st.sampled_from(
    [
        "Lp.", "Działania", "Partnerzy", "Podmiot odpowiedzialny", "Skrót", "Pełna nazwa", "Nazwa programu", "Termin",
        "\t", "\n", "\n\n", "|", " ", "1.", "2.", "- 1)", "OBSZAR I:", "Zadanie 1.2.", "AB", "KM ST", "i", "w",
        "LIPNO", "(", ")", ",", ";", "Cel główny:", "UCHWAŁA NR 1/2", "RADY MIASTA LIPNA", "z dnia 31 lutego 2024",
        "na lata 2024 - 2020", "<p>", "**", "„", "2 020", "od", "rok szkolny 20/21", "art. 1 ust. 2 ustawy", "—",
        "Na podstawie", "§ 1. Uchwala się „", "Źródło finansowania", "IIII", "ß", "İ", "\f", "\u2028", "٣", "²",
    ]
)  # fmt: skip


def _outcome(data: bytes) -> str:
    try:
        reading = read(data)
    except UnreadableDocument as refusal:
        return str(refusal)
    assert Reading.from_json(reading.to_json()) == reading
    return "read"


@given(st.binary(max_size=400))
@settings(max_examples=examples(300), deadline=2000)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert _outcome(data)


@given(st.text(max_size=400))
@settings(max_examples=examples(300), deadline=2000)
def test_any_text_is_read_or_refused(text: str) -> None:
    assert _outcome(text.encode("utf-8", "surrogatepass"))


@given(st.lists(WORDS, max_size=80).map(" ".join) | st.lists(WORDS, max_size=80).map("".join))
@settings(max_examples=examples(600), deadline=2000)
def test_any_jumble_of_the_words_of_resolutions_is_read_or_refused(text: str) -> None:
    assert _outcome(text.encode())


@given(st.integers(0, 60_000), st.integers(0, 3000))
@settings(max_examples=examples(25), deadline=4000)
def test_kielce_with_a_piece_cut_out_is_still_read(start: int, length: int) -> None:
    text = KIELCE.read_text()
    reading = read((text[:start] + text[start + length :]).encode())
    assert len(reading.areas) > 0


LONG = int(MAX_TEXT * SHARE)


def _repeated(piece: str) -> str:
    return piece * (LONG // len(piece.encode()))


@pytest.mark.parametrize(
    "text",
    [
        _repeated(KIELCE.read_text() + "\n"),
        _repeated("a "),
        _repeated("1. "),
        _repeated("ABC "),
        _repeated("„"),
        _repeated("- "),
        _repeated("<p "),
        _repeated("uchwala się „"),
        _repeated("określono pięć "),
        _repeated("Na podstawie art. 1 ust. 2 i "),
        "x" + " " * (LONG - 2) + "y",
        HEADER + "1.\ta\t" + _repeated("AB cd ")[: LONG - 200],
        HEADER + "".join(f"{no}.\tx\tAB{no} C{no}D\tnazwa {no}\n" for no in range(int(39_000 * SHARE))),
    ],
    ids=[
        "kielce", "words", "numbers", "capitals", "quotes", "dashes", "tags", "title", "counts", "articles", "blanks",
        "cell", "rows",
    ],
)  # fmt: skip
def test_five_megabytes_take_less_than_ten_seconds(text: str) -> None:
    started = time.process_time()
    assert _outcome_of_reading(text) == "read"
    assert time.process_time() - started < 10 * TIME_SHARE


def _outcome_of_reading(text: str) -> str:
    read(text.encode())
    return "read"
