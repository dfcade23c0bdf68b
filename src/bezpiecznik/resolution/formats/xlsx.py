"""XLSX workbooks: whatever tables there are, in any sheet and at any place of it; or our own template.

Values are those that were kept with the formulas; nothing is calculated. Hidden sheets, rows and columns are not
read: what an office hid it did not mean to adopt. Comments, drawings and macros are not read either.
"""

from __future__ import annotations

from dataclasses import replace

from bezpiecznik.resolution.document import Opened
from bezpiecznik.resolution.formats.gathering import Gathering
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.formats.xlsx_book import Workbook
from bezpiecznik.resolution.formats.xlsx_tables import gather_sheet
from bezpiecznik.resolution.template_reading import is_template, read_template


def open_xlsx(data: bytes, options: Options) -> Opened:
    """Blocks of an XLSX file, and for our own template what it says; raises UnreadableDocument."""
    gathering = Gathering()
    workbook = Workbook(data)
    for done, name in enumerate(workbook.visible, start=1):
        gather_sheet(name, workbook.sheet(name), gathering)
        options.progress("Odczyt arkuszy", done / len(workbook.visible))
    opened = gathering.opened("xlsx")
    if is_template(workbook):
        return replace(opened, reading=read_template(workbook, opened.document))
    return opened
