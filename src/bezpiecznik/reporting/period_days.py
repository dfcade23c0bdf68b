"""Days of reporting periods on the programme's calendar: opening, deadline, grace, lock."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import scope_of
from bezpiecznik.plans.timetable.marks import Mark, MarkKind, Question
from bezpiecznik.reporting.access import OWN
from bezpiecznik.reporting.models import Packet, Period

DAYS = ("opens_on", "due_on", "grace_until", "locks_on")


def of_periods(asked: Question) -> Iterator[Mark]:
    """What an institution has to keep in mind; whom the deadline concerns is known once the period was opened."""
    inside = Q()
    for name in DAYS:
        inside |= Q(**{f"{name}__range": (asked.first, asked.last)})
    periods = list(Period.objects.filter(inside, programme__in=asked.programmes).order_by("year", "part"))
    bodies = _asked(periods)
    for period in periods:
        for name in DAYS:
            if day := getattr(period, name):
                yield _mark(period, name, day, bodies.get(period.pk), url=_url(asked.user, period))


def _asked(periods: list[Period]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    packets = Packet.objects.filter(period__in=periods).asked() if periods else Packet.objects.none()
    for period, institution in packets.values_list("period", "institution"):
        found[period].add(institution)
    return {period: frozenset(institutions) for period, institutions in found.items()}


def _mark(period: Period, name: str, day: date, bodies: frozenset[int] | None, *, url: str) -> Mark:
    words = {
        "opens_on": _("Otwarcie sprawozdań: %(period)s"),
        "due_on": _("Termin złożenia sprawozdań: %(period)s"),
        "grace_until": _("Ostatni dzień, w którym sprawozdanie jest w terminie: %(period)s"),
        "locks_on": _("Od tego dnia sprawozdania są zablokowane: %(period)s"),
    }
    return Mark(
        key=f"period-{period.pk}-{name}",
        day=day,
        kind=MarkKind.REPORT if name == "due_on" else MarkKind.PERIOD,
        title=words[name] % {"period": period},
        url=url,
        programme=period.programme_id,
        institutions=bodies,
        is_done=name == "due_on" and not period.is_open and period.closed_at is not None,
    )


def _url(user: User | None, period: Period) -> str:
    """To the period's progress for those who read it, to one's own reports for those who write them."""
    if user is None:
        return ""
    if scope_of(user, Right.READ_REPORTS).holds(period.programme_id):
        return period.get_absolute_url()
    return reverse("reporting:my-packets") if rights_of(user).institutions(*OWN) else ""
