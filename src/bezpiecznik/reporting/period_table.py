"""The body of the matrix by periods: thousands of cells, for which a template would take a second."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bezpiecznik.core.lists import Column
from bezpiecznik.core.polish import forms
from bezpiecznik.core.templatetags.ui import state_mark
from bezpiecznik.plans.models import UndertakingKind
from bezpiecznik.reporting.matrix_table import rate_cells
from bezpiecznik.reporting.models import Period
from bezpiecznik.reporting.queries.matrices import INSTITUTIONS, PRESSING, Cell, Periods, Row
from bezpiecznik.reporting.queries.rates import Rates
from bezpiecznik.reporting.states import ObligationState

EMPTY = "<td></td>"
ACTIONS = "działanie,działania,działań"


def body(matrix: Periods) -> SafeString:
    """Rows: who or which area, in each period how many obligations in which state, and the two rates."""
    maker = Maker(matrix)
    return mark_safe("\n".join(maker.row(row) for row in matrix.rows))  # each row escapes what it is made of


def foot(matrix: Periods) -> SafeString:
    """Two rows of totals: obligations, and the rates of each period."""
    totals = "".join(f"<td>{total}</td>" for total in (*matrix.totals, matrix.total))
    rates = "".join(format_html('<td class="small">{}</td>', _both(rates)) for rates in matrix.columns)
    head = '<tr><th scope="row">{}</th>{}{}</tr>'
    return mark_safe(
        format_html(head, _("Razem"), mark_safe(totals), rate_cells(matrix.rates))
        + format_html(head, _("W terminie / kompletne"), mark_safe(rates), mark_safe("<td></td><td></td><td></td>"))
    )


def _both(rates: Rates) -> str:
    return f"{rates.in_time} / {rates.complete}"


class Maker:
    """Makes rows; marks and addresses are made once."""

    def __init__(self, matrix: Periods) -> None:
        self._matrix = matrix
        self._marks = {state: state_mark(state.mark, state.label, quiet=True) for state in ObligationState}
        self._name = "institution" if matrix.kind == INSTITUTIONS else "area"
        self._list = reverse("reporting:obligations")
        self._periods = [(period, escape(str(period))) for period in matrix.periods]
        self._total, self._sent = escape(_("Razem")), _("złożono")
        self._counts: dict[frozenset[tuple[ObligationState, int]], str] = {}

    def row(self, row: Row) -> str:
        """Written by hand: every word that is not ours is escaped once, in the row or in the title of a cell."""
        name = escape(row.name)
        which = f"{self._name}={row.key}" if row.key else f"kind={UndertakingKind.INITIATIVE.value}"
        place = f"{self._list}?{which}"
        cells = "".join(
            self._cell(row, place, cell, period) if cell else EMPTY
            for cell, period in zip(row.cells, self._periods, strict=True)
        )
        total = f'<td data-label="{self._total}">{row.total}</td>'
        head = f'<th scope="row"><a href="{place}">{name}</a></th>'
        return f"<tr>{head}{cells}{total}{rate_cells(row.rates)}</tr>"

    def _cell(self, row: Row, place: str, cell: Cell, column: tuple[Period, str]) -> str:
        period, label = column
        boxes = self._boxes(escape(row.name), cell, label) if period.is_open else ""
        title = escape(self._title(row, cell, label))
        inside = f"{cell.total} {self._marks[cell.state]}"
        link = f'<a href="{place}&amp;period={period.pk}" title="{title}">{inside}</a>'
        return f'<td data-label="{label}">{boxes}{link}</td>'

    def _boxes(self, name: str, cell: Cell, label: str) -> str:
        return "".join(
            f'<input type="checkbox" name="packet" value="{packet}" aria-label="{name}, {label}">'
            for packet in sorted(cell.packets)
        )

    def _title(self, row: Row, cell: Cell, label: str) -> str:
        """Which states, and who sent it when."""
        said = [f"{row.name}, {label}: {self._counted(cell)}"]
        for packet in cell.packets:
            sent = self._matrix.sent.get(packet)
            if sent:
                through = f", {sent.institution}" if sent.institution != row.name else ""
                said.append(f"{self._sent} {sent.submitted_at:%d.%m.%Y}, {sent.signatory}{through}")
        return "; ".join(said)

    def _counted(self, cell: Cell) -> str:
        """„3 działania (do przyjęcia 3)”: made once for each kind of cell."""
        kind = frozenset(cell.states.items())
        if kind not in self._counts:
            states = ", ".join(f"{state.label} {cell.states[state]}" for state in PRESSING if cell.states[state])
            self._counts[kind] = f"{cell.total} {forms(cell.total, ACTIONS)} ({states})"
        return self._counts[kind]


def columns(matrix: Periods) -> list[Column[Row]]:
    """The matrix as a file: of each period how many, in which state; then the rates as counts."""

    def of_period(place: int, read: Callable[[Cell], int | str]) -> Callable[[Row], int | str | None]:
        def value(row: Row) -> int | str | None:
            cell = row.cells[place]
            return read(cell) if cell else None

        return value

    found: list[Column[Row]] = [
        Column(_("Podmiot") if matrix.kind == INSTITUTIONS else _("Obszar"), lambda row: row.name)
    ]
    for place, period in enumerate(matrix.periods):
        found.append(Column(str(period), of_period(place, lambda cell: cell.total)))
        found.append(Column(_("%s: stan") % period, of_period(place, lambda cell: str(cell.state.label))))
    return [
        *found,
        Column(_("Razem"), lambda row: row.total),
        Column(_("W terminie: ile"), lambda row: row.rates.in_time.n),
        Column(_("W terminie: z ilu"), lambda row: row.rates.in_time.of),
        Column(_("Kompletne: ile"), lambda row: row.rates.complete.n),
        Column(_("Kompletne: z ilu"), lambda row: row.rates.complete.of),
    ]


def file_name(matrix: Periods) -> str:
    return _("macierz podmioty i okresy") if matrix.kind == INSTITUTIONS else _("macierz obszary i okresy")
