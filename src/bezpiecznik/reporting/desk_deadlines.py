"""What deadlines have for the coordinator's desk: exceptions that end soon, and locks that come."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting.access import exceptions_of, periods_of
from bezpiecznik.reporting.models import Period
from bezpiecznik.reporting.queries.exceptions import ExceptionState, ending_soon
from bezpiecznik.reporting.states import PeriodState

SOON = 3
"""Working days before the end of an exception, and before a lock, in which the desk speaks of it."""


def for_planner(user: User) -> Iterator[Todo]:
    if not rights_of(user).has(Right.MANAGE_PERIODS):
        return
    today = clock.today()
    last = add_working_days(today, SOON)
    if ending := list(ending_soon(exceptions_of(user), today, last).order_by("until")):
        n, first = len(ending), ending[0]
        yield Todo(
            _("%(words)s: %(n)s, najbliższy %(day)s (%(institution)s).")
            % {
                "words": forms(n, _("Kończący się wyjątek,Kończące się wyjątki,Kończące się wyjątki")),
                "n": n, "day": long_date(first.until), "institution": first.packet.institution.short,
            },
            f"{reverse('reporting:exceptions')}?state={ExceptionState.RUNNING.value}&sort=until",
            _("Zobacz wyjątki"),
            Weight.NOTICE,
            first.until,
        )  # fmt: skip
    opened = periods_of(user, Right.MANAGE_PERIODS).filter(state=PeriodState.OPEN, locks_on__lte=last)
    for period in opened.filter(locks_on__gte=today):
        yield from _lock(period)


def _lock(period: Period) -> Iterator[Todo]:
    """Whom the lock will find without a report."""
    if (n := period.packets.waiting_for_institution().asked().count()) and period.locks_on:
        yield Todo(
            _("Blokada okresu %(period)s od %(day)s: czekamy jeszcze na %(n)s %(words)s.")
            % {
                "period": period, "day": long_date(period.locks_on), "n": n,
                "words": forms(n, _("sprawozdanie,sprawozdania,sprawozdań")),
            },
            period.get_absolute_url(),
            _("Zobacz w macierzy"),
            Weight.NOTICE,
            period.locks_on,
        )  # fmt: skip
