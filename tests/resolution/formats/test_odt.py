"""ODT and ODS: the same as of DOCX, written another way."""

import pytest
from resolution.formats.office import blocks, odt, said

from bezpiecznik.resolution import UnreadableDocument, read
from bezpiecznik.resolution.formats import open_document

LIST = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>'
)


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def item(*inside: str) -> str:
    return f"<text:list-item>{''.join(inside)}</text:list-item>"


def lst(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{p(text) if text else ''}</table:table-cell>"


def table(*rows: str, columns: int = 2, name: str = "T") -> str:
    body = "".join(
        row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>" for row in rows
    )
    repeat = f'<table:table-column table:number-columns-repeated="{columns}"/>'
    return f'<table:table table:name="{name}">{repeat}{body}</table:table>'


COVERED = "<table:covered-table-cell/>"


def test_spaces_tabs_and_breaks() -> None:
    data = odt(
        p(
            'Rada<text:s text:c="3"/>Miasta\n   Lipna<text:line-break/>'
            "uchwala<text:tab/>co <text:span>następuje</text:span>"
        )
    )
    assert said(data) == ["Rada Miasta Lipna", "uchwala co następuje"]


def test_lists_within_lists_and_lists_that_go_on() -> None:
    body = (
        lst(
            item(p("A"), lst(item(p("x")), item(p("y"), lst(item(p("z"))))), p("dalej")),
            more='text:style-name="L" xml:id="l1"',
        )
        + p("tekst")
        + lst(item(p("B")), more='text:style-name="L" text:continue-list="l1"')
        + lst(item(p("C")), more='text:style-name="L" text:continue-numbering="true"')
        + lst(item(p("D")))
    )
    assert said(odt(body, automatic=LIST)) == [
        "1. A", "a) x", "b) y", "- z", "dalej", "tekst", "2. B", "3. C", "1. D",
    ]  # fmt: skip


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = '<text:h text:outline-level="1">Wstęp</text:h><text:h text:outline-level="2">Cele</text:h>'
    assert said(odt(body, styles=outline)) == ["I. Wstęp", "I.1 Cele"]


def test_deleted_hidden_and_marginal_text_is_not_read() -> None:
    hidden = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        f"<text:tracked-changes><text:changed-region><text:deletion>{p('stare')}</text:deletion></text:changed-region></text:tracked-changes>"
        + p('Nowe <text:change text:change-id="1"/><text:span text:style-name="H">ukryte </text:span>słowa'
            '<office:annotation><text:p>uwaga</text:p></office:annotation>')
        + f"<text:table-of-content><text:index-body>{p('Wstęp 3')}</text:index-body></text:table-of-content>"
    )  # fmt: skip
    assert said(odt(body, automatic=hidden)) == ["Nowe słowa"]


def test_footnotes_come_last_and_text_boxes_after_their_paragraph() -> None:
    body = f"<text:note-body>{p('wyjaśnienie')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    box = f"<draw:frame><draw:text-box>{p('OBSZAR I: ULICE')}</draw:text-box></draw:frame>"
    data = odt(p(f"Zdanie{note} dalsze.{box}") + p("Koniec"))
    assert said(data) == ["Zdanie dalsze.", "OBSZAR I: ULICE", "Koniec", "wyjaśnienie"]


def test_merged_cells_hold_for_all_they_cover() -> None:
    data = odt(
        table(
            cell("Obszar") + cell("Zadanie") + cell("Realizator"),
            cell("Ulice", 'table:number-rows-spanned="2"') + cell("Patrole") + cell("KMP"),
            COVERED + cell("Zebrania") + cell("SM"),
            cell("OBSZAR II: SZKOŁY", 'table:number-columns-spanned="3"')
            + '<table:covered-table-cell table:number-columns-repeated="2"/>',
            columns=3,
        )
    )
    assert said(data)[1:] == [
        ("Ulice", "Patrole", "KMP"), ("Ulice", "Zebrania", "SM"), ("OBSZAR II: SZKOŁY", "", ""),
    ]  # fmt: skip
    assert [block.source.cell for block in blocks(data)] == ["T1.R1", "T1.R2", "T1.R3", "T1.R4"]


def test_a_sheet_gives_its_tables_with_their_places() -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048570">{blank}</table:table-row>'
    hidden = f'<table:table-row table:visibility="collapse">{cell("x")}{cell("y")}</table:table-row>'
    sheet = table(cell("Lp.") + cell("Zadanie"), hidden, cell("1") + cell("Patrole"), empty, name="Plan")
    data = odt(sheet, kind="spreadsheet")
    assert said(data) == [("Lp.", "Zadanie"), ("1", "Patrole")]
    assert [block.source.cell for block in blocks(data)] == ["Plan!A1", "Plan!A3"]


def test_a_hidden_sheet_is_not_read_and_empty_columns_at_the_end_do_no_harm() -> None:
    style = (
        '<style:style style:name="U" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    far = '<table:table-cell table:number-columns-repeated="16380"/>'
    shown = table(
        cell("Lp.") + cell("Zadanie") + cell("Realizator") + far, cell("1") + cell("Patrole") + cell("KMP") + far
    )
    hidden = table(cell("x") + cell("y"), name="Stary").replace("<table:table ", '<table:table table:style-name="U" ')
    data = odt(shown + hidden, automatic=style, kind="spreadsheet")
    assert said(data) == [("Lp.", "Zadanie", "Realizator"), ("1", "Patrole", "KMP")]
    assert read(data).areas[0].actions[0].responsible == ("KMP",)


def test_an_odt_with_a_password_is_refused_in_words() -> None:
    manifest = "<manifest><encryption-data/></manifest>"
    with pytest.raises(UnreadableDocument, match="hasłem"):
        open_document(odt(p("x"), **{"META-INF/manifest.xml": manifest}))
