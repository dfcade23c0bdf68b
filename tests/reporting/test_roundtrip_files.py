"""Files brought back: looked at, taken over, taken back; by whom, and what others wrote meanwhile."""

from decimal import Decimal
from typing import Any

import pytest
from cast import MakeAction, make_person
from reporting_acts import say, send
from roundtrip_acts import OUTCOME, TEXT, answered, changed, put, workbook

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import BroughtFile, Entry, Packet, Period
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.roundtrip.plan import Plan, plan_of
from bezpiecznik.reporting.roundtrip.reading import read_filled

HOURS = services.Number("godziny patroli", Decimal("1234.5"), "joint", "wider")


@pytest.fixture
def parks(patrols: Undertaking, make_action: MakeAction, police: Institution) -> Undertaking:
    """Action 1.2, the second of the police. Asked for before the period is opened."""
    return make_action("Kontrole parków.", lead=police)


@pytest.fixture
def colleague(police: Institution) -> User:
    return make_person("Celina", "Koleżanecka", Role.REPORTER, police)


def bring(packet: Packet, data: bytes, *, by: User, **more: Any) -> BroughtFile:
    return services.bring_file(packet, data, name="policja.xlsx", by=by, **more)[0]


def planned(brought: BroughtFile, *, by: User, own: bool = True) -> Plan:
    return plan_of(brought, reader=by, own=own)


def take(brought: BroughtFile, *, by: User, own: bool = True, chosen: tuple[str, ...] = ()) -> int:
    seen = planned(brought, by=by, own=own).digest
    return services.apply_file(brought, by=by, own=own, seen=seen, chosen=chosen)


def test_nothing_is_in_the_report_before_it_is_agreed_to(packet: Packet, entry: Entry, reporter: User) -> None:
    brought = bring(packet, answered(packet), by=reporter)

    assert Entry.objects.get(pk=entry.pk).version == 0
    assert planned(brought, by=reporter).counts == {"same": 0, "taken": 1, "dispute": 0, "wrong": 0} == brought.counts


def test_agreed_to_it_is_saved_as_by_hand(packet: Packet, entry: Entry, reporter: User) -> None:
    written = take(bring(packet, answered(packet), by=reporter), by=reporter)

    saved = Entry.objects.get(pk=entry.pk)
    assert (written, saved.outcome, saved.text, saved.version, saved.updated_by) == (
        1, "done", "Odbyto 120 patroli.", 1, reporter,
    )  # fmt: skip
    assert [line.event for line in journal.about(packet)] == [
        "reporting.file_applied", "reporting.entry_saved", "reporting.file_brought",
    ]  # fmt: skip


def test_what_others_wrote_in_other_fields_stays(packet: Packet, entry: Entry, reporter: User, colleague: User) -> None:
    data = changed(workbook(packet), lambda book: put(book, TEXT, "Odbyto patrole."))
    say(entry, by=colleague, outcome="ongoing", text="", numbers=(HOURS,))
    take(bring(packet, data, by=reporter), by=reporter)

    saved = Entry.objects.get(pk=entry.pk)
    assert (saved.outcome, saved.text, saved.numbers.get().value) == ("ongoing", "Odbyto patrole.", Decimal("1234.5"))


def test_a_dispute_keeps_the_system_unless_a_person_chooses(
    packet: Packet, entry: Entry, reporter: User, colleague: User
) -> None:
    data = answered(packet, text="Słowa z pliku.")
    say(entry, by=colleague, text="Słowa Celiny.")
    brought = bring(packet, data, by=reporter)
    [row] = planned(brought, by=reporter).of("dispute")

    assert [(one.key, one.ours, one.theirs) for one in row.changing] == [
        (f"{entry.pk}:text", "Słowa Celiny.", "Słowa z pliku.")
    ]
    take(brought, by=reporter)
    assert Entry.objects.get(pk=entry.pk).text == "Słowa Celiny."


