"""What a person changes in a reading: each correction lies over it and can be taken back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.matching import Register
from bezpiecznik.intake import problems
from bezpiecznik.intake.draft import Kind, Row, Values, draft_of
from bezpiecznik.intake.events import Event
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.names import Decision, assumed, rows_of_names
from bezpiecznik.intake.parts import NAMES, parts_of
from bezpiecznik.intake.problems import Problem
from bezpiecznik.intake.refusals import NotInReview, Outdated


def lock_in_review(intake: Intake) -> Intake:
    """The document for writing, others wait. Raises NotInReview unless it is being looked through."""
    locked = Intake.objects.select_for_update(of=("self",)).select_related("accepted_by").get(pk=intake.pk)
    if locked.state != IntakeState.REVIEW:
        raise NotInReview(locked)
    return locked


@transaction.atomic
def correct(intake: Intake, key: str, values: Values, *, stamp: str, by: User) -> None:
    """Give the row new values (those named only). Raises Outdated when it is not what this person saw."""
    locked = lock_in_review(intake)
    row = _row_as_seen(locked, key, stamp)
    changed = {name: value for name, value in values.items() if row.values[name] != value}
    if not changed:
        return
    if row.is_added:
        added = [{**a, "values": {**a["values"], **changed}} if a["key"] == key else a for a in _list(locked, "added")]
        _write(locked, added=added)
    else:
        changes = _map(locked, "changes")
        _write(locked, changes={**changes, key: {**changes.get(key, {}), **changed}})
    was = {name: row.values[name] for name in changed}
    journal.record(Event.CORRECTED, locked, by=by, row=key, was=was, now=changed)


@transaction.atomic
def undo(intake: Intake, key: str, *, by: User) -> None:
    """Take back all corrections of the row: its values are again those that were read."""
    locked = lock_in_review(intake)
    changes = _map(locked, "changes")
    if key not in changes:
        return
    dropped = changes.pop(key)
    _write(locked, changes=changes)
    journal.record(Event.UNDONE, locked, by=by, row=key, dropped=dropped)


@transaction.atomic
def remove(intake: Intake, key: str, *, stamp: str, by: User) -> None:
    """Leave the row out of the plan; it stays in the reading and can be restored."""
    locked = lock_in_review(intake)
    row = _row_as_seen(locked, key, stamp)
    if row.kind in {Kind.META, Kind.MAIN_GOAL} or row.deleted:
        return
    _write(locked, deleted=[*_list(locked, "deleted"), key])
    journal.record(Event.REMOVED, locked, by=by, row=key, wording=row.wording)


@transaction.atomic
def restore(intake: Intake, key: str, *, by: User) -> None:
    """Take a removed row back."""
    locked = lock_in_review(intake)
    deleted = _list(locked, "deleted")
    if key not in deleted:
        return
    _write(locked, deleted=[other for other in deleted if other != key])
    journal.record(Event.RESTORED, locked, by=by, row=key)


@transaction.atomic
def add(intake: Intake, kind: Kind, values: Values, *, parent: str = "", by: User) -> str:
    """Add what the reader missed; returns the key of the new row."""
    locked = lock_in_review(intake)
    added = _list(locked, "added")
    key = f"{parent or kind}:n{len(added) + 1}"
    _write(locked, added=[*added, {"key": key, "kind": kind.value, "parent": parent, "values": values}])
    journal.record(Event.ADDED, locked, by=by, row=key, values=values)
    return key


@transaction.atomic
def accept_part(intake: Intake, part: str, *, stamp: str, by: User) -> None:
    """Confirm that a person looked through the part. Raises Outdated when it is not what that person saw."""
    locked = lock_in_review(intake)
    seen = next((found for found in parts_of(draft_of(locked), ()) if found.key == part), None)
    if seen is None or seen.stamp != stamp:
        raise Outdated
    _mark_seen(locked, part)
    journal.record(Event.PART_SEEN, locked, by=by, part=part)


@transaction.atomic
def decide_names(intake: Intake, decisions: Mapping[str, Decision], *, stamp: str, by: User) -> list[Problem]:
    """Keep what a person said of the names; the part counts as seen when nothing is left to say of them.

    Returns what is left, as sentences. Raises Outdated when somebody else decided in the meantime.
    """
    locked = lock_in_review(intake)
    if draft_of(locked).names_stamp != stamp:
        raise Outdated
    _write(locked, names={**_map(locked, "names"), **{key: said.to_json() for key, said in decisions.items()}})
    register = Register()
    left = problems.of_names(rows_of_names(draft_of(locked), register), register)
    if not left:
        _mark_seen(locked, NAMES)
    journal.record(Event.NAMES_DECIDED, locked, by=by, names=len(decisions))
    return left


@transaction.atomic
def accept_all_parts(intake: Intake, *, by: User) -> None:
    """Confirm everything as it was read, at once: for the demonstration and the command line, where nobody looks.

    Names that are only alike to known ones become bodies of their own: nothing is merged without a person.
    """
    locked = lock_in_review(intake)
    draft = draft_of(locked)
    names = {row.key: assumed(row.decision).to_json() for row in rows_of_names(draft, Register())}
    _write(locked, names={**names, **_map(locked, "names")})
    _mark_seen(locked, *(part.key for part in parts_of(draft, ())), NAMES)
    journal.record(Event.PART_SEEN, locked, by=by, part="*")


def _row_as_seen(intake: Intake, key: str, stamp: str) -> Row:
    row = draft_of(intake).row(key)
    if row is None or row.stamp != stamp:
        raise Outdated
    return row


def _map(intake: Intake, section: str) -> dict[str, Any]:
    return dict((intake.corrected or {}).get(section, {}))


def _list(intake: Intake, section: str) -> list[Any]:
    return list((intake.corrected or {}).get(section, ()))


def _write(intake: Intake, **sections: Any) -> None:
    intake.corrected = {**(intake.corrected or {}), **sections}
    intake.version += 1
    intake.save(update_fields=("corrected", "version"))


def _mark_seen(intake: Intake, *parts: str) -> None:
    intake.accepted_areas = list(dict.fromkeys([*intake.accepted_areas, *parts]))
    intake.version += 1
    intake.save(update_fields=("accepted_areas", "version"))
