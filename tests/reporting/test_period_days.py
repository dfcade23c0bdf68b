"""Days of reporting periods stand on the programme's calendar, for those whom they concern."""

from datetime import date

from reporting_acts import DUE, OPENS

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.timetable.marks import Mark, MarkKind, Question, marks
from bezpiecznik.reporting.models import Period


def days(period: Period, *, user: User | None = None, institution: Institution | None = None) -> list[Mark]:
    own = frozenset({institution.pk}) if institution else None
    found = marks(Question(frozenset({period.programme_id}), date(2022, 6, 1), date(2023, 12, 1), own, user))
    return [mark for mark in found if mark.key.startswith("period-")]


def test_a_planned_period_concerns_everybody(planned: Period, office: Institution) -> None:
    opening, deadline = days(planned, institution=office)
    assert (opening.day, opening.kind, opening.title) == (OPENS, MarkKind.PERIOD, "Otwarcie sprawozdań: 2022")
    assert (deadline.day, deadline.kind) == (DUE, MarkKind.REPORT)
    assert deadline.title == "Termin złożenia sprawozdań: 2022"


def test_an_open_one_concerns_those_who_are_asked(period: Period, office: Institution, police: Institution) -> None:
    assert days(period, institution=office) == []
    assert len(days(period, institution=police)) == 2


def test_grace_and_lock_stand_there_too(period: Period) -> None:
    Period.objects.filter(pk=period.pk).update(grace_until=date(2023, 1, 27), locks_on=date(2023, 2, 10))
    assert [mark.day for mark in days(period)] == [OPENS, DUE, date(2023, 1, 27), date(2023, 2, 10)]


def test_links_lead_where_the_person_may_go(period: Period, coordinator: User, reporter: User, guest: User) -> None:
    assert {mark.url for mark in days(period, user=coordinator)} == {period.get_absolute_url()}
    assert {mark.url for mark in days(period, user=reporter)} == {"/praca/sprawozdania/moje/"}
    assert {mark.url for mark in days(period, user=guest)} == {""}
