"""What reporting says on the desk and on the page of an action."""

from datetime import UTC, datetime

import pytest
from inspector import InspectingClient, text_of
from reporting_acts import say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, desk
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import panels
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Period
from bezpiecznik.reporting.panels import reports


def sentences(user: User) -> list[str]:
    return [todo.sentence.replace("\u00a0", " ") for todo in desk.todos(user) if "sprawozdani" in todo.url]


LATE = datetime(2023, 1, 23, 12, tzinfo=UTC)


def test_a_reporter_is_told_what_to_fill_in(packet: Packet, reporter: User) -> None:
    assert sentences(reporter) == ["Wypełnij sprawozdanie KMP za 2022: zostało 15 dni."]
    with clock.pretend(LATE):
        assert sentences(reporter) == ["Wypełnij sprawozdanie KMP za 2022: termin minął 3 dni temu."]
        assert [todo.weight for todo in desk.todos(reporter)] == [desk.Weight.OVERDUE]


def test_a_reporter_is_told_what_was_returned(sent: Packet, reporter: User, coordinator: User) -> None:
    assert sentences(reporter) == []
    services.return_packet(sent, by=coordinator, note="Ile godzin?")
    assert sentences(reporter) == ["Popraw sprawozdanie KMP za 2022: zostało 15 dni."]


def test_a_head_is_told_what_to_sign(packet: Packet, entry: Entry, reporter: User, head: User) -> None:
    assert sentences(head) == []
    say(entry, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    assert sentences(head) == ["Podpisz sprawozdanie KMP za 2022."]


def test_the_office_is_told_what_came_and_what_is_late(sent: Packet, coordinator: User) -> None:
    assert sentences(coordinator) == ["1 sprawozdanie do przyjęcia."]
    with clock.pretend(LATE):
        assert sentences(coordinator) == [
            "1 sprawozdanie za 2022 po terminie.",
            "1 sprawozdanie do przyjęcia.",
            "Zamknij okres 2022, gdy sprawozdania będą przyjęte.",
        ]


def test_the_office_is_told_to_open_a_planned_period(planned: Period, coordinator: User) -> None:
    assert sentences(coordinator) == ["Otwórz okres 2022: zaplanowano to na 1 grudnia 2022."]


def test_others_are_told_nothing(sent: Packet, member: User, guest: User, administrator: User) -> None:
    assert [sentences(user) for user in (member, guest, administrator)] == [[], [], []]


def voices(user: User, action: Undertaking) -> list[tuple[str, str, bool]]:
    """Institution, its text, and whether the reader may open the packet."""
    shown = [panel for panel in panels.panels(user, action) if panel.template == "reporting/panel.html"]
    return [
        (voice.institution, voice.words.text if voice.words else "", bool(voice.url))
        for panel in shown
        for period in panel.context["periods"]
        for voice in period.voices
    ]


def test_readers_see_what_was_sent_leads_first(sent: Packet, patrols: Undertaking, member: User) -> None:
    assert voices(member, patrols) == [("KMP", "Odbyto 120 patroli.", True), ("SM", "", False)]


def test_drafts_are_seen_by_own_people_only(
    packet: Packet, entry: Entry, patrols: Undertaking, reporter: User, head: User, coordinator: User, neighbour: User
) -> None:
    say(entry, by=reporter, text="Szkic.")

    assert voices(reporter, patrols) == voices(head, patrols) == [("KMP", "Szkic.", True)]
    assert voices(coordinator, patrols) == [("KMP", "", True), ("SM", "", True)]
    assert voices(neighbour, patrols) == [("SM", "", True)]


def test_an_action_nobody_was_asked_about_has_no_panel(patrols: Undertaking, coordinator: User) -> None:
    assert voices(coordinator, patrols) == []


@pytest.mark.parametrize("both", [False, True])
def test_the_panel_takes_a_constant_number_of_queries(
    sent: Packet, patrols: Undertaking, guard: Institution, neighbour: User, coordinator: User,
    django_assert_num_queries: object, both: bool,
) -> None:  # fmt: skip
    if both:
        send(Packet.objects.get(institution=guard), by=neighbour)
    rights_of(coordinator)
    with django_assert_num_queries(4):
        reports(coordinator, patrols)


def test_the_desk_shows_how_far_the_open_period_is(sent: Packet, member: User, reporter: User) -> None:
    (panel,) = [panel for panel in desk.summaries(member) if panel.template == "reporting/summary.html"]
    (period,) = panel.context["periods"]

    assert (period.expected, period.received, period.accepted) == (2, 1, 0)
    assert [panel for panel in desk.summaries(reporter) if panel.template == "reporting/summary.html"] == []


def test_the_desk_page_opens_with_all_of_it(client: InspectingClient, sent: Packet, coordinator: User) -> None:
    page = client.as_(coordinator).page("/praca/")

    assert "złożono 1 z 2, przyjęto 0" in text_of(page)
    assert "1 sprawozdanie do przyjęcia." in text_of(page)


def test_the_page_of_an_action_shows_the_words(
    client: InspectingClient, sent: Packet, patrols: Undertaking, member: User
) -> None:
    page = client.as_(member).page(patrols.get_absolute_url())

    assert "zrealizowano Odbyto 120 patroli. KMP, podmiot odpowiedzialny" in text_of(page)
