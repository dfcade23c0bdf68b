"""Scenes around a period with grace until 25 January and a lock from 1 February 2023."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from reporting_acts import SIGNED, fill, say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.models import Message
from bezpiecznik.reporting import closing, services
from bezpiecznik.reporting.models import Entry, LockException, Packet, Period
from bezpiecznik.reporting.refusals import Refused

GRACE, LOCK = date(2023, 1, 25), date(2023, 2, 1)


@contextmanager
def on(day: int, month: int = 2) -> Iterator[None]:
    with clock.pretend(datetime(2023, month, day, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def locking(period: Period) -> Period:
    """The open period, with grace and a lock."""
    Period.objects.filter(pk=period.pk).update(grace_until=GRACE, locks_on=LOCK)
    period.refresh_from_db()
    return period


@pytest.fixture
def own(locking: Period, police: Institution) -> Packet:
    """The police's packet of that period."""
    return Packet.objects.select_related("period__programme", "institution").get(period=locking, institution=police)


def grant(packet: Packet, by: User, until: date = date(2023, 2, 10), *, moves: bool = True) -> LockException:
    return services.grant_exception(packet, until=until, moves_deadline=moves, reason="Choroba.", by=by)


def test_from_the_day_of_the_lock_nothing_is_saved_sent_signed_or_taken_back(
    own: Packet, reporter: User, head: User, coordinator: User
) -> None:
    entry = Entry.objects.get(obligation__packet=own)
    fill(own, by=reporter)
    with on(31, 1):
        services.hand_over_for_signature(own, by=reporter)
    acts = {
        "sign": lambda: services.sign_packet(own, by=head),
        "take back": lambda: services.take_back(own, by=reporter),
        "save": lambda: say(entry, by=reporter, text="Później."),
        "send": lambda: services.submit_packet(own, by=reporter, **SIGNED),
        "hand over": lambda: services.hand_over_for_signature(own, by=reporter),
    }
    with on(1):
        for act in acts.values():
            with pytest.raises(Refused, match=r"okres jest zablokowany.*poprosić: Krystyna Koordynatorska"):
                act()
    own.refresh_from_db()
    assert (own.state, Entry.objects.get(pk=entry.pk).text) == ("to_sign", "Odbyto 120 patroli.")


def test_an_exception_opens_one_packet_until_its_day_and_then_locks_again(
    own: Packet, guard: Institution, neighbour: User, reporter: User, coordinator: User
) -> None:
    other = Packet.objects.get(institution=guard)
    with on(3):
        grant(own, coordinator)
        with pytest.raises(Refused):
            fill(other, by=neighbour)
        fill(own, by=reporter)
    with on(11), pytest.raises(Refused, match=r"trwał do 10\slutego\s2023"):
        fill(own, by=reporter)


def test_who_is_late_goes_by_grace_and_by_the_exception(own: Packet, coordinator: User) -> None:
    def late(day: int, month: int) -> list[str]:
        with on(day, month):
            found = [packet.institution.short for packet in Packet.objects.overdue(clock.today()).order_by("pk")]
            assert found == [p.institution.short for p in Packet.objects.order_by("pk") if p.is_overdue(clock.today())]
            return found

    assert late(25, 1) == []
    assert late(26, 1) == ["KMP", "SM"]
    with on(26, 1):
        granted = grant(own, coordinator)
    assert late(10, 2) == ["SM"]
    assert late(11, 2) == ["KMP", "SM"]
    with on(9):
        services.withdraw_exception(granted, reason="Już niepotrzebny.", by=coordinator)
    assert late(9, 2) == ["KMP", "SM"]


def test_an_exception_that_only_opens_leaves_the_report_late(own: Packet, coordinator: User) -> None:
    with on(3):
        grant(own, coordinator, moves=False)
        assert [packet.institution.short for packet in Packet.objects.overdue(clock.today())] == ["KMP", "SM"]
        assert [packet.institution.short for packet in Packet.objects.locked(clock.today())] == ["SM"]
        assert [packet.institution.short for packet in Packet.objects.excepted(clock.today())] == ["KMP"]


