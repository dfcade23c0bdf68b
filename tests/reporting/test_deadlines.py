from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from bezpiecznik.reporting.deadlines import (
    deadline_of,
    locked_sentence,
    problems,
    proposed,
    standing_sentence,
)


@dataclass
class Of:
    """The days of a period."""

    due_on: date = date(2023, 1, 20)
    grace_until: date | None = date(2023, 1, 25)
    locks_on: date | None = date(2023, 2, 1)


@dataclass
class Granted:
    until: date
    moves_deadline: bool = True
    at: datetime = datetime(2023, 1, 10, 12, tzinfo=UTC)
    withdrawn_at: datetime | None = None


def plain(sentence: str) -> str:
    return sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("day", "late", "locked"),
    [
        (date(2023, 1, 20), False, False),
        (date(2023, 1, 25), False, False),
        (date(2023, 1, 26), True, False),
        (date(2023, 1, 31), True, False),
        (date(2023, 2, 1), True, True),
    ],
)
def test_late_only_after_the_grace_and_locked_from_the_day_of_the_lock(day: date, late: bool, locked: bool) -> None:
    deadline = deadline_of(Of())

    assert (deadline.due_on, deadline.is_late(day), deadline.is_locked(day)) == (date(2023, 1, 20), late, locked)


def test_without_grace_the_deadline_itself_is_the_last_day() -> None:
    deadline = deadline_of(Of(grace_until=None, locks_on=None))

    assert (deadline.is_late(date(2023, 1, 20)), deadline.is_late(date(2023, 1, 21))) == (False, True)
    assert not deadline.is_locked(date(2029, 1, 1))


def test_an_exception_opens_until_its_last_day_and_moves_the_deadline_if_it_says_so() -> None:
    moved = deadline_of(Of(), [Granted(date(2023, 2, 10))])
    assert (moved.due_on, moved.is_late(date(2023, 2, 10)), moved.is_late(date(2023, 2, 11))) == (
        date(2023, 2, 10), False, True,
    )  # fmt: skip
    assert (moved.is_locked(date(2023, 2, 10)), moved.is_locked(date(2023, 2, 11))) == (False, True)

    only_open = deadline_of(Of(), [Granted(date(2023, 2, 10), moves_deadline=False)])
    assert (only_open.due_on, only_open.is_late(date(2023, 2, 5)), only_open.is_locked(date(2023, 2, 5))) == (
        date(2023, 1, 20), True, False,
    )  # fmt: skip
    assert not only_open.is_late(date(2023, 2, 5), returned=True)


def test_an_exception_shorter_than_what_all_have_takes_nothing_away() -> None:
    deadline = deadline_of(Of(), [Granted(date(2023, 1, 15))])

    assert (deadline.due_on, deadline.in_time_until) == (date(2023, 1, 20), date(2023, 1, 25))


def test_what_was_withdrawn_counts_no_more_but_did_when_the_report_came() -> None:
    withdrawn = Granted(date(2023, 2, 10), withdrawn_at=datetime(2023, 2, 5, 12, tzinfo=UTC))

    assert deadline_of(Of(), [withdrawn]).due_on == date(2023, 1, 20)
    assert deadline_of(Of(), [withdrawn], at=datetime(2023, 2, 4, tzinfo=UTC)).due_on == date(2023, 2, 10)
    assert deadline_of(Of(), [withdrawn], at=datetime(2023, 2, 6, tzinfo=UTC)).due_on == date(2023, 1, 20)
    assert deadline_of(Of(), [withdrawn], at=datetime(2023, 1, 9, tzinfo=UTC)).due_on == date(2023, 1, 20)


def test_days_are_proposed_in_working_days() -> None:
    """From Friday 30 June 2023: 10 working days on, 3 of grace, the lock 15 after the deadline."""
    days = proposed(date(2023, 6, 30), due=10, grace=3, lock=15)

    assert (days.due_on, days.grace_until, days.locks_on) == (date(2023, 7, 14), date(2023, 7, 19), date(2023, 8, 4))
    bare = proposed(date(2023, 6, 30), due=10, grace=0, lock=0)
    assert (bare.grace_until, bare.locks_on) == (None, None)


@pytest.mark.parametrize(
    ("days", "beginnings"),
    [
        ((date(2023, 1, 2), date(2023, 1, 20), date(2023, 1, 25), date(2023, 2, 1)), []),
        ((date(2023, 1, 2), date(2023, 1, 20), None, None), []),
        ((date(2023, 1, 21), date(2023, 1, 20), None, None), ["Termin składania nie może"]),
        ((date(2023, 1, 2), date(2023, 1, 20), date(2023, 1, 19), None), ["Dzień, do którego"]),
        ((date(2023, 1, 2), date(2023, 1, 20), None, date(2023, 1, 20)), ["Blokada zaczyna się po terminie"]),
        ((date(2023, 1, 2), date(2023, 1, 20), date(2023, 2, 1), date(2023, 2, 1)), ["Blokada nie może zacząć się"]),
    ],
)
def test_days_that_do_not_agree_are_told_in_sentences(days: tuple[date, ...], beginnings: list[str]) -> None:
    found = problems(*days)

    assert len(found) == len(beginnings)
    assert all(sentence.startswith(beginning) for sentence, beginning in zip(found, beginnings, strict=True))


def test_the_lock_says_since_when_and_whom_to_ask() -> None:
    said = plain(locked_sentence(deadline_of(Of()), asked="Krystyna Koordynatorska"))
    assert said == (
        "Od 1 lutego 2023 r. okres jest zablokowany: nie można zmieniać wpisów ani składać sprawozdania. "
        "O wyjątek można poprosić: Krystyna Koordynatorska."
    )
    ended = plain(locked_sentence(deadline_of(Of(), [Granted(date(2023, 2, 10))]), asked=""))
    assert "Wyjątek dla tego sprawozdania trwał do 10 lutego 2023 r." in ended
    assert ended.endswith("O wyjątek można poprosić koordynatora programu.")


@pytest.mark.parametrize(
    ("exceptions", "today", "sentence"),
    [
        ([], date(2023, 1, 23),
         "Sprawozdanie złożone do 25 stycznia 2023 r. liczy się jeszcze jako złożone w terminie."),
        ([], date(2023, 1, 30),
         "Blokada od 1 lutego 2023 r. (za 2 dni robocze): potem bez wyjątku nic nie można zmienić."),
        ([Granted(date(2023, 2, 10))], date(2023, 2, 3),
         "Wyjątek pozwala pisać i złożyć sprawozdanie do 10 lutego 2023 r. włącznie."),
        ([], date(2023, 2, 3), ""),
    ],
)  # fmt: skip
def test_what_comes_is_told_in_a_sentence(exceptions: list[Granted], today: date, sentence: str) -> None:
    assert plain(standing_sentence(deadline_of(Of(), exceptions), today)) == sentence
