"""Paragraphs of a DOCX: what is printed, and nothing else."""

import io
import zipfile

import pytest
from resolution.formats.office import W, blocks, docx, p, relations, run, said, table_of, tc, zipped

BOX = "<w:txbxContent>{}</w:txbxContent>"


def test_empty_paragraphs_and_tables_make_gaps() -> None:
    data = docx(p("jeden") + p("dwa") + p() + p("trzy") + table_of(("a", "b"), ("c", "d")) + p("cztery"))
    assert [block.gap for block in blocks(data)] == [False, False, True, True, False, True]


def test_lines_broken_by_hand_stay_apart_and_spaces_are_single() -> None:
    runs = "<w:r><w:t>UCHWAŁA NR 1</w:t><w:br/><w:t>RADY   MIASTA\u00a0LIPNA</w:t></w:r>"
    assert said(docx(p(runs))) == ["UCHWAŁA NR 1", "RADY MIASTA LIPNA"]


def test_hyphens_that_only_help_to_break_lines_are_left_out() -> None:
    runs = "<w:t>bez</w:t><w:softHyphen/><w:t>pie\u00adczeństwo, biało</w:t><w:noBreakHyphen/><w:t>czerwony</w:t>"
    assert said(docx(p(f"<w:r>{runs}</w:r>"))) == ["bezpieczeństwo, biało-czerwony"]


def test_symbols_of_symbol_fonts_become_signs() -> None:
    runs = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5 osób</w:t></w:r>'
    assert said(docx(p(runs))) == ["≥ 5 osób"]


def test_tracked_changes_are_accepted() -> None:
    body = p(
        run("Patrole ")
        + f"<w:del><w:r><w:delText>rzadkie </w:delText></w:r></w:del><w:ins>{run('częste ')}</w:ins>"
        + f"<w:moveFrom>{run('nocą ')}</w:moveFrom>{run('w parku ')}<w:moveTo>{run('nocą')}</w:moveTo>"
    )
    assert said(docx(body)) == ["Patrole częste w parku nocą"]


def test_a_deleted_end_of_paragraph_joins_it_with_the_next() -> None:
    body = p("Prowadzenie ", "<w:rPr><w:del/></w:rPr>") + p("patroli") + p("Zebrania")
    assert said(docx(body)) == ["Prowadzenie patroli", "Zebrania"]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    data = docx(p("M", '<w:framePr w:dropCap="drop"/>') + p("iasto dba o ład."))
    assert said(data) == ["Miasto dba o ład."]


def test_letters_made_of_two_signs_are_one_letter() -> None:
    assert said(docx(p("Zadan\u0301"))) == ["Zada\u0144"]


def test_a_document_of_the_strict_standard_reads_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(p("Tekst") + table_of(("a", "b"))))) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = parts.pop("word/document.xml")
    assert isinstance(main, bytes)
    strict = main.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert said(zipped({**parts, "word/document.xml": strict})) == ["Tekst", ("a", "b")]


def test_the_main_part_may_have_another_name() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(p("Tekst")))) as packed:
        main = packed.read("word/document.xml")
    links = relations(("officeDocument", "word/document2.xml", ""))
    assert said(zipped({"_rels/.rels": links, "word/document2.xml": main})) == ["Tekst"]


def test_hidden_text_is_not_read_and_shown_text_of_a_hidden_style_is() -> None:
    styles = '<w:style w:type="character" w:styleId="Ukryty"><w:rPr><w:vanish/></w:rPr></w:style>'
    runs = (
        run("a ") + run("b ", "<w:vanish/>") + run("c ", '<w:rStyle w:val="Ukryty"/>')
        + run("d", '<w:rStyle w:val="Ukryty"/><w:vanish w:val="0"/>')
    )  # fmt: skip
    assert said(docx(p(runs), styles=styles)) == ["a d"]


def test_text_shown_in_capitals_is_read_in_capitals() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="N"><w:rPr><w:caps/></w:rPr></w:style>'
    assert said(docx(p("Ład i porządek", '<w:pStyle w:val="N"/>'), styles=styles)) == ["ŁAD I PORZĄDEK"]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    runs = run("zob. ") + FIELD.format("REF zadanie", run("zadanie 3")) + f"<w:hyperlink>{run(' tutaj')}</w:hyperlink>"
    assert said(docx(p(runs))) == ["zob. zadanie 3 tutaj"]


