"""What a person changes in a reading: each correction lies over it and can be taken back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.matching import Register
from bezpiecznik.intake import codes, problems
from bezpiecznik.intake.draft import Draft, Kind, Row, Values, draft_of
from bezpiecznik.intake.events import Event
from bezpiecznik.intake.meanings import RIGHT, Meaning, folded
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.names import Decision, assumed, doubts_of, rows_of_names
from bezpiecznik.intake.parts import NAMES, parts_of
from bezpiecznik.intake.problems import Problem
from bezpiecznik.intake.refusals import Outdated
from bezpiecznik.intake.undoing import Sections, lock_in_review, sections_of, write


@transaction.atomic
def correct(intake: Intake, key: str, values: Values, *, stamp: str, by: User) -> None:
    """Give the row new values (those named only). Raises Outdated when it is not what this person saw."""
    locked = lock_in_review(intake)
    draft = draft_of(locked)
    row = row_as_seen(draft, key, stamp)
    changed = differing(row, values)
    if not changed:
        return
    write(
        locked, Event.CORRECTED, by=by, about=codes.name(row, draft), **with_values(sections_of(locked), row, changed)
    )
    was = {name: row.values[name] for name in changed}
    journal.record(Event.CORRECTED, locked, by=by, row=key, was=was, now=changed)


def differing(row: Row, values: Values) -> Values:
    """Those of the values that the row does not hold yet."""
    return {name: value for name, value in values.items() if row.values[name] != value}


def with_values(sections: Sections, row: Row, changed: Values) -> Sections:
    """The sections that change when the row gets these values."""
    if row.is_added:
        kept = sections["added"][row.key]
        return {"added": {**sections["added"], row.key: {**kept, "values": {**kept["values"], **changed}}}}
    changes = sections["changes"]
    return {"changes": {**changes, row.key: {**changes.get(row.key, {}), **changed}}}


@transaction.atomic
def undo(intake: Intake, key: str, *, by: User) -> None:
    """Take back all corrections of the row: its values are again those that were read."""
    locked = lock_in_review(intake)
    changes = sections_of(locked)["changes"]
    if key not in changes:
        return
    dropped = changes.pop(key)
    write(locked, Event.UNDONE, by=by, about=_name(locked, key), changes=changes)
    journal.record(Event.UNDONE, locked, by=by, row=key, dropped=dropped)


@transaction.atomic
def remove(intake: Intake, key: str, *, stamp: str, by: User) -> None:
    """Leave the row out of the plan; it stays in the reading and can be restored."""
    locked = lock_in_review(intake)
    draft = draft_of(locked)
    row = row_as_seen(draft, key, stamp)
    if row.kind in {Kind.META, Kind.MAIN_GOAL} or row.deleted:
        return
    deleted = {**sections_of(locked)["deleted"], key: True}
    write(locked, Event.REMOVED, by=by, about=codes.name(row, draft), deleted=deleted)
    journal.record(Event.REMOVED, locked, by=by, row=key, wording=row.wording)


@transaction.atomic
def restore(intake: Intake, key: str, *, by: User) -> None:
    """Take a removed row back, also one that was joined to another."""
    locked = lock_in_review(intake)
    sections = sections_of(locked)
    if key not in sections["deleted"]:
        return
    deleted, merged = ({other: kept for other, kept in sections[name].items() if other != key} for name in _REMOVED)
    write(locked, Event.RESTORED, by=by, about=_name(locked, key), deleted=deleted, merged=merged)
    journal.record(Event.RESTORED, locked, by=by, row=key)


_REMOVED = ("deleted", "merged")


@transaction.atomic
def add(intake: Intake, kind: Kind, values: Values, *, parent: str = "", by: User) -> str:
    """Add what the reader missed; returns the key of the new row."""
    locked = lock_in_review(intake)
    added = sections_of(locked)["added"]
    key = new_key(added, kind, parent)
    row = {"key": key, "kind": kind.value, "parent": parent, "values": values}
    about = str(values.get("name") or values.get("text") or "")
    write(locked, Event.ADDED, by=by, about=f"„{about[:80]}”", added={**added, key: row})
    journal.record(Event.ADDED, locked, by=by, row=key, values=values)
    return key


def new_key(added: Mapping[str, Any], kind: Kind, parent: str) -> str:
    """A key that no added row has."""
    number = len(added) + 1
    while (key := f"{parent or kind}:n{number}") in added:
        number += 1
    return key


@transaction.atomic
def accept_part(intake: Intake, part: str, *, stamp: str, by: User) -> None:
    """Confirm that a person looked through the part. Raises Outdated when it is not what that person saw."""
    locked = lock_in_review(intake)
    seen = next((found for found in parts_of(draft_of(locked), ()) if found.key == part), None)
    if seen is None or seen.stamp != stamp:
        raise Outdated
    write(locked, Event.PART_SEEN, by=by, about=f"„{seen.title}”", seen=_seen(locked, part))
    journal.record(Event.PART_SEEN, locked, by=by, part=part)


@transaction.atomic
def decide_names(
    intake: Intake,
    decisions: Mapping[str, Decision],
    *,
    stamp: str,
    by: User,
    doubts: Mapping[str, Meaning] | None = None,
) -> list[Problem]:
    """Keep what a person said of the names; the part counts as seen when nothing is left to say of them.

    `doubts` tells, by the name as written, what those mean of which the reader was not sure. Returns what is left, as
    sentences. Raises Outdated when somebody else decided in the meantime.
    """
    locked = lock_in_review(intake)
    if draft_of(locked).names_stamp != stamp:
        raise Outdated
    sections = sections_of(locked)
    names = {**sections["names"], **{key: said.to_json() for key, said in decisions.items()}}
    meant = {**sections["doubts"], **{key: said.to_json() for key, said in (doubts or {}).items()}}
    left = _left_of(locked, names, meant)
    seen = sections["seen"] if left else _seen(locked, NAMES)
    write(locked, Event.NAMES_DECIDED, by=by, names=names, doubts=meant, seen=seen)
    journal.record(Event.NAMES_DECIDED, locked, by=by, names=len(decisions) + len(doubts or {}))
    return left


def _left_of(intake: Intake, names: Mapping[str, Any], doubts: Mapping[str, Any]) -> list[Problem]:
    """What these decisions leave open; nothing is stored."""
    said = Intake(reading=intake.reading, corrected={**(intake.corrected or {}), "names": names, "doubts": doubts})
    draft, register = draft_of(said), Register()
    return problems.of_names(rows_of_names(draft, register), register, doubts_of(draft))


@transaction.atomic
def accept_all_parts(intake: Intake, *, by: User) -> None:
    """Confirm everything as it was read, at once: for the demonstration and the command line, where nobody looks.

    Names that are only alike to known ones become bodies of their own: nothing is merged without a person.
    """
    locked = lock_in_review(intake)
    draft = draft_of(locked)
    names = {row.key: assumed(row.decision).to_json() for row in rows_of_names(draft, Register())}
    doubts = {folded(doubt.name.text): Meaning(RIGHT).to_json() for doubt in doubts_of(draft)}
    sections = sections_of(locked)
    write(
        locked,
        Event.PART_SEEN,
        by=by,
        names={**names, **sections["names"]},
        doubts={**doubts, **sections["doubts"]},
        seen=_seen(locked, *(part.key for part in parts_of(draft, ())), NAMES),
    )
    journal.record(Event.PART_SEEN, locked, by=by, part="*")


def row_as_seen(draft: Draft, key: str, stamp: str) -> Row:
    """The row, as the person saw it; raises Outdated when it is not so any more."""
    row = draft.row(key)
    if row is None or row.stamp != stamp:
        raise Outdated
    return row


def _name(intake: Intake, key: str) -> str:
    draft = draft_of(intake)
    row = draft.row(key)
    return codes.name(row, draft) if row else key


def _seen(intake: Intake, *parts: str) -> dict[str, bool]:
    return dict.fromkeys([*intake.accepted_areas, *parts], True)
