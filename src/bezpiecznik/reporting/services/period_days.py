"""The days of an open period moved, with a reason, and those told whom it concerns."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.reporting import notices_of_deadlines as notices
from bezpiecznik.reporting.deadlines import problems
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Period
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.periods import locked_period
from bezpiecznik.reporting.states import PeriodState

DAYS = ("due_on", "grace_until", "locks_on")


@transaction.atomic
def move_period_days(
    period: Period, *, due_on: date, grace_until: date | None, locks_on: date | None, reason: str, by: User
) -> None:
    """Other days for a period that is not closed. Institutions that still owe a report are told by message.

    Raises Refused without a reason, when the days do not agree, or when a changed one is already over.
    """
    current = locked_period(period)
    wanted = {"due_on": due_on, "grace_until": grace_until, "locks_on": locks_on}
    changed = {name: [getattr(current, name), day] for name, day in wanted.items() if getattr(current, name) != day}
    _refuse(current, wanted, changed, reason)
    for name in changed:
        setattr(current, name, wanted[name])
    current.save(update_fields=tuple(changed))
    told = {name: [_iso(day) for day in days] for name, days in changed.items()}
    journal.record(Event.PERIOD_DAYS_MOVED, current, by=by, reason=reason.strip(), changed=told)
    if current.is_open:
        notices.days_moved(current, reason=reason.strip())
    period.refresh_from_db()


def _refuse(period: Period, wanted: dict[str, Any], changed: dict[str, list[Any]], reason: str) -> None:
    if period.state == PeriodState.CLOSED:
        raise Refused(_("Okres %(period)s jest zamknięty: jego terminów nie można już zmienić.") % {"period": period})
    if not changed:
        raise Refused(_("Nic nie zmieniono: te terminy już obowiązują."))
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego terminy się zmieniają."))
    if wrong := problems(period.opens_on, **wanted):
        raise Refused(*wrong)
    if any(after and after < clock.today() for _before, after in changed.values()):
        raise Refused(_("Nowy dzień nie może być w przeszłości."))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
