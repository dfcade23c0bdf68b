"""The form of a word processor, filled in as Word writes it."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.roundtrip.content import content_of
from bezpiecznik.reporting.roundtrip.filled import Filled
from bezpiecznik.reporting.roundtrip.reading import read_filled
from bezpiecznik.reporting.roundtrip.word import write_form

Edit = Callable[[str], str]


def edited(packet: Packet, *edits: Edit) -> Filled:
    """The form after somebody filled it in."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_form(content_of(packet)))) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                text = content.decode()
                for edit in edits:
                    text = edit(text)
                content = text.encode()
            target.writestr(name, content)
    return read_filled(out.getvalue())


def tick(value: str) -> Edit:
    """Word marks a ticked box both by a property and by its sign."""
    return lambda text: re.sub(
        rf'(\|outcome\|{value}"(?:(?!</w:sdtPr>).)*?w14:checked w14:val=)"0"', r'\1"1"', text, flags=re.DOTALL
    )


def write(field: str, words: str) -> Edit:
    """Words typed in the place of the dots: the mark of a placeholder goes, the text changes."""

    def edit(text: str) -> str:
        found = re.search(rf'<w:sdt>(?:(?!</w:sdt>).)*?\|{field}"(?:(?!</w:sdt>).)*</w:sdt>', text, re.DOTALL)
        assert found, field
        control = found.group().replace("<w:showingPlcHdr/>", "")
        control = re.sub(r"<w:tab/>", f"<w:t>{words}</w:t>", re.sub(r">[.…]+<", f">{words}<", control), count=1)
        return text[: found.start()] + control + text[found.end() :]

    return edit


def test_an_empty_form_says_nothing(packet: Packet, entry: Entry) -> None:
    filled = edited(packet)

    assert (filled.problems, filled.notes) == ([], [])
    assert filled.theirs == {entry.pk: {"outcome": "", "text": "", "reason": ""}}


def test_a_ticked_box_and_words(packet: Packet, entry: Entry) -> None:
    filled = edited(packet, tick("nothing_done"), write("reason", "Brak środków."))

    assert filled.problems == []
    assert filled.theirs[entry.pk]["outcome"] == "nothing_done"
    assert filled.theirs[entry.pk]["reason"] == "Brak środków."


def test_two_boxes_ticked_are_told(packet: Packet, entry: Entry) -> None:
    [problem] = edited(packet, tick("done"), tick("partial")).problems

    assert (problem.label, problem.entry, problem.written) == ("1.1", entry.pk, "zrealizowano, zrealizowano częściowo")
    assert problem.sentence == "Zaznaczono więcej niż jeden stan realizacji. Prosimy zostawić jeden."


def test_a_number_in_the_table(packet: Packet, entry: Entry) -> None:
    filled = edited(packet, write(r"measure\|0", "spotkania"), write(r"value\|0", "12,5"))

    assert filled.problems == []
    assert filled.theirs[entry.pk]["number:spotkania"] == ("spotkania", "12.5", "own", "unit")


@pytest.mark.parametrize("typed", ["dwanaście", "n/d"])
def test_what_is_no_number_is_told(packet: Packet, typed: str) -> None:
    [problem] = edited(packet, write(r"measure\|0", "spotkania"), write(r"value\|0", typed)).problems

    assert (problem.where, problem.label, problem.written) == ("dokument", "1.1", f"spotkania {typed}")
    assert problem.sentence.startswith(f"„{typed}” to nie jest liczba")


def test_the_form_speaks_polish_and_has_heads(packet: Packet) -> None:
    with zipfile.ZipFile(io.BytesIO(write_form(content_of(packet)))) as archive:
        body, core = archive.read("word/document.xml").decode(), archive.read("docProps/core.xml").decode()

    assert "<dc:language>pl-PL</dc:language>" in core
    assert '<w:pStyle w:val="Heading2"/>' in body
    assert "<w:tblHeader/>" in body
    assert 'w:tblCaption w:val="Liczby do działania 1.1"' in body
