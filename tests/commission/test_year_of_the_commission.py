"""One year of the Commission driven through its services; what the yearly report is told is counted anew by hand."""

from collections import Counter
from datetime import date, timedelta

import pytest
from meeting_acts import VOTING, at, invite, item_of, make_commission, open_with, plan

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.meeting_states import MeetingState, OpinionKind, Position
from bezpiecznik.commission.models import Commission, Meeting
from bezpiecznik.commission.queries import work_of_year
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.services import minutes, outcomes, session, tasks
from bezpiecznik.core import clock

YEAR = 2023
DAYS = (date(YEAR, 2, 16), date(YEAR, 5, 25), date(YEAR, 9, 14), date(YEAR, 11, 23))
KINDS = (
    (OpinionKind.THREATS, OpinionKind.SERVICES),
    (OpinionKind.COOPERATION, OpinionKind.LOCAL_LAW),
    (OpinionKind.OTHER,),
    (OpinionKind.BUDGET, OpinionKind.PROGRAMME),
)
WITHOUT_QUORUM = 2
"""The third meeting loses its quorum before anything is decided again."""


def hold(commission: Commission, number: int, *, by: User, former: Meeting | None) -> Meeting:
    titles = ["Przyjęcie protokołu", *(kind.label for kind in KINDS[number])]
    meeting = invite(plan(commission, DAYS[number], by=by, titles=titles), by=by)
    with clock.pretend(at(DAYS[number])):
        meeting = open_with(meeting, VOTING - 1, by=by)
        if former:
            minutes.adopt_minutes(former, item_of(meeting), corrections="W punkcie 2 jest: „maj”.", by=by)
        for no, kind in enumerate(KINDS[number], start=2):
            point = item_of(meeting, no)
            session.write_item(point, discussion="Omówiono.", decision="Przyjęto.", version=1, by=by)
            vote = outcomes.record_vote(point, subject=kind.label, in_favour=6, against=0, abstained=1, by=by)
            opinion = outcomes.give_opinion(
                point, kind=kind, subject=kind.label, text="Opinia.", position=Position.POSITIVE, vote=vote, by=by
            )
            outcomes.issue_opinion(opinion, issued_on=DAYS[number], by=by)
            tasks.set_task(point, text=f"Zadanie {kind}", due_on=DAYS[number] + timedelta(days=30), by=by)
        if number == WITHOUT_QUORUM:
            lose_quorum(meeting, by=by)
        return session.close_session(meeting, by=by)


def lose_quorum(meeting: Meeting, *, by: User) -> None:
    rows = list(meeting.attendance.order_by("pk"))
    gone = {row.pk: session.Seen("present", has_left=True) for row in rows[3:7]}
    session.keep_attendance(meeting, gone, by=by)
    with pytest.raises(Refused, match="Bez kworum"):
        outcomes.give_opinion(item_of(meeting, 2), kind="other", subject="x", text="x", position="positive", by=by)


@pytest.mark.django_db
def test_a_year_of_meetings_adds_up(coordinator):
    commission, held = make_commission(), []
    for number in range(len(DAYS)):
        held.append(hold(commission, number, by=coordinator, former=held[-1] if held else None))
    done = list(commission.tasks.order_by("pk"))[:3]
    with clock.pretend(at(date(YEAR, 12, 15))):
        for task in done:
            tasks.close_task(task, done_on=date(YEAR, 12, 1), note="Zrobiono.", by=coordinator)
        overdue = commission.tasks.overdue(clock.today()).count()

    told = work_of_year(commission, YEAR)

    assert [row["no"] for row in told["meetings"]] == [1, 2, 3, 4]
    assert [row["held_on"] for row in told["meetings"]] == [day.isoformat() for day in DAYS]
    assert [len(row["topics"]) for row in told["meetings"]] == [1 + len(kinds) for kinds in KINDS]
    assert all(row["present"] == row["voting_present"] == VOTING - 1 for row in told["meetings"])
    given = Counter(row["kind"] for row in told["opinions"])
    assert given == {kind.value: 1 for kind in OpinionKind}
    expected = sum(len(kinds) for kinds in KINDS)
    assert len(told["opinions"]) == len(told["tasks"]) == expected
    assert sum(row["done_on"] is not None for row in told["tasks"]) == len(done)
    assert overdue == sum(not row["done_on"] and row["due_on"] < f"{YEAR}-12-15" for row in told["tasks"])
    states = [Meeting.objects.get(pk=meeting.pk).state for meeting in held]
    assert states == [MeetingState.ADOPTED] * 3 + [MeetingState.HELD]
    assert work_of_year(commission, YEAR - 1) == {"meetings": [], "opinions": [], "tasks": []}
