"""Writes of the timetable: when an undertaking happens, its milestones, moved days, completion."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.fieldhistory import sign
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans import followers
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import (
    DateMove,
    DayUnit,
    Precision,
    Programme,
    ReportedWhen,
    Schedule,
    ScheduleKind,
    Undertaking,
)
from bezpiecznik.plans.timetable import days, recurrence

NEW = 0
"""The version of a timetable that does not exist yet."""


class Outdated(Refused):
    """Somebody else has saved the same thing since the page was opened; nothing was written."""


@dataclass(frozen=True)
class Timetable:
    """What is said of one undertaking. A recurring one has `rrule` and `starts_on`; a single one `ends_on`."""

    kind: str = ScheduleKind.CONTINUOUS
    starts_on: date | None = None
    ends_on: date | None = None
    precision: str = Precision.DAY
    rrule: str = ""
    report_within: int | None = None
    report_unit: str = DayUnit.WORKING
    reported: str = ReportedWhen.EACH_PERIOD
    note: str = ""


def schedule_of(undertaking: Undertaking) -> Schedule | None:
    return Schedule.objects.filter(undertaking=undertaking).first()


@transaction.atomic
def set_schedule(
    undertaking: Undertaking, said: Timetable, *, by: User, version: int | None = None, reason: str = ""
) -> Schedule:
    """Give the undertaking this timetable. Saying what stands there already changes nothing.

    Raises Refused for days that make no sense, and for an end that moves without a reason; Outdated when `version` is
    given (NEW: there was none) and is not the present one.
    """
    held = _held(undertaking)
    current = schedule_of(held) or Schedule(undertaking=held, version=NEW)
    _require_version(current.version, version)
    settled = _settled(held.programme, said)
    before = {name: getattr(current, name) for name in asdict(settled)}
    if current.version != NEW and before == asdict(settled):
        return current
    was = current.ends_on
    moved = was is not None and settled.ends_on != was
    if moved and not reason.strip():
        raise Refused(_("Termin się zmienia. Napisz, dlaczego."))
    for name, value in asdict(settled).items():
        setattr(current, name, value)
    _save(current, by=by)
    if moved:
        DateMove.objects.create(undertaking=held, was=was, becomes=current.ends_on, reason=reason.strip(), by=by)
        _note_move(held, was, current.ends_on, reason, by=by)
    else:
        journal.record(Event.SCHEDULE_SET, held, by=by, **_words(settled))
    return current


def _words(said: Timetable) -> dict[str, str]:
    """What was said, as the journal keeps it; without what was left empty."""
    return {
        "schedule_kind" if name == "kind" else name: value.isoformat() if isinstance(value, date) else str(value)
        for name, value in asdict(said).items()
        if value not in {None, ""}
    }


@transaction.atomic
def set_many(
    undertakings: Iterable[Undertaking], said: Timetable, *, by: User, over: bool = False, reason: str = ""
) -> int:
    """The same timetable for many undertakings; those that have one keep it unless `over`. How many it is new for.

    Raises Refused as `set_schedule`, and then nothing changes for any of them.
    """
    changed = 0
    for undertaking in sorted(undertakings, key=lambda one: one.pk):
        known = schedule_of(undertaking)
        if known and not over:
            continue
        before = known.version if known else NEW
        changed += set_schedule(undertaking, said, by=by, reason=reason).version != before
    return changed


def _settled(programme: Programme, said: Timetable) -> Timetable:
    """As it is kept: coarse days as their last one, rules in order, nothing that the kind does not have."""
    recurring = said.kind == ScheduleKind.RECURRING
    ends_on = days.coarse(said.ends_on, said.precision) if said.ends_on else None
    precision = said.precision if said.ends_on else Precision.DAY
    if said.kind == ScheduleKind.ONCE and not ends_on:
        raise Refused(_("Podaj, kiedy działanie ma być wykonane."))
    if said.starts_on and ends_on and ends_on < said.starts_on:
        raise Refused(_("Koniec nie może być wcześniejszy niż początek."))
    rule = ""
    if recurring:
        if not (said.starts_on and said.rrule):
            raise Refused(_("Podaj, od kiedy i jak często działanie się powtarza."))
        rule, ends_on = _rule(programme, said.rrule, said.starts_on, ends_on)
    return replace(said, ends_on=ends_on, precision=precision, rrule=rule, note=said.note.strip())


def _rule(programme: Programme, rule: str, starts_on: date, ends_on: date | None) -> tuple[str, date | None]:
    """The rule as it is kept, and the end: a rule that ends by itself ends the undertaking with its last occurrence."""
    last = ends_on or max(date(programme.year_to, 12, 31), starts_on)
    try:
        bounded = recurrence.ends_by_itself(rule)
        if bounded and not ends_on:
            last = max(last, recurrence.until(rule) or last)
        kept, final = recurrence.check(rule, starts_on, last)
    except recurrence.RuleRefused as refusal:
        raise Refused(str(refusal)) from refusal
    return kept, ends_on or (final if bounded else None)


def _held(undertaking: Undertaking) -> Undertaking:
    """The undertaking, locked to the end of the transaction. Raises Refused for one that was withdrawn."""
    rows = Undertaking.objects.select_for_update(of=("self",)).select_related("area", "programme")
    held = rows.get(pk=undertaking.pk)
    if held.withdrawn_on and held.withdrawn_on <= clock.today():
        raise Refused(_("Działanie skreślono z programu: jego termin już się nie zmienia."))
    return held


def _require_version(current: int, seen: int | None) -> None:
    if seen is not None and seen != current:
        raise Outdated(_("Ktoś zmienił ten termin w międzyczasie. Porównaj go ze swoim i zapisz jeszcze raz."))


def _save(schedule: Schedule, *, by: User) -> None:
    schedule.version += 1
    sign(schedule, by=by)
    schedule.full_clean()
    schedule.save()


def _note_move(undertaking: Undertaking, was: date | None, now: date | None, reason: str, *, by: User) -> None:
    journal.record(
        Event.DEADLINE_MOVED,
        undertaking,
        by=by,
        was_on=was.isoformat() if was else "",
        now_on=now.isoformat() if now else "",
        reason=reason.strip(),
    )


@transaction.atomic
def complete_undertaking(
    undertaking: Undertaking, *, completed_on: date, by: User, version: int | None = None
) -> Schedule:
    """It was carried out, and ended, on this day: reports "after completion" are asked for the period of that day.

    Raises Refused for a day to come, one before the start, or an undertaking completed already; Outdated.
    """
    held = _held(undertaking)
    schedule = schedule_of(held) or Schedule(undertaking=held, version=NEW)
    _require_version(schedule.version, version)
    if schedule.completed_on:
        raise Refused(_("Działanie jest już oznaczone jako zakończone."))
    if completed_on > clock.today():
        raise Refused(_("Dzień zakończenia jeszcze nie nadszedł."))
    if completed_on < (schedule.starts_on or date(held.programme.year_from, 1, 1)):
        raise Refused(_("Działanie nie mogło się zakończyć przed swoim początkiem."))
    schedule.completed_on = completed_on
    _save(schedule, by=by)
    followers.tell(held.programme, by=by)
    journal.record(Event.COMPLETED, held, by=by, completed_on=completed_on.isoformat())
    return schedule


@transaction.atomic
def reopen_undertaking(undertaking: Undertaking, *, by: User, version: int | None = None) -> Schedule:
    """It is not completed after all. Raises Refused for one that is not marked as completed; Outdated."""
    held = _held(undertaking)
    schedule = schedule_of(held)
    if schedule is None or schedule.completed_on is None:
        raise Refused(_("Działanie nie jest oznaczone jako zakończone."))
    _require_version(schedule.version, version)
    was, schedule.completed_on = schedule.completed_on, None
    _save(schedule, by=by)
    followers.tell(held.programme, by=by)
    journal.record(Event.COMPLETION_UNDONE, held, by=by, completed_on=was.isoformat())
    return schedule
