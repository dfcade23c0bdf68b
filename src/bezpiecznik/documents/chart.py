"""Counts of states by group, as a document shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bezpiecznik.documents.pieces import State
from bezpiecznik.documents.tables import Align, Column, Table

GROUPS_KEPT_WHOLE = 12  # a chart of so few groups is not divided between pages: about half a page


@dataclass(frozen=True, slots=True)
class StateCounts:
    """How many things of one group are in each state; a state left out counts none."""

    label: str
    counts: Mapping[State, int]

    def of(self, state: State) -> int:
        return self.counts.get(state, 0)

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class StateChart:
    """Counts of states by group: a table of the numbers, in PDF with a bar under each name.

    `heading` names the first column, `total_label` the row of sums ("" leaves that row out).
    """

    caption: str
    rows: tuple[StateCounts, ...]
    heading: str = "Obszar"
    total_label: str = "Razem"

    @property
    def kept_whole(self) -> bool:
        return len(self.rows) <= GROUPS_KEPT_WHOLE

    @property
    def total(self) -> StateCounts:
        return StateCounts(self.total_label, {state: sum(row.of(state) for row in self.rows) for state in State})

    @property
    def table(self) -> Table:
        """The same counts as a plain table."""
        columns = (Column(self.heading, 4), *(Column(state.word, 1, Align.RIGHT) for state in State))
        groups = (*self.rows, self.total) if self.total_label else self.rows
        rows = tuple((row.label, *(str(row.of(state)) for state in State), str(row.total)) for row in groups)
        return Table(self.caption, (*columns, Column("Razem", 1, Align.RIGHT)), rows)
