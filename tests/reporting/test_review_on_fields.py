"""Remarks on fields, what changed since the return, versions compared, acceptance undone, many reopened."""

from datetime import UTC, datetime, timedelta

import pytest
from inspector import InspectingClient, soup, text_of
from reporting_acts import SIGNED, say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.panels import Panel
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.models import Message
from bezpiecznik.reporting import review_parts, services
from bezpiecznik.reporting.models import Entry, Packet, PacketVersion, Remark
from bezpiecznik.reporting.queries.comparing import compared
from bezpiecznik.reporting.refusals import Refused

ROOM = "/praca/sprawozdania/"


@pytest.fixture
def returned(sent: Packet, entry: Entry, coordinator: User) -> Packet:
    """With a remark on the text and one on the numbers."""
    remarks = {(entry, "text"): "Ile godzin?", (entry, "numbers"): "Podaj liczbę patroli."}
    services.return_packet(sent, by=coordinator, note="Prosimy uzupełnić.", remarks=remarks)
    sent.refresh_from_db()
    return sent


@pytest.fixture
def again(returned: Packet, entry: Entry, reporter: User) -> Packet:
    """Corrected and submitted for the second time."""
    say(entry, by=reporter, text="Odbyto 120 patroli, 480 godzin.")
    services.submit_packet(returned, by=reporter, **SIGNED)
    returned.refresh_from_db()
    return returned


def test_the_reviewer_returns_with_notes_on_single_fields(
    client: InspectingClient, sent: Packet, entry: Entry, coordinator: User
) -> None:
    page = client.as_(coordinator).page(f"{ROOM}{sent.pk}/przeglad/")
    assert page.find("input", id=f"remark-{entry.pk}-numbers")
    said = {"note": "Uzupełnić.", f"remark-{entry.pk}-numbers": "Ile?", f"remark-{entry.pk}": "Krótko.", "version": 1}
    client.post(f"{ROOM}{sent.pk}/zwrot/", said)

    assert list(entry.remarks.values_list("field", "text")) == [("", "Krótko."), ("numbers", "Ile?")]


def test_the_message_lists_the_fields(returned: Packet) -> None:
    body = Message.objects.get(kind="reporting.returned").body

    assert "– działanie 1.1, co zrobiono: Ile godzin?\n– działanie 1.1, liczby: Podaj liczbę patroli." in body


