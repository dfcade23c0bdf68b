"""Tables with merged cells made into plain rows, in which each column means one thing from top to bottom."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from bezpiecznik.resolution.headers import LONGEST_HEADER, Role, columns_of

_KEYS = (Role.TASK, Role.INITIATIVE, Role.ABBR)
_REGULAR = 0.6
_STOREYS = 3


@dataclass(slots=True)
class Cell:
    """One cell: where it begins and ends on the grid, what it says, whether it is the rest of the one above."""

    start: int
    end: int
    text: str
    goes_on: bool = False


@dataclass
class GridRow:
    """The cells of one row, from left to right."""

    cells: list[Cell] = field(default_factory=list)
    page: int | None = None

    @property
    def edges(self) -> tuple[int, ...]:
        """Where its cells begin, and where the last one ends."""
        return (*(cell.start for cell in self.cells), self.cells[-1].end) if self.cells else ()


@dataclass(slots=True)
class _Slot:
    text: str = ""
    goes_on: bool = False
    wide: bool = False


def flatten(rows: list[GridRow]) -> list[tuple[int, tuple[str, ...]]]:
    """Texts of the rows by columns, each with the number of the row they come from, counted from nought.

    The commonest division of a row makes the columns, or that of the names of columns where it is finer. A row of
    as many cells is taken cell by cell, so edges that were dragged by a little do no harm; a cell over several
    columns stands in the first of them. A cell
    merged over several rows holds for each of them; but where the task itself is merged, these rows are one
    action, so the later ones repeat nothing. A heading of two storeys becomes one row.
    """
    kinds = Counter(row.edges for row in rows if len(row.cells) > 1)
    if not kinds:
        return [(number, tuple(cell.text for cell in row.cells)) for number, row in enumerate(rows)]
    most = max(kinds, key=lambda edges: (kinds[edges], len(edges)))
    most = next((row.edges for row in rows if len(row.edges) > len(most) and _is_header(row)), most)
    regular = kinds[most] >= _REGULAR * sum(kinds.values())
    return _filled(_one_storey([_placed(row, most, regular=regular) for row in rows]))


def _is_header(row: GridRow) -> bool:
    return columns_of(tuple(cell.text for cell in row.cells)) is not None


def _placed(row: GridRow, edges: tuple[int, ...], *, regular: bool) -> list[_Slot]:
    """The row on the columns of the table."""
    count = len(edges) - 1
    if len(row.cells) == count or (len(row.cells) > count and not regular):
        return [_Slot(cell.text, cell.goes_on) for cell in row.cells]
    slots = [_Slot() for _ in range(count)]
    for cell in row.cells:
        first = _column(cell, edges)
        slot = slots[first]
        slot.text = "\n".join(filter(None, (slot.text, cell.text)))
        slot.goes_on = slot.goes_on or cell.goes_on
        for covered in slots[first : _column_before(cell.end, edges) + 1]:
            covered.wide = covered.wide or cell.end > edges[first + 1]
    return slots


def _column(cell: Cell, edges: tuple[int, ...]) -> int:
    """The first column of which the cell covers at least a half; else the one in which it begins."""
    at = min(max(bisect_right(edges, cell.start) - 1, 0), len(edges) - 2)
    shared = min(cell.end, edges[at + 1]) - max(cell.start, edges[at])
    beyond = cell.end > edges[at + 1] and at < len(edges) - 2
    return at + 1 if beyond and 2 * shared < edges[at + 1] - edges[at] else at


def _column_before(end: int, edges: tuple[int, ...]) -> int:
    return max(bisect_right(edges, end - 1) - 1, 0)


def _one_storey(rows: list[list[_Slot]]) -> list[tuple[int, list[_Slot]]]:
    """Rows with their numbers; names of columns that stand under a common name are joined with it."""
    whole: list[tuple[int, list[_Slot]]] = []
    at = 0
    while at < len(rows):
        joint, end = _storeys(rows, at)
        whole.append((at, joint))
        at = end
    return whole


def _storeys(rows: list[list[_Slot]], at: int) -> tuple[list[_Slot], int]:
    """A row together with those that only name its parts, and the number of the row after them."""
    joint, end = rows[at], at + 1
    while end < len(rows) and end - at < _STOREYS and _names_parts(joint, rows[end]):
        joint = [_joint(above, below) for above, below in zip(_spread(joint), rows[end], strict=True)]
        end += 1
    known = end > at + 1 and (columns_of(_texts(rows[at])) or columns_of(_texts(joint)))
    return (joint, end) if known else (rows[at], at + 1)


def _names_parts(upper: list[_Slot], lower: list[_Slot]) -> bool:
    """Does the lower row only name the columns under the wide cells of the upper one?"""
    fresh = [above.wide for above, below in zip(upper, lower, strict=False) if below.text and not below.goes_on]
    short = all(len(slot.text) <= LONGEST_HEADER for slot in lower) and any(it.text and not it.wide for it in upper)
    return len(upper) == len(lower) and len(fresh) > 1 and all(fresh) and short


def _spread(slots: list[_Slot]) -> list[_Slot]:
    """The name of a wide cell over each column it covers."""
    spread: list[_Slot] = []
    for slot in slots:
        text = spread[-1].text if slot.wide and not slot.text and spread and spread[-1].wide else slot.text
        spread.append(_Slot(text, slot.goes_on, slot.wide))
    return spread


def _joint(above: _Slot, below: _Slot) -> _Slot:
    """The name below with the one above it in brackets; the place of a cell that goes on has that cell's name."""
    if below.goes_on or not below.text:
        return _Slot("" if above.wide and not below.goes_on else above.text, wide=below.wide)
    outer = above.text.replace(" (", ", ").rstrip(")")
    both = f"{below.text} ({outer})"
    return _Slot(both if outer and len(both) <= LONGEST_HEADER else below.text, wide=below.wide)


def _texts(slots: list[_Slot]) -> tuple[str, ...]:
    return tuple(slot.text for slot in slots)


def _filled(rows: list[tuple[int, list[_Slot]]]) -> list[tuple[int, tuple[str, ...]]]:
    """Merged cells repeated or left empty, by what the row is a part of."""
    key: int | None = None
    filled: list[tuple[int, tuple[str, ...]]] = []
    for number, slots in rows:
        if roles := columns_of(_texts(slots)):
            key = next((roles.index(role) for role in _KEYS if role in roles), None)
        rest = key is not None and key < len(slots) and slots[key].goes_on
        filled.append((number, tuple("" if rest and slot.goes_on else slot.text for slot in slots)))
    return filled
