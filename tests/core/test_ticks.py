"""Periodic work is done when due, once, by one at a time, and what became of it is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

import pytest
from django.core.management import CommandError, call_command

from bezpiecznik.core import clock, ticks
from bezpiecznik.core.jobs import me
from bezpiecznik.core.models import Tick

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was done; the registry holds `sweep` (each minute) and `count` (daily from 3) and nothing else."""
    monkeypatch.setattr(ticks, "TICKS", {})
    log: list[str] = []

    @ticks.every("test.sweep", title="Sweeping")
    def sweep() -> str:
        log.append("sweep")
        return "swept"

    @ticks.daily("test.count", title="Counting", at=time(3))
    def count() -> str:
        log.append("count")
        return "counted"

    return log


def at(moment: datetime) -> dict[str, str]:
    with clock.pretend(moment):
        return ticks.run_due()


def test_new_work_is_done_at_the_first_tick_and_its_outcome_kept(done):
    assert at(NOON) == {"test.sweep": "swept", "test.count": "counted"}
    tick = Tick.objects.get(name="test.sweep")
    assert (tick.outcome, tick.failed, tick.runs, tick.held_by) == ("swept", False, 1, "")
    assert tick.due_at == NOON + timedelta(minutes=1)


def test_a_second_tick_in_the_same_minute_does_nothing(done):
    at(NOON)
    assert at(NOON + timedelta(seconds=59)) == {}
    assert at(NOON + timedelta(seconds=60)) == {"test.sweep": "swept"}
    assert done == ["sweep", "count", "sweep"]


def test_daily_work_waits_for_its_hour_in_warsaw(done):
    at(NOON)
    early, late = datetime(2026, 11, 27, 1, 59, tzinfo=UTC), datetime(2026, 11, 27, 2, 0, tzinfo=UTC)
    assert "test.count" not in at(early)
    assert "test.count" in at(late)


@pytest.mark.parametrize("day", [datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 10, 24, 12, tzinfo=UTC)])
def test_daily_work_keeps_its_hour_when_the_clocks_change(done, day):
    at(day)
    due = Tick.objects.get(name="test.count").due_at
    assert due is not None
    assert due.astimezone(clock.timezone.get_default_timezone()).hour == 3


def test_work_that_fails_does_not_stop_the_rest_and_is_noted(done, caplog):
    @ticks.every("test.broken", title="Broken")
    def broken() -> str:
        raise OSError("no disk")

    at(NOON)
    tick = Tick.objects.get(name="test.broken")
    assert (tick.failed, tick.outcome, tick.held_by) == (True, "OSError: no disk", "")
    assert at(NOON + timedelta(minutes=1))["test.sweep"] == "swept"


def test_work_held_by_a_living_process_is_left_to_it(done):
    Tick.objects.create(name="test.sweep", held_by=me(), held_at=NOON)
    assert "test.sweep" not in at(NOON)


def test_work_of_a_dead_process_is_taken_over(done):
    host = me().partition(":")[0]
    Tick.objects.create(name="test.sweep", held_by=f"{host}:1:0", held_at=NOON)
    assert "test.sweep" in at(NOON)


def test_work_held_elsewhere_is_taken_over_after_the_lease(done):
    Tick.objects.create(name="test.sweep", held_by="elsewhere:1:1", held_at=NOON)
    assert "test.sweep" not in at(NOON + timedelta(minutes=59))
    assert "test.sweep" in at(NOON + timedelta(minutes=61))


def test_work_that_ticks_again_inside_itself_is_not_done_twice(done):
    inside: list[dict[str, str]] = []

    @ticks.every("test.nested", title="Nested")
    def nested() -> str:
        inside.append(ticks.run_due("test.nested"))
        return "once"

    assert at(NOON)["test.nested"] == "once"
    assert inside == [{}]


def test_the_command_does_one_by_name_due_or_not(done, capsys):
    at(NOON)
    call_command("tick", only="test.sweep")
    assert capsys.readouterr().out == "test.sweep\tswept\n"
    assert done == ["sweep", "count", "sweep"]


def test_the_command_refuses_an_unknown_name(done):
    with pytest.raises(CommandError, match=r"test\.count, test\.sweep"):
        call_command("tick", only="test.unknown")


def test_two_works_cannot_share_a_name(done):
    with pytest.raises(ValueError, match="twice"):
        ticks.every("test.sweep", title="Other")(lambda: "")
