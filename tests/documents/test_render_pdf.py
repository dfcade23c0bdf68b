"""The PDF: archival, read aloud, the same each time, and faithful to hostile text."""

import io
import time
from collections.abc import Iterator

import every_block
import page
import pytest
from made_up_report import content
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from bezpiecznik.documents.content import (
    Annex,
    Column,
    DocumentContent,
    Heading,
    KeyValues,
    Paragraph,
    Quote,
    StateChart,
    Table,
)
from bezpiecznik.documents.pdf import render_pdf

HOSTILE = '#set page(paper: "a3") $x^2$ *gwiazda* _kreska_ @label <b>html</b> \\ `kod` // uwaga [nawias] {x} ~ - + = a'
SHORT = {"cover": False, "made_up": False}


def reader(made: DocumentContent) -> PdfReader:
    return PdfReader(io.BytesIO(render_pdf(made)))


def words(made: DocumentContent) -> str:
    """All text of the pages in one line, footers among it."""
    return " ".join(" ".join(sheet.extract_text() for sheet in reader(made).pages).replace("\u200b", "").split())


def tags(element: DictionaryObject) -> Iterator[str]:
    kids = element.get("/K", ArrayObject())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        found = kid.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found["/S"]
            yield from tags(found)


def tag_list(made: DocumentContent) -> list[str]:
    return list(tags(reader(made).trailer["/Root"]["/StructTreeRoot"]))


def assert_conforms(pdf: bytes) -> None:
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant


def test_the_yearly_report_is_archival_and_accessible() -> None:
    assert_conforms(render_pdf(content()))


@pytest.mark.parametrize("cover", [True, False])
def test_each_kind_of_block_is_archival_and_accessible(cover: bool) -> None:
    assert_conforms(render_pdf(content(blocks=every_block.BLOCKS, cover=cover)))


def test_each_kind_of_block_is_printed() -> None:
    printed = words(content(blocks=every_block.BLOCKS))
    assert [word for word in every_block.WORDS if word not in printed] == []


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render_pdf(content()) == render_pdf(content())


def test_other_content_gives_other_bytes() -> None:
    assert render_pdf(content()) != render_pdf(content(number="SR/2023/2"))


def test_title_author_language_and_date_stand_in_the_file() -> None:
    file = reader(content(title="Tytuł", author="Biuro"))
    assert file.metadata is not None
    assert (file.metadata.title, file.metadata.author) == ("Tytuł", "Biuro")
    assert str(file.metadata.creation_date) == "2024-03-18 00:00:00+00:00"
    assert file.trailer["/Root"]["/Lang"] == "pl"


def test_headings_are_tagged_by_level_and_listed_as_bookmarks() -> None:
    blocks = (Heading(1, "Pierwszy"), Heading(2, "Drugi"), Heading(3, "Trzeci"))
    made = content(blocks=blocks, **SHORT)
    assert [tag for tag in tag_list(made) if tag in {"/H1", "/H2", "/H3"}] == ["/H1", "/H2", "/H3"]
    first, under = reader(made).outline
    assert (first.title, under[0].title, under[1][0].title) == ("Pierwszy", "Drugi", "Trzeci")


def test_cells_of_a_header_row_are_tagged_as_headers() -> None:
    made = content(blocks=(Table("Wykaz", (Column("A"), Column("B")), (("1", "2"), ("3", "4"))),), **SHORT)
    found = tag_list(made)
    assert (found.count("/Table"), found.count("/TH"), found.count("/TD"), found.count("/Caption")) == (1, 2, 4, 1)


def test_a_header_row_is_repeated_on_each_page() -> None:
    rows = tuple((str(number), "tekst " * 12) for number in range(120))
    file = reader(content(blocks=(Table("Wykaz", (Column("Lp."), Column("Opis", 4)), rows),), **SHORT))
    assert len(file.pages) > 2
    assert [sheet.extract_text().count("Lp.") for sheet in file.pages] == [1] * len(file.pages)


def test_a_page_that_begins_within_a_section_says_of_which() -> None:
    blocks = (Heading(1, "Pierwszy"), *[Paragraph("Zdanie. " * 40)] * 14, Annex("Załącznik nr 1", "Drugi"))
    sheets = [sheet.extract_text().split("\n")[0] for sheet in reader(content(blocks=blocks, **SHORT)).pages]
    assert sheets[1:] == ["Pierwszy – ciąg dalszy", "Załącznik nr\u00a01. Drugi"]


