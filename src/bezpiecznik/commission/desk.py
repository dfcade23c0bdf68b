"""What the desk says of the Commission: its term, its composition, requests past their time, the yearly report."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import Commission, InformationRequest
from bezpiecznik.commission.queries import clock_on, composition_on, next_term, term_of, the_commission
from bezpiecznik.commission.queries import reports as of_reports
from bezpiecznik.commission.queries import requests as of_requests
from bezpiecznik.commission.states import ReportState
from bezpiecznik.commission.terms import Nearness
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right

REPORT_AHEAD = 60
"""So many days before its deadline the yearly report comes to the desk."""


def of_composition(user: User) -> Iterator[Todo]:
    """For whoever works for the Commission; nothing for others."""
    if not rights_of(user).has(Right.MANAGE_COMMISSION):
        return
    commission, today = the_commission(), clock.today()
    if commission is None:
        return
    yield from _term(commission, today)
    yield from _requests(today)
    yield from _reports(commission, today)


def _term(commission: Commission, today: date) -> Iterator[Todo]:
    here = reverse("commission:composition")
    term = term_of(commission, today)
    if term is None:
        if not next_term(commission, today):
            yield Todo(
                _("Komisja nie ma kadencji."), reverse("commission:start-term"), _("Rozpocznij"), Weight.TO_SET_UP
            )
        return
    stands = clock_on(term, today)
    if stands.is_expired and not next_term(commission, today):
        yield Todo(
            stands.sentence, reverse("commission:next-term"), _("Przygotuj następny skład"), Weight.OVERDUE,
            term.ends_on,
        )  # fmt: skip
        return
    if stands.warns and not next_term(commission, today):
        weight = Weight.TO_DECIDE if stands.nearness == Nearness.VERY_SOON else Weight.NOTICE
        url = reverse("commission:next-term")
        yield Todo(stands.sentence, url, _("Przygotuj następny skład"), weight, term.ends_on)
    if not stands.is_expired and (faults := composition_on(commission, today).faults):
        words = forms(len(faults), "uwaga,uwagi,uwag")
        sentence = _("Skład Komisji jest niezgodny z ustawą: %(n)d %(words)s.") % {"n": len(faults), "words": words}
        yield Todo(sentence, here, _("Zobacz skład"), Weight.TO_DECIDE, detail=faults[0].sentence)


def _requests(today: date) -> Iterator[Todo]:
    late = of_requests.overdue(InformationRequest.objects.all(), today).order_by("due_on")
    count = late.count()
    if count:
        words = forms(count, "żądanie informacji czeka,żądania informacji czekają,żądań informacji czeka")
        sentence = _("%(n)d %(words)s na odpowiedź po terminie.") % {"n": count, "words": words}
        url = f"{reverse('commission:requests')}?state={of_requests.OVERDUE}"
        yield Todo(sentence, url, _("Pokaż żądania"), Weight.OVERDUE, late.values_list("due_on", flat=True)[0])


def _reports(commission: Commission, today: date) -> Iterator[Todo]:
    for row in of_reports.year_rows(commission, today):
        if row.is_given or row.year >= today.year or row.days_left > REPORT_AHEAD:
            continue
        words = {"year": row.year, "day": long_date(row.due_on)}
        if row.report is None:
            sentence = _("Sprawozdanie z prac Komisji za %(year)d r. rada otrzymuje do %(day)s.")
            act, url = _("Rozpocznij"), reverse("commission:reports")
        else:
            sentence = _("Sprawozdanie z prac Komisji za %(year)d r. czeka na przekazanie radzie do %(day)s.")
            act = _("Przekaż") if row.report.state == ReportState.APPROVED else _("Dokończ")
            url = row.report.get_absolute_url()
        yield Todo(sentence % words, url, act, Weight.OVERDUE if row.is_overdue else Weight.TO_WRITE, row.due_on)
