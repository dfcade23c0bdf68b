"""Writes of statutory dates: changed by the office, with history; those that came with the system can be restored."""

import json
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.core.fieldhistory import sign
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import StatutoryDate
from bezpiecznik.plans.timetabling import Outdated

DEFAULTS = Path(__file__).with_name("statutory_dates.json")
FIELDS = (
    "name", "source", "verified_on", "concerns", "rule", "month", "day", "second_month", "second_day", "starts_on",
    "years", "ends_on", "months_before", "note", "active",
)  # fmt: skip
"""What the office may say."""


def defaults() -> dict[str, dict[str, Any]]:
    """Rows as they come with the system, by slug."""
    return {row["slug"]: row for row in json.loads(DEFAULTS.read_text(encoding="utf-8"))}


def default_of(row: StatutoryDate) -> dict[str, Any] | None:
    """All its fields as they came with the system; None for a date that the office added."""
    known = defaults().get(row.slug or "")
    return known and {name: known.get(name, _field(name).get_default()) for name in FIELDS}


def is_as_it_came(row: StatutoryDate) -> bool:
    return {name: getattr(row, name) for name in FIELDS} == default_of(row)


@transaction.atomic
def add_statutory_date(*, by: User, **said: Any) -> StatutoryDate:
    """A date of the office's own. Raises ValidationError where days are missing."""
    row = StatutoryDate()
    _say(row, said, by=by)
    journal.record(Event.STATUTORY_ADDED, row, by=by, source=row.source)
    return row


@transaction.atomic
def change_statutory_date(row: StatutoryDate, *, by: User, version: int | None = None, **said: Any) -> StatutoryDate:
    """Saving what stands there changes nothing. Raises Outdated, ValidationError."""
    held = _held(row, version)
    before = {name: getattr(held, name) for name in said}
    changed = {name: [_text(before[name]), _text(value)] for name, value in said.items() if before[name] != value}
    if changed:
        held.version += 1
        _say(held, said, by=by)
        journal.record(Event.STATUTORY_CHANGED, held, by=by, changed=_labelled(changed))
    return held


@transaction.atomic
def restore_statutory_date(row: StatutoryDate, *, by: User) -> StatutoryDate:
    """As it came with the system. Raises Refused for a date that the office added."""
    known = default_of(row)
    if known is None:
        raise Refused(_("Ten termin dodał urząd: nie ma do czego wracać."))
    return change_statutory_date(row, by=by, **known)


def _held(row: StatutoryDate, version: int | None) -> StatutoryDate:
    held = StatutoryDate.objects.select_for_update().get(pk=row.pk)
    if version is not None and version != held.version:
        raise Outdated(_("Ktoś zmienił ten termin w międzyczasie. Porównaj go ze swoim i zapisz jeszcze raz."))
    return held


def _say(row: StatutoryDate, said: dict[str, Any], *, by: User) -> None:
    for name, value in said.items():
        setattr(row, name, value)
    sign(row, by=by)
    row.full_clean()
    row.save()


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _labelled(changed: dict[str, list[str]]) -> dict[str, list[str]]:
    return {str(_field(name).verbose_name): pair for name, pair in changed.items()}


def _field(name: str) -> Any:
    return StatutoryDate._meta.get_field(name)
