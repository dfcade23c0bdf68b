"""The motion as it stands now, held until the end of the transaction, and its steps from state to state."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.motions.events import Event
from bezpiecznik.motions.models import Motion, Step
from bezpiecznik.motions.options import DAYS_IN
from bezpiecznik.motions.refusals import MotionChanged, Refused
from bezpiecznik.motions.states import NEXT, MotionState


def hold(motion: Motion, *, seen: int | None = None) -> Motion:
    """The row locked. `seen` is the version that the page showed. Raises MotionChanged when it is another one now."""
    rows = Motion.objects.select_for_update(of=("self",)).select_related("institution")
    held = rows.get(pk=motion.pk)
    if seen is not None and seen != held.version:
        sentence = _("W międzyczasie ktoś zmienił ten wniosek. Obejrzyj go, zanim zrobisz to jeszcze raz.")
        raise MotionChanged(sentence, held)
    return held


def hold_towards(motion: Motion, towards: MotionState, *, seen: int | None = None) -> Motion:
    """The row locked, if it may go to that state. Raises Refused, MotionChanged."""
    held = hold(motion, seen=seen)
    if towards not in NEXT[held.kind_of_state]:
        raise Refused(_("Nie można tego zrobić: stan wniosku to „%(state)s”.") % {"state": held.get_state_display()})
    return held


def save(motion: Motion, *, by: User) -> None:
    """Store the change as the next version, signed in the history."""
    motion.version += 1
    fieldhistory.sign(motion, by=by)
    motion.save()


def go(
    motion: Motion,
    towards: MotionState,
    event: Event,
    *,
    by: User,
    on_behalf: str = "",
    note: str = "",
    checks: list[dict[str, Any]] | None = None,
    due_on: date | None = None,
    **told: Any,
) -> Step:
    """One step: the state, the term of the next one, the log and the journal. The motion must be held."""
    before, motion.state = motion.state, towards
    motion.due_on = due_on or term_of(towards)
    save(motion, by=by)
    step = Step.objects.create(
        motion=motion, before=before, after=towards, by=by, on_behalf=on_behalf, note=note, checks=checks or []
    )
    if motion.due_on:
        told["due_on"] = motion.due_on.isoformat()
    if on_behalf:
        told["on_behalf"] = on_behalf
    journal.record(event, motion, by=by, note=note, **told)
    return step


def term_of(state: MotionState) -> date | None:
    """The last day of a motion that comes to this state today; none where nobody is expected to act."""
    days = DAYS_IN.get(state)
    return add_working_days(clock.today(), days.value()) if days else None
