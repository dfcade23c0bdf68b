from datetime import date
from typing import Any

import pytest
from cast import MakeAction
from inspector import InspectingClient, soup, text_of
from reporting_acts import fill, say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Period

ROOM = "/praca/sprawozdania/"


def test_the_queue_and_the_way_through_it(
    client: InspectingClient, sent: Packet, guard: Institution, neighbour: User, coordinator: User
) -> None:
    other = send(Packet.objects.get(institution=guard), by=neighbour)
    page = client.as_(coordinator).page(f"{ROOM}do-przyjecia/")
    assert [text_of(row.th) for row in page.tbody("tr")] == ["Komenda Miejska Policji", "Straż Miejska"]
    assert page.find("a", class_="button-main")["href"] == f"{ROOM}{sent.pk}/przeglad/"

    assert client.post(f"{ROOM}{sent.pk}/przyjecie/")["Location"] == f"{ROOM}{other.pk}/przeglad/"
    assert client.post(f"{ROOM}{other.pk}/przyjecie/")["Location"] == f"{ROOM}do-przyjecia/"
    assert "Nic nie czeka na przyjęcie" in text_of(client.page(f"{ROOM}do-przyjecia/"))


def test_a_version_that_nobody_read_is_not_accepted(
    client: InspectingClient, sent: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    review = f"{ROOM}{sent.pk}/przeglad/"
    form = client.as_(coordinator).page(review).find("form", action=f"{ROOM}{sent.pk}/przyjecie/")
    services.return_packet(sent, by=coordinator, note="Ile godzin?")
    say(entry, by=reporter, text="Odbyto 120 patroli, 480 godzin.")
    send(sent, by=reporter)

    read = {"version": form.find("input", attrs={"name": "version"})["value"]}
    assert client.post(form["action"], read)["Location"] == review
    assert "złożono nową wersję" in text_of(client.page(review))
    assert Packet.objects.get(pk=sent.pk).state == "submitted"


def test_the_queue_leaves_as_a_file(client: InspectingClient, sent: Packet, coordinator: User) -> None:
    response = client.as_(coordinator).get(f"{ROOM}do-przyjecia/", {"export": "csv", "q": "policja"})

    assert response.content.decode("utf-8-sig").splitlines() == [
        "Podmiot;Okres;Złożono;Podpis;Wpisy;Wątpliwości;Po terminie;Złożone ponownie",
        "Komenda Miejska Policji;2022;2023-01-05;Halina Kierownicza;1;0;nie;nie",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "shown"),
    [({"sort": "institution"}, ["Komenda", "Straż"]), ({"sort": "-institution"}, ["Straż", "Komenda"]),
     ({"q": "straży"}, ["Straż"]), ({"q": "szkoła"}, [])],
)  # fmt: skip
def test_the_queue_is_sorted_and_searched_by_its_address(
    client: InspectingClient, sent: Packet, guard: Institution, neighbour: User, coordinator: User,
    query: dict[str, str], shown: list[str],
) -> None:  # fmt: skip
    send(Packet.objects.get(institution=guard), by=neighbour)
    page = client.as_(coordinator).page(f"{ROOM}do-przyjecia/", **query)

    assert [text_of(row.th).split()[0] for row in page.select("tbody tr")] == shown


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queue_takes_a_constant_number_of_queries(
    client: InspectingClient, planned: Period, make_action: MakeAction, coordinator: User,
    django_assert_num_queries: Any, rows: int,
) -> None:  # fmt: skip
    for no in range(rows):
        make_action(lead=Institution.objects.create(name=f"Podmiot {no}"))
    services.open_period(planned, by=coordinator)
    for packet in Packet.objects.all():
        send(packet, by=coordinator)
    client.as_(coordinator)

    with django_assert_num_queries(7):
        client.page(f"{ROOM}do-przyjecia/")


