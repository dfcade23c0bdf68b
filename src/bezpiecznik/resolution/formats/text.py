"""Plain and Markdown text: lines are paragraphs; cells are divided by tabs, strokes, semicolons or wide spaces."""

from __future__ import annotations

import re

from bezpiecznik.resolution.document import Block, Document, Opened, Paragraph, Row
from bezpiecznik.resolution.formats.columns import RULE, read_columns
from bezpiecznik.resolution.formats.decode import decode
from bezpiecznik.resolution.formats.delimited import read_delimited
from bezpiecznik.resolution.formats.furniture import find_furniture
from bezpiecznik.resolution.formats.grids import is_rule, read_grids, split_strokes
from bezpiecznik.resolution.formats.joining import SOFT_HYPHEN
from bezpiecznik.resolution.formats.label_columns import read_label_columns
from bezpiecznik.resolution.formats.lines import Lines
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.formats.rows import rows_of
from bezpiecznik.resolution.formats.stable import read_stable
from bezpiecznik.resolution.parts import Source

_TAG = re.compile(r"</?(?:p|b|i|u|em|strong|span|div)\s*/?>", re.I)
# A soft hyphen shows only where a line ends, and there it divides a word.
_INNER_SOFT = re.compile(r"\u00ad(?=\S)")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.I)
# Before one tab these are the beginning of a line, not a cell: "1.", "a)", "-", "§ 2.", "Termin:".
_MARKER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zA-Z]\)|[IVXL]{1,6}[.)]|[-–•*·]|§\s?\d+\.?|[^\t]{2,60}:)\s*")

Tables = dict[int, tuple[str, ...]]


def open_text(data: bytes, options: Options) -> Opened:
    """A file of text in whatever encoding an office has; raises UnreadableDocument."""
    text = decode(data)
    return Opened("text", extract(text), text)


def extract(text: str) -> Document:
    """Blocks of a plain or Markdown text."""
    lines = text.split("\n")
    furniture = find_furniture(lines)
    rows, taken = _tables(lines, furniture)
    blocks: list[Block] = []
    gap, page = False, 1
    paged = "\f" in text
    for number, line in enumerate(lines, start=1):
        page += line.count("\f")
        source = Source(line=number, page=page if paged else None)
        block: Block | None = None
        if number in rows:
            block = Row(tuple(_clean_cell(cell) for cell in rows[number]), source, gap)
        elif number not in taken and number not in furniture:
            block = _block(line, source, gap, blocks[-1] if blocks else None)
        if block:
            blocks.append(block)
        if number not in furniture:
            gap = block is None and number not in taken and not _only_draws(line)
    return Document(tuple(blocks))


def _tables(lines: list[str], furniture: set[int]) -> tuple[Tables, set[int]]:
    """Rows of the tables that take more than one line each, by their first line, and all lines they take."""
    rows: Tables = {}
    taken: set[int] = set()
    for grid in read_grids(lines):
        rows.update((row.line, row.cells) for row in grid.rows)
        taken |= grid.lines
    free = ["" if number in taken else line for number, line in enumerate(lines, start=1)]
    for table in read_delimited(free):
        rows.update(table.rows)
        taken |= table.lines
    free = ["" if number in taken else line for number, line in enumerate(lines, start=1)]
    for number, cells, used in read_label_columns(Lines(free), furniture):
        rows[number] = cells
        taken |= used
    free = ["" if number in taken else line for number, line in enumerate(lines, start=1)]
    last: tuple[str, ...] | None = None
    end = 0
    for columns in read_columns(Lines(free), furniture):
        start = min(columns.taken)
        goes_on = columns.header.cells == last and not _is_text_between(lines, end, start, furniture)
        if not goes_on:
            rows[start] = columns.header.cells
        rows.update(rows_of(columns))
        taken |= columns.taken
        last, end = columns.header.cells, max(columns.taken)
    free = ["" if number in taken else line for number, line in enumerate(lines, start=1)]
    for number, cells, used in read_stable(Lines(free)):
        rows[number] = cells
        taken |= used
    return rows, taken


def _is_text_between(lines: list[str], end: int, start: int, furniture: set[int]) -> bool:
    return any(lines[at - 1].strip() and at not in furniture for at in range(end + 1, start))


def _block(line: str, source: Source, gap: bool, last: Block | None) -> Block | None:
    bare = line.strip(" \r\f\v\u00a0")
    if not bare.strip() or _only_draws(bare):
        return None
    if cells := split_strokes(bare):
        return Row(tuple(_clean_cell(cell) for cell in cells), source, gap)
    if _has_cells(bare, last):
        return Row(tuple(_clean_cell(cell) for cell in bare.split("\t")), source, gap)
    text = _clean(bare.replace("\t", " "))
    indent = len(line) - len(line.lstrip())
    return Paragraph(re.sub(r"^#{1,6}\s+", "", text), source, gap, indent) if text else None


def _has_cells(bare: str, last: Block | None) -> bool:
    """Do tabs divide cells here, rather than set in the text after a number or a label?"""
    inner = bare.strip("\t")
    if "\t" not in inner:
        return bare.startswith("\t") and bare.count("\t") > 1 and isinstance(last, Row)
    head, _, rest = inner.partition("\t")
    if isinstance(last, Row) or "\t" in rest.strip("\t") or bare.startswith("\t"):
        return True
    return _MARKER.fullmatch(head) is None


def _only_draws(line: str) -> bool:
    return is_rule(line) or ("|" in line and "-" in line and not line.strip("|:- \t\r")) or _is_drawn(line)


def _is_drawn(line: str) -> bool:
    return len(line) < 400 and len(line.strip()) > 3 and RULE.fullmatch(line) is not None


def _clean_cell(text: str) -> str:
    """The text of a cell; "<br>" is a division the author made."""
    if "\n" not in text and "<" not in text:
        return _clean(text)
    return "\n".join(filter(None, map(_clean, _BREAK.sub("\n", text).split("\n"))))


def _clean(text: str) -> str:
    if "<" in text:
        text = _TAG.sub(" ", _BREAK.sub(" ", text))
    if SOFT_HYPHEN in text:
        text = _INNER_SOFT.sub("", text)
    return " ".join(text.replace("**", "").split())
