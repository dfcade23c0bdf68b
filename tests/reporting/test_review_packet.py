import pytest
from reporting_acts import fill, send

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Entry, Packet, Period
from bezpiecznik.reporting.refusals import Refused


def test_returned_with_a_note_and_a_remark(sent: Packet, entry: Entry, coordinator: User) -> None:
    services.return_packet(sent, by=coordinator, note="Proszę uzupełnić.", remarks={entry: "Ile godzin?"})

    sent.refresh_from_db()
    assert (sent.state, sent.is_editable) == ("returned", True)
    assert queries.last_return(sent).note == "Proszę uzupełnić."
    assert [(remark.text, remark.by) for remark in entry.remarks.all()] == [("Ile godzin?", coordinator)]


def test_a_return_without_a_note_is_refused(sent: Packet, coordinator: User) -> None:
    with pytest.raises(Refused):
        services.return_packet(sent, by=coordinator, note="  ")


def test_acceptance_settles_the_remarks(sent: Packet, entry: Entry, reporter: User, coordinator: User) -> None:
    services.return_packet(sent, by=coordinator, note="Proszę uzupełnić.", remarks={entry: "Ile godzin?"})
    send(sent, by=reporter)
    services.accept_packet(sent, by=coordinator)

    assert entry.remarks.get().settled_at is not None
    assert [remark for card in queries.entries_of(sent) for remark in card.remarks.all()] == []


def test_many_are_accepted_together_or_none(
    period: Period, sent: Packet, guard: Institution, neighbour: User, coordinator: User
) -> None:
    other = Packet.objects.get(institution=guard)
    fill(other, by=neighbour)
    with pytest.raises(Refused):
        services.accept_packets([sent, other], by=coordinator)
    assert Packet.objects.filter(state="accepted").count() == 0

    send(other, by=neighbour)
    assert services.accept_packets([sent, other], by=coordinator) == 2
    assert Packet.objects.filter(state="accepted").count() == 2


def test_an_accepted_packet_is_reopened_and_only_so_returned(sent: Packet, coordinator: User) -> None:
    services.accept_packet(sent, by=coordinator)
    with pytest.raises(Refused):
        services.return_packet(sent, by=coordinator, note="Jednak nie.")

    services.reopen_packet(sent, by=coordinator, note="Pomylono rok.")
    sent.refresh_from_db()
    assert (sent.state, sent.transitions.last().note) == ("returned", "Pomylono rok.")


def test_what_was_not_accepted_is_not_reopened(sent: Packet, coordinator: User) -> None:
    with pytest.raises(Refused):
        services.reopen_packet(sent, by=coordinator, note="Po co?")


def test_the_reviewer_sees_what_others_submitted_about_the_same_action(
    sent: Packet, guard: Institution, neighbour: User
) -> None:
    (item,) = queries.reviewed(sent)
    assert [(other.institution, other.role, other.words) for other in item.others] == [("SM", "partner", None)]

    send(Packet.objects.get(institution=guard), by=neighbour)
    (item,) = queries.reviewed(sent)
    assert item.said.text == "Odbyto 120 patroli."
    assert [other.words.text for other in item.others] == ["Odbyto 120 patroli."]


def test_the_queue_begins_with_the_longest_waiting(sent: Packet, guard: Institution, neighbour: User) -> None:
    other = send(Packet.objects.get(institution=guard), by=neighbour)
    Packet.objects.filter(pk=other.pk).update(submitted_at="2023-01-02T08:00Z")

    assert list(Packet.objects.to_accept()) == [other, sent]
