"""Office files made to exhaust a machine: each is answered within half a minute and a gibibyte.

Those with one long part are under ten million bytes, so that their rate of compression alone does not refuse them.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from resolution.formats.office import cells, docx, odt, p, written, xlsx

import bezpiecznik.resolution

GIBIBYTE = 1 << 30
FAR = '<row><c r="IV1"><v>1</v></c><c r="A1"><v>1</v></c></row>'
CHILD = """
import sys, time
from pathlib import Path
from bezpiecznik.resolution import UnreadableDocument, read
try:
    read(Path(sys.argv[1]).read_bytes())
    print("read")
except UnreadableDocument as refusal:
    print(refusal)
"""


def _merged_giant() -> bytes:
    sheet = cells(30_000, 3, '<c t="inlineStr"><is><t>' + "tekst " * 30 + "</t></is></c>")
    return xlsx(sheet + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')


HEAVY: dict[str, Callable[[], bytes]] = {
    "million cells": lambda: xlsx(cells(100_000, 10, '<c t="inlineStr"><is><t>a</t></is></c>')),
    "million empty cells": lambda: xlsx(cells(100_000, 10, '<c s="1"/>')),
    "million empty rows": lambda: xlsx(cells(1_048_576, 1, "")),
    "merged giant": _merged_giant,
    "million paragraphs": lambda: docx("<w:p/>" * 990_000),
    "bomb of one part": lambda: docx("<w:p/>" * 20_000_000),
    "bomb of attributes": lambda: docx("<w:p " + " ".join(f'a{n}=""' for n in range(2_000_000)) + "/>"),
    "bomb of strings": lambda: xlsx(
        "<sheetData/>", **{"xl/sharedStrings.xml": "<sst>" + "<si/>" * 15_000_000 + "</sst>"}
    ),
    "long text": lambda: docx(p("a" * 9_000_000)),
    "far cells": lambda: xlsx(
        "<sheetData>" + '<row><c r="IV1"><v>1</v></c><c r="A1"><v>1</v></c></row>' * 90_000 + "</sheetData>"
    ),
    "wide rows of a docx": lambda: docx("<w:tbl>" + f"<w:tr>{'<w:tc/>' * 1000}</w:tr>" * 1_200 + "</w:tbl>"),
    "wide rows of an odt": lambda: odt(
        "<table:table>"
        + '<table:table-row><table:table-cell table:number-columns-repeated="9999"/></table:table-row>' * 400_000
        + "</table:table>"
    ),
    "page breaks of an odt": lambda: odt(
        f"<text:p>{'<text:s/>' * 250_000}{'<text:soft-page-break/>' * 250_000}</text:p>"
    ),
    "page breaks of a docx": lambda: docx(
        p(f"<w:r>{'<w:t> </w:t>' * 200_000}</w:r><w:r>{'<w:lastRenderedPageBreak/>' * 200_000}</w:r>")
    ),
    "tabs": lambda: docx(p(f"<w:r>{'<w:tab/><w:t>a</w:t>' * 400_000}</w:r>")),
    "rows of an ods": lambda: odt(
        '<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        kind="spreadsheet",
    ),
}


@pytest.mark.parametrize("name", list(HEAVY))
def test_heavy_files_take_less_than_half_a_minute_and_a_gibibyte(name: str, tmp_path: Path) -> None:
    path = written(tmp_path / "plik", HEAVY[name]())
    source = str(Path(bezpiecznik.resolution.__file__).parents[2])
    child = subprocess.run(
        [sys.executable, "-c", CHILD, path],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env={**os.environ, "PYTHONPATH": source},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (GIBIBYTE, GIBIBYTE)),
    )
    assert child.returncode == 0, child.stderr
    assert child.stdout.strip()
