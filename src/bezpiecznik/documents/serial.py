"""Content as plain data for the template: lists, numbers and strings the font can draw."""

import json
from collections.abc import Iterator
from typing import Any

from bezpiecznik.documents import verify_code, wording
from bezpiecznik.documents.bars import with_tables
from bezpiecznik.documents.content import (
    Annex,
    BarChart,
    Block,
    BulletList,
    Callout,
    DocumentContent,
    Heading,
    Inline,
    KeyValues,
    Link,
    Look,
    NumberedList,
    PageBreak,
    Paragraph,
    Part,
    Piece,
    Quote,
    Run,
    Signatures,
    Source,
    State,
    StateChart,
    StateCounts,
    StateMark,
    Table,
    TableOfContents,
    Target,
    as_heading,
    is_long,
    pieces,
    plain,
)
from bezpiecznik.documents.text import bound, breakable, drawable

Data = dict[str, Any]

LINE_WIDTH, CELL_MARGINS, LETTER_WIDTH = 166.0, 2.9, 1.75  # millimetres, a letter of a table at its widest mean


def document(content: DocumentContent) -> Data:
    """The whole document, as `typst/document.typ` reads it."""
    return {
        "title": _text(content.title),
        "subtitle": _text(content.subtitle),
        "author": _text(content.author),
        "keywords": [_text(word) for word in (content.kind, content.number)],
        "language": content.language,
        "issued": [content.issued_on.year, content.issued_on.month, content.issued_on.day],
        "organisation": _text(content.organisation),
        "case_sign": _text(content.case_sign),
        "place_and_date": _text(wording.place_and_date(content)),
        "running": _text(wording.running_title(content)),
        "footer_hash": wording.footer_hash(content),
        "facts": [_fact(name, value) for name, value in wording.facts(content)],
        "colophon": [_text(sentence) for sentence in wording.colophon(content)],
        "made_up": wording.MADE_UP if content.made_up else "",
        "cover": content.cover,
        "sender": [_text(line) for line in content.sender],
        "addressee": [_text(line) for line in content.addressee],
        "signs": [_text(line) for line in wording.signs(content)],
        "concerns": _text(wording.concerns(content)),
        "look": _look(content.look),
        "verify": _verify(content),
        "blocks": [_block(block) for block in _printed(content.blocks)],
    }


def weight(block: Block) -> int:
    """Letters of the block's data: with them grows what it costs to set it."""
    return len(json.dumps([_block(printed) for printed in _printed((block,))], ensure_ascii=False))


def _look(look: Look) -> Data:
    """The logo as the numbers of its bytes: the template reads no files but its own."""
    logo = look.logo
    width, height = logo.size if logo else (0, 0)
    return {
        "logo": {"bytes": list(logo.data), "alt": _text(logo.alt), "width": width, "height": height} if logo else None,
        "header": [_text(line) for line in look.header],
        "footer": _text(look.footer),
    }


def _verify(content: DocumentContent) -> Data | None:
    if not content.verify_url:
        return None
    return {
        "picture": verify_code.svg(content.verify_url),
        "alt": verify_code.ALT,
        "words": _text(wording.verifying(content)),
    }


