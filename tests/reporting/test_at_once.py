"""Two real connections at the same moment. On PostgreSQL only: SQLite lets one writer in at a time by itself."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from link_acts import invite, secret
from reporting_acts import DUE, OPENS, SIGNED, fill, send
from roundtrip_acts import answered

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import Job, JournalEntry
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import services as letters
from bezpiecznik.letters.models import Letter
from bezpiecznik.notices.models import Message
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import closing, services
from bezpiecznik.reporting.ladder import services as ladder
from bezpiecznik.reporting.models import (
    Entry,
    LadderStep,
    LinkToken,
    Packet,
    PacketVersion,
    Part,
    Period,
    Reminder,
    Snapshot,
)
from bezpiecznik.reporting.refusals import EntryChanged, Refused
from bezpiecznik.reporting.roundtrip.plan import plan_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs two writers at once: run on PostgreSQL"),
]


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act returned or raised, all begun at the same moment."""
    together, answers = Barrier(len(acts)), [None] * len(acts)

    def run(place: int) -> None:
        together.wait()
        try:
            answers[place] = acts[place]()
        except (EntryChanged, Refused, services.PlanChanged) as told:
            answers[place] = told
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.parametrize("_again", range(5))
def test_of_two_who_save_at_once_one_is_told(entry: Entry, reporter: User, head: User, _again: int) -> None:
    def saving(text: str, by: User) -> Callable[[], Entry]:
        own = Entry.objects.select_related("obligation").get(pk=entry.pk)
        said = {"outcome": "done", "text": text, "reason": "", "numbers": ()}
        return lambda: services.save_entry(own, by=by, version=0, **said)

    answers = at_once(saving("Pierwszy.", reporter), saving("Drugi.", head))

    assert sorted(type(answer).__name__ for answer in answers) == ["Entry", "EntryChanged"]
    kept = next(answer for answer in answers if isinstance(answer, Entry))
    told = next(answer for answer in answers if isinstance(answer, EntryChanged))
    assert (kept.version, told.current.text, Entry.objects.get(pk=entry.pk).text) == (1, kept.text, kept.text)


@pytest.mark.parametrize("_again", range(5))
def test_what_is_sent_while_the_period_is_closed_is_in_the_copy_or_refused(
    packet: Packet, reporter: User, coordinator: User, _again: int
) -> None:
    fill(packet, by=reporter)
    at_once(
        lambda: services.submit_packet(packet, by=reporter, **SIGNED),
        lambda: services.close_period(packet.period, by=coordinator),
    )

    content = closing.read(Snapshot.objects.get())
    assert content["completeness"]["packets"]["received"] == PacketVersion.objects.count()


@pytest.mark.parametrize("_again", range(5))
def test_two_who_accept_the_same_packets_do_not_wait_for_each_other_for_ever(
    sent: Packet, neighbour: User, coordinator: User, _again: int
) -> None:
    of_guard = send(sent.period.packets.exclude(pk=sent.pk).get(), by=neighbour)
    answers = at_once(
        lambda: services.accept_packets([sent, of_guard], by=coordinator),
        lambda: services.accept_packets([of_guard, sent], by=coordinator),
    )

    assert sorted(type(answer).__name__ for answer in answers) == ["Refused", "int"]
    assert set(Packet.objects.values_list("state", flat=True)) == {"accepted"}


@pytest.mark.parametrize("_again", range(5))
def test_nothing_is_written_in_a_period_once_it_is_closed(
    entry: Entry, reporter: User, coordinator: User, _again: int
) -> None:
    period = entry.obligation.period
    said = {"outcome": "done", "text": "W ostatniej chwili.", "reason": "", "numbers": ()}
    at_once(
        lambda: services.close_period(period, by=coordinator),
        lambda: services.save_entry(entry, by=reporter, version=0, **said),
    )

    events = list(JournalEntry.objects.order_by("pk").values_list("event", flat=True))
    assert events[-1] == "reporting.period_closed"


@pytest.mark.parametrize("_again", range(5))
def test_a_year_and_its_half_are_not_planned_at_once(programme: Programme, coordinator: User, _again: int) -> None:
    days = {"opens_on": OPENS, "due_on": DUE}
    answers = at_once(
        lambda: services.plan_period(programme, year=2022, part=Part.YEAR, by=coordinator, **days),
        lambda: services.plan_period(programme, year=2022, part=Part.FIRST_HALF, by=coordinator, **days),
    )

    assert sorted(type(answer).__name__ for answer in answers) == ["Period", "Refused"]
    assert Period.objects.count() == 1