def test_each_page_bears_number_date_hash_and_count_of_pages() -> None:
    made = content()
    sheets = [" ".join(sheet.extract_text().split()) for sheet in reader(made).pages]
    for number, sheet in enumerate(sheets, start=1):
        assert "SR/2023/1 · 18 marca 2024 r." in sheet
        assert f"Migawka danych: sha256 {made.short_hash}…" in sheet
        assert f"strona {number} z {len(sheets)}" in sheet
        assert "DANE ZMYŚLONE – dokument pokazowy" in sheet
    assert made.snapshot_sha256 in words(made)


def test_a_document_of_true_data_is_not_marked_as_made_up() -> None:
    assert "ZMYŚLONE" not in words(content(made_up=False))


@pytest.mark.parametrize("place", ["title", "subtitle", "number", "case_sign", "organisation", "author", "place"])
def test_markup_in_the_frame_of_a_document_comes_out_as_written(place: str) -> None:
    made = content(blocks=(), **{place: HOSTILE})
    assert HOSTILE.replace(" ", "") in words(made).replace(" ", "")
    assert_conforms(render_pdf(made))


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, HOSTILE),
        Paragraph(HOSTILE),
        Quote("Cytat", (HOSTILE,)),
        Quote(HOSTILE, ("Straż",)),
        KeyValues((("Nazwa", HOSTILE),)),
        Table("Wykaz", (Column("A"),), ((HOSTILE,),)),
        Table(HOSTILE, (Column("A"),), ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_markup_in_a_block_comes_out_as_written(block) -> None:
    assert HOSTILE.replace(" ", "") in words(content(blocks=(block,), **SHORT)).replace(" ", "")


def test_letters_the_font_lacks_do_not_spoil_the_document() -> None:
    strange = "".join(map(chr, range(1, 0x3000))) + "漢字😀\ud800\uf0b7\uffff"
    pdf = render_pdf(content(title=f"Tytuł {strange[:300]}", blocks=(Paragraph(strange),), **SHORT))
    assert_conforms(pdf)


def test_words_longer_than_a_line_stay_on_the_page() -> None:
    word = "x" * 300
    table = Table("Wykaz", (Column("A"), Column("B", 5)), ((word, word),))
    file = reader(content(blocks=(Paragraph(word), table), **SHORT))
    printed = file.pages[0].extract_text().replace("\u200b", "").split()
    lines = [line for line in printed if set(line) == {"x"}]
    assert sum(map(len, lines)) == 3 * 300
    assert max(map(len, lines)) < 90


@pytest.mark.parametrize("blocks", [(), (Table("Wykaz", (Column("A"), Column("B")), ()),), (StateChart("Nic", ()),)])
def test_a_document_with_nothing_to_show_is_still_a_document(blocks) -> None:
    assert_conforms(render_pdf(content(blocks=blocks)))


def test_an_empty_table_says_so() -> None:
    table = Table("Wykaz", (Column("A"), Column("B")), (), empty="Nie było zmian.")
    assert "Nie było zmian." in words(content(blocks=(table,), **SHORT))


def test_a_cell_longer_than_a_page_runs_over_to_the_next() -> None:
    long = "Zdanie o patrolach w rejonie dworca. " * 250
    made = content(blocks=(Table("Wykaz", (Column("A"), Column("B")), (("1", long + "KONIEC"),)),), **SHORT)
    assert "KONIEC" in words(made)
    assert len(reader(made).pages) > 1


def test_eleven_hundred_rows_take_less_than_five_seconds() -> None:
    columns = tuple(Column(name) for name in ("Nr", "Działanie", "Podmiot", "Partnerzy", "Opis"))
    row = ("Rozbudowa monitoringu wizyjnego w miejscach wskazanych", "KMP", "SM, KM PSP", "Wykonano. " * 12)
    rows = tuple((str(number), *row) for number in range(1100))
    started = time.process_time()
    pdf = render_pdf(content(blocks=(Table("Wykaz działań", columns, rows),)))
    assert time.process_time() - started < 5
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 50