def _printed(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield from with_tables(block) if isinstance(block, BarChart) else (block,)


def _text(text: str) -> str:
    return breakable(drawable(bound(text)))


def _block(block: Block) -> Data:  # noqa: PLR0911, PLR0912  (one arm a kind of block)
    match block:
        case Heading() | Annex() | Part():
            return _heading(block)
        case Paragraph(text=line):
            return {"kind": "paragraph", "text": _line(line), "leads_on": block.leads_on}
        case Quote():
            return {
                "kind": "quote",
                "text": _text(wording.quoted(block.text)),
                "sources": [_line(source) for source in block.sources],
                "long": is_long((block.text,)),
            }
        case BulletList(items=items):
            return {"kind": "bullets", "items": [_line(item) for item in items]}
        case NumberedList(items=items):
            return {"kind": "numbers", "items": [_line(item) for item in items]}
        case Table():
            return _table(block)
        case KeyValues(items=items):
            return {"kind": "facts", "items": [_fact(name, value) for name, value in items], "narrow": block.narrow}
        case Callout():
            return {"kind": "callout", "title": _text(block.title), "text": _line(block.text), "tone": block.tone}
        case StateChart():
            return _chart(block)
        case BarChart():
            return bars(block)
        case TableOfContents():
            return {"kind": "contents", "title": _text(block.title), "depth": block.depth}
        case PageBreak():
            return {"kind": "pagebreak"}
        case Signatures():
            return _signatures(block)


def _line(inline: Inline) -> list[Data]:
    return [_piece(piece) for piece in pieces(inline)]


def _piece(piece: Piece) -> Data:
    match piece:
        case Run():
            return {"kind": "run", "text": _text(piece.text), "bold": piece.bold, "italic": piece.italic}
        case Source():
            return {"kind": "source", "text": _text(piece.text)}
        case StateMark():
            return {"kind": "mark", "state": piece.state, "text": _text(piece.label)}
        case Link():
            return {"kind": "link", "text": _text(piece.text), "anchor": piece.anchor}
        case Target():
            return {"kind": "target", "text": _text(piece.text), "anchor": piece.anchor, "bold": piece.bold}


def _fact(name: str, value: Inline) -> Data:
    return {"name": _text(name), "value": _line(value)}


def _heading(block: Heading | Annex | Part) -> Data:
    kind = "heading" if isinstance(block, Heading) else "annex"
    heading = as_heading(block)
    return {"kind": kind, "level": heading.level, "text": _text(heading.text), "anchor": heading.anchor}


def _table(table: Table) -> Data:
    line = sum(column.width for column in table.columns)
    widths = [column.width / line * LINE_WIDTH - CELL_MARGINS for column in table.columns]
    return {
        "kind": "table",
        "caption": _text(table.caption),
        "columns": [
            {"header": _cell(column.header, width), "width": column.width, "align": column.align}
            for column, width in zip(table.columns, widths, strict=True)
        ],
        "rows": [_row(row, widths) for row in table.rows],
        "whole": table.kept_whole,
        "empty": _text(table.empty),
    }


def _row(row: tuple[Inline, ...], widths: list[float]) -> Data:
    cells = [_cell(cell, width) for cell, width in zip(row, widths, strict=True)]
    return {"cells": cells, "long": is_long(row)}


def _cell(cell: Inline, width: float) -> Data:
    longest = max(map(len, plain(cell).split()), default=0)
    return {"text": _line(cell), "divided": longest * LETTER_WIDTH > width}


def _chart(chart: StateChart) -> Data:
    return {
        "kind": "chart",
        "caption": _text(chart.caption),
        "heading": _text(chart.heading),
        "states": [{"state": state, "word": state.word} for state in State],
        "rows": [_counts(row) for row in chart.rows],
        "total": _counts(chart.total) if chart.total_label else None,
        "whole": chart.kept_whole,
    }


def _counts(row: StateCounts) -> Data:
    counts = {state.value: row.of(state) for state in State}
    return {"label": _text(row.label), "counts": counts, "total": row.total}


def bars(chart: BarChart) -> Data:
    """A chart of bars, as `typst/bars.typ` draws it for PDF and for the pictures of DOCX."""
    return {
        "kind": "bars",
        "caption": _text(chart.caption),
        "alt": _text(chart.description),
        "unit": _text(chart.unit),
        "series": [_text(name) for name in chart.series],
        "top": chart.top,
        "groups": [
            {
                "label": _text(group.label),
                "bars": [_bar(chart, value) for value in group.values],
            }
            for group in chart.groups
        ],
    }


def _bar(chart: BarChart, value: float | None) -> Data:
    return {"value": value or 0, "figure": chart.figure(value), "known": value is not None}


def _signatures(block: Signatures) -> Data:
    signatories = [{"post": _text(each.post), "name": _text(each.name)} for each in block.signatories]
    return {"kind": "signatures", "signatories": signatories}