def test_on_time_is_frozen_by_the_deadline_that_stood_when_the_report_came(
    own: Packet, guard: Institution, reporter: User, neighbour: User, coordinator: User
) -> None:
    """The police had until 10 February and sent on the 9th; the exception gave way to a correction afterwards."""
    with on(2):
        grant(own, coordinator)
    with on(9):
        send(own, by=reporter)
    with on(20):
        services.return_packet(own, by=coordinator, note="Ile godzin?")
        send(own, by=reporter)
        services.accept_packet(own, by=coordinator)
        other = Packet.objects.get(institution=guard)
        grant(other, coordinator, until=date(2023, 2, 21), moves=False)
        send(other, by=neighbour)
        content = closing.read(services.close_period(own.period, by=coordinator))

    assert [(p["institution"]["short"], p["on_time"], p["due_on"]) for p in content["packets"]] == [
        ("KMP", True, "2023-02-10"), ("SM", False, "2023-01-20"),
    ]  # fmt: skip
    granted = content["packets"][0]["exceptions"]
    assert [(one["until"], one["moves_deadline"], one["withdrawn_on"]) for one in granted] == [
        ("2023-02-10", True, "2023-02-20"), ("2023-02-27", False, None),
    ]  # fmt: skip
    assert (content["period"]["grace_until"], content["period"]["locks_on"]) == ("2023-01-25", "2023-02-01")
    assert content["completeness"]["packets"]["on_time"] == 1


def test_what_came_in_the_days_of_grace_is_in_time(own: Packet, reporter: User, coordinator: User) -> None:
    with on(25, 1):
        send(own, by=reporter)
        content = closing.read(services.close_period(own.period, by=coordinator))

    assert [p["on_time"] for p in content["packets"] if p["institution"]["short"] == "KMP"] == [True]


def test_a_return_in_a_locked_period_gives_working_days_to_correct(
    own: Packet, reporter: User, coordinator: User
) -> None:
    send(own, by=reporter)
    with on(3):
        services.return_packet(own, by=coordinator, note="Ile godzin?")
        own.refresh_from_db()
        granted = own.exceptions.get()
        assert (granted.until, granted.moves_deadline, own.is_editable) == (date(2023, 2, 10), False, True)
        assert not own.is_overdue(clock.today())
    message = Message.objects.get(kind="reporting.returned")
    assert message.body.endswith("Prosimy o poprawę do 10\u00a0lutego\u00a02023 r.")


def test_the_reviewer_names_the_day_of_the_correction(own: Packet, reporter: User, coordinator: User) -> None:
    send(own, by=reporter)
    with on(3):
        with pytest.raises(Refused, match="już minął"):
            services.return_packet(own, by=coordinator, note="Ile godzin?", correct_by=date(2023, 2, 2))
        services.return_packet(own, by=coordinator, note="Ile godzin?", correct_by=date(2023, 2, 15))
        assert own.exceptions.get().until == date(2023, 2, 15)


def test_long_before_the_lock_a_return_needs_no_exception(own: Packet, reporter: User, coordinator: User) -> None:
    send(own, by=reporter)
    services.return_packet(own, by=coordinator, note="Ile godzin?")

    assert not own.exceptions.exists()


def test_reviewing_is_not_locked(own: Packet, reporter: User, coordinator: User) -> None:
    send(own, by=reporter)
    with on(20):
        services.accept_packet(own, by=coordinator)
        services.reopen_packet(own, by=coordinator, note="Pomylono rok.")
        own.refresh_from_db()
        assert (own.state, own.is_editable, own.exceptions.get().until) == ("returned", True, date(2023, 2, 27))


def test_an_exception_is_told_to_the_institution_and_to_the_journal(
    own: Packet, reporter: User, coordinator: User
) -> None:
    granted = grant(own, coordinator)
    services.withdraw_exception(granted, reason="Pomyłka.", by=coordinator)

    told = [(m.user, m.kind) for m in Message.objects.filter(kind__startswith="reporting.exception").order_by("pk")]
    assert told == [(reporter, "reporting.exception_granted"), (reporter, "reporting.exception_withdrawn")]
    assert "Złożone do tego dnia będzie w terminie." in Message.objects.get(kind="reporting.exception_granted").body
    events = JournalEntry.objects.filter(event__contains="exception").order_by("pk").values_list("event", "data__until")
    assert list(events) == [
        ("reporting.exception_granted", "2023-02-10"), ("reporting.exception_withdrawn", "2023-02-10"),
    ]  # fmt: skip


