"""Whether a reporting period asks about an undertaking: the same rule for one timetable and for a query.

Without a timetable an undertaking is continuous: each period asks. Otherwise the period asks when it meets the time
between the timetable's start and end (empty: with the programme), up to the day of completion; an undertaking that is
reported on "after completion" only in the period in which it was completed. A recurring one that ends by its rule has
that last day as its end (`plans.timetabling` sees to it), so nothing here counts occurrences.
"""

from datetime import date

from django.db.models import Q

from bezpiecznik.plans.models import ReportedWhen, Schedule


def is_asked(schedule: Schedule | None, period_start: date, period_end: date) -> bool:
    """Whether a period of these days (both included) asks about the undertaking with this timetable."""
    if schedule is None:
        return True
    if schedule.reported == ReportedWhen.AFTER_COMPLETION:
        return schedule.completed_on is not None and period_start <= schedule.completed_on <= period_end
    begun = schedule.starts_on is None or schedule.starts_on <= period_end
    lasts = all(day is None or day >= period_start for day in (schedule.ends_on, schedule.completed_on))
    return begun and lasts


def asked_in(period_start: date, period_end: date, *, through: str = "undertaking__schedule") -> Q:
    """The same as a condition on rows that reach the timetable by `through`: on responsibilities, as it stands.

    `Responsibility.objects.in_force().filter(asked_in(period.starts_on, period.ends_on))`
    """

    def _q(**conditions: object) -> Q:
        return Q(**{f"{through}__{name}": value for name, value in conditions.items()})

    each = _q(reported=ReportedWhen.EACH_PERIOD)
    begun = _q(starts_on=None) | _q(starts_on__lte=period_end)
    lasts = (_q(ends_on=None) | _q(ends_on__gte=period_start)) & (
        _q(completed_on=None) | _q(completed_on__gte=period_start)
    )
    completed = _q(reported=ReportedWhen.AFTER_COMPLETION, completed_on__range=(period_start, period_end))
    return Q(**{through: None}) | (each & begun & lasts) | completed