def test_a_person_may_choose_the_file(packet: Packet, entry: Entry, reporter: User, colleague: User) -> None:
    data = answered(packet, text="Słowa z pliku.")
    say(entry, by=colleague, text="Słowa Celiny.")
    take(bring(packet, data, by=reporter), by=reporter, chosen=(f"{entry.pk}:text",))

    assert Entry.objects.get(pk=entry.pk).text == "Słowa z pliku."


def test_who_wrote_between_the_look_and_the_button_is_not_overwritten(
    packet: Packet, entry: Entry, reporter: User, colleague: User
) -> None:
    brought = bring(packet, answered(packet), by=reporter)
    seen = planned(brought, by=reporter).digest
    say(entry, by=colleague, text="Słowa Celiny.")

    with pytest.raises(services.PlanChanged):
        services.apply_file(brought, by=reporter, own=True, seen=seen)
    brought.refresh_from_db()
    assert (Entry.objects.get(pk=entry.pk).text, brought.applied_at) == ("Słowa Celiny.", None)


def test_a_row_with_a_fault_is_left_out_and_the_others_are_taken(
    parks: Undertaking, packet: Packet, reporter: User
) -> None:
    def fill(book: Any) -> None:
        put(book, OUTCOME, "zrobione")
        put(book, OUTCOME, "nie dotyczy", row=3)

    brought = bring(packet, changed(workbook(packet), fill), by=reporter)
    assert brought.counts == {"same": 0, "taken": 1, "dispute": 0, "wrong": 1}
    assert take(brought, by=reporter) == 1
    assert sorted(Entry.objects.filter(obligation__packet=packet).values_list("outcome", flat=True)) == [
        "", "not_applicable",
    ]  # fmt: skip


def test_the_same_file_twice_is_one_file(packet: Packet, entry: Entry, reporter: User) -> None:
    data = answered(packet)
    first = bring(packet, data, by=reporter)
    take(first, by=reporter)
    again, is_new = services.bring_file(packet, data, name="kopia.xlsx", by=reporter)

    assert (again.pk, is_new, take(again, by=reporter)) == (first.pk, False, 0)
    assert Entry.objects.get(pk=entry.pk).version == 1


def test_the_same_answers_in_another_file_change_nothing(packet: Packet, entry: Entry, reporter: User) -> None:
    data = answered(packet)
    take(bring(packet, data, by=reporter), by=reporter)
    again = bring(packet, changed(data, lambda book: None), by=reporter)

    assert (planned(again, by=reporter).writes, take(again, by=reporter)) == (False, 0)
    assert Entry.objects.get(pk=entry.pk).version == 1


def test_undone_everything_is_as_it_was(packet: Packet, entry: Entry, reporter: User) -> None:
    say(entry, by=reporter, outcome="ongoing", text=" Trwają  patrole.\r\n", numbers=(HOURS,))
    before = Entry.objects.get(pk=entry.pk)
    brought = bring(packet, answered(packet), by=reporter)
    take(brought, by=reporter)
    services.undo_file(brought, by=reporter)

    after = Entry.objects.get(pk=entry.pk)
    assert (after.outcome, after.text, after.reason) == (before.outcome, before.text, before.reason)
    assert [(n.measure, n.value) for n in after.numbers.all()] == [("godziny patroli", Decimal("1234.5"))]
    assert journal.about(packet)[0].event == "reporting.file_undone"


def test_after_an_undo_the_same_file_may_be_brought_again(packet: Packet, entry: Entry, reporter: User) -> None:
    data = answered(packet)
    brought = bring(packet, data, by=reporter)
    take(brought, by=reporter)
    services.undo_file(brought, by=reporter)
    again, is_new = services.bring_file(packet, data, name="policja.xlsx", by=reporter)

    assert (is_new, take(again, by=reporter)) == (True, 1)
    assert Entry.objects.get(pk=entry.pk).text == "Odbyto 120 patroli."


