"""Columns of the lists of institutions as files."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.institutions.importing.columns import COLUMNS, CONTACT, REGISTER
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.panels import FIGURES


def columns() -> list[Column[Institution]]:
    """All that can be read back (with contacts), then what cannot: the dissolution and the figures of higher rooms."""
    own: list[Column[Institution]] = [
        *(Column(column.title, column.shown) for column in COLUMNS),
        Column(_("Zniesiono z dniem"), _dissolved_on),
        Column(_("Następca"), lambda institution: institution.successor.name if institution.successor else ""),
    ]
    return [*own, *(Column(figure.title, _value(figure.name)) for figure in FIGURES)]


def contact_columns() -> list[Column[Institution]]:
    named = [column for column in REGISTER if column.name in {"name", "abbr", "kind"}]
    return [Column(column.title, column.shown) for column in (*named, *CONTACT)]


def _dissolved_on(institution: Institution) -> date | None:
    return institution.dissolved_on


def _value(name: str) -> Callable[[Institution], int]:
    return lambda institution: int(getattr(institution, name))
