"""What a granted motion leads to: a task in the programme, and later looks at what came of it."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.refusals import Refused as RefusedBelow
from bezpiecznik.motions.events import Event
from bezpiecznik.motions.models import EffectCheck, Motion
from bezpiecznik.motions.refusals import Refused
from bezpiecznik.motions.services.holding import go, hold, save
from bezpiecznik.motions.states import EffectOutcome, MotionState
from bezpiecznik.plans import amending
from bezpiecznik.plans.models import Area, Undertaking


@transaction.atomic
def set_task(motion: Motion, undertaking: Undertaking, *, seen: int | None = None, by: User) -> Motion:
    """An action or initiative that is in the programme already carries the motion out. Raises Refused."""
    held = _granted(motion, seen)
    held.task, held.task_area, held.task_wording = undertaking, None, ""
    save(held, by=by)
    journal.record(Event.TASK_SET, held, by=by, undertaking=undertaking.code)
    return held


@transaction.atomic
def propose_action(motion: Motion, area: Area, *, wording: str, seen: int | None = None, by: User) -> Motion:
    """A new action, kept until the coordinator writes it in the programme. Raises Refused."""
    held = _granted(motion, seen)
    if not wording.strip():
        raise Refused(_("Napisz treść nowego działania."))
    held.task, held.task_area, held.task_wording = None, area, wording.strip()
    save(held, by=by)
    journal.record(Event.TASK_PROPOSED, held, by=by, area=str(area.no), wording=held.task_wording)
    return held


def _granted(motion: Motion, seen: int | None) -> Motion:
    held = hold(motion, seen=seen)
    if not held.is_granted:
        raise Refused(_("Zadanie w programie ma wniosek uwzględniony, którego jeszcze nie wykonano."))
    return held


def preview_amendment(
    motion: Motion, *, basis: str, effective_on: date, leads: Iterable[Institution], by: User
) -> amending.Preview:
    """What writing the proposed action in the programme would do. Writes nothing. Raises Refused."""
    action = _proposed(motion, leads)
    try:
        return amending.preview(
            action.area.programme, basis=basis, effective_on=effective_on, reason=reason_of(motion), by=by,
            changes=[action],
        )  # fmt: skip
    except RefusedBelow as refusal:
        raise Refused(str(refusal)) from refusal


@transaction.atomic
def add_to_programme(
    motion: Motion, *, basis: str, effective_on: date, leads: Iterable[Institution], by: User, seen: int | None = None
) -> Motion:
    """The proposed action becomes one of the programme, by an amendment that names the motion. Raises Refused."""
    held = _granted(motion, seen)
    action = _proposed(held, leads)
    try:
        amendment = amending.amend(
            action.area.programme, basis=basis, effective_on=effective_on, reason=reason_of(held), by=by,
            changes=[action],
        )  # fmt: skip
    except RefusedBelow as refusal:
        raise Refused(str(refusal)) from refusal
    held.task = Undertaking.objects.select_related("area").get(added_by=amendment)
    held.task_area, held.task_wording = None, ""
    save(held, by=by)
    journal.record(Event.TASK_ADDED, held, by=by, undertaking=held.task.code)
    return held


def _proposed(motion: Motion, leads: Iterable[Institution]) -> amending.AddAction:
    if motion.task_area is None:
        raise Refused(_("Nie przygotowano nowego działania."))
    return amending.AddAction(motion.task_area, motion.task_wording, tuple(leads))


def reason_of(motion: Motion) -> str:
    """Why the programme is amended, as the register of amendments keeps it."""
    words = {"number": motion.number, "title": motion.title, "who": motion.institution.name}
    return _("Uwzględniony wniosek %(number)s „%(title)s” (%(who)s).") % words


@transaction.atomic
def look_at_effect(
    motion: Motion, *, outcome: EffectOutcome, text: str, next_on: date | None = None, seen: int | None = None, by: User
) -> EffectCheck:
    """What came of the motion; it is looked at again, or its way ends. Raises Refused without words or a next day."""
    held = _granted(motion, seen)
    if not text.strip():
        raise Refused(_("Napisz, co wynikło z wniosku."))
    if outcome == EffectOutcome.UNDER_WAY and (next_on is None or next_on <= clock.today()):
        raise Refused(_("Gdy wykonanie trwa, podaj późniejszy dzień następnego sprawdzenia."))
    again = next_on if outcome == EffectOutcome.UNDER_WAY else None
    looked = EffectCheck.objects.create(motion=held, outcome=outcome, text=text.strip(), next_on=again, by=by)
    if again:
        held.due_on = again
        save(held, by=by)
        journal.record(Event.LOOKED_AT, held, by=by, note=looked.text, next_on=again.isoformat())
    elif outcome == EffectOutcome.CARRIED_OUT:
        go(held, MotionState.CARRIED_OUT, Event.CARRIED_OUT, by=by, note=looked.text)
    else:
        go(held, MotionState.ABANDONED, Event.ABANDONED, by=by, note=looked.text)
    return looked
