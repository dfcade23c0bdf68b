"""Tables of a DOCX: merged cells, headings of two storeys, tables within tables."""

from resolution.formats.office import blocks, docx, p, said, table_of, tbl, tc

from bezpiecznik.resolution import read

START, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
HEAD = tc("Obszar") + tc("Zadanie") + tc("Realizator") + tc("Partnerzy")


def span(width: int) -> str:
    return f'<w:gridSpan w:val="{width}"/>'


def test_a_cell_merged_over_rows_holds_for_each_of_them() -> None:
    data = docx(
        tbl(
            HEAD,
            tc("Ulice", START) + tc("Patrole") + tc("KMP", START) + tc("SM"),
            tc("", ON) + tc("Zebrania") + tc("", ON) + tc("PSP"),
        )
    )
    assert said(data)[1:] == [("Ulice", "Patrole", "KMP", "SM"), ("Ulice", "Zebrania", "KMP", "PSP")]


def test_rows_of_one_merged_task_repeat_nothing() -> None:
    data = docx(
        tbl(
            tc("Lp.") + tc("Zadanie") + tc("Realizator") + tc("Mierniki"),
            tc("1.", START) + tc("Patrole", START) + tc("KMP", START) + tc("liczba patroli"),
            tc("", ON) + tc("", ON) + tc("", ON) + tc("liczba godzin"),
        )
    )
    assert said(data)[2] == ("", "", "", "liczba godzin")


def test_a_heading_of_two_storeys_is_one_row() -> None:
    data = docx(
        tbl(
            tc("Lp.", START) + tc("Zadanie", START) + tc("Podmioty", span(2)),
            tc("", ON) + tc("", ON) + tc("Odpowiedzialny") + tc("Współpracujący"),
            tc("1.") + tc("Patrole") + tc("KMP") + tc("SM"),
        )
    )
    assert said(data) == [
        ("Lp.", "Zadanie", "Odpowiedzialny (Podmioty)", "Współpracujący (Podmioty)"),
        ("1.", "Patrole", "KMP", "SM"),
    ]
    action = read(data).areas[0].actions[0]
    assert (action.responsible, action.partners) == (("KMP",), ("SM",))


def test_a_heading_of_three_storeys_is_one_row_too() -> None:
    data = docx(
        tbl(
            tc("Lp.", START) + tc("Zadanie", START) + tc("Realizacja", span(3)),
            tc("", ON) + tc("", ON) + tc("Termin", span(2)) + tc("Koszt", START),
            tc("", ON) + tc("", ON) + tc("od") + tc("do") + tc("", ON),
            tc("1.") + tc("Patrole") + tc("2025") + tc("2026") + tc("10 tys. zł"),
        )
    )
    assert said(data) == [
        ("Lp.", "Zadanie", "od (Termin, Realizacja)", "do (Termin, Realizacja)", "Koszt (Realizacja)"),
        ("1.", "Patrole", "2025", "2026", "10 tys. zł"),
    ]


def test_a_title_across_the_table_is_no_storey_of_its_heading() -> None:
    data = docx(
        tbl(tc("OBSZAR I: ULICE", span(3)), tc("Lp.") + tc("Zadanie") + tc("KMP"), tc("1.") + tc("a") + tc("b"))
    )
    assert said(data)[0] == ("OBSZAR I: ULICE", "", "")


def test_names_of_columns_are_kept_apart_where_most_rows_join_their_cells() -> None:
    row = tc("Ulice") + tc("Patrole") + tc("KMP i SM", span(2))
    assert said(docx(tbl(HEAD, row, row))) == [
        ("Obszar", "Zadanie", "Realizator", "Partnerzy"), ("Ulice", "Patrole", "KMP i SM", ""),
        ("Ulice", "Patrole", "KMP i SM", ""),
    ]  # fmt: skip


def test_a_cell_that_goes_on_with_nothing_keeps_its_own_words() -> None:
    assert said(docx(tbl(tc("a") + tc("b"), tc("c", ON) + tc("d")))) == [("a", "b"), ("c", "d")]


def test_a_row_across_the_table_stands_in_its_first_column() -> None:
    data = docx(tbl(HEAD, tc("OBSZAR II: SZKOŁY", span(4)), tc("a") + tc("b") + tc("c") + tc("d")))
    assert said(data)[1] == ("OBSZAR II: SZKOŁY", "", "", "")


def test_edges_dragged_by_a_little_do_not_move_cells() -> None:
    dragged = tc("Lp.") + tc("Zadanie", span(3)) + tc("Realizator", span(2)) + tc("Partnerzy")
    row = tc("1.") + tc("Patrole", span(2)) + tc("KMP", span(2)) + tc("SM", span(2))
    assert said(docx(tbl(dragged, row, row))) == [
        ("Lp.", "Zadanie", "Realizator", "Partnerzy"), ("1.", "Patrole", "KMP", "SM"), ("1.", "Patrole", "KMP", "SM"),
    ]  # fmt: skip


def test_a_row_that_begins_further_in_leaves_its_first_columns_empty() -> None:
    short = f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{tc("KMP")}{tc("SM")}</w:tr>'
    row = tc("1.") + tc("Patrole") + tc("SM") + tc("PSP")
    assert said(docx(tbl(HEAD, row, short)))[2] == ("", "", "KMP", "SM")


def test_deleted_rows_and_cells_are_not_read() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('x')}{tc('y')}</w:tr>"
    assert said(docx(tbl(tc("a") + tc("b") + tc("c", "<w:cellDel/>"), gone))) == [("a", "b")]


def test_paragraphs_of_a_cell_stay_apart() -> None:
    assert said(docx(tbl(tc(p("KMP") + p() + p("SM")) + tc("b")))) == [("KMP\nSM", "b")]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{tc('a')}{control.format(tc('b'))}</w:tr>"
    assert said(docx(f"<w:tbl>{control.format(row)}</w:tbl>")) == [("a", "b")]


def test_a_table_in_a_cell_is_told_line_by_line() -> None:
    inner = table_of(("KMP", "patrole"), ("SM", "kontrole"))
    assert said(docx(tbl(tc("1.") + tc(p("Razem:") + inner + p())))) == [("1.", "Razem:\nKMP patrole\nSM kontrole")]


def test_whole_tables_in_the_cells_of_a_frame_are_tables() -> None:
    inner = table_of(("Lp.", "Zadanie", "Realizator"), ("1.", "Patrole", "KMP"))
    data = docx(tbl(tc("OBSZAR I: ULICE") + tc(inner + p()), tc("OBSZAR II: SZKOŁY") + tc(inner + p())))
    areas = read(data).areas
    assert [(area.name, [action.text for action in area.actions]) for area in areas] == [
        ("ULICE", ["Patrole"]), ("SZKOŁY", ["Patrole"]),
    ]  # fmt: skip


def test_a_table_of_one_column_is_a_frame_around_text_and_tables() -> None:
    data = docx(tbl(tc(p("OBSZAR I: ULICE") + table_of(("Lp.", "Zadanie"), ("1.", "Patrole")) + p())))
    assert said(data) == ["OBSZAR I: ULICE", ("Lp.", "Zadanie"), ("1.", "Patrole")]


def test_rows_know_their_table_and_row() -> None:
    data = docx(table_of(("a", "b"), ("", ""), ("c", "d")) + p() + table_of(("e", "f")))
    assert [block.source.cell for block in blocks(data)] == ["T1.R1", "T1.R3", "T2.R1"]
