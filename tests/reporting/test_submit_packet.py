from datetime import UTC, datetime

import pytest
from reporting_acts import SIGNED, fill, say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.reporting import closing, queries, services
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.refusals import Refused


def test_what_is_missing_keeps_it_from_being_sent(packet: Packet, entry: Entry, reporter: User) -> None:
    with pytest.raises(Refused) as refusal:
        services.submit_packet(packet, by=reporter, **SIGNED)

    assert list(refusal.value.sentences) == ["Działanie 1.1: wybierz stan realizacji."]
    assert queries.missing(packet) == [
        queries.Missing(refusal.value.sentences[0], f"stan-realizacji-{entry.pk}", entry.pk)
    ]
    assert Packet.objects.get(pk=packet.pk).state == "draft"
    assert packet.transitions.count() == 0


def test_a_submitted_packet_is_signed_copied_and_logged(sent: Packet, reporter: User) -> None:
    assert (sent.state, sent.submitted_by, sent.signatory) == ("submitted", reporter, "Halina Kierownicza")
    transition = sent.transitions.get()
    assert (transition.to_state, transition.by, transition.on_behalf) == ("submitted", reporter, "Halina Kierownicza")
    assert journal.about(sent).first().event == "reporting.packet_submitted"
    content = sent.versions.get().content
    assert (content["institution"]["abbr"], content["submitted_by"]) == ("KMP", "Robert Raportowski")
    assert [(entry["code"], entry["text"]) for entry in content["entries"]] == [("1.1", "Odbyto 120 patroli.")]


def test_every_submitted_version_is_kept(sent: Packet, entry: Entry, reporter: User, coordinator: User) -> None:
    services.return_packet(sent, by=coordinator, note="Ile godzin?")
    say(entry, by=reporter, text="Odbyto 120 patroli, 480 godzin.")
    services.submit_packet(sent, by=reporter, **SIGNED)

    assert [version.content["entries"][0]["text"] for version in sent.versions.all()] == [
        "Odbyto 120 patroli.", "Odbyto 120 patroli, 480 godzin.",
    ]  # fmt: skip


def test_the_head_signs_in_the_system(packet: Packet, reporter: User, head: User) -> None:
    head.function = "Komendant Miejski"
    fill(packet, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    packet.refresh_from_db()
    services.sign_packet(packet, by=head)

    packet.refresh_from_db()
    assert (packet.submitted_by, packet.signatory, packet.signatory_function, packet.signed_on) == (
        head, "Halina Kierownicza", "Komendant Miejski", clock.today(),
    )  # fmt: skip
    assert [transition.on_behalf for transition in packet.transitions.all()] == ["", ""]


def test_the_head_signs_only_what_was_handed_over(packet: Packet, reporter: User, head: User) -> None:
    fill(packet, by=reporter)
    with pytest.raises(Refused, match="stan sprawozdania to „w przygotowaniu”"):
        services.sign_packet(packet, by=head)


def test_the_head_does_not_sign_what_the_clerk_took_back_meanwhile(packet: Packet, reporter: User, head: User) -> None:
    fill(packet, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    as_the_head_saw_it = Packet.objects.get(pk=packet.pk)
    services.take_back(packet, by=reporter)

    with pytest.raises(Refused, match="stan sprawozdania to „w przygotowaniu”"):
        services.sign_packet(as_the_head_saw_it, by=head)

    assert Packet.objects.get(pk=packet.pk).state == "draft"


def test_an_unfinished_packet_is_not_handed_over(packet: Packet, reporter: User) -> None:
    with pytest.raises(Refused):
        services.hand_over_for_signature(packet, by=reporter)


def test_the_head_sends_back_with_a_note(packet: Packet, reporter: User, head: User) -> None:
    fill(packet, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    services.take_back(packet, by=head, note="Dopisz szkolenia.")

    packet.refresh_from_db()
    assert packet.state == "draft"
    assert queries.last_return(packet).note == "Dopisz szkolenia."


def test_submitting_twice_is_refused(sent: Packet, reporter: User) -> None:
    with pytest.raises(Refused, match="„złożone”"):
        services.submit_packet(sent, by=reporter, **SIGNED)
    assert sent.versions.count() == 1


def test_the_last_minute_of_the_last_day_in_poland_is_in_time(
    packet: Packet, reporter: User, coordinator: User
) -> None:
    with clock.pretend(datetime(2023, 1, 20, 22, 59, tzinfo=UTC)):
        send(packet, by=reporter)
    content = closing.read(services.close_period(packet.period, by=coordinator))

    assert [p["on_time"] for p in content["packets"] if p["version"]] == [True]
