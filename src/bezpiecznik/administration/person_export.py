"""All that the house knows of a person as a ZIP: JSON for machines, one HTML page for people."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import parts as all_parts
from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text
from bezpiecznik.core.templatetags.ui import pl_date, pl_datetime

Table = list[dict[str, Any]]


def gather(person: User) -> list[tuple[str, str, Table]]:
    """Each part: its name, its title, its rows with titles of columns as text."""
    return [
        (part.name, str(part.title), [{str(key): value for key, value in row.items()} for row in part.rows(person)])
        for part in all_parts()
    ]


def archive(person: User) -> bytes:
    """The ZIP: `dane.json` and `dane.html`. No secret is in it: no password, no key of a second factor."""
    parts, made_at = gather(person), clock.now()
    told = {"format": "bezpiecznik/person-1", "made_at": made_at.isoformat(), "person": person.get_full_name()}
    data = {**told, "parts": {name: [_plain(row) for row in rows] for name, _title, rows in parts}}
    context = {"person": person, "made_at": made_at, "parts": [(title, *_table(rows)) for _name, title, rows in parts]}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("dane.json", as_text(data))
        packed.writestr("dane.html", render_to_string("administration/person_export.html", context))
    return buffer.getvalue()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value if isinstance(value, (str, int, float, bool, type(None))) else _text(value)
        for key, value in row.items()
    }


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def _table(rows: Table) -> tuple[list[str], list[list[str]]]:
    """Titles of all columns, and the cells as a person reads them."""
    titles = list(dict.fromkeys(title for row in rows for title in row))
    return titles, [[_readable(row.get(title)) for title in titles] for row in rows]


def _readable(value: Any) -> str:
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    if isinstance(value, datetime):
        return pl_datetime(value)
    if isinstance(value, date):
        return pl_date(value)
    return "" if value is None else str(value)
