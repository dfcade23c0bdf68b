"""The body of the matrix. Thousands of cells: built here, because a template would take a second for them."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bezpiecznik.core.polish import forms
from bezpiecznik.core.templatetags.ui import pl_date, state_mark
from bezpiecznik.plans.models import Area
from bezpiecznik.reporting.queries.overview import Cell, Matrix, Row
from bezpiecznik.reporting.states import ObligationState

EMPTY = mark_safe("<td></td>")
ACTIONS = "działanie,działania,działań"


def body(matrix: Matrix, *, drafts: bool) -> SafeString:
    """Rows of the table: who, what state, and in each area how many obligations in which state.

    `drafts`: whether the reader may also open packets that were not sent yet.
    """
    marks = {state: state_mark(state.mark, state.label, quiet=True) for state in ObligationState}
    address = reverse("reporting:packet", args=(0,))
    return format_html_join(
        "\n", "{}", ((_row(row, matrix.areas, marks, _url(row, address, drafts)),) for row in matrix.rows)
    )


def _row(row: Row, areas: list[Area], marks: dict[ObligationState, SafeString], url: str) -> SafeString:
    cells = (
        (_cell(cell, area, url, marks[cell.state]) if cell else EMPTY,)
        for cell, area in zip(row.cells, areas, strict=True)
    )
    return format_html(
        '<tr><th scope="row">{}<br><span class="small">{}</span></th>{}<td>{}</td></tr>',
        _link(url, row.institution.name) if url else row.institution.name,
        _standing(row),
        format_html_join("", "{}", cells),
        row.total,
    )


def _url(row: Row, address: str, drafts: bool) -> str:
    return address.replace("/0/", f"/{row.packet}/") if row.packet and (drafts or row.submitted_on) else ""


def _link(url: str, words: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, words)


def _standing(row: Row) -> SafeString:
    """State of the packet in words, with the day and the person who sent it."""
    mark = state_mark(row.state.mark, row.state.label)
    if row.submitted_on is None:
        return mark
    return format_html("{} {} {}", mark, pl_date(row.submitted_on), row.signatory)


def _cell(cell: Cell, area: Area, url: str, mark: SafeString) -> SafeString:
    title = _("Obszar %(area)s: %(n)s %(words)s, %(state)s; opisano %(begun)s") % {
        "area": area.no, "n": cell.count, "words": forms(cell.count, ACTIONS),
        "state": cell.state.label, "begun": cell.begun,
    }  # fmt: skip
    if not url:
        return format_html('<td title="{}">{} {}</td>', title, cell.count, mark)
    return format_html('<td><a href="{}" title="{}">{} {}</a></td>', url, title, cell.count, mark)
