"""Activities stand on the programme's calendar, to each person those that they may read."""

from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.activities.models import Activity
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme
from bezpiecznik.plans.timetable.marks import MarkKind, Question, marks


def titles(programme: Programme, user: User | None, *own: Institution) -> list[str]:
    institutions = frozenset(institution.pk for institution in own) or None
    asked = Question(frozenset({programme.pk}), date(2022, 10, 1), date(2022, 10, 31), institutions, user)
    return [mark.title for mark in marks(asked) if mark.kind == MarkKind.ACTIVITY]


def test_own_people_and_the_office_see_it_and_nobody_else(
    meeting: Activity, programme: Programme, reporter: User, coordinator: User, neighbour: User, guest: User
) -> None:
    assert titles(programme, reporter) == titles(programme, coordinator) == [meeting.title]
    assert titles(programme, neighbour) == titles(programme, guest) == titles(programme, None) == []


def test_it_is_a_date_of_its_institution(
    meeting: Activity, programme: Programme, coordinator: User, police: Institution, guard: Institution
) -> None:
    assert titles(programme, coordinator, police) == [meeting.title]
    assert titles(programme, coordinator, guard) == []


def test_one_called_off_is_no_date(meeting: Activity, programme: Programme, coordinator: User) -> None:
    Activity.objects.filter(pk=meeting.pk).update(state="cancelled")
    assert titles(programme, coordinator) == []
