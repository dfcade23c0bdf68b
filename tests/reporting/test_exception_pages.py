from datetime import date
from typing import Any

import pytest
from cast import MakeAction
from inspector import InspectingClient, soup, text_of
from reporting_acts import send

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import LockException, Packet, Period

ROOM = "/praca/sprawozdania/"
UNTIL = {"until": "2023-02-10", "moves_deadline": "on", "reason": "Choroba."}


def test_packets_ticked_in_the_matrix_get_more_time(
    client: InspectingClient, period: Period, packet: Packet, guard: Institution, coordinator: User
) -> None:
    page = client.as_(coordinator).page(period.get_absolute_url())
    boxes = page.find(class_="matrix").find_all("input", attrs={"name": "packet"})
    assert len(boxes) == 2
    chosen = [box["value"] for box in boxes]
    granting = client.page(f"{ROOM}wyjatki/nowy/", packet=chosen)
    assert [text_of(item.strong) for item in granting.select("main ul.names li")] == [
        "Komenda Miejska Policji", "Straż Miejska",
    ]  # fmt: skip
    client.post(f"{ROOM}wyjatki/nowy/", {**UNTIL, "packet": chosen})

    assert [(one.until, one.moves_deadline) for one in LockException.objects.all()] == [(date(2023, 2, 10), True)] * 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"until": "2023-02-30"}, "Wpisz poprawną datę."),
        ({"until": "2023-01-04"}, "nie może kończyć się w przeszłości"),
        ({"reason": ""}, "To pole jest wymagane."),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    client: InspectingClient, packet: Packet, coordinator: User, changes: dict[str, str], sentence: str
) -> None:
    response = client.as_(coordinator).post(f"{ROOM}wyjatki/nowy/", {**UNTIL, "packet": packet.pk, **changes})

    assert sentence in text_of(soup(response).find(class_="errors"))
    assert LockException.objects.count() == 0


def test_nothing_to_wait_for_is_told(client: InspectingClient, sent: Packet, coordinator: User) -> None:
    response = client.as_(coordinator).get(f"{ROOM}wyjatki/nowy/", {"packet": sent.pk}, follow=True)

    assert "na które czekamy" in text_of(soup(response).find(class_="messages"))


def test_an_exception_is_withdrawn_with_a_reason(client: InspectingClient, packet: Packet, coordinator: User) -> None:
    granted = services.grant_exception(
        packet, until=date(2023, 2, 10), moves_deadline=True, reason="Choroba.", by=coordinator
    )
    link = client.as_(coordinator).page(f"{ROOM}wyjatki/").tbody.find("a", class_="button")
    client.page(link["href"])
    client.post(link["href"], {"reason": "Pomyłka."})

    granted.refresh_from_db()
    assert granted.withdrawn_by == coordinator
    assert text_of(client.page(f"{ROOM}wyjatki/").tbody("td")[2]) == "cofnięto"


@pytest.mark.parametrize(
    ("query", "n"), [({"state": "running"}, 1), ({"state": "over"}, 0), ({"q": "straży"}, 0), ({"q": "policji"}, 1)]
)
def test_the_list_of_exceptions_is_filtered_by_its_address(
    client: InspectingClient, packet: Packet, coordinator: User, query: dict[str, str], n: int
) -> None:
    services.grant_exception(packet, until=date(2023, 2, 10), moves_deadline=True, reason="Choroba.", by=coordinator)

    assert len(client.as_(coordinator).page(f"{ROOM}wyjatki/", **query).select("tbody tr")) == n


@pytest.mark.parametrize("rows", [1, 3])
def test_exceptions_take_a_constant_number_of_queries(
    client: InspectingClient, planned: Period, make_action: MakeAction, coordinator: User,
    django_assert_num_queries: Any, rows: int,
) -> None:  # fmt: skip
    for no in range(rows):
        make_action(lead=Institution.objects.create(name=f"Podmiot {no}"))
    services.open_period(planned, by=coordinator)
    for packet in Packet.objects.all():
        services.grant_exception(packet, until=date(2023, 2, 1), moves_deadline=True, reason="Ferie.", by=coordinator)
    client.as_(coordinator)

    with django_assert_num_queries(6):
        client.page(f"{ROOM}wyjatki/")


