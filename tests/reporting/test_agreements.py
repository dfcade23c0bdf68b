"""Lead and partner on one action: quoted, agreed, disputed, answered; the same meeting counts once."""

from decimal import Decimal
from typing import Any

import pytest
from cast import MakeAction
from django.urls import reverse
from inspector import InspectingClient, text_of
from reporting_acts import SIGNED, say

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.models import Message
from bezpiecznik.plans.models import Responsibility, Undertaking
from bezpiecznik.reporting import closing, queries, services
from bezpiecznik.reporting.models import Agreement, Entry, Packet, Period, Stance
from bezpiecznik.reporting.queries.agreements import Contribution, contributions, leads_say, quotation, with_quotation
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services import Number

THEIRS = "Strażnicy uczestniczyli w patrolach w parku."


def together(value: str) -> Number:
    return Number("liczba wspólnych patroli", Decimal(value), "joint", "unit")


@pytest.fixture
def partner_packet(period: Period, guard: Institution) -> Packet:
    return period.packets.select_related("period__programme", "institution").get(institution=guard)


@pytest.fixture
def partner_entry(partner_packet: Packet) -> Entry:
    return Entry.objects.get(obligation__packet=partner_packet)


@pytest.fixture
def partner_sent(partner_packet: Packet, partner_entry: Entry, neighbour: User) -> Packet:
    """The city guard has reported: nine patrols together."""
    say(partner_entry, by=neighbour, text=THEIRS, numbers=(together("9"),))
    services.submit_packet(partner_packet, by=neighbour, **SIGNED)
    partner_packet.refresh_from_db()
    return partner_packet


def contribution(packet: Packet) -> Contribution:
    (found,) = contributions(packet, queries.entries_of(packet)).values()
    return found[0]


def disagree(entry: Entry, partner_entry: Entry, by: User, version: int = 1) -> Agreement:
    return services.take_stance(
        entry, partner_entry.obligation_id, by=by, stance=Stance.DISPUTED, note="Liczymy 12.", version=version
    )


def send_anew(packet: Packet, entry: Entry, *, coordinator: User, by: User, text: str, value: str = "9") -> None:
    services.return_packet(packet, by=coordinator, note="Proszę poprawić.")
    say(entry, by=by, text=text, numbers=(together(value),))
    packet.refresh_from_db()
    services.submit_packet(packet, by=by, **SIGNED)


def test_a_draft_of_the_partner_is_not_shown(
    packet: Packet, partner_entry: Entry, neighbour: User, reporter: User, client: InspectingClient
) -> None:
    say(partner_entry, by=neighbour, text=THEIRS)

    assert contribution(packet).sent is None
    page = text_of(client.as_(reporter).page(packet.get_absolute_url()))
    assert THEIRS not in page
    assert "Jeszcze nie złożono: SM." in page


def test_the_lead_reads_what_the_partner_submitted(
    packet: Packet, entry: Entry, partner_sent: Packet, reporter: User, client: InspectingClient
) -> None:
    say(entry, by=reporter, numbers=(together("12"),))
    card = text_of(client.as_(reporter).page(packet.get_absolute_url()).find(id=f"wpis-{entry.pk}"))

    assert THEIRS in card
    assert ["rozbieżność" in card, "Wy 12" in card, "SM 9" in card] == [True] * 3


def test_quoted_words_have_their_source(
    packet: Packet, entry: Entry, partner_entry: Entry, partner_sent: Packet, reporter: User, client: InspectingClient
) -> None:
    client.as_(reporter).post(
        reverse("reporting:quote-partner", args=(entry.pk, partner_entry.obligation_id)),
        {"version": 0, "outcome": "done", "text": "Nasze patrole.", "reason": ""},
    )

    quoted = f"„{THEIRS}” (SM, sprawozdanie za 2022 złożone 05.01.2023)"
    assert Entry.objects.get(pk=entry.pk).text == f"Nasze patrole.\n\n{quoted}"
    assert contribution(packet).is_quoted
    assert with_quotation(Entry.objects.get(pk=entry.pk).text, contribution(packet)).count(THEIRS) == 1


