"""Automatic numbers of a DOCX, which stand nowhere in its text."""

from resolution.formats.office import docx, p, said, tbl, tc


def lvl(level: int, form: str, pattern: str, more: str = "") -> str:
    shape = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{level}">{shape}</w:lvl>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def at(list_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


LEVELS = (lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "%2)"), lvl(2, "bullet", "\uf0b7"))


def test_levels_count_on_their_own_and_begin_again_under_the_next_number() -> None:
    body = "".join(
        p(text, at(1, level)) for text, level in [("A", 0), ("x", 1), ("y", 1), ("z", 2), ("B", 0), ("x", 1)]
    )
    assert said(docx(body, numbering=abstract(0, *LEVELS) + num(1, 0))) == [
        "1. A", "a) x", "b) y", "- z", "2. B", "a) x",
    ]  # fmt: skip


def test_two_lists_of_one_definition_count_together_unless_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, *LEVELS) + num(1, 0) + num(2, 0) + num(3, 0, anew)
    body = p("A", at(1)) + p("B", at(2)) + p("C", at(3)) + p("D", at(3))
    assert said(docx(body, numbering=numbering)) == ["1. A", "2. B", "1. C", "2. D"]


def test_numbers_of_several_levels_and_in_roman_figures() -> None:
    numbering = abstract(
        0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%1.%2."), lvl(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    )
    body = p("A", at(1)) + p("B", at(1)) + p("C", at(1, 1)) + p("D", at(1, 2))
    assert said(docx(body, numbering=numbering + num(1, 0))) == ["I. A", "II. B", "II.1. C", "2.1.1 D"]


def test_a_number_may_be_words() -> None:
    numbering = abstract(0, lvl(0, "upperRoman", "Obszar %1:")) + num(1, 0)
    assert said(docx(p("Spokojne ulice", at(1)), numbering=numbering)) == ["Obszar I: Spokojne ulice"]


def test_headings_are_numbered_through_their_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    )
    numbering = abstract(
        0, lvl(0, "decimal", "%1.", '<w:pStyle w:val="H1"/>'), lvl(1, "decimal", "%1.%2.", '<w:pStyle w:val="H2"/>')
    )
    body = p("Cele", '<w:pStyle w:val="H1"/>') + p("Cel główny", '<w:pStyle w:val="H2"/>')
    off = p("Bez numeru", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert said(docx(body + off, styles=styles, numbering=numbering + num(1, 0))) == [
        "1. Cele", "1.1. Cel główny", "Bez numeru",
    ]  # fmt: skip


def test_empty_cells_with_automatic_numbers_say_their_numbers() -> None:
    table = tbl(
        tc("Lp.") + tc("Zadanie"),
        tc(p("", at(1))) + tc("Patrole"),
        tc(p("", at(1))) + tc("Zebrania"),
    )
    assert said(docx(table, numbering=abstract(0, *LEVELS) + num(1, 0))) == [
        ("Lp.", "Zadanie"), ("1.", "Patrole"), ("2.", "Zebrania"),
    ]  # fmt: skip


def test_a_list_defined_by_the_style_of_another_has_its_levels() -> None:
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="Lista"/>')
        + abstract(1, *LEVELS, more='<w:styleLink w:val="Lista"/>')
        + num(1, 0)
    )
    assert said(docx(p("A", at(1)), numbering=numbering)) == ["1. A"]


def test_a_list_that_nobody_defined_numbers_nothing() -> None:
    assert said(docx(p("A", at(7)), numbering=abstract(0, *LEVELS))) == ["A"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    gone = p("<w:del><w:r><w:delText>B</w:delText></w:r></w:del>", at(1) + "<w:rPr><w:del/></w:rPr>")
    body = p("A", at(1)) + gone + p("C", at(1))
    assert said(docx(body, numbering=abstract(0, *LEVELS) + num(1, 0))) == ["1. A", "2. C"]
