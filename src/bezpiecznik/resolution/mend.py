"""Undoing what pages and narrow columns did to the text: page marks, wrapped lines, divided words."""

from __future__ import annotations

import re
from dataclasses import replace

from bezpiecznik.resolution.document import Block, Document, Paragraph
from bezpiecznik.resolution.headings import explicit_heading
from bezpiecznik.resolution.polish import is_capitals
from bezpiecznik.resolution.wrapping import Wrapping, is_open

_PAGE_MARK = re.compile(
    r"(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?|(?:strona|str\.)\s*\d+(?:\s*(?:z|/)\s*\d+)?"
    r"|id:\s*[0-9A-F-]{8,}.{0,80}|dziennik urzędowy .{0,80}[–-]\s*\d+\s*[–-]\s*poz\.\s*\d+",
    re.I,
)
_OPENS_SOMETHING = re.compile(r"[-–•*§„\"(]|\d+(?:\.\d+)*[.)/]\s|[a-z]\)\s|[a-h]\.\s+[A-ZĄĆĘŁŃÓŚŹŻ]")
_ITEM = re.compile(r"[-–•*§]|\d+(?:\.\d+)*[.)/]\s|[a-z]\)\s|[a-h]\.\s+[A-ZĄĆĘŁŃÓŚŹŻ]|[(\[]\d{1,3}[)\]]\s")
_NEW_CHAPTER = re.compile(r"(?:[IVX]{1,5}|[A-Z])[.)]\s|ROZDZIAŁ\b|CZĘŚĆ\b|ZAŁĄCZNIK\b")
_LABELLED = re.compile(r"[^:;]{2,60}:(?:\s|$)")
_HYPHEN_SEAM = re.compile(r"(?<=[^\W\d_])(?:-\s+-?|\s+-)(?=[^\W\d_])")
_ORPHAN = re.compile(r"(?<=[^\W\d_]{2}) (?![aiouwz]\b)([^\W\d_A-ZĄĆĘŁŃÓŚŹŻ])(?![\w.)/'-])")
_SPACED_STOP = re.compile(r"(?<=\w) +(?=[.,;](?:\s|$))")


_FULL_LINE = 70
_LONGEST_CONTENTS = 400
_LEADERS = re.compile(r"(?:\.\s?){5}\s*\d{0,3}\s*$|…{2,}\s*\d{1,3}\s*$|_{4,}\s*\d{1,3}\s*$")
_CONTENTS_TITLE = re.compile(r"(?:\W*|[IVX\d]+\.\s*)spis\s+treści\W*|zawartość\W*", re.I)
_PAGE_AT_END = re.compile(r"\s\d{1,3}$")


def mend(document: Document) -> Document:
    """The document without page marks and with wrapped lines of paragraphs joined."""
    blocks: list[Block] = []
    parts: list[str] = []
    wrapping = Wrapping.of(document)
    for block in document.blocks:
        if isinstance(block, Paragraph) and _PAGE_MARK.fullmatch(block.text[:200]):
            continue
        last = blocks[-1] if blocks else None
        if isinstance(block, Paragraph) and isinstance(last, Paragraph) and _goes_on(parts, last, block, wrapping):
            parts.append(block.text)
            continue
        _close(blocks, parts)
        blocks.append(block)
        parts = [block.text] if isinstance(block, Paragraph) else []
    _close(blocks, parts)
    return Document(tuple(blocks))


def without_contents(document: Document) -> Document:
    """The document without its table of contents: leaders of dots, titles with pages after "Spis treści"."""
    blocks: list[Block] = []
    listing = False
    for block in document.blocks:
        text = block.text if isinstance(block, Paragraph) else " ".join(filter(None, block.cells))
        if len(text) <= _LONGEST_CONTENTS and _LEADERS.search(text):
            continue
        if len(text) < 60 and _CONTENTS_TITLE.fullmatch(text):
            listing = True
        elif listing and (len(text) > _LONGEST_CONTENTS or not _PAGE_AT_END.search(text)):
            listing = False
        elif listing:
            continue
        blocks.append(block)
    return Document(tuple(blocks))


def _close(blocks: list[Block], parts: list[str]) -> None:
    if blocks and isinstance(blocks[-1], Paragraph) and len(parts) > 1:
        blocks[-1] = replace(blocks[-1], text=_join_lines(parts))


def _join_lines(parts: list[str]) -> str:
    joined = [part[:-1] if re.search(r"[^\W\d_][-\u00ad]$", part) else part + " " for part in parts[:-1]]
    return "".join([*joined, parts[-1]])


def _goes_on(parts: list[str], first: Paragraph, block: Paragraph, wrapping: Wrapping) -> bool:
    """Does this line go on with the paragraph of these lines?"""
    if first.source.cell != block.source.cell:
        return False
    if _wraps(parts[-1], first, block) or (block.gap and wrapping.is_spaced and _spaced(parts[-1], block.text)):
        return True
    if block.gap or _ITEM.match(block.text) or _NEW_CHAPTER.match(block.text) or explicit_heading(block.text):
        return False
    return is_open(parts) or wrapping.hangs(parts, first, block)


def _spaced(previous: str, text: str) -> bool:
    """Double spacing puts a gap before every line: a long one with no end goes on below in small letters."""
    full = len(previous) >= _FULL_LINE and previous[-1].isalnum()
    return full and text[0].islower() and _ITEM.match(text) is None and _LABELLED.match(text) is None


def _wraps(previous: str, first: Paragraph, block: Paragraph) -> bool:
    """Does this line go on with the sentence, or the heading in capitals, of the line before?"""
    text = block.text
    if block.gap or _OPENS_SOMETHING.match(text) or previous.endswith((".", ":", ";")):
        return False
    if text[0].islower():
        in_cells = first.source.cell and block.source.cell  # a sheet wraps inside a cell, not over two
        return _LABELLED.match(text) is None and not in_cells
    if explicit_heading(text) or _NEW_CHAPTER.match(text) or _PAGE_AT_END.search(previous[-20:]):
        return False
    return is_capitals(text) and is_capitals(previous) and is_capitals(first.text)


def join_cells(upper: str, lower: str) -> str:
    """A cell cut by a page break: one text, one space at the seam."""
    return " ".join(part for part in (upper, lower) if part)


def mend_narrow(text: str) -> str:
    """Words divided in a narrow cell: "Miesz- kańcy", "ukończe -niu", "Młodzie ż".

    A first part ending in "o" makes a compound adjective and keeps its hyphen. What does not come apart
    cleanly stays as it was.
    """
    text = _HYPHEN_SEAM.sub(lambda seam: _seam(text, seam), text)
    text = _ORPHAN.sub(r"\1", text)
    return _SPACED_STOP.sub("", text)


def _seam(text: str, seam: re.Match[str]) -> str:
    if not text[seam.end()].islower():
        return seam.group()
    return "-" if text[seam.start() - 1] == "o" and "- -" not in seam.group() else ""
