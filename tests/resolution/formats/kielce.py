"""The resolution of Kielce as office files: the same words in other clothes."""

import io
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook
from resolution.formats.office import docx_of_lines
from resolution.samples import KIELCE

LINES = list[str | list[str]]

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed, so nothing can be converted with it"
)


@cache
def lines() -> LINES:
    """Paragraphs as texts and table rows as lists of cells; rows broken by pages stay broken."""
    return [_line(line) for line in KIELCE.read_text().split("\n")]


def _line(line: str) -> str | list[str]:
    bare = re.sub(r"<[^>]*>", " ", line).replace("**", "").strip(" \r\f")
    cells = [cell.strip() for cell in bare.split("\t")]
    return cells if any(cells[1:]) or (len(cells) > 2 and not cells[0]) else bare.strip()


@cache
def as_docx() -> bytes:
    """With paragraphs and real tables, by python-docx."""
    return docx_of_lines(lines())


@cache
def as_xlsx() -> bytes:
    """Every line a row of one sheet, by openpyxl."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines():
        sheet.append(line if isinstance(line, list) else [line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def converted(data: bytes, extension: str, target: str, folder: Path) -> bytes:
    """The file made into another format by LibreOffice, with a profile of its own."""
    source = folder / f"uchwala.{extension}"
    source.write_bytes(data)
    out = folder / "out"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    web = ["--infilter=HTML (StarWriter)"] if extension == "html" else []
    command = ["soffice", profile, "--headless", *web, "--convert-to", target, "--outdir", out, source]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return next(out.glob(f"uchwala.{target.partition(':')[0]}")).read_bytes()