def test_a_table_of_contents_is_not_text() -> None:
    first, rest = FIELD.format("TOC \\o", run("I. Wstęp 3")).split('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body = p(first) + p("II. Cele 5") + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + rest) + p("I. Wstęp")
    assert said(docx(body)) == ["I. Wstęp"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("Cele")) + p("Zadania")
    assert said(docx(body)) == ["Cele", "Zadania"]


def test_content_controls_are_read_but_not_their_invitations() -> None:
    filled = f"<w:sdt><w:sdtContent>{p('Wpisano')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Kliknij')}</w:sdtContent></w:sdt>"
    inner = f"<w:sdt><w:sdtContent>{run('2021')}</w:sdtContent></w:sdt>"
    assert said(docx(filled + empty + p(run("rok ") + inner))) == ["Wpisano", "rok 2021"]


def test_a_text_box_drawn_for_old_and_new_programs_is_read_once() -> None:
    box = BOX.format(p("OBSZAR I: ULICE") + p("opis"))
    drawing = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert said(docx(p(f"<w:r>{drawing}</w:r>{run('przed')}"))) == ["przed", "OBSZAR I: ULICE", "opis"]
    in_cell = said(
        docx(
            table_of(("x", "y")).replace("</w:tbl>", f"<w:tr>{tc(p(f'<w:r>{drawing}</w:r>'))}{tc('z')}</w:tr></w:tbl>")
        )
    )
    assert in_cell == [("x", "y"), ("OBSZAR I: ULICE\nopis", "z")]


def test_pages_are_counted_where_word_noted_them() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p("a") + p(turn + run("b")) + p(run("c") + turn + run("d")) + p("e") + table_of(("x", "y"))
    assert [block.source.page for block in blocks(docx(body))] == [1, 2, 2, 3, 3]
    row = table_of(("x", "y")).replace("<w:p><w:r>", f"<w:p>{turn}<w:r>", 1)
    assert [block.source.page for block in blocks(docx(p("a") + row))] == [1, 2]
    assert {block.source.page for block in blocks(docx(p("bez znaków")))} == {None}


def test_footnotes_come_last_each_with_its_number() -> None:
    note = '<w:footnote w:id="2">' + p("KMP – Komenda Miejska Policji") + "</w:footnote>"
    rule = '<w:footnote w:type="separator" w:id="0">' + p("---") + "</w:footnote>"
    opened = blocks(docx(p("Tekst"), footnotes=rule + note))
    assert [(block.source.cell, block.gap) for block in opened] == [(None, False), ("przypis 2", True)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1.\tProwadzenie patroli", "1. Prowadzenie patroli"),
        ("Lp.\tDziałania\tPartnerzy", ("Lp.", "Działania", "Partnerzy")),
        ("KMP\tKomenda Miejska Policji", ("KMP", "Komenda Miejska Policji")),
        ("I. WSTĘP\t3", ("I. WSTĘP", "3")),
        ("\t\tPrzewodniczący Rady", "Przewodniczący Rady"),
        ("Termin:\t2025 r.", "Termin: 2025 r."),
        ("Termin realizacji\t2025 r.", ("Termin realizacji", "2025 r.")),
    ],
)
def test_tabs_make_columns_only_where_there_are_columns(typed: str, read: str | tuple[str, ...]) -> None:
    runs = "<w:r>" + "<w:tab/>".join(f"<w:t>{part}</w:t>" for part in typed.split("\t")) + "</w:r>"
    assert said(docx(p(runs))) == [read]


def test_headers_footers_and_comments_are_not_part_of_the_text() -> None:
    links = relations(("header", "header1.xml", ""), ("footer", "footer1.xml", ""), ("comments", "comments.xml", ""))
    margins = {
        f"word/{name}.xml": f"<w:hdr {W}>{p('na marginesie')}</w:hdr>" for name in ("header1", "footer1", "comments")
    }
    mark = '<w:commentRangeStart w:id="0"/>' + run("Tekst") + '<w:r><w:commentReference w:id="0"/></w:r>'
    assert said(docx(p(mark), more={"word/_rels/document.xml.rels": links, **margins})) == ["Tekst"]
