"""Periods and the obligations made from the programme: added, withdrawn with a reason, never deleted."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs, journal
from bezpiecznik.core.models import Job, JobState
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import notices
from bezpiecznik.reporting.deadlines import problems
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Part, Period
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services import feeding, obligations
from bezpiecznik.reporting.states import PERIOD_NEXT, PeriodState

AT_WORK = (JobState.QUEUED, JobState.RUNNING)


@transaction.atomic
def plan_period(
    programme: Programme,
    *,
    year: int,
    part: int,
    opens_on: date,
    due_on: date,
    grace_until: date | None = None,
    locks_on: date | None = None,
    by: User,
) -> Period:
    """A period that will be opened later. Raises Refused outside the programme's years or over another period.

    `grace_until`: the last day that still counts as in time; `locks_on`: the first on which institutions write nothing.
    """
    if year not in programme.years:
        raise Refused(
            _("Program obejmuje lata %(first)s–%(last)s.") % {"first": programme.year_from, "last": programme.year_to}
        )
    Programme.objects.select_for_update().get(pk=programme.pk)  # a year and its half planned at once would overlap
    same_year = set(Period.objects.filter(programme=programme, year=year).values_list("part", flat=True))
    if part in same_year or (same_year and Part.YEAR in {part, *same_year}):
        raise Refused(_("W roku %(year)s jest już okres, który obejmuje te same miesiące.") % {"year": year})
    if wrong := problems(opens_on, due_on, grace_until, locks_on):
        raise Refused(*wrong)
    days = {"opens_on": opens_on, "due_on": due_on, "grace_until": grace_until, "locks_on": locks_on}
    period = Period.objects.create(programme=programme, year=year, part=part, **days)
    told = {name: day.isoformat() for name, day in days.items() if day}
    journal.record(Event.PERIOD_PLANNED, period, by=by, **told)
    return period


def locked_period(period: Period) -> Period:
    """The period as it stands now, held until the end of the transaction."""
    return Period.objects.select_for_update(of=("self",)).select_related("programme").get(pk=period.pk)


def require_period_step(period: Period, to: PeriodState) -> None:
    """Raise Refused unless the table of states allows the change."""
    if to not in PERIOD_NEXT[PeriodState(period.state)]:
        raise Refused(_("Okres %(period)s jest %(state)s.") % {"period": period, "state": period.get_state_display()})


@transaction.atomic
def open_period(period: Period, *, by: User) -> int:
    """Open the period and ask everyone whom the programme names; returns how many obligations were made."""
    current = locked_period(period)
    require_period_step(current, PeriodState.OPEN)
    current.state, current.opened_at, current.opened_by = PeriodState.OPEN, clock.now(), by
    current.save(update_fields=("state", "opened_at", "opened_by"))
    made = len(obligations.add(current))
    feeding.feed_period(current)
    notices.period_opened(current)
    journal.record(Event.PERIOD_OPENED, current, by=by, obligations=made)
    period.refresh_from_db()
    return made


OPEN = "reporting.open_period"


@transaction.atomic
def start_opening(period: Period, *, by: User) -> Job:
    """Have the period opened in the background; leads to its matrix. Raises Refused unless it can be opened now.

    Pressed twice, the second press gets the job of the first.
    """
    current = locked_period(period)
    require_period_step(current, PeriodState.OPEN)
    known = Job.objects.filter(kind=OPEN, arguments__period=current.pk, owner_key=str(by.pk), state__in=AT_WORK).first()
    if known:
        return known
    title = _("Otwarcie okresu %(period)s") % {"period": current}
    about = reverse("reporting:open-period", args=(current.pk,))
    return jobs.start(OPEN, title=title, by=by, about=about, period=current.pk)
