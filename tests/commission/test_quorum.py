"""Whether enough members with a vote are there: pure counting, and the sentences that tell it."""

import pytest

from bezpiecznik.commission.meeting_options import HALF, MORE_THAN_HALF, TWO_THIRDS
from bezpiecznik.commission.meeting_states import NEXT, Answer, MeetingState, Presence
from bezpiecznik.commission.models import Attendance, SeatKind
from bezpiecznik.commission.opinion_kinds import bases
from bezpiecznik.commission.quorum import Quorum, needed, quorum_of


@pytest.mark.parametrize(
    ("seats", "rule", "expected"),
    [
        (8, HALF, 4), (9, HALF, 5), (0, HALF, 1), (8, MORE_THAN_HALF, 5), (9, MORE_THAN_HALF, 5),
        (8, TWO_THIRDS, 6), (9, TWO_THIRDS, 6),
    ],
)  # fmt: skip
def test_how_many_have_to_be_there(seats, rule, expected):
    assert needed(seats, rule) == expected


def row(seat=SeatKind.COUNCILLOR, presence=Presence.PRESENT, **fields):
    return Attendance(seat=seat, presence=presence, **fields)


def test_only_members_with_a_vote_who_are_in_the_room_count():
    rows = [
        row(), row(presence=Presence.EXCUSED), row(left_at="2023-02-16T10:00Z"), row(seat=SeatKind.PROSECUTOR),
        row(seat=SeatKind.ADVISORY), row(seat=""), row(presence=Presence.SUBSTITUTE),
    ]  # fmt: skip
    assert quorum_of(rows, needed=2, substitutes=False) == Quorum(seats=4, needed=2, here=1)
    assert quorum_of(rows, needed=2, substitutes=True).holds


def test_the_sentence_inflects_and_says_what_is_missing():
    assert Quorum(8, 4, 1).sentence == "Nie ma kworum: z prawem głosu 1 osoba z 8, potrzeba 4."
    assert Quorum(8, 4, 4).sentence == "Jest kworum: z prawem głosu 4 osoby z 8, potrzeba 4."
    coming = quorum_of([row(answer=Answer.COMING), row()], needed=2, substitutes=False)
    assert coming.forecast.startswith("Do kworum brakuje potwierdzeń: 1.")


def test_states_lead_only_where_the_table_says():
    allowed = {(state, after) for state, following in NEXT.items() for after in following}
    s = MeetingState
    assert allowed == {
        (s.PLANNED, s.INVITED), (s.PLANNED, s.CANCELLED), (s.INVITED, s.IN_SESSION), (s.INVITED, s.CANCELLED),
        (s.IN_SESSION, s.HELD), (s.HELD, s.ADOPTED),
    }  # fmt: skip
    assert set(NEXT) == set(s)


def test_each_of_the_seven_points_of_the_statute_is_a_kind_of_opinion():
    assert [basis.point for basis in bases().values()] == [1, 2, 3, 4, 5, 6, 7]
    assert all(f"art. 38a ust. 2 pkt {basis.point} " in basis.source for basis in bases().values())
