"""Numbers of rows that recognition misread ("Ż:" between 6 and 8), told by the rows above and below."""

from __future__ import annotations

import re
from dataclasses import replace

from bezpiecznik.resolution.document import Block, Row
from bezpiecznik.resolution.headers import Role, columns_of

_NUMBER = re.compile(r"(\d{1,4})[.,:;)]?")
_LONGEST = 4


def mend_numbers(blocks: list[Block]) -> list[Block]:
    """The blocks with the numbers of table rows put right where they leave no doubt."""
    made = list(blocks)
    numbered = False
    for place, block in enumerate(made):
        if not isinstance(block, Row):
            numbered = False
        elif columns := columns_of(block.cells):
            numbered = columns[0] is Role.NUMBER
        elif numbered and block.cells[0] and (number := _told(made, place)):
            made[place] = replace(block, cells=(f"{number}.", *block.cells[1:]))
    return made


def _told(blocks: list[Block], place: int) -> int | None:
    """The number this row must have: one more than above, and what follows below agrees."""
    cell = _cell(blocks, place)
    if cell is None or ((match := _NUMBER.fullmatch(cell)) is None and len(cell) > _LONGEST):
        return None
    above = _number(_cell(blocks, place - 1))
    if above is None and not _is_heading(blocks[place - 1]):
        return None
    number = (above or 0) + 1
    if match and int(match[1]) == number:
        return number
    after = [_number(_cell(blocks, place + step)) for step in (1, 2, 3)]
    agreed = [found == number + step for step, found in enumerate(after, start=1) if found is not None]
    return number if any(agreed[:1]) or (not match and not agreed) else None


def _is_heading(block: Block) -> bool:
    return isinstance(block, Row) and columns_of(block.cells) is not None


def _cell(blocks: list[Block], place: int) -> str | None:
    block = blocks[place] if 0 <= place < len(blocks) else None
    return block.cells[0] if isinstance(block, Row) else None


def _number(cell: str | None) -> int | None:
    match = _NUMBER.fullmatch(cell or "")
    return int(match[1]) if match else None