def test_the_days_of_an_open_period_are_moved_on_a_page(
    client: InspectingClient, period: Period, coordinator: User
) -> None:
    address = f"{ROOM}okres/{period.pk}/terminy/"
    assert "dostanie 2 podmioty" in text_of(client.as_(coordinator).page(address))
    wrong = client.post(address, {"due_on": "2023-01-31", "locks_on": "2023-01-31", "reason": "Ferie."})
    assert "Blokada zaczyna się po terminie składania." in text_of(soup(wrong).find(class_="errors"))
    client.post(address, {"due_on": "2023-01-31", "locks_on": "2023-02-15", "reason": "Ferie."})

    period.refresh_from_db()
    assert (period.due_on, period.grace_until, period.locks_on) == (date(2023, 1, 31), None, date(2023, 2, 15))


def test_the_form_of_a_period_proposes_days_and_may_be_told_for_which(
    client: InspectingClient, patrols: Undertaking, programme: Programme, coordinator: User
) -> None:
    """14 working days after 30 June 2021 is 20 July; 3 of grace; the lock 15 after the deadline."""
    page = client.as_(coordinator).page(f"{ROOM}okres/nowy/")
    names = ("year", "due_on", "grace_until", "locks_on")
    assert [page.find("input", attrs={"name": name})["value"] for name in names] == [
        "2021", "2021-07-20", "2021-07-23", "2021-08-10",
    ]  # fmt: skip
    asked = {"programme": programme.pk, "year": 2022, "part": 0, "propose": "1"}
    again = soup(client.post(f"{ROOM}okres/nowy/", asked))
    assert [again.find("input", attrs={"name": name})["value"] for name in names[:2]] == ["2022", "2023-01-20"]
    assert Period.objects.count() == 0


def test_who_is_locked_out_reads_why_and_whom_to_ask(
    client: InspectingClient, packet: Packet, reporter: User, coordinator: User
) -> None:
    Period.objects.update(due_on=date(2023, 1, 2), opens_on=date(2022, 12, 1), locks_on=date(2023, 1, 4))
    page = client.as_(reporter).page(packet.get_absolute_url())

    assert "poprosić: Krystyna Koordynatorska" in text_of(page.find(class_="callout"))
    assert page.find("textarea", attrs={"name": "text"}) is None


def test_the_packet_of_the_office_offers_more_time_and_tells_of_it(
    client: InspectingClient, packet: Packet, coordinator: User
) -> None:
    address = f"{ROOM}wyjatki/nowy/?packet={packet.pk}"
    assert client.as_(coordinator).page(packet.get_absolute_url()).find("a", href=address)
    services.grant_exception(packet, until=date(2023, 2, 10), moves_deadline=True, reason="Choroba.", by=coordinator)

    assert "Wyjątek do 10 lutego 2023 r.: Choroba." in text_of(client.page(packet.get_absolute_url()))


def test_the_desk_tells_of_exceptions_that_end_and_of_the_lock_that_comes(
    client: InspectingClient, packet: Packet, coordinator: User
) -> None:
    services.grant_exception(packet, until=date(2023, 1, 9), moves_deadline=True, reason="Choroba.", by=coordinator)
    Period.objects.update(due_on=date(2023, 1, 5), locks_on=date(2023, 1, 10))
    page = text_of(client.as_(coordinator).page("/praca/"))

    assert "Kończący się wyjątek: 1, najbliższy 9 stycznia 2023 (KMP)." in page
    assert "Blokada okresu 2022 od 10 stycznia 2023: czekamy jeszcze na 2 sprawozdania." in page


def test_the_reporters_desk_counts_to_their_own_deadline(
    client: InspectingClient, packet: Packet, reporter: User, coordinator: User
) -> None:
    services.grant_exception(packet, until=date(2023, 2, 10), moves_deadline=True, reason="Choroba.", by=coordinator)

    assert "zostało 36 dni" in text_of(client.as_(reporter).page("/praca/"))


def test_a_report_already_sent_is_left_alone(
    client: InspectingClient, sent: Packet, guard: Institution, neighbour: User, coordinator: User
) -> None:
    """Of two ticked packets one came meanwhile: the page names only the one that is awaited."""
    other = Packet.objects.get(institution=guard)
    page = client.as_(coordinator).page(f"{ROOM}wyjatki/nowy/", packet=[sent.pk, other.pk])
    assert [text_of(item.strong) for item in page.select("main ul.names li")] == ["Straż Miejska"]
    send(other, by=neighbour)
    client.post(f"{ROOM}wyjatki/nowy/", {**UNTIL, "packet": [other.pk]})

    assert LockException.objects.count() == 0
