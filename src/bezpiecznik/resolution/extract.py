"""From text to a document of paragraphs and table rows, each with its place.

Other formats (DOCX, PDF, XLSX) need only to make the same `Document`; every later stage stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bezpiecznik.resolution.model import Source


@dataclass(frozen=True)
class Paragraph:
    """One line of running text; `gap` tells of an empty line before it."""

    text: str
    source: Source
    gap: bool = False
    indent: int = 0


@dataclass(frozen=True)
class Row:
    """One line of a table."""

    cells: tuple[str, ...]
    source: Source
    gap: bool = False


Block = Paragraph | Row


@dataclass(frozen=True)
class Document:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]


_TAG = re.compile(r"</?(?:p|br|b|i|u|em|strong|span|div)\s*/?>", re.I)


def extract(text: str) -> Document:
    """Blocks of a plain or Markdown text; cells are divided by tabs or by upright strokes."""
    blocks: list[Block] = []
    gap, page = False, 1
    paged = "\f" in text
    for number, line in enumerate(text.split("\n"), start=1):
        page += line.count("\f")
        block = _block(line, Source(line=number, page=page if paged else None), gap)
        if block:
            blocks.append(block)
        gap = block is None and not _is_rule(line)
    return Document(tuple(blocks))


def _block(line: str, source: Source, gap: bool) -> Block | None:
    bare = line.strip(" \r\f\v\u00a0")
    if not bare.strip() or _is_rule(bare):
        return None
    if bare.startswith("|") and bare.count("|") > 1:
        return Row(tuple(_clean(cell) for cell in bare.strip("|").split("|")), source, gap)
    if "\t" in bare.strip("\t") or (bare.startswith("\t") and bare.count("\t") > 1):
        return Row(tuple(_clean(cell) for cell in bare.split("\t")), source, gap)
    text = _clean(bare.strip("\t"))
    indent = len(line) - len(line.lstrip())
    return Paragraph(re.sub(r"^#{1,6}\s+", "", text), source, gap, indent) if text else None


def _is_rule(line: str) -> bool:
    return "|" in line and "-" in line and not line.strip("|:- \t\r")


def _clean(text: str) -> str:
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(text.replace("**", "").split())
