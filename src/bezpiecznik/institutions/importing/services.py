"""Bringing a file in: first what it would do, then, when a person agrees, in one transaction, exactly that."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.importing.columns import recognised
from bezpiecznik.institutions.importing.outcome import RowOutcome, Status
from bezpiecznik.institutions.importing.reading import UnreadableFile, read
from bezpiecznik.institutions.importing.run import run
from bezpiecznik.institutions.models import Institution, RegisterImport


class OutcomeChanged(Exception):
    """The register has changed since the preview: the new one is stored, nothing else."""


@transaction.atomic
def bring(data: bytes, *, name: str, by: User) -> RegisterImport:
    """Read the file and store what it would change; the register is as it was. Raises UnreadableFile."""
    table = read(data)
    try:
        recognised(table.titles)
    except ValidationError as fault:
        raise UnreadableFile(" ".join(fault.messages)) from fault
    brought = RegisterImport(
        name=name[:200],
        columns=table.titles,
        rows=[[number, cells] for number, cells in table.rows],
        formulas={str(number): title for number, title in table.formulas.items()},
        added_by=by,
    )
    _preview(brought, by=by)
    return brought


def apply(brought: RegisterImport, *, by: User) -> list[RowOutcome]:
    """Write what the preview showed. Raises OutcomeChanged when it would do something else by now.

    One that was applied already changes nothing and gives what it did.
    """
    with transaction.atomic():
        held = RegisterImport.objects.select_for_update().get(pk=brought.pk)
        if held.applied_at:
            return outcomes_of(held)
        made = _run(held, by=by)
        same = [outcome.to_json() for outcome in made] == held.outcome
        if same:
            held.applied_at, held.applied_by = clock.now(), by
            held.save(update_fields=("applied_at", "applied_by"))
            counts: dict[str, Any] = {status.value: sum(row.status == status for row in made) for status in Status}
            journal.record(Event.IMPORTED, held, by=by, **counts)
        else:
            transaction.set_rollback(True)
    if not same:
        _preview(brought, by=by)
        raise OutcomeChanged
    return made


def outcomes_of(brought: RegisterImport) -> list[RowOutcome]:
    return [RowOutcome.from_json(kept) for kept in brought.outcome]


def _preview(brought: RegisterImport, *, by: User) -> None:
    """Everything is done and taken back, so that the preview cannot promise what cannot be done."""
    with transaction.atomic():
        made = _run(brought, by=by)
        transaction.set_rollback(True)
    brought.outcome = [outcome.to_json() for outcome in made]
    brought.save()


def _run(brought: RegisterImport, *, by: User) -> list[RowOutcome]:
    list(Institution.objects.select_for_update().order_by("pk").values_list("pk"))
    places = recognised(brought.columns)
    sentence = _("w kolumnie „%(title)s” jest formuła: wklej wartość jako tekst")
    refused = {int(number): sentence % {"title": title} for number, title in brought.formulas.items()}
    rows = [(number, cells) for number, cells in brought.rows]
    return run(rows, places, refused, by=by)
