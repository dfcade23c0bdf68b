"""Questions on the reporter's card, and doubts before the reviewer."""

import pytest
from django.urls import reverse
from inspector import InspectingClient, text_of
from reporting_acts import SIGNED, say

from bezpiecznik.accounts.models import User
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Doubt, Entry, Packet, PacketVersion

VAGUE = "Realizowano na bieżąco."
GOOD = "Patrole kierowano na osiedla i do parków według zgłoszeń mieszkańców."
QUESTION = "Z tego tekstu nie wynika, co zrobiono. Czy można dopisać, ile razy, gdzie albo dla kogo?"


@pytest.fixture
def doubt(entry: Entry, reporter: User) -> Doubt:
    say(entry, by=reporter, text=VAGUE)
    return Doubt.objects.get()


@pytest.fixture
def under_review(doubt: Doubt, packet: Packet, reporter: User) -> Packet:
    services.submit_packet(packet, by=reporter, **SIGNED)
    packet.refresh_from_db()
    return packet


def test_the_reporter_is_asked_on_the_card_and_in_the_list(
    doubt: Doubt, entry: Entry, packet: Packet, reporter: User, client: InspectingClient
) -> None:
    page = client.as_(reporter).page(packet.get_absolute_url())

    assert QUESTION in text_of(page.find(id=f"pytania-{entry.pk}"))
    assert [link["href"] for link in page.find(id="braki").find_all("a", string=QUESTION)] == [f"#tekst-{entry.pk}"]


def test_an_answered_question_is_no_longer_in_the_list(
    doubt: Doubt, entry: Entry, packet: Packet, reporter: User, client: InspectingClient
) -> None:
    client.as_(reporter).post(reverse("reporting:answer-doubt", args=(doubt.pk,)), {"answer": "Patrole są codziennie."})
    page = client.page(packet.get_absolute_url())

    assert "Patrole są codziennie." in text_of(page.find(id=f"pytania-{entry.pk}"))
    assert page.find(id="braki").find_all("a", string=QUESTION) == []


def test_a_save_brings_the_questions_only_when_they_changed(
    entry: Entry, packet: Packet, reporter: User, client: InspectingClient
) -> None:
    def saved(version: int, text: str, asked: str) -> str:
        data = {"version": version, "outcome": "done", "text": text, "reason": "", "asked": asked}
        headers = {"HX-Request": "true", "HX-Target": f"stan-{entry.pk}"}
        response = client.as_(reporter).post(reverse("reporting:save-entry", args=(entry.pk,)), data, headers=headers)
        return response.content.decode()

    first = saved(0, VAGUE, "")
    doubt = Doubt.objects.get()
    assert f'id="pytania-{entry.pk}"' in first
    assert f'id="pytania-{entry.pk}"' not in saved(1, VAGUE + " ", f"{doubt.pk}.0")
    assert f'id="pytania-{entry.pk}"' in saved(1, GOOD, f"{doubt.pk}.0")


def test_the_reviewer_reads_question_and_answer(
    doubt: Doubt, packet: Packet, reporter: User, coordinator: User, client: InspectingClient
) -> None:
    services.answer_doubt(doubt, by=reporter, answer="Patrole są codziennie.")
    services.submit_packet(packet, by=reporter, **SIGNED)
    line = (
        client.as_(coordinator).page(reverse("reporting:review", args=(packet.pk,))).find(id=f"watpliwosc-{doubt.pk}")
    )

    assert QUESTION in text_of(line)
    assert "Odpowiedź (Robert Raportowski, 05.01.2023): Patrole są codziennie." in text_of(line)


def test_explained_is_one_button(
    doubt: Doubt, under_review: Packet, coordinator: User, client: InspectingClient
) -> None:
    client.as_(coordinator).post(reverse("reporting:settle-doubt", args=(doubt.pk,)))
    doubt.refresh_from_db()

    assert doubt.settled_by == coordinator
    line = client.page(reverse("reporting:review", args=(under_review.pk,))).find(id=f"watpliwosc-{doubt.pk}")
    assert "wyjaśnione" in text_of(line)


def test_explained_by_htmx_answers_with_the_line_alone(
    doubt: Doubt, under_review: Packet, coordinator: User, client: InspectingClient
) -> None:
    response = client.as_(coordinator).post(
        reverse("reporting:settle-doubt", args=(doubt.pk,)), headers={"HX-Request": "true"}
    )

    assert response.content.decode().count("<li") == 1
    assert "wyjaśnione" in response.content.decode()


def test_a_doubt_becomes_a_remark_on_its_field(
    doubt: Doubt, entry: Entry, under_review: Packet, coordinator: User, client: InspectingClient
) -> None:
    address = reverse("reporting:review", args=(under_review.pk,))
    page = client.as_(coordinator).page(f"{address}?zwroc={doubt.pk}")

    assert page.find(id=f"remark-{entry.pk}-text")["value"] == QUESTION


def test_the_member_settles_nothing(doubt: Doubt, under_review: Packet, member: User, client: InspectingClient) -> None:
    assert client.as_(member).post(reverse("reporting:settle-doubt", args=(doubt.pk,))).status_code in {403, 404}
    assert Doubt.objects.get().settled_at is None


def test_an_older_version_without_doubts_is_still_read(
    under_review: Packet, reporter: User, client: InspectingClient
) -> None:
    version = PacketVersion.objects.get()
    for said in version.content["entries"]:
        del said["doubts"], said["agreements"]
    version.save()

    assert VAGUE in text_of(client.as_(reporter).page(reverse("reporting:version", args=(under_review.pk, 1))))
