"""Bringing a file in: what it would do; when a person agrees, exactly that, at once; undone while nothing moved.

Rows are written in bulk and told of with one line of the journal, and reports that follow them are told once.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import following
from bezpiecznik.activities.events import Event
from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.following import Touched, touched_by
from bezpiecznik.activities.importing import calendars
from bezpiecznik.activities.importing.fields import ASKED, guessed
from bezpiecznik.activities.importing.planning import Planned, plan
from bezpiecznik.activities.importing.rows import Said
from bezpiecznik.activities.models import (
    Activity,
    ActivityBody,
    ActivityImport,
    ActivityUndertaking,
    SourceKind,
)
from bezpiecznik.activities.refusals import Refused
from bezpiecznik.activities.states import ActivityState, BodyRole
from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.institutions.importing.outcome import RowOutcome, Status
from bezpiecznik.institutions.importing.reading import read
from bezpiecznik.institutions.models import Institution

MAX_ROWS = 2_000
NAMED = 3
NOTHING = Touched(frozenset(), frozenset(), frozenset())


class OutcomeChanged(Exception):
    """Something has changed since the preview: the new one is stored, nothing else."""


@transaction.atomic
def bring(institution: Institution, data: bytes, *, name: str, by: User) -> ActivityImport:
    """Read a CSV, XLSX or ICS file and store what it would do. Raises UnreadableFile."""
    brought = ActivityImport(institution=institution, name=name[:200], added_by=by)
    if calendars.is_calendar(data):
        brought.source, brought.columns = SourceKind.CALENDAR, calendars.titles()
        brought.rows = [list(row) for row in calendars.read(data, today=clock.today(), most_rows=MAX_ROWS)]
        brought.mapping = calendars.MAPPING
    else:
        table = read(data, most_rows=MAX_ROWS)
        brought.source, brought.columns = SourceKind.TABLE, table.titles
        brought.rows = [[number, cells] for number, cells in table.rows]
        brought.formulas = {str(number): title for number, title in table.formulas.items()}
        brought.mapping = guessed(table.titles)
    _preview(brought, by=by)
    return brought


@transaction.atomic
def choose_columns(
    brought: ActivityImport, *, by: User, mapping: Mapping[str, int], kind: str = "", undertaking: int | None = None
) -> ActivityImport:
    """How the file is to be understood, and what stands for a missing word. Raises Refused once it was applied."""
    held = _hold(brought)
    if held.applied_at:
        raise Refused(_("Ten plik jest już wczytany."))
    if held.source == SourceKind.TABLE:
        asked = {field.name for field in ASKED}
        held.mapping = {name: place for name, place in mapping.items() if name in asked}
    held.kind, held.undertaking = kind, undertaking
    _preview(held, by=by)
    return held


def apply(brought: ActivityImport, *, by: User, changing: Collection[int] = ()) -> ActivityImport:
    """Write new rows, and of those that change something the ones numbered in `changing`. Raises OutcomeChanged.

    One that was applied already changes nothing.
    """
    with transaction.atomic():
        held = _hold(brought)
        if held.applied_at:
            return held
        planned = plan(held, by=by)
        outcome = [row.outcome.to_json() for row in planned]
        if is_same := outcome == held.outcome:
            _write(held, planned, set(changing), by=by)
        else:
            held.outcome = outcome
            held.save(update_fields=("outcome",))
    if not is_same:
        raise OutcomeChanged
    return held


@transaction.atomic
def undo(brought: ActivityImport, *, by: User) -> ActivityImport:
    """Withdraw what the file brought and put back what it changed. Raises Refused when anybody changed it since.

    Rows are cancelled with a reason and not deleted; the file may be brought again.
    """
    held = _hold(brought)
    if held.undone_at or not held.applied_at:
        return held
    created, changed = held.made.get("created", {}), held.made.get("changed", {})
    found = Activity.objects.select_for_update(of=("self",)).select_related("institution")
    rows = {str(row.pk): row for row in found.filter(pk__in=[*created, *changed]).order_by("pk")}
    _refuse_moved(held, rows.values())
    before = _touched(row.pk for row in rows.values())
    new = [rows[key] for key in created]
    _keep_all(new, by=by, update=False)
    for row in new:
        row.state, row.source_key, row.version = ActivityState.CANCELLED, "", row.version + 1
        row.cancelled_because = _("Cofnięto wczytanie pliku „%(name)s”.") % {"name": held.name}
        row.updated_at, row.updated_by = clock.now(), by
    fields = ("state", "source_key", "version", "cancelled_because", "updated_at", "updated_by")
    Activity.objects.bulk_update(new, fields, batch_size=200)
    _keep_all(new, by=by, update=True)
    for key, kept in changed.items():
        _put_back(rows[key], kept, by=by)
    held.undone_at, held.undone_by = clock.now(), by
    held.save(update_fields=("undone_at", "undone_by"))
    following.tell(before | _touched(row.pk for row in rows.values()))
    journal.record(Event.IMPORT_UNDONE, held, by=by, rows=len(rows))
    return held


def outcomes_of(brought: ActivityImport) -> list[RowOutcome]:
    return [RowOutcome.from_json(kept) for kept in brought.outcome]


def _hold(brought: ActivityImport) -> ActivityImport:
    return ActivityImport.objects.select_for_update(of=("self",)).select_related("institution").get(pk=brought.pk)


def _preview(brought: ActivityImport, *, by: User) -> None:
    brought.outcome = [row.outcome.to_json() for row in plan(brought, by=by)]
    brought.save()


def _write(held: ActivityImport, planned: list[Planned], changing: set[int], *, by: User) -> None:
    new = [row for row in planned if row.outcome.status == Status.NEW]
    mended = [row for row in planned if row.outcome.status == Status.CHANGED and row.outcome.number in changing]
    before = _touched(row.target.pk for row in mended if row.target)
    created = _create(held.institution, new, by=by)
    changed = {
        str(row.target.pk): _mend(row.target, row.said, row.facts, file=held.name, by=by)
        for row in mended
        if row.target and row.said and row.facts
    }
    held.made = {"created": {str(row.pk): row.version for row in created}, "changed": changed}
    held.applied_at, held.applied_by = clock.now(), by
    held.save(update_fields=("made", "applied_at", "applied_by"))
    following.tell(before | _touched([*(row.pk for row in created), *(int(key) for key in changed)]))
    journal.record(
        Event.IMPORTED, held, by=by, new=len(created), changed=len(changed), institution=held.institution.name
    )


def _create(institution: Institution, planned: list[Planned], *, by: User) -> list[Activity]:
    rows = []
    told = [(one.source_key, one.said, one.facts) for one in planned if one.said and one.facts]
    for source_key, _said, facts in told:
        row = Activity(institution=institution, created_by=by, updated_by=by, source_key=source_key)
        facts.put_into(row)
        row.fill_search_text()
        rows.append(row)
    created = Activity.objects.bulk_create(rows, batch_size=200)
    bodies, links = [], []
    for row, (_key, said, _facts) in zip(created, told, strict=True):
        bodies.append(ActivityBody(activity=row, institution=institution, role=BodyRole.ORGANISER))
        bodies += [
            ActivityBody(activity=row, institution_id=key, role=BodyRole.CO_ORGANISER) for key in sorted(said.others)
        ]
        links += [ActivityUndertaking(activity=row, undertaking_id=key) for key in sorted(said.undertakings)]
    ActivityBody.objects.bulk_create(bodies, batch_size=500)
    ActivityUndertaking.objects.bulk_create(links, batch_size=500)
    return created


def _mend(target: Activity, said: Said, facts: Facts, *, file: str, by: User) -> dict[str, Any]:
    """Put the row's words in; gives what is needed to undo it."""
    current = Activity.objects.select_for_update(of=("self",)).select_related("institution").get(pk=target.pk)
    before = asdict(Facts.of(current))
    facts.put_into(current)
    if current.state == ActivityState.CANCELLED:
        current.cancelled_because = _("Odwołane w pliku „%(name)s”.") % {"name": file}
    has = set(current.bodies.values_list("institution", flat=True))
    new_bodies = sorted(said.others - has)
    ActivityBody.objects.bulk_create(
        ActivityBody(activity=current, institution_id=key, role=BodyRole.CO_ORGANISER) for key in new_bodies
    )
    linked = set(current.undertakings.values_list("undertaking", flat=True))
    new_links = sorted(said.undertakings - linked)
    ActivityUndertaking.objects.bulk_create(
        ActivityUndertaking(activity=current, undertaking_id=key) for key in new_links
    )
    _save(current, by=by)
    kept = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in before.items()}
    return {"version": current.version, "before": kept, "bodies": new_bodies, "undertakings": new_links}


