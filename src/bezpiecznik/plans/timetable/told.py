"""A timetable as a Polish sentence. Pure."""

from django.utils.translation import gettext as _

from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.plans.models import DayUnit, ReportedWhen, Schedule, ScheduleKind
from bezpiecznik.plans.timetable import days, recurrence, repeats


def schedule_sentence(schedule: Schedule | None) -> str:
    """„Cykliczne: co kwartał, w pierwszy poniedziałek miesiąca, od 10 stycznia 2022, 8 razy.”"""
    if schedule is None:
        return _("Terminu nie ustalono: działanie jest ciągłe i trwa przez cały program.")
    pieces = [*_when(schedule), *_reported(schedule)]
    return f"{', '.join(pieces)}."


def _when(schedule: Schedule) -> list[str]:
    start, end = schedule.starts_on, schedule.ends_on
    since = [_("od %(day)s") % {"day": long_date(start)}] if start else []
    if schedule.kind == ScheduleKind.ONCE and end:
        by = _("do %(day)s") if schedule.precision == "day" else "%(day)s"
        return [_("Jednorazowe: %(when)s") % {"when": by % {"day": days.words(end, schedule.precision)}}, *since]
    until = [_("do końca: %(day)s") % {"day": days.words(end, schedule.precision)}] if end else []
    if end and schedule.precision == "day":
        until = [_("do %(day)s") % {"day": long_date(end)}]
    if schedule.kind == ScheduleKind.RECURRING:
        rule = schedule.rrule
        until = [] if recurrence.ends_by_itself(rule) else until
        return [_("Cykliczne: %(how)s") % {"how": repeats.sentence(rule)}, *since, *until]
    whole = [] if since or until else [_("przez cały program")]
    return [_("Ciągłe: %(how)s") % {"how": ", ".join(since + until + whole)}]


def _reported(schedule: Schedule) -> list[str]:
    after = [_("sprawozdanie po zakończeniu")] if schedule.reported == ReportedWhen.AFTER_COMPLETION else []
    if schedule.report_within is None:
        return after
    n = schedule.report_within
    working = forms(n, _("dnia roboczego,dni roboczych,dni roboczych"))
    calendar = forms(n, _("dnia,dni,dni"))
    words = {"n": n, "days": working if schedule.report_unit == DayUnit.WORKING else calendar}
    return [*after, _("prosimy o sprawozdanie w ciągu %(n)s %(days)s") % words]