def test_quoted_words_are_not_taken_for_copied_ones(
    packet: Packet, entry: Entry, partner_sent: Packet, reporter: User
) -> None:
    text = "Nasze patrole były w centrum i na dworcu, codziennie od zmierzchu.\n\n" + quotation(contribution(packet))
    say(entry, by=reporter, text=text, numbers=(together("9"),))

    assert [doubt.sentence for doubt in Entry.objects.get(pk=entry.pk).doubts.all()] == []


def test_the_same_number_confirms_and_another_one_differs(
    packet: Packet, entry: Entry, partner_sent: Packet, reporter: User
) -> None:
    say(entry, by=reporter, numbers=(Number("Wspólne patrole", Decimal(9), "joint", "unit"),))
    assert [(one.agrees, one.differs) for one in contribution(packet).joint] == [(True, False)]

    say(entry, by=reporter, numbers=(together("12"),))
    assert [(one.agrees, one.differs) for one in contribution(packet).joint] == [(False, True)]


def test_an_own_number_confirms_nothing(packet: Packet, entry: Entry, partner_sent: Packet, reporter: User) -> None:
    say(entry, by=reporter, numbers=(Number("liczba patroli", Decimal(9), "own", "unit"),))

    assert [(one.lead, one.other) for one in contribution(packet).joint] == [(None, Decimal(9))]


def test_a_dispute_says_what_it_is_about(
    entry: Entry, partner_entry: Entry, partner_sent: Packet, reporter: User
) -> None:
    with pytest.raises(Refused, match="Napisz, czego dotyczy rozbieżność"):
        services.take_stance(
            entry, partner_entry.obligation_id, by=reporter, stance=Stance.DISPUTED, note=" ", version=1
        )


def test_no_stance_on_what_was_not_submitted(entry: Entry, partner_entry: Entry, reporter: User) -> None:
    with pytest.raises(Refused, match="nie złożył jeszcze"):
        disagree(entry, partner_entry, reporter)


def test_no_stance_on_a_version_that_was_not_read(
    entry: Entry, partner_entry: Entry, partner_sent: Packet, reporter: User, neighbour: User, coordinator: User
) -> None:
    send_anew(partner_sent, partner_entry, coordinator=coordinator, by=neighbour, text="Inne słowa.")

    with pytest.raises(Refused, match="złożył nową wersję"):
        disagree(entry, partner_entry, reporter, version=1)


def test_the_partner_sees_the_stance_and_answers(
    entry: Entry, packet: Packet, partner_entry: Entry, partner_sent: Packet, reporter: User, neighbour: User,
    client: InspectingClient,
) -> None:  # fmt: skip
    agreement = disagree(entry, partner_entry, reporter)
    page = client.as_(neighbour).page(partner_sent.get_absolute_url())
    assert "rozbieżność" in text_of(page)
    assert "Liczymy 12." in text_of(page)

    client.post(reverse("reporting:answer-stance", args=(agreement.pk,)), {"answer": "W marcu było 9."})
    agreement.refresh_from_db()
    assert (agreement.answer, agreement.answered_by) == ("W marcu było 9.", neighbour)
    assert journal.about(partner_sent)[0].actor_name == "Stefan Strażnicki"


def test_a_new_version_makes_the_stance_stale(
    entry: Entry, packet: Packet, partner_entry: Entry, partner_sent: Packet, reporter: User, neighbour: User,
    coordinator: User,
) -> None:  # fmt: skip
    disagree(entry, partner_entry, reporter)
    send_anew(partner_sent, partner_entry, coordinator=coordinator, by=neighbour, text=THEIRS)
    assert not contribution(packet).is_stale  # the same words about this action

    send_anew(partner_sent, partner_entry, coordinator=coordinator, by=neighbour, text=THEIRS, value="12")
    assert contribution(packet).is_stale
    ((said,),) = leads_say(partner_sent, queries.entries_of(partner_sent)).values()
    assert said.is_stale


def test_a_report_is_sent_without_agreement_and_keeps_the_dispute(
    entry: Entry, packet: Packet, partner_entry: Entry, partner_sent: Packet, reporter: User
) -> None:
    say(entry, by=reporter, numbers=(together("12"),))
    disagree(entry, partner_entry, reporter)
    version = services.submit_packet(packet, by=reporter, **SIGNED)

    assert version.content["entries"][0]["agreements"] == [
        {
            "institution": {"abbr": "SM", "name": "Straż Miejska", "short": "SM"},
            "role": "partner", "version": 1, "stance": "disputed", "stale": False, "quoted": False,
            "note": "Liczymy 12.", "answer": "",
            "joint": [{"measure": "liczba wspólnych patroli", "lead": "12", "other": "9"}],
        }
    ]  # fmt: skip