def _put_back(row: Activity, kept: dict[str, Any], *, by: User) -> None:
    for name, value in kept["before"].items():
        field: Any = Activity._meta.get_field(name)
        setattr(row, name, field.to_python(value))
    row.cancelled_because = "" if row.state != ActivityState.CANCELLED else row.cancelled_because
    row.bodies.filter(institution__in=kept["bodies"]).delete()
    row.undertakings.filter(undertaking__in=kept["undertakings"]).delete()
    _save(row, by=by)


def _save(row: Activity, *, by: User) -> None:
    row.version += 1
    row.updated_at, row.updated_by = clock.now(), by
    fieldhistory.sign(row, by=by)
    row.save()


def _refuse_moved(held: ActivityImport, rows: Iterable[Activity]) -> None:
    """Somebody has worked on a row since: it is not taken from under their hands."""
    created, changed = held.made.get("created", {}), held.made.get("changed", {})
    versions = {**created, **{key: kept["version"] for key, kept in changed.items()}}
    with_files = set(Activity.objects.filter(pk__in=created, attachments__isnull=False).values_list("pk", flat=True))
    speaking = set(Activity.objects.filter(pk__in=versions, joined__isnull=False).values_list("pk", flat=True))
    moved = [
        row.title
        for row in rows
        if row.version != versions[str(row.pk)] or row.public or row.pk in with_files or row.pk in speaking
    ]
    if moved:
        named = ", ".join(f"„{title}”" for title in moved[:NAMED])
        raise Refused(
            _("Nie można cofnąć wczytania, bo zmieniono potem: %(named)s (razem %(n)d). Odwołaj wpisy pojedynczo.")
            % {"named": named, "n": len(moved)}
        )


def _keep_all(rows: list[Activity], *, by: User, update: bool) -> None:
    """History of many rows at once: how they stand now."""
    history: Any = Activity.history
    history.bulk_history_create(rows, batch_size=200, update=update, default_user=by, default_date=clock.now())


def _touched(keys: Iterable[int]) -> Touched:
    wanted = list(keys)
    if not wanted:
        return NOTHING
    touched = NOTHING
    for start in range(0, len(wanted), 500):
        rows = Activity.objects.filter(pk__in=wanted[start : start + 500]).prefetch_related("bodies", "undertakings")
        touched |= touched_by(rows)
    return touched
