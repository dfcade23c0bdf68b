"""The DOCX: real styles and fields, the same each time, and faithful to hostile text."""

import io
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import every_block
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from made_up_report import content
from pypdf import PdfReader

from bezpiecznik.documents.content import (
    Annex,
    Column,
    DocumentContent,
    Heading,
    KeyValues,
    Link,
    NumberedList,
    PageBreak,
    Paragraph,
    Signatory,
    Signatures,
    State,
    StateMark,
    Table,
    TableOfContents,
)
from bezpiecznik.documents.docx import render_docx

HOSTILE = '#set $x^2$ *gwiazda* <b>html</b> &amp; \\ ]]> <!-- --> "cudzysłów" {x} MERGEFIELD'
SHORT = {"cover": False, "made_up": False}


def opened(made: DocumentContent) -> Document:
    return docx.Document(io.BytesIO(render_docx(made)))


def words(document: Document) -> str:
    """All text of the body in one line, cells among it."""
    lines = ("".join(paragraph.itertext(qn("w:t"))) for paragraph in document.element.body.iter(qn("w:p")))
    return " ".join(" ".join(lines).split())


def instructions(element: etree._Element) -> list[str]:
    return [str(field.text).strip() for field in element.iter(qn("w:instrText"))]


def test_each_kind_of_block_is_printed() -> None:
    printed = words(opened(content(blocks=every_block.BLOCKS)))
    assert [word for word in every_block.WORDS if word not in printed] == []


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render_docx(content()) == render_docx(content())


def test_the_archive_keeps_no_moment_of_writing() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(content()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_properties_tell_title_author_language_and_date() -> None:
    properties = opened(content(title="Tytuł", author="Biuro")).core_properties
    assert (properties.title, properties.author, properties.language) == ("Tytuł", "Biuro", "pl-PL")
    assert properties.created == properties.modified == datetime(2024, 3, 18, tzinfo=UTC)


def test_words_are_polish_for_the_spelling_checker() -> None:
    defaults = opened(content()).styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == "pl-PL"


def test_headings_have_real_styles() -> None:
    blocks = (Heading(1, "A"), Heading(2, "B"), Heading(3, "C"), Annex("Załącznik nr 1", "D"))
    document = opened(content(blocks=blocks, **SHORT))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert styles == ["Heading 1", "Heading 2", "Heading 3", "Heading 1"]


def test_every_paragraph_has_a_style_the_document_defines() -> None:
    document = opened(content(blocks=every_block.BLOCKS))
    used = {
        style.get(qn("w:val")) for style in document.element.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    assert used <= {style.style_id for style in document.styles}
    assert {"Title", "Caption", "ListBullet", "ListNumber", "Quote", "TabelaDokumentu"} <= used


def test_a_header_row_repeats_and_short_rows_do_not_break() -> None:
    rows = (("1", "krótko"), ("2", "długo " * 200))
    table = opened(content(blocks=(Table("Wykaz", (Column("A"), Column("B", 3)), rows),), **SHORT)).tables[0]
    marks = [
        sorted(etree.QName(mark).localname for mark in row._tr.trPr) if row._tr.trPr is not None else []
        for row in table.rows
    ]
    assert marks == [["cantSplit", "tblHeader"], ["cantSplit"], []]
    assert [column.width.mm for column in table.columns] == pytest.approx([41.5, 124.5], abs=0.1)


def test_a_table_bears_its_name_for_readers_by_ear() -> None:
    table = opened(content(blocks=(Table("Wykaz zmian", (Column("A"),), ()),), **SHORT)).tables[0]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Wykaz zmian"


def test_an_empty_table_says_so_across_its_width() -> None:
    made = content(blocks=(Table("Wykaz", (Column("A"), Column("B")), (), empty="Nie było zmian."),), **SHORT)
    first, second = opened(made).tables[0].rows
    assert [cell.text for cell in first.cells] == ["A", "B"]
    assert len(second._tr.tc_lst) == 1
    assert (second._tr.tc_lst[0].grid_span, second.cells[0].text) == (2, "Nie było zmian.")


def test_the_table_of_contents_is_a_field_filled_in_with_titles_and_no_pages_that_nobody_counted() -> None:
    blocks = (TableOfContents(depth=2), Heading(1, "Pierwszy"), Heading(2, "Drugi"), Heading(3, "Trzeci"))
    document = opened(content(blocks=blocks, **SHORT))
    places = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    entries = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("toc ")]
    assert [(entry.style.name, entry.text) for entry in entries] == [
        ("toc 1", "Pierwszy"),
        ("toc 2", "Drugi"),
    ]
    assert instructions(document.element.body) == ['TOC \\o "1-2" \\h \\z \\u']
    assert {link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))} < places