def test_a_second_exception_takes_the_place_of_the_first(own: Packet, coordinator: User) -> None:
    grant(own, coordinator)
    grant(own, coordinator, until=date(2023, 3, 1))

    assert [(e.until, e.withdrawn_at is None) for e in own.exceptions.all()] == [
        (date(2023, 2, 10), False), (date(2023, 3, 1), True),
    ]  # fmt: skip


def test_after_the_report_was_sent_no_exception_moves_its_first_day(
    own: Packet, reporter: User, coordinator: User
) -> None:
    with on(30, 1):
        send(own, by=reporter)
        services.return_packet(own, by=coordinator, note="Ile godzin?")
        granted = grant(own, coordinator)

    assert granted.moves_deadline is False


@pytest.mark.parametrize(
    ("until", "reason", "sentence"),
    [
        (date(2023, 1, 4), "Choroba.", "nie może kończyć się w przeszłości"),
        (date(2023, 2, 1), "  ", "Napisz, dlaczego termin jest inny."),
    ],
)
def test_an_exception_without_sense_is_refused(
    own: Packet, coordinator: User, until: date, reason: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        services.grant_exception(own, until=until, moves_deadline=True, reason=reason, by=coordinator)
    assert LockException.objects.count() == 0


def test_for_many_at_once_all_or_none(own: Packet, guard: Institution, reporter: User, coordinator: User) -> None:
    other = Packet.objects.get(institution=guard)
    said = {"until": date(2023, 2, 10), "moves_deadline": True, "reason": "Ferie.", "by": coordinator}
    assert services.grant_exceptions([own, other], **said) == 2
    send(own, by=reporter)
    with pytest.raises(Refused, match="jest w biurze"):
        services.grant_exceptions([other, own], **{**said, "until": date(2023, 3, 1)})
    assert LockException.objects.filter(until=date(2023, 3, 1)).count() == 0


def test_the_days_of_an_open_period_are_moved_with_a_reason_and_those_who_owe_are_told(
    own: Packet, locking: Period, guard: Institution, reporter: User, neighbour: User, coordinator: User
) -> None:
    send(own, by=reporter)
    days = {"due_on": date(2023, 1, 27), "grace_until": date(2023, 1, 31), "locks_on": date(2023, 2, 10)}
    with pytest.raises(Refused, match="Napisz, dlaczego"):
        services.move_period_days(locking, **days, reason=" ", by=coordinator)
    services.move_period_days(locking, **days, reason="Ferie zimowe.", by=coordinator)

    assert (locking.due_on, locking.grace_until, locking.locks_on) == tuple(days.values())
    (message,) = Message.objects.filter(kind="reporting.days_moved")
    assert (message.user, "do 27\u00a0stycznia\u00a02023 r." in message.body) == (neighbour, True)
    line = JournalEntry.objects.get(event="reporting.period_days_moved")
    assert line.data["changed"]["due_on"] == ["2023-01-20", "2023-01-27"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Nic nie zmieniono"),
        ({"due_on": date(2023, 1, 3), "grace_until": None}, "nie może być w przeszłości"),
        ({"locks_on": date(2023, 1, 20)}, "Blokada zaczyna się po terminie"),
    ],
)
def test_days_that_make_no_sense_are_refused(
    locking: Period, coordinator: User, changes: dict[str, date | None], sentence: str
) -> None:
    days = {"due_on": locking.due_on, "grace_until": GRACE, "locks_on": LOCK, **changes}
    with pytest.raises(Refused, match=sentence):
        services.move_period_days(locking, **days, reason="Próba.", by=coordinator)


def test_a_closed_period_keeps_its_days(locking: Period, coordinator: User) -> None:
    services.close_period(locking, by=coordinator)
    with pytest.raises(Refused, match="jest zamknięty"):
        services.move_period_days(
            locking, due_on=date(2023, 3, 1), grace_until=None, locks_on=None, reason="Za późno.", by=coordinator
        )
