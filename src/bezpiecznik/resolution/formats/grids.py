"""Tables drawn with signs: "+---+---+", "│" and "├───┤", and the rows of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bezpiecznik.resolution.formats.joining import join_wrapped

_BOX = str.maketrans("│┃║¦", "||||")
_RULE = re.compile(r"[\s+|:=─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╪╓╖╙╜╟╢╥╨╫┏┓┗┛┣┫┳┻╋_-]+")
_DRAWN = re.compile(r"[+┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╪╓╖╙╜╟╢╥╨╫┏┓┗┛┣┫┳┻╋]")
_STROKE = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?")

Cells = tuple[str, ...]


@dataclass
class GridRow:
    """One row with the number of its first line."""

    line: int
    cells: Cells


@dataclass
class Grid:
    """A drawn table: its rows, and every line it takes."""

    rows: list[GridRow] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


def is_rule(line: str) -> bool:
    """A line of a table that only draws: "|---|---|", "+====+", "├──┼──┤"."""
    bare = line.strip()
    drawn = len(bare) > 2 and _RULE.fullmatch(bare) is not None
    return drawn and (any(sign in bare for sign in "|+") or _DRAWN.search(bare) is not None)


def split_strokes(line: str) -> Cells | None:
    """Cells between upright strokes, of which the outer ones draw the border; None for a line that has no two."""
    bare = line.translate(_BOX).strip()
    if not bare.startswith("|") or len(_STROKE.findall(bare)) < 2:
        return None
    bare = bare[1:]
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    return tuple(cell.replace("\\|", "|") for cell in _STROKE.split(bare))


def read_grids(lines: list[str]) -> list[Grid]:
    """Tables that open with a drawn line; a row lasts from one drawn line to the next."""
    grids: list[Grid] = []
    number = 0
    while number < len(lines):
        if _DRAWN.match(lines[number].strip()[:1]) and is_rule(lines[number]):
            grid = _grid_at(lines, number)
            number = max(grid.lines)
            if grid.rows:
                grids.append(grid)
        number += 1
    return grids


def _grid_at(lines: list[str], start: int) -> Grid:
    grid = Grid(lines={start + 1})
    segments: list[list[GridRow]] = [[]]
    for number in range(start + 1, len(lines)):
        if is_rule(lines[number]):
            segments.append([])
        elif cells := split_strokes(lines[number]):
            segments[-1].append(GridRow(number + 1, tuple(cell.strip() for cell in cells)))
        else:
            break
        grid.lines.add(number + 1)
    filled = [segment for segment in segments if segment]
    whole = len(filled) > 2
    for place, segment in enumerate(filled):
        grid.rows += _rows(segment, whole=whole or place == 0)
    return grid if grid.rows else Grid(lines={start + 1})


def _rows(segment: list[GridRow], *, whole: bool) -> list[GridRow]:
    """A segment is one row, unless its lines are numbered one by one or no lines are drawn between rows."""
    numbered = sum(1 for row in segment if _NUMBER.fullmatch(row.cells[0]))
    if whole and numbered < 2:
        return [_merged(segment)]
    groups: list[list[GridRow]] = []
    for row in segment:
        if groups and not row.cells[0]:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_merged(group) for group in groups]


def _merged(group: list[GridRow]) -> GridRow:
    width = max(len(row.cells) for row in group)
    padded = [row.cells + ("",) * (width - len(row.cells)) for row in group]
    return GridRow(group[0].line, tuple(join_wrapped(column) for column in zip(*padded, strict=True)))
