"""Giving an undertaking its timetable: what is kept, what is refused, what is written down beside it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from cast import MakeAction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.core.sentences import tell
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.models import Amendment, DateMove, Schedule, Undertaking
from bezpiecznik.plans.timetabling import (
    NEW,
    Outdated,
    Timetable,
    complete_undertaking,
    reopen_undertaking,
    set_many,
    set_schedule,
)

MONTHLY = Timetable("recurring", starts_on=date(2022, 1, 10), rrule="FREQ=MONTHLY;COUNT=6;BYMONTHDAY=10")
ONCE = Timetable("once", ends_on=date(2022, 5, 5), precision="quarter")


def lines(event: str) -> list[dict[str, Any]]:
    return [entry.data for entry in JournalEntry.objects.filter(event=event).order_by("pk")]


def test_a_coarse_day_is_kept_as_the_last_one(patrols: Undertaking, coordinator: User) -> None:
    schedule = set_schedule(patrols, ONCE, by=coordinator, version=NEW)
    assert (schedule.ends_on, schedule.precision, schedule.version) == (date(2022, 6, 30), "quarter", 1)
    assert lines("plans.schedule_set") == [
        {
            "schedule_kind": "once", "ends_on": "2022-06-30", "precision": "quarter",
            "report_unit": "working", "reported": "each_period",
        }
    ]  # fmt: skip
    assert schedule.history.get().history_user == coordinator


def test_a_rule_that_ends_by_itself_ends_the_undertaking(patrols: Undertaking, coordinator: User) -> None:
    schedule = set_schedule(patrols, MONTHLY, by=coordinator)
    assert (schedule.rrule, schedule.ends_on) == ("FREQ=MONTHLY;COUNT=6;BYMONTHDAY=10", date(2022, 6, 10))


def test_a_rule_without_end_leaves_the_end_open(patrols: Undertaking, coordinator: User) -> None:
    said = Timetable("recurring", starts_on=date(2022, 1, 10), rrule="freq=yearly")
    schedule = set_schedule(patrols, said, by=coordinator)
    assert (schedule.rrule, schedule.ends_on) == ("FREQ=YEARLY", None)


def test_the_same_said_again_changes_nothing(patrols: Undertaking, coordinator: User) -> None:
    for _time in range(2):
        schedule = set_schedule(patrols, ONCE, by=coordinator)
    assert schedule.version == 1
    assert len(lines("plans.schedule_set")) == 1


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Timetable("once"), "Podaj, kiedy działanie ma być wykonane."),
        (
            Timetable(starts_on=date(2022, 2, 1), ends_on=date(2022, 1, 1)),
            "Koniec nie może być wcześniejszy niż początek.",
        ),
        (Timetable("recurring", starts_on=date(2022, 1, 1)), "Podaj, od kiedy i jak często działanie się powtarza."),
        (Timetable("recurring", starts_on=date(2022, 1, 1), rrule="FREQ=SECONDLY"), "Najczęściej można powtarzać"),
    ],
)
def test_days_that_make_no_sense_are_refused(
    patrols: Undertaking, coordinator: User, said: Timetable, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        set_schedule(patrols, said, by=coordinator)
    assert not Schedule.objects.exists()
    assert not lines("plans.schedule_set")


def test_a_moved_end_asks_why_and_keeps_it(patrols: Undertaking, coordinator: User) -> None:
    set_schedule(patrols, ONCE, by=coordinator)
    later = Timetable("once", ends_on=date(2022, 9, 1), precision="quarter")
    with pytest.raises(Refused, match="Napisz, dlaczego"):
        set_schedule(patrols, later, by=coordinator, reason="  ")
    assert Schedule.objects.get().ends_on == date(2022, 6, 30)

    set_schedule(patrols, later, by=coordinator, reason="Przetarg unieważniono.")
    move = DateMove.objects.get()
    assert (move.was, move.becomes, move.reason, move.by, move.milestone) == (
        date(2022, 6, 30), date(2022, 9, 30), "Przetarg unieważniono.", coordinator, None,
    )  # fmt: skip
    assert lines("plans.deadline_moved") == [
        {"was_on": "2022-06-30", "now_on": "2022-09-30", "reason": "Przetarg unieważniono."}
    ]
    assert len(lines("plans.schedule_set")) == 1
    line = JournalEntry.objects.get(event="plans.deadline_moved")
    assert "z powodu: „Przetarg unieważniono.”" in tell(line).sentence


def test_taking_the_end_away_is_a_move_too(patrols: Undertaking, coordinator: User) -> None:
    set_schedule(patrols, Timetable(ends_on=date(2022, 6, 30)), by=coordinator)
    with pytest.raises(Refused):
        set_schedule(patrols, Timetable(), by=coordinator)
    set_schedule(patrols, Timetable(), by=coordinator, reason="Bezterminowo.")
    assert DateMove.objects.get().becomes is None


def test_of_two_who_save_at_once_the_second_is_told(patrols: Undertaking, coordinator: User) -> None:
    set_schedule(patrols, ONCE, by=coordinator, version=NEW)
    with pytest.raises(Outdated, match="w międzyczasie"):
        set_schedule(patrols, MONTHLY, by=coordinator, version=NEW)
    assert Schedule.objects.get().kind == "once"


def test_a_withdrawn_action_keeps_its_timetable(patrols: Undertaking, coordinator: User) -> None:
    amendment = Amendment.objects.create(
        programme=patrols.programme, basis="Uchwała", effective_on=date(2022, 1, 1), reason="x", by=coordinator
    )
    Undertaking.objects.filter(pk=patrols.pk).update(withdrawn_on=date(2022, 1, 1), withdrawn_by=amendment)
    with pytest.raises(Refused, match="skreślono"):
        set_schedule(patrols, ONCE, by=coordinator)


def test_many_at_once_leave_what_is_set_unless_told(
    patrols: Undertaking, make_action: MakeAction, police: Institution, coordinator: User
) -> None:
    other, third = make_action(lead=police), make_action(lead=police)
    set_schedule(other, ONCE, by=coordinator)
    assert set_many([patrols, other, third], MONTHLY, by=coordinator) == 2
    assert Schedule.objects.get(undertaking=other).kind == "once"
    with pytest.raises(Refused):
        set_many([patrols, other, third], MONTHLY, by=coordinator, over=True)
    assert set_many([patrols, other, third], MONTHLY, by=coordinator, over=True, reason="Nowy plan.") == 1
    assert set(Schedule.objects.values_list("kind", flat=True)) == {"recurring"}


def test_completion_and_its_undoing(patrols: Undertaking, coordinator: User) -> None:
    with clock.pretend(datetime(2022, 7, 1, 12, tzinfo=UTC)):
        complete_undertaking(patrols, completed_on=date(2022, 6, 30), by=coordinator, version=NEW)
        assert Schedule.objects.get().completed_on == date(2022, 6, 30)
        with pytest.raises(Refused, match="już oznaczone"):
            complete_undertaking(patrols, completed_on=date(2022, 6, 30), by=coordinator)
        with pytest.raises(Outdated):
            reopen_undertaking(patrols, by=coordinator, version=NEW)
        reopen_undertaking(patrols, by=coordinator, version=1)
        assert Schedule.objects.get().completed_on is None
        with pytest.raises(Refused, match="nie jest oznaczone"):
            reopen_undertaking(patrols, by=coordinator)
    assert lines("plans.completed") == lines("plans.completion_undone") == [{"completed_on": "2022-06-30"}]


@pytest.mark.parametrize("day", [date(2022, 7, 2), date(2020, 12, 31)])
def test_completion_lies_between_the_start_and_today(patrols: Undertaking, coordinator: User, day: date) -> None:
    with clock.pretend(datetime(2022, 7, 1, 12, tzinfo=UTC)), pytest.raises(Refused):
        complete_undertaking(patrols, completed_on=day, by=coordinator)
    assert not Schedule.objects.exists()
