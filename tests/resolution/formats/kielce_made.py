"""The resolution of Kielce set anew: as DOCX, by LibreOffice and by typst, so that its PDF can be compared."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import docx
import typst
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt
from resolution.samples import KIELCE

from bezpiecznik.resolution.document import Block, Paragraph
from bezpiecznik.resolution.formats.decode import decode
from bezpiecznik.resolution.formats.text import extract

SOFFICE = shutil.which("soffice")
TYPST = Path(__file__).parent / "kielce.typ"
WIDTHS = {3: (1.2, 3.0, 11.8), 4: (1.2, 8.0, 3.2, 3.6), 6: (1.0, 4.2, 2.4, 2.4, 2.0, 4.0)}

Item = str | list[tuple[str, ...]]


@cache
def items() -> tuple[Item, ...]:
    """Paragraphs and whole tables; rows that a page of the original cut are one row again."""
    made: list[Item] = []
    for block in extract(decode(KIELCE.read_bytes())).blocks:
        _take(made, block)
    return tuple(made)


def _take(made: list[Item], block: Block) -> None:
    if isinstance(block, Paragraph):
        made.append(block.text)
        return
    last = made[-1] if made else None
    if len(block.cells) == 2:  # a line of the table of contents
        made.append("\t".join(block.cells))
    elif isinstance(last, list) and len(last[0]) == len(block.cells):
        if block.cells[0]:
            last.append(block.cells)
        else:
            last[-1] = tuple(" ".join(filter(None, pair)) for pair in zip(last[-1], block.cells, strict=True))
    else:
        made.append([block.cells])


def as_docx() -> bytes:
    """With real tables, ruled, columns as narrow as an office makes them."""
    document = docx.Document()
    document.styles["Normal"].font.name = "DejaVu Sans"
    document.styles["Normal"].font.size = Pt(10)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.header.paragraphs[0].text = "Miejski Program Zapobiegania Przestępczości – Kielce"
    for item in items():
        if isinstance(item, str):
            paragraph = document.add_paragraph(item)
            if "\t" in item:
                stop = paragraph.paragraph_format.tab_stops
                stop.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        else:
            _table(document, item)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(document: docx.document.Document, rows: list[tuple[str, ...]]) -> None:
    widths = WIDTHS[len(rows[0])]
    table = document.add_table(0, len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for cells in rows:
        for cell, width, text in zip(table.add_row().cells, widths, cells, strict=True):
            cell.width = Cm(width)
            cell.text = text


def office_pdf(data: bytes) -> bytes:
    """What LibreOffice makes of a DOCX file."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "kielce.docx"
        path.write_bytes(data)
        profile = f"-env:UserInstallation=file://{place}/profile"
        command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", place, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return path.with_suffix(".pdf").read_bytes()


def typst_pdf(*, ruled: bool, hyphenate: bool = True) -> bytes:
    """Set by typst: narrow columns with words divided at line ends, the heading of a table repeated on every page."""
    given = {
        "items": json.dumps(items(), ensure_ascii=False),
        "ruled": str(int(ruled)),
        "hyphenate": str(int(hyphenate)),
    }
    made: bytes = typst.compile(str(TYPST), sys_inputs=given)
    return made
