"""Words typed by an office as blocks: an empty line begins a paragraph, lines that begin with a dash are a list."""

from collections.abc import Iterator
from itertools import groupby

from bezpiecznik.documents.content import Block, BulletList, Paragraph

DASHES = ("- ", "– ", "• ")


def paragraphs(text: str) -> list[str]:
    """Paragraphs are divided by an empty line; a single end of line stays where it is."""
    parts = text.replace("\r\n", "\n").split("\n\n")
    return [part.strip() for part in parts if part.strip()]


def prose(text: str) -> tuple[Block, ...]:
    """The text as paragraphs and lists; a single end of line inside a paragraph stays where it is."""
    return tuple(block for part in paragraphs(text) for block in _blocks(part))


def _blocks(part: str) -> Iterator[Block]:
    for listed, lines in groupby(
        filter(None, map(str.strip, part.split("\n"))), key=lambda line: line.startswith(DASHES)
    ):
        if listed:
            yield BulletList(tuple(line[2:].strip() for line in lines))
        else:
            yield Paragraph("\n".join(lines))