def test_a_remark_stands_at_its_field_and_is_answered_there(
    client: InspectingClient, returned: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    remark = entry.remarks.get(field="text")
    page = client.as_(reporter).page(returned.get_absolute_url())
    at_text = page.find("textarea", attrs={"name": "text"}).find_parent(class_="field").find_previous(class_="callout")
    assert "Ile godzin?" in text_of(at_text)
    client.post(f"{ROOM}uwaga/{remark.pk}/odpowiedz/", {"answer": "Godzin nie liczymy."})

    remark.refresh_from_db()
    assert (remark.answer, remark.answered_by) == ("Godzin nie liczymy.", reporter)


def test_a_remark_is_carried_until_it_is_settled(
    client: InspectingClient, again: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    about_text = entry.remarks.get(field="text")
    client.as_(coordinator).post(f"{ROOM}uwaga/{about_text.pk}/zalatwiona/")
    services.return_packet(again, by=coordinator, note="Jeszcze liczby.")
    send(again, by=reporter)
    page = client.page(f"{ROOM}{again.pk}/przeglad/")

    assert "Podaj liczbę patroli." in text_of(page.find("article"))
    assert "Ile godzin?" not in text_of(page.find("article"))
    about_text.refresh_from_db()
    assert about_text.settled_by == coordinator


@pytest.mark.parametrize("act", ["settle", "answer"])
def test_a_remark_has_its_time(returned: Packet, entry: Entry, reporter: User, coordinator: User, act: str) -> None:
    """It is answered while the institution corrects, and settled while the office reads."""
    remark = entry.remarks.first()
    if act == "settle":
        with pytest.raises(Refused):
            services.settle_remark(remark, by=coordinator)
        return
    services.submit_packet(returned, by=reporter, **SIGNED)
    with pytest.raises(Refused):
        services.answer_remark(remark, text="Już.", by=reporter)


def test_on_a_resubmission_the_changes_are_shown_word_by_word(
    client: InspectingClient, again: Packet, coordinator: User
) -> None:
    article = client.as_(coordinator).page(f"{ROOM}{again.pk}/przeglad/").find("article")

    assert "zmieniono od zwrotu" in text_of(article.h2)
    assert "480 godzin." in text_of(article.find("ins"))


def test_any_two_versions_are_compared(
    client: InspectingClient, again: Packet, coordinator: User, reporter: User
) -> None:
    page = client.as_(coordinator).page(f"{ROOM}{again.pk}/wersja/1/2/")
    assert text_of(page.h1) == "Co zmieniono między wersją 1 a 2"
    assert "480 godzin." in text_of(page.find("ins"))
    back = client.as_(reporter).page(f"{ROOM}{again.pk}/wersja/2/1/")
    assert "480 godzin." in text_of(back.find("del"))
    assert client.get(f"{ROOM}{again.pk}/wersja/1/3/").status_code == 404


def test_an_entry_only_in_one_version_is_told(again: Packet) -> None:
    first, second = PacketVersion.objects.order_by("no")
    assert [one.kind for one in compared(first.content["entries"], [])] == ["gone"]
    assert [one.kind for one in compared([], second.content["entries"])] == ["new"]
    assert [one.kind for one in compared(first.content["entries"], first.content["entries"])] == ["same"]


def test_of_two_reviewers_the_second_is_told_who_decided(
    client: InspectingClient, sent: Packet, head: User, coordinator: User
) -> None:
    client.as_(coordinator).page(f"{ROOM}{sent.pk}/przeglad/")
    services.accept_packet(sent, by=coordinator)
    response = client.post(f"{ROOM}{sent.pk}/zwrot/", {"note": "Uzupełnić.", "version": "1"})

    assert "jest już rozpatrzone: przyjęte, Krystyna Koordynatorska, 05.01.2023, 10:30" in text_of(soup(response))
    sent.refresh_from_db()
    assert sent.state == "accepted"


def test_a_version_that_nobody_read_is_not_returned(again: Packet, coordinator: User) -> None:
    with pytest.raises(Refused, match="złożono nową wersję"):
        services.return_packet(again, by=coordinator, note="Ile?", version=1)


def test_an_acceptance_is_taken_back_for_a_while(
    client: InspectingClient, again: Packet, entry: Entry, coordinator: User
) -> None:
    services.accept_packet(again, by=coordinator)
    assert not entry.remarks.filter(settled_at=None).exists()
    page = client.as_(coordinator).page(f"{ROOM}do-przyjecia/")
    undo = page.find("form", class_="undo")
    assert "Przyjęto niedawno: KMP, 2022." in text_of(undo)
    assert client.post(undo["action"])["Location"] == f"{ROOM}{again.pk}/przeglad/"

    again.refresh_from_db()
    assert (again.state, entry.remarks.filter(settled_at=None).count()) == ("submitted", 2)
    assert Message.objects.filter(kind="reporting.acceptance_undone").count() == 1


def test_later_an_acceptance_is_not_undone_but_reopened(
    client: InspectingClient, sent: Packet, coordinator: User
) -> None:
    services.accept_packet(sent, by=coordinator)
    with clock.pretend(datetime(2023, 1, 5, 9, 30, tzinfo=UTC) + timedelta(minutes=31)):
        assert client.as_(coordinator).page(f"{ROOM}do-przyjecia/").find("form", class_="undo") is None
        with pytest.raises(Refused, match="Minął czas"):
            services.undo_acceptance(sent, by=coordinator)


def test_what_was_not_accepted_is_not_undone(sent: Packet, coordinator: User) -> None:
    with pytest.raises(Refused):
        services.undo_acceptance(sent, by=coordinator)


def test_many_accepted_are_reopened_with_one_reason(
    client: InspectingClient, sent: Packet, guard: Institution, neighbour: User, coordinator: User
) -> None:
    other = send(Packet.objects.get(institution=guard), by=neighbour)
    services.accept_packets([sent, other], by=coordinator)
    page = client.as_(coordinator).page(f"{ROOM}ponowne-otwarcie/", packet=[sent.pk, other.pk])
    assert len(page.select("main ul.names li")) == 2
    empty = client.post(f"{ROOM}ponowne-otwarcie/", {"packet": [sent.pk, other.pk], "note": " "})
    assert "Napisz, co trzeba poprawić." in text_of(soup(empty))
    client.post(f"{ROOM}ponowne-otwarcie/", {"packet": [sent.pk, other.pk], "note": "Zły rok."})

    assert set(Packet.objects.values_list("state", flat=True)) == {"returned"}


def test_only_what_stands_as_shown_is_accepted_with_the_others(
    client: InspectingClient, sent: Packet, guard: Institution, reporter: User, neighbour: User, coordinator: User
) -> None:
    other = send(Packet.objects.get(institution=guard), by=neighbour)
    page = client.as_(coordinator).page(f"{ROOM}do-przyjecia/zaznaczone/", packet=[sent.pk, other.pk])
    shown = [(field["name"], field["value"]) for field in page.find("main").form("input", type="hidden")]
    services.return_packet(sent, by=coordinator, note="Ile?")
    send(sent, by=reporter)
    data: dict[str, list[str]] = {}
    for name, value in shown:
        data.setdefault(name, []).append(value)
    response = client.post(f"{ROOM}do-przyjecia/zaznaczone/", data, follow=True)

    told = text_of(soup(response).find(class_="messages"))
    assert "Przyjęto 1 sprawozdanie." in told
    assert "KMP, 2022: zmieniono od czasu podglądu" in told
    assert dict(Packet.objects.values_list("institution__abbr", "state")) == {"KMP": "submitted", "SM": "accepted"}


@pytest.mark.parametrize(
    ("query", "shown"),
    [({"kind": "again"}, ["KMP"]), ({"kind": "remarks"}, ["KMP"]), ({"kind": "late"}, ["SM"]),
     ({"kind": "doubts"}, []), ({}, ["KMP", "SM"])],
)  # fmt: skip
def test_the_queue_shows_what_to_look_at(
    client: InspectingClient, again: Packet, guard: Institution, neighbour: User, coordinator: User,
    query: dict[str, str], shown: list[str],
) -> None:  # fmt: skip
    with clock.pretend(datetime(2023, 1, 24, 9, tzinfo=UTC)):
        send(Packet.objects.get(institution=guard), by=neighbour)
        page = client.as_(coordinator).page(f"{ROOM}do-przyjecia/", **query)

    names = {"Komenda Miejska Policji": "KMP", "Straż Miejska": "SM"}
    assert sorted(names[text_of(row.th)] for row in page.select("tbody tr")) == shown


def test_other_modules_show_their_own_at_each_entry(
    client: InspectingClient, sent: Packet, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = Panel("Wątpliwości", "reporting/_watch.html", {"doubts": 1})
    monkeypatch.setattr(review_parts, "_makers", [lambda _packet, entries: {entry.pk: panel for entry in entries}])
    article = client.as_(coordinator).page(f"{ROOM}{sent.pk}/przeglad/").find("article")

    assert text_of(article.find(role="group").h3) == "Wątpliwości"


def test_a_stranger_settles_and_answers_nothing(
    client: InspectingClient, returned: Packet, neighbour: User, reporter: User
) -> None:
    remark = Remark.objects.first()
    client.as_(neighbour)
    assert client.post(f"{ROOM}uwaga/{remark.pk}/odpowiedz/", {"answer": "Nie."}).status_code == 404
    assert client.as_(reporter).post(f"{ROOM}uwaga/{remark.pk}/zalatwiona/").status_code == 403
