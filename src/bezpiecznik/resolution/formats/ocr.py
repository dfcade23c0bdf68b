"""Scans: pages without text recognised by an installed `tesseract` with the Polish language.

What is lost on this way: how sure the recognition was of each word (tesseract says it, paragraphs and rows have no
place for it, so a person compares the reading with the page), bold and italic, stamps and handwriting.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import time
from collections.abc import Iterator

import pypdfium2
from PIL import Image

from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats.ocr_rules import find_rules
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.formats.pages import render
from bezpiecznik.resolution.formats.pdf_file import LOCK, pdf_document
from bezpiecznik.resolution.formats.pdf_shapes import Page, Word
from bezpiecznik.resolution.tesseract import LANGUAGE, reads_polish

MAX_SCANNED = 120
SECONDS_A_PAGE = 60.0
SECONDS_IN_ALL = 1_800.0
STAGE = "Rozpoznawanie pisma"

_DOTS = 300
_LEAST_SURE = 20.0
_COLUMNS = ("level", "left", "top", "width", "height", "conf", "text")

_MISSING = (
    "Rozpoznawanie pisma (OCR) nie jest zainstalowane: administrator systemu może je dodać"
    " (pakiety tesseract-ocr i\u00a0tesseract-ocr-pol). Bez niego wczytaj plik DOCX lub PDF z\u00a0tekstem."
)
_SLOW = (
    "Rozpoznawanie pisma trwało zbyt długo i\u00a0zostało przerwane: wczytaj plik, z\u00a0którego powstał skan"
    " (DOCX lub PDF z\u00a0tekstem), albo same strony z\u00a0programem."
)


def recognise(data: bytes, scans: list[Page], options: Options) -> dict[int, Page]:
    """The given pages with words and rules seen on their pictures, by number; raises UnreadableDocument."""
    program = _tesseract()
    if len(scans) > MAX_SCANNED:
        raise UnreadableDocument(
            f"Skan ma więcej niż {MAX_SCANNED} stron:"
            " wczytaj same strony z\u00a0programem albo plik DOCX lub PDF z\u00a0tekstem."
        )
    until = time.monotonic() + SECONDS_IN_ALL
    seen: dict[int, Page] = {}
    with pdf_document(data) as document:
        for done, page in enumerate(scans):
            options.progress(STAGE, done / len(scans))
            seen[page.number] = _seen(program, document, page, until)
    options.progress(STAGE, 1.0)
    return seen


def _tesseract() -> str:
    program = shutil.which("tesseract")
    if program is None or not reads_polish():
        raise UnreadableDocument(_MISSING)
    return program


def _seen(program: str, document: pypdfium2.PdfDocument, page: Page, until: float) -> Page:
    with LOCK:
        picture = render(document, page.number - 1, round(page.width / 72 * _DOTS)).convert("L")
    dots = picture.width / page.width * 72
    levels, uprights = find_rules(picture, dots)
    words = list(_words(_run(program, picture, dots, until), 72 / dots))
    return Page(page.number, page.width, page.height, words, levels, uprights, signs=sum(len(w.text) for w in words))


def _run(program: str, picture: Image.Image, dots: float, until: float) -> str:
    """What tesseract writes, word by word; picture and words go through pipes, so nothing is stored."""
    given = io.BytesIO()
    picture.save(given, format="PNG", compress_level=1)
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--psm", "6", "--dpi", str(round(dots)), "tsv"]
    seconds = min(SECONDS_A_PAGE, until - time.monotonic())
    if seconds <= 0:
        raise UnreadableDocument(_SLOW)
    try:
        result = subprocess.run(  # noqa: S603 (the program found, with constant arguments)
            command,
            input=given.getvalue(),
            capture_output=True,
            timeout=seconds,
            check=False,
            env={"PATH": os.pathsep.join(os.get_exec_path()), "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired as fault:
        raise UnreadableDocument(_SLOW) from fault
    except OSError as fault:
        raise UnreadableDocument(_MISSING) from fault
    return result.stdout.decode("utf-8", "replace") if result.returncode == 0 else ""


def _words(table: str, scale: float) -> Iterator[Word]:
    """Words of tesseract's table in points; words of one line stand on one base."""
    base = 0.0
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if any(row.get(name) is None for name in _COLUMNS):
            continue
        left, top, width, height = (float(row[name]) * scale for name in ("left", "top", "width", "height"))
        text = row["text"].strip()
        if row["level"] == "4":
            base = top + height
        elif row["level"] == "5" and text and _is_text(text, float(row["conf"])):
            yield Word(text, left, top, left + width, top + height, base)


def _is_text(text: str, sure: float) -> bool:
    return sure >= _LEAST_SURE or any(sign.isalnum() for sign in text)
