"""Writes of milestones: added, moved with a reason, reached, given up with a reason, taken back. Never deleted."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.fieldhistory import sign
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import DateMove, Milestone, Precision, Undertaking
from bezpiecznik.plans.timetable import days
from bezpiecznik.plans.timetabling import Outdated


@transaction.atomic
def add_milestone(
    undertaking: Undertaking, *, name: str, due_on: date, by: User, precision: str = Precision.DAY
) -> Milestone:
    """A step on the way. Raises Refused for the same step on the same day, so that a second click adds nothing."""
    held = Undertaking.objects.select_for_update(of=("self",)).select_related("area").get(pk=undertaking.pk)
    due_on = days.coarse(due_on, precision)
    if held.milestones.filter(name=name.strip(), due_on=due_on, dropped_because="").exists():
        raise Refused(_("Taki kamień milowy już jest."))
    milestone = Milestone(undertaking=held, name=name.strip(), due_on=due_on, precision=precision)
    sign(milestone, by=by)
    milestone.full_clean()
    milestone.save()
    journal.record(Event.MILESTONE_ADDED, held, by=by, milestone=milestone.name, milestone_due=due_on.isoformat())
    return milestone


@transaction.atomic
def move_milestone(
    milestone: Milestone,
    *,
    due_on: date,
    reason: str,
    by: User,
    precision: str = Precision.DAY,
    version: int | None = None,
) -> Milestone:
    """To another day. Raises Refused without a reason or a change, and when it was reached or given up; Outdated."""
    held = _open(milestone, version)
    was, becomes = held.due_on, days.coarse(due_on, precision)
    if (was, held.precision) == (becomes, precision):
        raise Refused(_("To jest ten sam termin."))
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego termin się zmienia."))
    held.due_on, held.precision = becomes, precision
    _save(held, by=by)
    DateMove.objects.create(
        undertaking=held.undertaking, milestone=held, was=was, becomes=becomes, reason=reason.strip(), by=by
    )
    _note(
        Event.MILESTONE_MOVED, held, by=by,
        was_on=was.isoformat(), now_on=becomes.isoformat(), reason=reason.strip(),
    )  # fmt: skip
    return held


@transaction.atomic
def finish_milestone(milestone: Milestone, *, done_on: date, by: User, version: int | None = None) -> Milestone:
    """It was reached on this day. Raises Refused for a day to come, and when it is not open; Outdated."""
    held = _open(milestone, version)
    if done_on > clock.today():
        raise Refused(_("Ten dzień jeszcze nie nadszedł."))
    held.done_on = done_on
    _save(held, by=by)
    _note(Event.MILESTONE_REACHED, held, by=by, done_on=done_on.isoformat())
    return held


@transaction.atomic
def drop_milestone(milestone: Milestone, *, reason: str, by: User, version: int | None = None) -> Milestone:
    """It is given up. Raises Refused without a reason, and when it is not open; Outdated."""
    held = _open(milestone, version)
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego rezygnujesz z kamienia milowego."))
    held.dropped_because = reason.strip()
    _save(held, by=by)
    _note(Event.MILESTONE_DROPPED, held, by=by, reason=reason.strip())
    return held


@transaction.atomic
def restore_milestone(milestone: Milestone, *, by: User, version: int | None = None) -> Milestone:
    """It waits again: neither reached nor given up. Raises Refused when it waits already; Outdated."""
    held = _held(milestone, version)
    if held.done_on is None and not held.dropped_because:
        raise Refused(_("Kamień milowy nie jest ani osiągnięty, ani porzucony."))
    held.done_on, held.dropped_because = None, ""
    _save(held, by=by)
    _note(Event.MILESTONE_RESTORED, held, by=by)
    return held


def _held(milestone: Milestone, version: int | None) -> Milestone:
    rows = Milestone.objects.select_for_update(of=("self",)).select_related("undertaking__area")
    held = rows.get(pk=milestone.pk)
    if version is not None and version != held.version:
        raise Outdated(_("Ktoś zmienił ten kamień milowy w międzyczasie. Porównaj go ze swoim i zapisz jeszcze raz."))
    return held


def _open(milestone: Milestone, version: int | None) -> Milestone:
    held = _held(milestone, version)
    if held.done_on or held.dropped_because:
        raise Refused(_("Kamień milowy jest już osiągnięty albo porzucony. Najpierw przywróć go."))
    return held


def _save(milestone: Milestone, *, by: User) -> None:
    milestone.version += 1
    sign(milestone, by=by)
    milestone.full_clean()
    milestone.save()


def _note(event: Event, milestone: Milestone, *, by: User, **details: str) -> None:
    journal.record(event, milestone.undertaking, by=by, milestone=milestone.name, **details)
