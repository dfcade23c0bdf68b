"""Bars that compare figures between periods: drawn with patterns as well as colours, told in words and in a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bezpiecznik.documents.tables import Align, Column, Table

NO_DATA = "b.d."
MOST_SERIES = 4  # patterns that can be told apart in grey
MOST_BARS = 44  # as many as stand on one page under a caption


@dataclass(frozen=True, slots=True)
class BarGroup:
    """What is compared: one figure for each series, None where there is none."""

    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars grouped by what is compared, a bar for each series (a period, say), each with its figure beside.

    `heading` names the groups, `unit` the figures, `places` how many digits stand after the comma. Under the chart
    stands a table of the same figures; without it (`with_table=False`) the chart's description lists them.

    Raises ValueError for more series than can be told apart, a figure below zero, and a group of another width.
    """

    caption: str
    series: tuple[str, ...]
    groups: tuple[BarGroup, ...]
    heading: str = "Pozycja"
    unit: str = ""
    places: int = 0
    with_table: bool = True
    scale: float = 0
    """What the whole line stands for, where that is more than the greatest figure: parts of a chart share one scale."""

    def __post_init__(self) -> None:
        if not 1 <= len(self.series) <= MOST_SERIES:
            raise ValueError(f"chart {self.caption!r}: {len(self.series)} series, at most {MOST_SERIES}")
        for group in self.groups:
            if len(group.values) != len(self.series):
                raise ValueError(f"chart {self.caption!r}: {group.label!r} has {len(group.values)} figures")
            if any(value is not None and value < 0 for value in group.values):
                raise ValueError(f"chart {self.caption!r}: {group.label!r} has a figure below zero")

    @property
    def top(self) -> float:
        """What the longest bar stands for: the greatest figure."""
        return max(self.scale, *(value or 0 for group in self.groups for value in group.values), 0)

    def figure(self, value: float | None) -> str:
        """A figure as it is printed: 1 234,5."""
        if value is None:
            return NO_DATA
        return f"{value:,.{self.places}f}".replace(",", "\u00a0").replace(".", ",")

    @property
    def description(self) -> str:
        """The chart in words, for those who do not see it."""
        begun = f"Wykres słupkowy: {self.caption}."
        if self.with_table:
            return f"{begun} Te same liczby zawiera tabela pod wykresem."
        return " ".join((begun, *map(self._in_words, self.groups)))

    def _in_words(self, group: BarGroup) -> str:
        figures = (f"{name}: {self.figure(value)}" for name, value in zip(self.series, group.values, strict=True))
        return f"{group.label}: {', '.join(figures).removesuffix('.')}."

    @property
    def table(self) -> Table:
        """The same figures as a plain table."""
        unit = f" ({self.unit})" if self.unit else ""
        columns = (Column(self.heading, 3), *(Column(name, 1, Align.RIGHT) for name in self.series))
        rows = tuple((group.label, *map(self.figure, group.values)) for group in self.groups)
        return Table(f"{self.caption} – liczby{unit}", columns, rows)

    def sheets(self) -> Iterator[BarChart]:
        """The chart in parts, none of which needs more than a page; one part as a rule. None without groups."""
        most = MOST_BARS // len(self.series)
        for at in range(0, len(self.groups), most):
            caption = f"{self.caption} (ciąg dalszy)" if at else self.caption
            yield replace(self, caption=caption, groups=self.groups[at : at + most], scale=self.top)


def with_tables(chart: BarChart) -> tuple[BarChart | Table, ...]:
    """What is printed for a chart: its parts and the table of its figures; without groups the table, which says so."""
    parts = tuple(chart.sheets())
    return (*parts, chart.table) if chart.with_table or not parts else parts