def test_the_review_shows_three_columns(
    client: InspectingClient, sent: Packet, guard: Institution, neighbour: User, coordinator: User
) -> None:
    other = Packet.objects.get(institution=guard)
    fill(other, by=neighbour)
    say(Entry.objects.get(obligation__packet=other), by=neighbour, text="Wspólnie 40 patroli.")
    send_what_is_said(other, neighbour)
    page = client.as_(coordinator).page(f"{ROOM}{sent.pk}/przeglad/")

    assert [text_of(column) for column in page.select(".review-columns > div")] == [
        "Poprzednio Brak wcześniejszego sprawozdania.",
        "To sprawozdanie zrealizowano Odbyto 120 patroli.",
        "Inne podmioty o tym działaniu SM partner zrealizowano Wspólnie 40 patroli.",
    ]


def send_what_is_said(packet: Packet, user: User) -> None:
    services.submit_packet(
        packet, by=user, signatory="S. S.", signatory_function="Komendant", signed_on=date(2023, 1, 4)
    )


def test_returned_with_a_note_and_a_remark_on_one_entry(
    client: InspectingClient, sent: Packet, entry: Entry, coordinator: User
) -> None:
    client.as_(coordinator).post(f"{ROOM}{sent.pk}/zwrot/", {"note": "Uzupełnić.", f"remark-{entry.pk}": "Ile godzin?"})

    sent.refresh_from_db()
    assert sent.state == "returned"
    assert [remark.text for remark in entry.remarks.all()] == ["Ile godzin?"]


def test_a_return_without_a_note_keeps_the_remarks(
    client: InspectingClient, sent: Packet, entry: Entry, coordinator: User
) -> None:
    response = client.as_(coordinator).post(f"{ROOM}{sent.pk}/zwrot/", {"note": "", f"remark-{entry.pk}": "Ile?"})
    page = soup(response)

    assert "Napisz, co trzeba poprawić." in text_of(page.find(class_="errors"))
    assert page.find(id=f"remark-{entry.pk}")["value"] == "Ile?"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_review_takes_a_constant_number_of_queries(
    client: InspectingClient, planned: Period, make_action: MakeAction, police: Institution, guard: Institution,
    reporter: User, neighbour: User, coordinator: User, django_assert_num_queries: Any, rows: int,
) -> None:  # fmt: skip
    for _row in range(rows):
        make_action(lead=police, partners=[guard])
    services.open_period(planned, by=coordinator)
    send(Packet.objects.get(institution=guard), by=neighbour)
    packet = send(Packet.objects.get(institution=police), by=reporter)
    client.as_(coordinator)

    with django_assert_num_queries(21):
        client.page(f"{ROOM}{packet.pk}/przeglad/")


def test_the_chosen_are_named_and_then_accepted(client: InspectingClient, sent: Packet, coordinator: User) -> None:
    page = client.as_(coordinator).page(f"{ROOM}do-przyjecia/zaznaczone/", packet=sent.pk)
    form = page.find("main").form
    assert text_of(form.li) == "Komenda Miejska Policji, 2022 zrealizowano 1"
    client.post(form["action"], {"packet": sent.pk, f"version-{sent.pk}": "1"})

    sent.refresh_from_db()
    assert sent.state == "accepted"


def test_nothing_chosen_is_told(client: InspectingClient, sent: Packet, coordinator: User) -> None:
    response = client.as_(coordinator).get(f"{ROOM}do-przyjecia/zaznaczone/", follow=True)

    assert "Zaznacz co najmniej jedno sprawozdanie" in text_of(soup(response).find(class_="messages"))


def test_an_accepted_packet_is_reopened_with_a_reason(
    client: InspectingClient, sent: Packet, coordinator: User
) -> None:
    services.accept_packet(sent, by=coordinator)
    client.as_(coordinator).post(f"{ROOM}{sent.pk}/ponowne-otwarcie/", {"note": "Pomylono rok."})

    sent.refresh_from_db()
    assert sent.state == "returned"