def test_two_leads_are_each_others_partners(
    make_action: MakeAction, planned: Period, police: Institution, guard: Institution, reporter: User, neighbour: User,
    coordinator: User,
) -> None:  # fmt: skip

    action = make_action("Wspólny festyn.", lead=police)
    Responsibility.objects.create(undertaking=action, institution=guard, role="lead", place=1)
    services.open_period(planned, by=coordinator)
    ours, theirs = (
        planned.packets.select_related("period__programme", "institution").get(institution=body)
        for body in (police, guard)
    )
    for one, by in ((ours, reporter), (theirs, neighbour)):
        say(queries.entries_of(one)[0], by=by, numbers=(together("3"),))
        services.submit_packet(one, by=by, **SIGNED)

    assert [contribution(one).institution.short for one in (ours, theirs)] == ["SM", "KMP"]
    assert all(one.agrees for packet in (ours, theirs) for one in contribution(packet).joint)


def test_a_stranger_takes_no_stance(
    entry: Entry, partner_entry: Entry, partner_sent: Packet, neighbour: User, client: InspectingClient
) -> None:
    response = client.as_(neighbour).post(
        reverse("reporting:take-stance", args=(entry.pk, partner_entry.obligation_id)),
        {"stance": "agreed", "version": 1},
    )

    assert response.status_code == 404
    assert Agreement.objects.count() == 0


def test_the_frozen_period_keeps_stance_and_doubts(
    entry: Entry, packet: Packet, period: Period, partner_entry: Entry, partner_sent: Packet, reporter: User,
    coordinator: User,
) -> None:  # fmt: skip
    say(entry, by=reporter, text="Realizowano na bieżąco.", numbers=(together("12"),))
    disagree(entry, partner_entry, reporter)
    services.submit_packet(packet, by=reporter, **SIGNED)
    content = closing.read(services.close_period(period, by=coordinator))

    lead, partner = content["areas"][0]["actions"][0]["reports"]
    ((stance,), none) = (lead["agreements"], partner["agreements"])
    assert (stance["stance"], stance["note"], stance["stale"], none) == ("disputed", "Liczymy 12.", False, [])
    assert stance["joint"] == [{"measure": "liczba wspólnych patroli", "lead": "12", "other": "9"}]
    assert lead["doubts"] == []


def test_the_action_shows_the_difference_and_counts_once(
    entry: Entry, packet: Packet, patrols: Undertaking, partner_entry: Entry, partner_sent: Packet, reporter: User,
    coordinator: User, client: InspectingClient,
) -> None:  # fmt: skip
    say(entry, by=reporter, numbers=(together("12"),))
    disagree(entry, partner_entry, reporter)
    services.submit_packet(packet, by=reporter, **SIGNED)
    page = text_of(client.as_(coordinator).page(patrols.get_absolute_url()))

    assert "Rozbieżność między KMP a SM: Liczymy 12." in page
    assert "liczba wspólnych patroli: 9–12 (KMP, SM; podmioty podały różne liczby wspólne)" in page


def test_the_partner_is_written_to_about_a_dispute(
    entry: Entry, partner_entry: Entry, partner_sent: Packet, reporter: User, neighbour: User,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        disagree(entry, partner_entry, reporter)

    message = Message.objects.get(kind="reporting.disputed")
    assert (message.user, "Liczymy 12." in message.body) == (neighbour, True)


def test_the_reviewer_reads_the_stance(
    entry: Entry, packet: Packet, partner_entry: Entry, partner_sent: Packet, reporter: User, coordinator: User,
    client: InspectingClient,
) -> None:  # fmt: skip
    say(entry, by=reporter, numbers=(together("12"),))
    disagree(entry, partner_entry, reporter)
    services.submit_packet(packet, by=reporter, **SIGNED)
    page = text_of(client.as_(coordinator).page(reverse("reporting:review", args=(packet.pk,))))

    assert "Uzgodnienie wspólnego wyniku" in page
    assert "Liczymy 12." in page
