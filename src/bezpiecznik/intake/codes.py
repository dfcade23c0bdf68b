"""How a row of a reading is called: `1.3`, `P9`, or by its first words."""

import re

from django.utils.translation import gettext as _

from bezpiecznik.intake.draft import Draft, Kind, Row

LONGEST = 60
ROW_OF_TABLE = re.compile(r"T(\d+)\.R(\d+)")


def code(row: Row, draft: Draft) -> str:
    """`3.13` for action 13 of area 3, `P9` for initiative 9, „Obszar 3” for an area; empty for rows without numbers."""
    if row.kind is Kind.ACTION:
        area = draft.row(row.parent)
        return f"{area.values['no'] if area else '?'}.{row.values['no']}"
    if row.kind is Kind.INITIATIVE:
        return f"P{row.values['no']}"
    return _("Obszar %(no)s") % {"no": row.values["no"]} if row.kind is Kind.AREA else ""


def name(row: Row, draft: Draft) -> str:
    """The code, or the first words of a row that has none."""
    return code(row, draft) or first_words(row)


def first_words(row: Row) -> str:
    """Enough of the wording to know the row by."""
    words = row.wording
    short = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]}…"
    return f"„{short}”" if short else _("pozycja bez treści")


def cell_in_words(cell: str) -> str:
    """`T3.R5` of a text document as „tabela 3, jej wiersz 5”; a cell of a spreadsheet as it is called there."""
    if found := ROW_OF_TABLE.fullmatch(cell):
        return _("tabela %(table)s, jej wiersz %(row)s") % {"table": found[1], "row": found[2]}
    return cell
