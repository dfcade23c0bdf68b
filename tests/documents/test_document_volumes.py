"""A document too long for one PDF: what goes into which volume, and that nothing is lost on the way."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_report import content
from pypdf import PdfReader
from thoroughness import examples

from bezpiecznik.documents import typesetting
from bezpiecznik.documents.content import (
    Annex,
    Block,
    Column,
    DocumentContent,
    Heading,
    KeyValues,
    Link,
    Paragraph,
    Table,
    TableOfContents,
    Target,
    links,
    plain,
)
from bezpiecznik.documents.lines import lines_of
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.documents.volumes import volumes

WORDS = Paragraph("Zdanie o patrolach i monitoringu. " * 20)
BLOCKS: tuple[Block, ...] = (
    TableOfContents(), Heading(1, "Wstęp"), WORDS, Heading(1, "Obszary"),
    Heading(2, "Obszar 1", "o1"), WORDS, Paragraph((Link("[1]", "z1"), Link("dalej", "o1"))),
    Heading(2, "Obszar 2"), WORDS, Annex("Załącznik nr 1", "Źródła"), Paragraph(Target("1", "z1")),
)  # fmt: skip


def divided(longest: int = 2200) -> tuple[DocumentContent, ...]:
    return volumes(content(blocks=BLOCKS), longest)


def headings(volume: DocumentContent) -> list[str]:
    return [heading.text for heading in volume.headings]


def test_what_fits_one_file_is_not_divided() -> None:
    whole = content()
    assert volumes(whole) == (whole,)


def test_what_cannot_be_divided_stays_one() -> None:
    whole = content(blocks=(Heading(1, "Wstęp"), WORDS, WORDS))
    assert volumes(whole, longest=1) == (whole,)


def test_a_volume_ends_where_a_section_does_and_a_section_that_runs_over_is_named_again() -> None:
    assert [headings(volume) for volume in divided()] == [
        ["Wstęp", "Obszary", "Obszar 1"],
        ["Obszary (cd.)", "Obszar 2", "Załącznik nr 1. Źródła"],
    ]


def test_each_volume_says_which_it_is_and_what_the_others_hold() -> None:
    made = divided()
    title = content().title
    assert [volume.title for volume in made] == [f"{title}, tom {no} z\u00a02" for no in (1, 2)]
    holds = KeyValues((
        ("Tom 1", "od „Wstęp” do „Obszary”"),
        ("Tom 2", "od „Obszar 2” do „Załącznik nr 1. Źródła”"),
    ))  # fmt: skip
    assert [volume.blocks[:2] for volume in made] == [(holds, TableOfContents())] * 2


def test_a_table_longer_than_a_volume_goes_on_in_the_next() -> None:
    table = Table("Wykaz", (Column("Nr"),), tuple((f"Pozycja {no}",) for no in range(40)))
    made = volumes(content(blocks=(Heading(1, "Wstęp"), WORDS, Annex("Załącznik nr 1", "Wykaz"), table)), 2000)
    assert [headings(volume) for volume in made] == [
        ["Wstęp"], ["Załącznik nr 1. Wykaz"], *[["Załącznik nr 1. Wykaz (cd.)"]] * 4,
    ]  # fmt: skip
    pieces = [block for volume in made for block in volume.blocks if isinstance(block, Table)]
    assert [piece.caption for piece in pieces] == ["Wykaz", *["Wykaz (cd.)"] * 4]
    assert sum((piece.rows for piece in pieces), ()) == table.rows


def test_a_link_to_another_volume_stays_as_words() -> None:
    assert [link.text for link in links(divided()[0].blocks)] == ["dalej"]
    assert "[1]dalej" in said(divided()[0].blocks)


def said(blocks: tuple[Block, ...]) -> list[str]:
    return [plain(line) for block in blocks for line in lines_of(block)]


@settings(max_examples=examples(100), deadline=None)
@given(st.integers(min_value=1, max_value=60_000))
def test_nothing_is_lost_or_doubled_however_it_is_divided(longest: int) -> None:
    whole = content()
    made = volumes(whole, longest)
    kept = [volume.blocks[2:] if len(made) > 1 else volume.blocks for volume in made]  # without what all volumes hold
    assert [line for blocks in kept for line in said(blocks)] == said(whole.blocks)


def test_each_volume_is_set_and_begins_with_its_title() -> None:
    for no, volume in enumerate(divided(), start=1):
        reader = PdfReader(io.BytesIO(render_pdf(replace(volume, cover=True))))
        assert f"tom {no} z" in " ".join(reader.pages[0].extract_text().split())


def test_a_process_of_its_own_sets_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    here = render_pdf(content())
    monkeypatch.setattr(typesetting, "SET_HERE", 0)
    assert render_pdf(content()) == here


def test_a_process_that_came_to_nothing_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "SET_HERE", 0)
    with pytest.raises(RuntimeError, match=r"(?s)typesetting ended with 1: .*JSON"):
        typesetting.typeset("{", content().issued_on)
