"""Plain and Markdown text: lines are paragraphs, cells are divided by tabs or upright strokes."""

from __future__ import annotations

import re

from bezpiecznik.resolution.document import Block, Document, Opened, Paragraph, Row
from bezpiecznik.resolution.formats.decode import decode
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.parts import Source

_TAG = re.compile(r"</?(?:p|br|b|i|u|em|strong|span|div)\s*/?>", re.I)


def open_text(data: bytes, options: Options) -> Opened:
    """A file of text in whatever encoding an office has; raises UnreadableDocument."""
    text = decode(data)
    return Opened("text", extract(text), text)


def extract(text: str) -> Document:
    """Blocks of a plain or Markdown text."""
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