def test_fields_are_closed_as_often_as_opened() -> None:
    document = opened(content())
    kinds = [part.get(qn("w:fldCharType")) for part in document.element.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 1


def test_a_link_leads_to_the_bookmark_of_its_heading() -> None:
    blocks = (Heading(1, "Wstęp"), Heading(1, "Cel", "mój cel/1"), Paragraph(Link("dalej", "mój cel/1")))
    body = opened(content(blocks=blocks, **SHORT)).element.body
    (link,) = body.iter(qn("w:hyperlink"))
    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert link.get(qn("w:anchor")) == names[1]


def test_the_footer_counts_pages_and_tells_number_date_and_hash() -> None:
    made = content()
    footer = opened(made).sections[0].footer
    assert instructions(footer._element) == ["PAGE", "NUMPAGES"]
    text = " ".join(" ".join(paragraph.text for paragraph in footer.paragraphs).split())
    assert text == (
        "SR/2023/1 · 18 marca 2024 r. · Urząd Miasta w Przykładowie strona 1 z 1 "
        f"DANE ZMYŚLONE – dokument pokazowy · Migawka danych: sha256 {made.short_hash}…"
    )


def test_the_whole_hash_ends_the_document() -> None:
    made = content(made_up=False)
    assert opened(made).paragraphs[-1].text == f"Skrót migawki (sha256): {made.snapshot_sha256}"


def test_a_document_of_true_data_is_not_marked_as_made_up() -> None:
    document = opened(content(made_up=False))
    footer = " ".join(paragraph.text for paragraph in document.sections[0].footer.paragraphs)
    assert "ZMYŚLONE" not in words(document) + footer


def test_each_numbered_list_begins_with_one() -> None:
    blocks = (NumberedList(("a", "b")), NumberedList(("c",)))
    document = opened(content(blocks=blocks, **SHORT))
    lists = [number.get(qn("w:val")) for number in document.element.body.iter(qn("w:numId"))]
    assert (lists[0] == lists[1], lists[1] == lists[2]) == (True, False)


def test_each_state_is_drawn_with_a_picture_of_its_own_beside_its_word() -> None:
    lines = tuple(Paragraph(StateMark(state)) for state in State)
    document = opened(content(blocks=lines, **SHORT))
    body = document.element.body
    drawn = [blip.get(qn("r:embed")) for blip in body.iter(qn("a:blip"))]
    assert len(set(drawn)) == len(State)
    numbers = [drawing.get("id") for drawing in body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(State)
    assert [
        paragraph.text.strip() for paragraph in document.paragraphs if paragraph.text.strip() in {s.word for s in State}
    ] == [state.word for state in State]


def test_a_turned_page_starts_with_the_next_block() -> None:
    document = opened(content(blocks=(Paragraph("przed"), PageBreak(), Paragraph("po")), **SHORT))
    breaks = {paragraph.text: paragraph.paragraph_format.page_break_before for paragraph in document.paragraphs}
    assert (breaks["przed"], breaks["po"]) == (None, True)


@pytest.mark.parametrize("place", ["title", "subtitle", "number", "case_sign", "organisation", "author", "place"])
def test_markup_in_the_frame_of_a_document_comes_out_as_written(place: str) -> None:
    assert HOSTILE in words(opened(content(blocks=(), **{place: HOSTILE})))


def test_markup_and_controls_in_blocks_come_out_as_written() -> None:
    blocks = (
        Heading(1, HOSTILE),
        Paragraph(f"\x00{HOSTILE}\x1f\ud800"),
        Table(HOSTILE, (Column(HOSTILE),), ((HOSTILE,),)),
    )
    assert words(opened(content(blocks=blocks, **SHORT))).count(HOSTILE) == 5


def test_the_faces_of_our_font_travel_inside() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(content()))) as archive:
        faces = sorted(name for name in archive.namelist() if name.startswith("word/fonts/"))
    assert [Path(face).stem for face in faces] == ["Bold", "BoldItalic", "Italic", "Regular"]


def test_eleven_hundred_rows_are_printed() -> None:
    rows = tuple((str(number), "Rozbudowa monitoringu", StateMark(State.DONE)) for number in range(1100))
    made = content(blocks=(Table("Wykaz", (Column("Nr"), Column("Działanie", 4), Column("Ocena")), rows),))
    assert len(opened(made).tables[0]._tbl.tr_lst) == 1101


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: apt-get install libreoffice-writer"
)
def test_libreoffice_opens_it_without_loss(tmp_path: Path) -> None:
    (tmp_path / "dokument.docx").write_bytes(render_docx(content(blocks=every_block.BLOCKS)))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "dokument.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    sheets = PdfReader(tmp_path / "dokument.pdf").pages
    printed = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    assert [word for word in every_block.WORDS if word not in printed] == []


def test_facts_hold_together_and_let_the_next_heading_go() -> None:
    blocks = (Heading(1, "A"), KeyValues((("Termin", "2022"), ("Koszt", "brak"))), Heading(1, "B"))
    document = opened(content(blocks=blocks, **SHORT))
    first, last = (each for each in document.paragraphs if each.style.name == "Dane krótkie")
    held = (first.style.base_style.paragraph_format.keep_with_next, first.paragraph_format.keep_with_next)
    assert (held, last.paragraph_format.keep_with_next) == ((True, None), False)


def test_a_signature_does_not_leave_the_last_row_before_it() -> None:
    table = Table("Wykaz", (Column("A"),), (("1",), ("2",)))
    document = opened(content(blocks=(table, Signatures((Signatory("Kierownik"),))), **SHORT))
    held = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[0].rows]
    assert held == [True, True, True]
