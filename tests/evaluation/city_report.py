"""The yearly report of a real city's size, and ways to read it in tests."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kielce_size import LABELS, evidence

from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.documents.content import (
    Block,
    BulletList,
    Callout,
    DocumentContent,
    Heading,
    KeyValues,
    NumberedList,
    Paragraph,
    Quote,
    StateMark,
    Table,
    pieces,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation.report import annual_report
from bezpiecznik.evaluation.statements import Statement, from_json

TITLE = "Sprawozdanie roczne z realizacji programu za rok 2022"


def made(**changes: Any) -> DocumentContent:
    """The report of a city's size; `changes` replace parts of its evidence."""
    kept = evidence(**changes)
    return annual_report(kept, Meta("SR/2022/1", TITLE, date(2023, 2, 20), digest(as_text(kept))))


def actions(kept: dict[str, Any]) -> list[dict[str, Any]]:
    return [action for area in kept["areas"] for action in area["actions"]]


def spoken(kept: dict[str, Any]) -> list[tuple[str, Statement]]:
    """(code of the action, statement) for each statement that says something."""
    statements = [(action["code"], from_json(said)) for action in actions(kept) for said in action["statements"]]
    return [(code, said) for code, said in statements if said.speaks]


def under(content: DocumentContent, heading: str) -> list[Block]:
    """Blocks from the heading of this text to the next heading."""
    at = next(at for at, block in enumerate(content.blocks) if isinstance(block, Heading) and block.text == heading)
    rest = content.blocks[at + 1 :]
    end = next((at for at, block in enumerate(rest) if isinstance(block, Heading)), len(rest))
    return list(rest[:end])


def words(line: Any) -> str:
    shown = (piece.label if isinstance(piece, StateMark) else piece.text for piece in pieces(line))
    return " ".join("".join(shown).split())


def texts(content: DocumentContent) -> Iterator[str]:
    """Every text of the report, block by block."""
    for block in content.blocks:
        match block:
            case Heading(text=text):
                yield text
            case Quote(text=text, sources=lines):
                yield from (text, *map(words, lines))
            case Paragraph(text=line) | Callout(text=line):
                yield words(line)
            case BulletList(items=lines) | NumberedList(items=lines):
                yield from map(words, lines)
            case KeyValues(items=items):
                yield from (f"{name}: {words(value)}" for name, value in items)
            case Table(rows=rows):
                yield from (words(cell) for row in rows for cell in row)
            case _:
                pass


def table(content: DocumentContent, caption: str) -> list[list[str]]:
    found = next(block for block in content.blocks if isinstance(block, Table) and block.caption == caption)
    return [[words(cell) for cell in row] for row in found.rows]


def source(said: Statement) -> str:
    """Who speaks, in what role, how it went, which report and when it was submitted; without the numbers."""
    role = {"lead": "odpowiada", "partner": "partner"}[said.role]
    state = "w toku" if said.outcome == "ongoing" else LABELS["outcome"][said.outcome]
    return f"{said.short} ({role}) – {state}; sprawozdanie za {said.period} r. złożone 10.01.2023"


def facts_of(block: Block) -> dict[str, str]:
    assert isinstance(block, KeyValues)
    return {name: words(value) for name, value in block.items}
