"""Which duties a period asks about, and why: the programme as amended, its timetable, terms of initiatives.

Who answers at the end of the period answers for all of it: a duty that ended before, or an undertaking that left the
programme before, is not asked. What is reported on "after completion" is asked in the period in which it was completed;
when that one is closed already, in the first one after it that is not.
"""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.plans.models import (
    ReportedWhen,
    Responsibility,
    ResponsibilityQuerySet,
    Schedule,
    ScheduleKind,
    Undertaking,
    UndertakingKind,
)
from bezpiecznik.plans.timetable import asked_in
from bezpiecznik.reporting.models import Obligation, Period
from bezpiecznik.reporting.states import PeriodState


def duties_in(period: Period) -> ResponsibilityQuerySet:
    """Responsibilities of the programme that the period asks about.

    A body that does not exist any more is not asked. Its successor is, unless it has the same duty of its own.
    """
    return standing_duties(period).exclude(not_existing(period)).filter(by_timetable(period))


def standing_duties(period: Period) -> ResponsibilityQuerySet:
    """Duties that hold at the end of the period, whatever the timetable says of it.

    A row of the register that was merged into another one is no body: the duty goes on under the other's name.
    """
    return Responsibility.objects.in_force(period.ends_on).filter(
        Q(undertaking__withdrawn_on=None) | Q(undertaking__withdrawn_on__gt=period.ends_on),
        undertaking__programme=period.programme_id,
        institution__merged_into=None,
    )


def not_existing(period: Period) -> Q:
    """Duties of bodies that are gone and that nobody took over, or whose successor has the same one itself."""
    same = Responsibility.objects.in_force(period.ends_on).filter(
        undertaking=OuterRef("undertaking"), role=OuterRef("role"), institution=OuterRef("institution__successor")
    )
    gone = Q(institution__dissolved_on__isnull=False, institution__dissolved_on__lte=clock.today())
    return gone & (Q(institution__successor=None) | Q(Exists(same)))


def by_timetable(period: Period) -> Q:
    """What the timetable asks in the period, as a condition on responsibilities."""
    return (asked_in(period.starts_on, period.ends_on) & _in_term(period)) | _completed_before(period)


def _in_term(period: Period) -> Q:
    """Initiatives without a timetable last as long as the resolution says: `2021`, `2021-03` or `2021-03-18`."""
    start, end = period.starts_on.isoformat(), period.ends_on.isoformat()
    begun = Q(undertaking__term_from="") | Q(undertaking__term_from__lte=end)
    lasts = (
        Q(undertaking__term_to="")
        | Q(undertaking__open_ended=True)
        | Q(undertaking__term_to__gte=start)
        | Q(undertaking__term_to__in=(start[:4], start[:7]))
    )
    return Q(undertaking__kind=UndertakingKind.ACTION) | Q(undertaking__schedule__isnull=False) | (begun & lasts)


def _completed_before(period: Period) -> Q:
    """Completed before the period, in a time whose own period was closed without asking."""
    on = "undertaking__schedule__completed_on"
    earlier = [other for other in _others(period) if other.ends_on < period.starts_on]
    since = max((other.ends_on for other in earlier if other.state != PeriodState.CLOSED), default=None)
    late = Q(**{f"{on}__lt": period.starts_on})
    if since:
        late &= Q(**{f"{on}__gt": since})
    for closed in earlier:
        if closed.state == PeriodState.CLOSED and (since is None or closed.ends_on > since):
            late &= ~(Q(**{f"{on}__lte": closed.ends_on}) & Q(_asked_in(closed)))
    return Q(undertaking__schedule__reported=ReportedWhen.AFTER_COMPLETION) & late


def _others(period: Period) -> list[Period]:
    return list(Period.objects.filter(programme=period.programme_id).exclude(pk=period.pk))


def _asked_in(period: Period) -> Exists:
    return Exists(Obligation.objects.in_force().filter(period=period, responsibility=OuterRef("pk")))


def why_asked(undertaking: Undertaking) -> str:
    """In a few words: how the timetable comes to ask. Reads the schedule and the amendment: select them along."""
    schedule: Schedule | None = getattr(undertaking, "schedule", None)
    if schedule and schedule.reported == ReportedWhen.AFTER_COMPLETION and schedule.completed_on:
        return _("po zakończeniu %(day)s") % {"day": f"{schedule.completed_on:%d.%m.%Y}"}
    if schedule:
        return str(ScheduleKind(schedule.kind).label)
    if undertaking.kind == UndertakingKind.INITIATIVE and undertaking.term_raw and not undertaking.open_ended:
        return _("w terminie programu")
    return str(ScheduleKind.CONTINUOUS.label)
