"""Small documents of a given layout, written block by block, and short views of what was read in them."""

from collections.abc import Sequence

from bezpiecznik.resolution import Reading
from bezpiecznik.resolution.document import Paragraph, Row, transcribe
from bezpiecznik.resolution.model import Source
from bezpiecznik.resolution.reader import read_opened

Line = str | Sequence[str]


def read_blocks(*lines: Line) -> Reading:
    """A reading of paragraphs (texts) and rows of tables (lists of cells, divided by `\\n` inside)."""
    blocks: list[Paragraph | Row] = []
    was_row = False
    for line in lines:
        if isinstance(line, str):
            blocks.append(Paragraph(line, Source()))
        else:
            blocks.append(Row(tuple(line), Source(), gap=not was_row))
        was_row = not isinstance(line, str)
    return read_opened(transcribe("docx", blocks))


def areas(reading: Reading) -> list[tuple[int, str, list[str]]]:
    """Number and name of each area with the texts of its actions."""
    return [(area.no, area.name, [action.text for action in area.actions]) for area in reading.areas]


def duties(reading: Reading) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Text, responsible and partners of each action."""
    return [(action.text, action.responsible, action.partners) for area in reading.areas for action in area.actions]


def texts(reading: Reading) -> list[str]:
    return [action.text for area in reading.areas for action in area.actions]


def deadlines(reading: Reading) -> list[str | None]:
    return [action.deadline for area in reading.areas for action in area.actions]


def odd(reading: Reading) -> list[str]:
    return [item.text for item in reading.unplaced]
