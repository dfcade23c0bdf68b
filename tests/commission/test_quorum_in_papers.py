"""Quorum as minutes and the yearly report tell it: of the whole meeting, by the rules of its opening."""

from datetime import date

import pytest
from meeting_acts import VOTING, at, begin, invite, item_of, make_commission, open_with, plan

from bezpiecznik.commission.meeting_options import MORE_THAN_HALF, QUORUM, QUORUM_SOURCE, SUBSTITUTES_COUNT
from bezpiecznik.commission.meeting_states import Presence
from bezpiecznik.commission.models import Commission, Meeting
from bezpiecznik.commission.papers import wording
from bezpiecznik.commission.papers.freezing import minutes_facts
from bezpiecznik.commission.queries import work_of_year
from bezpiecznik.commission.services import outcomes, session
from bezpiecznik.core import clock, options

pytestmark = pytest.mark.django_db
DAY = date(2023, 2, 16)


@pytest.fixture
def commission(db):
    return make_commission()


def told(meeting: Meeting) -> str:
    return wording.quorum(minutes_facts(meeting, None)["quorum"])


def in_report(commission: Commission):
    (row,) = work_of_year(commission, DAY.year)["meetings"]
    return row["voting_present"], row["quorum"]


def leave(meeting, count, *, by, hour=11):
    with clock.pretend(at(DAY, hour)):
        gone = {row.pk: session.Seen(Presence.PRESENT, has_left=True) for row in meeting.attendance.all()[:count]}
        return session.keep_attendance(meeting, gone, by=by)


def close(meeting, *, by, hour=12):
    with clock.pretend(at(DAY, hour)):
        return session.close_session(meeting, by=by)


def test_who_went_home_was_there_and_the_loss_is_told_with_its_hour(commission, coordinator):
    meeting = begin(commission, DAY, by=coordinator)
    with clock.pretend(at(DAY)):
        outcomes.record_vote(item_of(meeting), subject="x", in_favour=8, against=0, abstained=0, by=coordinator)
    leave(meeting, 6, by=coordinator)
    meeting = close(meeting, by=coordinator)
    assert told(meeting).startswith("Było kworum: na 8 osób z prawem głosu obecnych 8, potrzeba 4 ")
    assert told(meeting).endswith(" Komisja utraciła kworum o godz. 11:00.")
    assert in_report(commission) == (VOTING, True)


@pytest.mark.parametrize(("gone", "left_hour"), [(4, 11), (8, 13)])
def test_no_loss_is_told_where_enough_stayed_to_the_end(commission, coordinator, gone, left_hour):
    meeting = close(begin(commission, DAY, by=coordinator), by=coordinator)
    leave(meeting, gone, by=coordinator, hour=left_hour)
    assert "utraciła" not in told(meeting)


def test_too_few_from_the_beginning_lost_nothing(commission, coordinator):
    meeting = begin(commission, DAY, by=coordinator, present=3)
    leave(meeting, 1, by=coordinator)
    assert told(meeting).startswith("Nie było kworum: na 8 osób z prawem głosu obecnych 3")
    assert "utraciła" not in told(meeting)


def test_the_page_of_a_meeting_held_says_of_quorum_what_its_minutes_say(client, commission, coordinator):
    meeting = begin(commission, DAY, by=coordinator)
    leave(meeting, 6, by=coordinator)
    close(meeting, by=coordinator)
    client.force_login(coordinator)
    page = client.get(meeting.get_absolute_url()).content.decode().replace("\xa0", " ")
    assert "Nie ma kworum" not in page


def test_rules_changed_later_do_not_reach_the_minutes(commission, coordinator):
    meeting = begin(commission, DAY, by=coordinator, present=4)
    before = told(meeting)
    options.change(QUORUM, MORE_THAN_HALF, seen="", by=coordinator)
    options.change(QUORUM_SOURCE, "nowy regulamin", seen="", by=coordinator)
    assert "co najmniej połowa" in before
    assert told(Meeting.objects.get(pk=meeting.pk)) == before


def stand_in(meeting, *, by):
    """One more of those who are absent sends somebody; four with a vote are there then."""
    row = meeting.attendance.order_by("pk")[3]
    return session.keep_attendance(meeting, {row.pk: session.Seen(Presence.SUBSTITUTE, "Zofia Zastępcza")}, by=by)


@pytest.mark.parametrize("counted", [True, False])
def test_minutes_and_the_report_agree_about_substitutes(commission, coordinator, counted):
    meeting = invite(plan(commission, DAY, by=coordinator), by=coordinator)
    if counted:
        options.change(SUBSTITUTES_COUNT, True, seen="", by=coordinator)
    with clock.pretend(at(DAY)):
        meeting = stand_in(open_with(meeting, 3, by=coordinator), by=coordinator)
        meeting = session.close_session(meeting, by=coordinator)
    options.change(SUBSTITUTES_COUNT, not counted, seen=options.stamp(SUBSTITUTES_COUNT), by=coordinator)
    assert told(meeting).startswith("Było kworum" if counted else "Nie było kworum")
    assert in_report(commission) == ((4, True) if counted else (3, False))
