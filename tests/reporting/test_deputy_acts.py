"""What a deputy does is written down as done in somebody's place; and whose each duty is on the page of filling in."""

import pytest
from cast import SINCE, make_person
from inspector import InspectingClient, text_of
from reporting_acts import SIGNED, fill

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Absence, Institution, Post
from bezpiecznik.institutions.posts.legacy import matters
from bezpiecznik.plans.models import Responsibility
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Packet, PacketTransition
from bezpiecznik.reporting.states import PacketState

ROBERT, HALINA = "Robert Raportowski", "Halina Kierownicza"


def stand_in(deputy: User, holder: User) -> User:
    Absence.objects.create(holding=holder.holdings.get(), deputy=deputy, since=SINCE)
    return deputy


def last_step(packet: Packet) -> PacketTransition:
    return packet.transitions.latest("pk")


def test_a_deputy_submits(packet: Packet, deputy: User) -> None:
    fill(packet, by=deputy)
    services.submit_packet(packet, by=deputy, **SIGNED)

    assert (last_step(packet).by, last_step(packet).stands_in_for) == (deputy, ROBERT)
    for event in ("reporting.entry_saved", "reporting.packet_submitted"):
        assert JournalEntry.objects.get(event=event).data["stands_in_for"] == ROBERT


def test_the_holder_acts_in_nobody_s_place(sent: Packet) -> None:
    assert last_step(sent).stands_in_for == ""
    assert "stands_in_for" not in JournalEntry.objects.get(event="reporting.packet_submitted").data


def test_the_head_s_deputy_signs_as_such(packet: Packet, reporter: User, head: User) -> None:
    second = stand_in(make_person("Zenon", "Zastępca"), head)
    second.function = "naczelnik"
    fill(packet, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    services.sign_packet(packet, by=second)
    packet.refresh_from_db()

    assert packet.signatory == "Zenon Zastępca"
    assert packet.signatory_function == f"naczelnik, w zastępstwie: {HALINA}"
    assert last_step(packet).stands_in_for == HALINA


def test_the_coordinator_s_deputy_accepts(sent: Packet, coordinator: User) -> None:
    second = stand_in(make_person("Zenon", "Zastępca"), coordinator)
    services.accept_packet(sent, by=second)

    assert last_step(sent).stands_in_for == "Krystyna Koordynatorska"
    assert JournalEntry.objects.get(event="reporting.packet_accepted").data == {
        "stands_in_for": "Krystyna Koordynatorska"
    }


def test_a_reporter_who_is_also_the_head_s_deputy_submits_as_reporter_and_signs_as_deputy(
    packet: Packet, reporter: User, head: User
) -> None:
    stand_in(reporter, head)
    fill(packet, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    assert last_step(packet).stands_in_for == ""

    services.sign_packet(packet, by=reporter)
    assert last_step(packet).stands_in_for == HALINA


def test_the_history_of_the_report_says_it(client: InspectingClient, packet: Packet, deputy: User) -> None:
    fill(packet, by=deputy)
    services.submit_packet(packet, by=deputy, **SIGNED)
    page = text_of(client.as_(deputy).page(packet.get_absolute_url()))

    assert f"Dorota Zastępcza, w zastępstwie: {ROBERT}" in page


@pytest.fixture
def divided(packet: Packet, police: Institution) -> Post:
    """Action 1.1 is led by another post of the police."""
    post = Post.objects.create(name="naczelnik", role="reporter", institution=police)
    Responsibility.objects.filter(institution=police).update(post=post)
    return post


def test_duties_tell_whose_they_are(client: InspectingClient, packet: Packet, reporter: User, divided: Post) -> None:
    address = packet.get_absolute_url()
    page = client.as_(reporter).page(address)
    assert "prowadzi: naczelnik" in text_of(page)
    assert len(page.select("article.entry")) == 1
    assert len(client.page(address, own="1").select("article.entry")) == 0

    Responsibility.objects.update(post=reporter.holdings.get().post)
    page = client.page(address, own="1")
    assert "Twoje" in [text_of(tag) for tag in page.select("article.entry .tag")]
    assert text_of(page.select_one("#postep progress")) == ""


def test_what_is_led_by_nobody_is_everybody_s(client: InspectingClient, packet: Packet, reporter: User) -> None:
    page = client.as_(reporter).page(packet.get_absolute_url(), own="1")

    assert len(page.select("article.entry")) == 1
    assert page.select("ul.tabs") == []


def test_what_is_missing_is_told_of_all_duties(
    client: InspectingClient, packet: Packet, reporter: User, divided: Post
) -> None:
    page = client.as_(reporter).page(packet.get_absolute_url(), own="1")

    assert "0 z 1 gotowe" in text_of(page.select_one("#postep"))


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (PacketState.DRAFT, "Sprawozdanie za 2022 jest w trakcie wypełniania: KMP."),
        (PacketState.TO_SIGN, "Sprawozdanie za 2022 czeka na podpis: KMP."),
        (PacketState.RETURNED, "Sprawozdanie za 2022 wróciło do poprawy: KMP."),
    ],
)
def test_the_successor_finds_open_reports(packet: Packet, reporter: User, state: PacketState, sentence: str) -> None:
    Packet.objects.filter(pk=packet.pk).update(state=state)
    [matter] = matters(reporter.holdings.get().post)

    assert (matter.sentence, matter.due) == (sentence, packet.period.due_on)


def test_the_coordinator_s_successor_finds_the_queue(sent: Packet, coordinator: User) -> None:
    assert [matter.sentence for matter in matters(coordinator.holdings.get().post)] == ["Sprawozdania do przyjęcia: 1."]
