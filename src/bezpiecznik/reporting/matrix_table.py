"""The body of the matrix. Thousands of cells: built here, because a template would take a second for them."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bezpiecznik.core.polish import forms
from bezpiecznik.core.templatetags.ui import pl_date, state_mark
from bezpiecznik.plans.models import Area
from bezpiecznik.reporting.queries.overview import Cell, Matrix, Row
from bezpiecznik.reporting.queries.rates import Rates
from bezpiecznik.reporting.states import ObligationState

EMPTY = mark_safe("<td></td>")
ACTIONS = "działanie,działania,działań"
INITIATIVES = "program,programy,programów"
OF_INITIATIVES = "P"
"""What stands for the column of initiatives where areas have their numbers."""


def body(matrix: Matrix, *, drafts: bool, ticks: bool = False) -> SafeString:
    """Rows of the table: who, what state, and in each area how many obligations in which state.

    `drafts`: whether the reader may also open packets that were not sent yet; `ticks`: whether packets may be chosen.
    """
    address = reverse("reporting:packet", args=(0,))
    words = CellWords()
    rows = (_row(row, matrix.areas, words, _url(row, address, drafts), ticks) for row in matrix.rows)
    return mark_safe("\n".join(rows))  # each row is made by format_html


def _row(row: Row, areas: list[Area], words: "CellWords", url: str, ticks: bool) -> SafeString:
    cells = (
        _cell(words.of(cell, area), url, area.no) if cell else EMPTY
        for cell, area in zip(row.cells, areas, strict=True)
    )
    return format_html(
        '<tr><th scope="row">{}{}<br><span class="small">{}</span></th>{}<td data-label="{}">{}</td>{}</tr>',
        _box(row) if ticks else "",
        _link(url, row.institution.name) if url else row.institution.name,
        _standing(row),
        mark_safe("".join(cells)),  # each cell is made of escaped words and our own address
        _("Razem"),
        row.total,
        rate_cells(row.rates),
    )


def _box(row: Row) -> SafeString:
    if row.packet is None:
        return mark_safe("")
    return format_html(
        '<input type="checkbox" name="packet" value="{}" aria-label="{}"> ', row.packet, row.institution.name
    )


def rate_cells(rates: Rates) -> SafeString:
    """Two cells at the end of a row: in time, and complete, each with its n."""
    return format_html(
        '<td class="rate" data-label="{}">{}</td><td class="rate" data-label="{}">{}</td>',
        _("W terminie"), str(rates.in_time), _("Kompletne"), str(rates.complete),
    )  # fmt: skip


def _url(row: Row, address: str, drafts: bool) -> str:
    return address.replace("/0/", f"/{row.packet}/") if row.packet and (drafts or row.submitted_on) else ""


def _link(url: str, words: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, words)


def _standing(row: Row) -> SafeString:
    """State of the packet in words, with the day and the person who sent it."""
    mark = state_mark(row.state.mark, row.state.label)
    if row.submitted_on is None:
        return mark
    return format_html("{} {}, {}", mark, pl_date(row.submitted_on), row.signatory)


def _cell(words: SafeString, url: str, area: int) -> str:
    inside = f'<a href="{url}" {words}</a>' if url else f"<span {words}</span>"
    return f'<td data-label="{area or OF_INITIATIVES}">{inside}</td>'


class CellWords:
    """Title and content of cells, made once for each kind: a large matrix has thousands of cells and few kinds."""

    def __init__(self) -> None:
        self._marks = {state: state_mark(state.mark, state.label, quiet=True) for state in ObligationState}
        self._made: dict[tuple[int, int, int, ObligationState], SafeString] = {}

    def of(self, cell: Cell, area: Area) -> SafeString:
        """The end of the opening tag and what stands in it."""
        kind = (area.no, cell.count, cell.begun, cell.state)
        if kind not in self._made:
            self._made[kind] = self._make(cell, area)
        return self._made[kind]

    def _make(self, cell: Cell, area: Area) -> SafeString:
        title = _("%(area)s: %(n)s %(words)s, %(state)s; opisano %(begun)s") % {
            "area": _("Obszar %(no)s") % {"no": area.no} if area.no else area.name,
            "n": cell.count, "words": forms(cell.count, ACTIONS if area.no else INITIATIVES),
            "state": cell.state.label, "begun": cell.begun,
        }  # fmt: skip
        return format_html('title="{}">{} {}', title, cell.count, self._marks[cell.state])