@pytest.mark.parametrize("_again", range(3))
def test_of_two_who_open_a_link_at_once_one_gets_in(
    packet: Packet, police: Institution, coordinator: User, _again: int
) -> None:
    invite(police, by=coordinator)
    LinkToken.objects.update(expires_at=datetime(2099, 1, 1, tzinfo=UTC))  # threads live in the present
    address = secret()

    answers = at_once(lambda: services.open_link(address), lambda: services.open_link(address))

    assert sorted(answer is None for answer in answers) == [False, True]
    assert JournalEntry.objects.filter(event="reporting.link_opened").count() == 1


@pytest.mark.parametrize("_again", range(3))
def test_letters_numbered_at_once_get_numbers_and_signs_of_their_own(
    police: Institution, coordinator: User, _again: int
) -> None:
    def numbering() -> Callable[[], Job]:
        words = {"addressee": "KMP", "place": "Zatorzyn", "subject": "danych", "body": "Treść.",
                 "signatory_function": "Dyrektor"}  # fmt: skip
        letter = letters.draft_letter(police, by=coordinator, **words)
        return lambda: letters.number_letters([letter], dated_on=DUE, by=coordinator)

    at_once(numbering(), numbering())

    numbered = Letter.objects.order_by("document__number")
    assert [letter.document.number for letter in numbered if letter.document] == ["P/2023/1", "P/2023/2"]
    signs = {letter.case.sign for letter in numbered if letter.case}
    assert signs == {"BBiZK.5511.1.2023", "BBiZK.5511.2.2023"}


@pytest.fixture
def step(db: None) -> LadderStep:
    """Five working days before the deadline; tests with transactions of their own empty this table too."""
    return LadderStep.objects.get_or_create(offset=-5, defaults={"name": "Przypomnienie"})[0]


@pytest.mark.parametrize("_again", range(5))
def test_two_rounds_of_reminders_at_once_write_to_each_person_once(
    packet: Packet, reporter: User, neighbour: User, step: LadderStep, _again: int
) -> None:
    def ticking() -> ladder.Round | None:
        with clock.pretend(datetime(2023, 1, 13, 9, tzinfo=UTC)):  # threads live in the present
            return ladder.make_round()

    answers = at_once(ticking, ticking)

    assert sorted(answer is None for answer in answers) == [False, True]
    written = Message.objects.filter(kind="reporting.remind_soft")
    assert sorted(written.values_list("user", flat=True)) == sorted([reporter.pk, neighbour.pk])
    assert Reminder.objects.count() == 2


@pytest.mark.parametrize("_again", range(5))
def test_who_sends_while_the_round_is_made_is_not_reminded_afterwards(
    packet: Packet, reporter: User, step: LadderStep, _again: int
) -> None:
    fill(packet, by=reporter)

    def ticking() -> ladder.Round | None:
        with clock.pretend(datetime(2023, 1, 13, 9, tzinfo=UTC)):
            return ladder.make_round()

    at_once(ticking, lambda: services.submit_packet(packet, by=reporter, **SIGNED))

    assert not Reminder.objects.filter(packet=packet, ended_at=None).exists()


@pytest.mark.parametrize("_again", range(5))
def test_the_same_file_brought_by_two_at_once_is_one_file(
    packet: Packet, reporter: User, head: User, _again: int
) -> None:
    data = answered(packet)
    answers = at_once(
        *(lambda by=by: services.bring_file(packet, data, name="a.xlsx", by=by) for by in (reporter, head))
    )

    assert sorted(is_new for _brought, is_new in answers) == [False, True]
    assert len({brought.pk for brought, _is_new in answers}) == 1


@pytest.mark.parametrize("_again", range(5))
def test_of_two_files_taken_over_at_once_the_second_is_looked_at_again(
    packet: Packet, entry: Entry, reporter: User, head: User, _again: int
) -> None:
    def taking(text: str, by: User) -> Callable[[], object]:
        brought, _new = services.bring_file(packet, answered(packet, text=text), name="a.xlsx", by=by)
        seen = plan_of(brought, reader=by, own=True).digest
        return lambda: services.apply_file(brought, by=by, own=True, seen=seen)

    answers = at_once(taking("Pierwszy.", reporter), taking("Drugi.", head))

    assert sorted(str(answer) if isinstance(answer, int) else type(answer).__name__ for answer in answers) == [
        "1", "PlanChanged",
    ]  # fmt: skip
    assert Entry.objects.get(pk=entry.pk).version == 1
