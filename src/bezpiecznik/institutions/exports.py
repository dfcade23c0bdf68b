"""Columns of the list of institutions as a file."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.panels import FIGURES


def columns() -> list[Column[Institution]]:
    """The institution's own columns, then the figures of higher rooms."""
    own: list[Column[Institution]] = [
        Column(_("Skrót"), lambda institution: institution.abbr),
        Column(_("Nazwa"), lambda institution: institution.name),
        Column(_("Nazwa zbiorowa"), lambda institution: str(_("tak") if institution.collective else _("nie"))),
        Column(_("Sposób sprawozdawania"), lambda institution: institution.get_reporting_display()),
        Column(
            _("Sprawozdaje przez"),
            lambda institution: institution.reports_through.name if institution.reports_through else "",
        ),
    ]
    return [*own, *(Column(figure.title, _value(figure.name)) for figure in FIGURES)]


def _value(name: str) -> Callable[[Institution], int]:
    return lambda institution: int(getattr(institution, name))
