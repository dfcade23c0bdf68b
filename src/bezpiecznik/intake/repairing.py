"""What a person decides about a fault of the document: repair it as proposed, set it aside, look at it again."""

from typing import Any

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.intake import codes
from bezpiecznik.intake.corrections import differing, with_values
from bezpiecznik.intake.draft import Draft, draft_of
from bezpiecznik.intake.events import Event
from bezpiecznik.intake.faults import SET_ASIDE, SETTLED, changes_of, fault_key, is_whole, repair_stamp, values_after
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.refusals import Outdated
from bezpiecznik.intake.undoing import lock_in_review, sections_of, write
from bezpiecznik.resolution.model import Finding


def find_fault(draft: Draft, key: str) -> Finding | None:
    return next((finding for finding in draft.reading.findings if fault_key(finding) == key), None)


@transaction.atomic
def repair(intake: Intake, fault: str, *, stamp: str, by: User) -> None:
    """Make the proposed repairs that have their places in the reading, as corrections; all of them settle the fault.

    Raises Outdated when they are not what this person saw.
    """
    locked = lock_in_review(intake)
    draft = draft_of(locked)
    finding = find_fault(draft, fault)
    changes = changes_of(finding, draft) if finding else ()
    if not changes or repair_stamp(changes) != stamp:
        raise Outdated
    sections = sections_of(locked)
    rows = values_after(changes)
    for row, values in rows.values():
        sections |= with_values(sections, row, differing(row, values))
    if finding and is_whole(finding, draft):
        sections["faults"] = {**sections["faults"], fault: _mark(SETTLED, by=by)}
    about = ", ".join(codes.name(row, draft) for row, _values in rows.values())
    kept = {name: sections[name] for name in ("changes", "added", "faults")}
    write(locked, Event.REPAIRED, by=by, about=about, **kept)
    for row, values in rows.values():
        was = {name: row.values[name] for name in values}
        journal.record(Event.REPAIRED, locked, by=by, row=row.key, was=was, now=values)


@transaction.atomic
def set_aside(intake: Intake, fault: str, *, reason: str, by: User) -> None:
    """The fault is not to be settled, for a reason; it does not go on with the programme."""
    locked = lock_in_review(intake)
    faults = sections_of(locked)["faults"]
    finding = find_fault(draft_of(locked), fault)
    if finding is None or faults.get(fault, {}).get("state") == SET_ASIDE:
        return
    marked = {**faults, fault: _mark(SET_ASIDE, reason=reason, by=by)}
    write(locked, Event.FAULT_SET_ASIDE, by=by, about=finding.message, faults=marked)
    journal.record(Event.FAULT_SET_ASIDE, locked, by=by, fault=finding.message, reason=reason)


@transaction.atomic
def reopen(intake: Intake, fault: str, *, by: User) -> None:
    """Take back that the fault was settled or set aside; corrections stay."""
    locked = lock_in_review(intake)
    faults = sections_of(locked)["faults"]
    finding = find_fault(draft_of(locked), fault)
    if finding is None or fault not in faults:
        return
    del faults[fault]
    write(locked, Event.FAULT_REOPENED, by=by, about=finding.message, faults=faults)
    journal.record(Event.FAULT_REOPENED, locked, by=by, fault=finding.message)


def _mark(state: str, *, by: User, reason: str = "") -> dict[str, Any]:
    return {"state": state, "reason": reason, "by": by.pk, "at": clock.now().isoformat()}
