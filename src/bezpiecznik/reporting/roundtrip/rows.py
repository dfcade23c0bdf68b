"""Rows of a sheet by the words of its heads, and whose row each is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bezpiecznik.core.polish import fold
from bezpiecznik.reporting.roundtrip.fields import plain
from bezpiecznik.reporting.roundtrip.grids import BLANK, Cell, Grid, Kind
from bezpiecznik.reporting.roundtrip.seal import BrokenSeal, Seal, read_row_key
from bezpiecznik.reporting.roundtrip.shape import KEY, LABEL

HEAD_WITHIN = 25
"""In how many first rows the heads are sought: somebody may have put a title above them."""


class Stray(Exception):
    """Nobody can tell which action the row is about; the message says what to do."""


@dataclass(frozen=True)
class Named:
    """One row under the heads."""

    sheet: str
    no: int
    cells: dict[str, Cell]

    def __getitem__(self, title: str) -> Cell:
        return self.cells.get(_folded(title), BLANK)

    def has(self, title: str) -> bool:
        return _folded(title) in self.cells

    @property
    def where(self) -> str:
        if not self.no:  # a form has no rows to count
            return self.sheet
        return _("%(sheet)s, wiersz %(no)d") % {"sheet": self.sheet, "no": self.no}


@dataclass(frozen=True)
class Table:
    """A sheet from its heads on."""

    sheet: str
    titles: tuple[str, ...]
    rows: list[tuple[int, list[Cell]]]

    def has(self, title: str) -> bool:
        return _folded(title) in self.titles

    def __iter__(self) -> Iterator[Named]:
        for no, cells in self.rows:
            named: dict[str, Cell] = {}
            for title, cell in zip(self.titles, cells, strict=False):
                if title:
                    named.setdefault(title, cell)
            yield Named(self.sheet, no, named)


def table_with(grids: Sequence[Grid], *titles: str) -> Table | None:
    """The first sheet in which one row has all these heads, whatever the sheet is called by now."""
    wanted = {_folded(title) for title in titles}
    for grid in grids:
        for place, (_no, cells) in enumerate(grid.rows[:HEAD_WITHIN]):
            heads = tuple(_folded(cell.text) for cell in cells)
            if wanted <= set(heads):
                return Table(grid.name, heads, grid.rows[place + 1 :])
    return None


def _folded(text: str) -> str:
    return " ".join(fold(plain(text)).split())


def entry_of(row: Named, seal: Seal) -> tuple[int, int | None]:
    """The entry of the row and the place of the number in it: by the hidden key, or by the number of the action.

    Raises Stray for a key that is not this file's, and where the key and what one sees beside it disagree.
    """
    label = plain(row[LABEL].text)
    key = plain(row[KEY].text)
    if not key:
        return _by_label(row[LABEL], seal), None
    try:
        entry, number = read_row_key(seal.packet, key)
    except (BrokenSeal, ValueError) as fault:
        raise Stray(
            _("Ukryty klucz wiersza zmieniono. Prosimy pobrać plik na nowo i przepisać do niego ten wiersz.")
        ) from fault
    known = seal.entries.get(entry)
    if known is None:
        raise Stray(_("Ten wiersz pochodzi z innego pliku. Prosimy wpisać odpowiedź w wierszu właściwego działania."))
    if label and label != known.label:
        raise Stray(
            _("W wierszu jest numer %(seen)s, a jego ukryty klucz należy do działania %(known)s: posortowano lub "
              "przesunięto tylko część kolumn. Prosimy cofnąć sortowanie albo pobrać plik na nowo.")
            % {"seen": label[:40], "known": known.label}
        )  # fmt: skip
    return entry, number


def _by_label(cell: Cell, seal: Seal) -> int:
    """A number typed as a number has lost its last zero: 1.10 is 1.1 then, and nobody can tell which was meant."""
    label = plain(cell.text)
    wanted = {label, f"{label}0"} if cell.kind == Kind.NUMBER else {label}
    found = [pk for pk, entry in seal.entries.items() if entry.label in wanted]
    if len(found) == 1:
        return found[0]
    if label:
        raise Stray(
            _("W pliku nie ma działania o numerze „%(label)s”. Prosimy wybrać numer z listy.") % {"label": label[:40]}
        )
    raise Stray(_("Nie wiadomo, którego działania dotyczy ten wiersz. Prosimy wpisać jego numer."))