def test_what_somebody_changed_since_is_not_undone(
    packet: Packet, entry: Entry, reporter: User, colleague: User
) -> None:
    brought = bring(packet, answered(packet), by=reporter)
    take(brought, by=reporter)
    say(entry, by=colleague, text="Słowa Celiny.")

    with pytest.raises(Refused, match="Od wczytania pliku ktoś zmienił wpisy"):
        services.undo_file(brought, by=reporter)
    assert Entry.objects.get(pk=entry.pk).text == "Słowa Celiny."


def test_a_file_of_another_institution_is_told_whose_it_is(packet: Packet, guard: Institution, reporter: User) -> None:
    foreign = Packet.objects.get(institution=guard)
    with pytest.raises(UnreadableFile, match=r"To jest plik innego sprawozdania: Straż Miejska, 2022."):
        bring(packet, workbook(foreign), by=reporter)

    assert not BroughtFile.objects.exists()


@pytest.mark.parametrize("state", ["to_sign", "submitted", "accepted"])
def test_in_a_packet_handed_on_nothing_is_brought(packet: Packet, reporter: User, state: str) -> None:
    data = answered(packet)
    send(packet, by=reporter)
    Packet.objects.filter(pk=packet.pk).update(state=state)

    with pytest.raises(Refused, match="Sprawozdania nie można teraz zmieniać"):
        bring(packet, data, by=reporter)


def test_a_file_looked_at_before_the_packet_was_sent_is_not_taken_after(
    packet: Packet, entry: Entry, reporter: User
) -> None:
    brought = bring(packet, answered(packet, text="Z pliku."), by=reporter)
    send(packet, by=reporter)
    with pytest.raises(Refused):
        take(brought, by=reporter)

    assert Entry.objects.get(pk=entry.pk).text == "Odbyto 120 patroli."


def test_in_a_closed_period_nothing_is_brought(
    packet: Packet, period: Period, reporter: User, coordinator: User
) -> None:
    data = answered(packet)
    services.close_period(period, by=coordinator)
    with pytest.raises(Refused, match="nie jest otwarty"):
        bring(packet, data, by=reporter)


def test_a_duty_withdrawn_meanwhile_is_told_and_left_out(parks: Undertaking, packet: Packet, reporter: User) -> None:
    data = answered(packet)
    packet.obligations.filter(responsibility__undertaking__no=1).update(
        withdrawn_at="2023-01-04T12:00Z", withdrawn_because="Podmiot przestał odpowiadać."
    )
    plan = planned(bring(packet, data, by=reporter), by=reporter)

    assert plan.notes == ("Tych działań nie trzeba już opisywać, więc ich wiersze pominięto: 1.1.",)
    assert [row.label for row in plan.rows] == ["1.2"]


def test_the_office_brings_on_behalf_and_the_journal_says_so(packet: Packet, entry: Entry, coordinator: User) -> None:
    brought = bring(packet, answered(packet), by=coordinator, on_behalf=True)
    take(brought, by=coordinator, own=False)

    line = journal.about(packet)[0]
    assert (line.event, line.actor_name, line.data["on_behalf"]) == (
        "reporting.file_applied", "Krystyna Koordynatorska", "Komenda Miejska Policji",
    )  # fmt: skip


def test_the_office_sees_no_words_that_were_not_sent(
    packet: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    say(entry, by=reporter, outcome="", text="Jeszcze niegotowe.")

    def fill(book: Any) -> None:
        put(book, OUTCOME, "zrealizowano")
        put(book, TEXT, "Z pliku.")

    brought = bring(packet, changed(workbook(packet, own=False), fill), by=coordinator, on_behalf=True)
    [row] = planned(brought, by=coordinator, own=False).of("dispute")

    assert read_filled(workbook(packet, own=False)).theirs[entry.pk]["text"] == ""
    assert [(one.title, one.ours) for one in row.changing] == [
        ("Stan realizacji", ""), ("Co zrobiono", "treść wpisana przez podmiot, jeszcze niezłożona"),
    ]  # fmt: skip
