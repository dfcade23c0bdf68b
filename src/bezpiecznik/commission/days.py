"""Ends of terms and deadlines of requests on the calendar, for those who read matters of the Commission."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from bezpiecznik.commission.models import InformationRequest, Term
from bezpiecznik.commission.services.composition import CALENDAR
from bezpiecznik.commission.states import RequestState
from bezpiecznik.core import clock
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import StatutoryDate
from bezpiecznik.plans.timetable.marks import Mark, MarkKind, Question
from bezpiecznik.plans.timetable.statutory import statutory_days


def of_commission(asked: Question) -> Iterator[Mark]:
    if asked.user is None or not rights_of(asked.user).has(Right.READ_COMMISSION):
        return
    yield from _terms(asked)
    yield from _requests(asked)


def _terms(asked: Question) -> Iterator[Mark]:
    """Those that the statutory calendar does not give by itself: it counts from the last term only."""
    known = set()
    if row := StatutoryDate.objects.filter(slug=CALENDAR, active=True).first():
        known = set(statutory_days(row, asked.first, asked.last))
    today = clock.today()
    for term in Term.objects.filter(ends_on__range=(asked.first, asked.last)):
        if term.ends_on not in known:
            yield Mark(
                key=f"commission-term-{term.pk}", day=term.ends_on, title=_("Koniec kadencji Komisji"),
                kind=MarkKind.STATUTORY, url=term.get_absolute_url(), is_done=term.ends_on < today,
            )  # fmt: skip


def _requests(asked: Question) -> Iterator[Mark]:
    rows = InformationRequest.objects.filter(due_on__range=(asked.first, asked.last)).exclude(
        state__in=(RequestState.DRAFT, RequestState.WITHDRAWN)
    )
    for row in rows.select_related("document").defer("document__snapshot"):
        yield Mark(
            key=f"information-request-{row.pk}", day=row.due_on or asked.first, kind=MarkKind.STATUTORY,
            title=_("Odpowiedź na żądanie informacji: %(whom)s") % {"whom": row.whom}, detail=row.subject,
            url=row.get_absolute_url(), is_done=not row.is_waiting, is_overdue=row.is_overdue,
        )  # fmt: skip
