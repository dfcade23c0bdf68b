"""Ruled tables of a page: lines that cross make a grid, cells without a line between them are one."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bezpiecznik.resolution.formats.pdf_shapes import Box, Rule, Word

MAX_CELLS = 20_000
_MAX_CROSSINGS = 3_000_000
_NEAR = 2.5
_REACH = 4.0

Place = tuple[int, int]


@dataclass
class Grid:
    """Columns between `xs`, rows between `ys`; `owner` gives for every place the upper left place of its cell."""

    xs: list[float]
    ys: list[float]
    owner: dict[Place, Place]
    words: dict[Place, list[Word]] = field(default_factory=lambda: defaultdict(list))
    _ends: dict[Place, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for (row, column), owner in self.owner.items():
            last = self._ends.get(owner, owner)
            self._ends[owner] = max(last[0], row), max(last[1], column)

    @property
    def box(self) -> Box:
        """The whole table."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def columns(self) -> int:
        """How many cells its fullest row has."""
        width, height = len(self.xs) - 1, len(self.ys) - 1
        return max(len({self.owner[row, column] for column in range(width)}) for row in range(height))

    def take(self, words: Iterable[Word]) -> list[Word]:
        """Put the words that stand inside into their cells; give back the others."""
        others = []
        for word in words:
            x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
            if self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]:
                row = min(bisect_right(self.ys, y) - 1, len(self.ys) - 2)
                column = min(bisect_right(self.xs, x) - 1, len(self.xs) - 2)
                self.words[self.owner[row, column]].append(word)
            else:
                others.append(word)
        return others

    def cell_box(self, cell: Place) -> Box:
        """The place of a cell with all it is merged of."""
        last = self._ends[cell]
        return self.xs[cell[1]], self.ys[cell[0]], self.xs[last[1] + 1], self.ys[last[0] + 1]


def grids_of(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[Grid]:
    """Tables of at least two columns, from the top of the page down."""
    across, down = _joined(levels), _joined(uprights)
    if len(across) * len(down) > _MAX_CROSSINGS:
        return []
    grids = [grid for rules in _crossing(across, down) if (grid := _grid(*rules)) and grid.columns > 1]
    return sorted(_outer(grids), key=lambda grid: (grid.ys[0], grid.xs[0]))


def _outer(grids: list[Grid]) -> list[Grid]:
    """A table drawn inside a cell of another is text of that cell."""
    return [grid for grid in grids if not any(other is not grid and _inside(grid.box, other.box) for other in grids)]


def _inside(inner: Box, outer: Box) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Pieces of one line put together: cells draw their own borders."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules):
        if rows and rule.at - rows[-1][0].at <= _NEAR:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    joined: list[Rule] = []
    for row in rows:
        at = sum(rule.at for rule in row) / len(row)
        begun = len(joined)
        for _, start, end in sorted(row, key=lambda rule: rule.start):
            if len(joined) > begun and start - joined[-1].end <= _REACH:
                joined[-1] = Rule(at, joined[-1].start, max(end, joined[-1].end))
            else:
                joined.append(Rule(at, start, end))
    return joined


def _crossing(across: list[Rule], down: list[Rule]) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that hang together."""
    leader = list(range(len(across) + len(down)))

    def find(item: int) -> int:
        while leader[item] != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    for one, level in enumerate(across):
        for other, upright in enumerate(down, start=len(across)):
            if _reaches(level, upright.at) and _reaches(upright, level.at):
                leader[find(one)] = find(other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for item, rule in enumerate([*across, *down]):
        groups[find(item)][item >= len(across)].append(rule)
    return groups.values()


def _reaches(rule: Rule, at: float) -> bool:
    return rule.start - _REACH <= at <= rule.end + _REACH


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    if len(across) < 2 or not down:
        return None
    xs = _edges(down, across)
    ys = _edges(across, down)
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > MAX_CELLS:
        return None
    return Grid(xs, ys, _owners(xs, ys, across, down))


def _edges(rules: list[Rule], crossing: list[Rule]) -> list[float]:
    """Where the lines stand, and where those that cross them end without one: an open side of the table."""
    edges = sorted({rule.at for rule in rules})
    first, last = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    if first < edges[0] - 3 * _REACH:
        edges.insert(0, first)
    if last > edges[-1] + 3 * _REACH:
        edges.append(last)
    return edges


def _owners(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> dict[Place, Place]:
    owner = {(row, column): (row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}

    def find(place: Place) -> Place:
        while owner[place] != place:
            owner[place] = owner[owner[place]]
            place = owner[place]
        return place

    uprights, levels = _by_edge(down), _by_edge(across)
    for row, column in owner:
        middle_y, middle_x = (ys[row] + ys[row + 1]) / 2, (xs[column] + xs[column + 1]) / 2
        if column + 2 < len(xs) and not _drawn(uprights[xs[column + 1]], middle_y):
            _unite(owner, find((row, column)), find((row, column + 1)))
        if row + 2 < len(ys) and not _drawn(levels[ys[row + 1]], middle_x):
            _unite(owner, find((row, column)), find((row + 1, column)))
    return {place: find(place) for place in owner}


def _unite(owner: dict[Place, Place], one: Place, other: Place) -> None:
    owner[max(one, other)] = min(one, other)


def _by_edge(rules: list[Rule]) -> dict[float, list[Rule]]:
    found: dict[float, list[Rule]] = defaultdict(list)
    for rule in rules:
        found[rule.at].append(rule)
    return found


def _drawn(rules: list[Rule], middle: float) -> bool:
    return any(rule.start <= middle <= rule.end for rule in rules)
