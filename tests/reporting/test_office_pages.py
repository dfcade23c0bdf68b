from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from cast import MakeAction
from inspector import InspectingClient, soup, text_of
from reporting_acts import DUE, OPENS, fill, say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Part, Period

ROOM = "/praca/sprawozdania/"


def matrix_rows(page: Any) -> list[list[str]]:
    return [[text_of(cell) for cell in row(["th", "td"])] for row in page.find(class_="matrix").tbody("tr")]


def test_nothing_yet_leads_to_planning(client: InspectingClient, coordinator: User) -> None:
    page = client.as_(coordinator).page(ROOM)

    assert page.find(class_="empty").a["href"] == f"{ROOM}okres/nowy/"


def test_a_period_is_planned_and_opened(
    client: InspectingClient, patrols: Undertaking, programme: Programme, coordinator: User
) -> None:
    data = {"programme": programme.pk, "year": 2022, "part": 1, "opens_on": "2022-07-01", "due_on": "2022-07-20"}
    client.as_(coordinator).post(f"{ROOM}okres/nowy/", data)
    period = Period.objects.get()
    asked = client.page(f"{ROOM}okres/{period.pk}/otwarcie/")
    assert "2 obowiązki (2 podmioty)" in text_of(asked)
    client.post(f"{ROOM}okres/{period.pk}/otwarcie/")

    assert Packet.objects.count() == 2
    assert text_of(client.page(ROOM).tbody.tr) == (
        "I półrocze 2022 X/1/2021 otwarty 20.07.2022 ( termin minął 169 dni temu ) złożone 0 z 2, przyjęte 0 "
        "Zamknij okres I półrocze 2022"
    ).replace("( termin", "(termin").replace("temu )", "temu)")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"year": 2020}, "Program obejmuje lata 2021–2023."),
        ({"due_on": "2022-06-30"}, "Termin składania nie może być wcześniejszy niż otwarcie."),
        ({"due_on": "jutro"}, "Termin składania: Wpisz poprawną datę."),
    ],
)
def test_a_wrong_period_is_explained(
    client: InspectingClient, programme: Programme, coordinator: User, changes: dict[str, Any], sentence: str
) -> None:
    data = {"programme": programme.pk, "year": 2022, "part": 1, "opens_on": "2022-07-01", "due_on": "2022-07-20"}
    response = client.as_(coordinator).post(f"{ROOM}okres/nowy/", {**data, **changes})

    assert sentence in text_of(soup(response).find(class_="errors"))
    assert Period.objects.count() == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_periods_take_a_constant_number_of_queries(
    client: InspectingClient, programme: Programme, coordinator: User, django_assert_num_queries: Any, rows: int
) -> None:
    for year in range(2021, 2021 + rows):
        services.plan_period(programme, year=year, part=Part.YEAR, opens_on=OPENS, due_on=DUE, by=coordinator)
    client.as_(coordinator)

    with django_assert_num_queries(5):
        client.page(ROOM)


def test_the_matrix_counts_by_institution_and_area(
    client: InspectingClient, planned: Period, programme: Programme, make_action: MakeAction, police: Institution,
    guard: Institution, reporter: User, coordinator: User,
) -> None:  # fmt: skip
    for partners in ([guard], [guard], []):
        make_action(lead=police, partners=partners)
    Area.objects.create(programme=programme, no=2, official_name="RUCH DROGOWY")
    services.open_period(planned, by=coordinator)
    send(Packet.objects.get(institution=police), by=reporter)
    page = client.as_(coordinator).page(planned.get_absolute_url())

    assert matrix_rows(page) == [
        ["Komenda Miejska Policji do przyjęcia 05.01.2023 Halina Kierownicza", "3 do przyjęcia", "", "3"],
        ["Straż Miejska oczekiwane", "2 oczekiwane", "", "2"],
    ]
    assert [text_of(cell) for cell in page.tfoot(["th", "td"])] == ["Razem", "5", "0", "5"]
    assert page.find(class_="matrix").tbody.td.a["title"] == "Obszar 1: 3 działania, do przyjęcia; opisano 3"


@pytest.mark.parametrize(
    ("query", "institutions"),
    [
        ({"q": "policja"}, ["Komenda"]),
        ({"role": "partner"}, ["Straż"]),
        ({"state": "submitted"}, ["Komenda"]),
        ({"state": "accepted"}, []),
        ({"area": "999"}, ["Komenda", "Straż"]),
    ],
)
def test_the_matrix_is_narrowed_by_its_address(
    client: InspectingClient, sent: Packet, coordinator: User, query: dict[str, str], institutions: list[str]
) -> None:
    page = client.as_(coordinator).page(sent.period.get_absolute_url(), **query)

    shown = matrix_rows(page) if page.find(class_="matrix") else []
    assert [row[0].split()[0] for row in shown] == institutions


def test_the_matrix_leaves_as_a_file(client: InspectingClient, sent: Packet, coordinator: User) -> None:
    response = client.as_(coordinator).get(sent.period.get_absolute_url(), {"export": "xlsx"})
    rows = list(openpyxl.load_workbook(BytesIO(response.content)).active.values)

    assert rows[0] == ("Skrót", "Podmiot", "Stan", "Złożono", "1. Bezpieczeństwo w miejscach publicznych", "Razem")
    assert [row[1] for row in rows[1:]] == ["Komenda Miejska Policji", "Straż Miejska"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_matrix_takes_a_constant_number_of_queries(
    client: InspectingClient, planned: Period, make_action: MakeAction, coordinator: User,
    django_assert_num_queries: Any, rows: int,
) -> None:  # fmt: skip
    for no in range(rows):
        make_action(lead=Institution.objects.create(name=f"Podmiot {no}"))
    services.open_period(planned, by=coordinator)
    client.as_(coordinator)

    with django_assert_num_queries(8):
        client.page(planned.get_absolute_url())


def test_a_late_packet_is_seen_in_the_matrix(client: InspectingClient, packet: Packet, coordinator: User) -> None:
    with clock.pretend(datetime(2023, 1, 21, 12, tzinfo=UTC)):
        page = client.as_(coordinator).page(packet.period.get_absolute_url(), state="overdue")

    assert [row[1] for row in matrix_rows(page)] == ["1 po terminie", "1 po terminie"]


def test_closing_lists_in_words_what_would_be_missing(
    client: InspectingClient, sent: Packet, coordinator: User
) -> None:
    page = client.as_(coordinator).page(f"{ROOM}okres/{sent.period_id}/zamkniecie/")

    assert [text_of(section.ul) for section in page("section")] == ["Straż Miejska", "Komenda Miejska Policji"]


def test_a_closed_period_offers_its_frozen_content(client: InspectingClient, sent: Packet, coordinator: User) -> None:
    client.as_(coordinator).post(f"{ROOM}okres/{sent.period_id}/zamkniecie/")
    page = client.page(sent.period.get_absolute_url())
    assert "Zamrożono 05.01.2023, 10:30, Krystyna Koordynatorska." in text_of(page)
    response = client.get(f"{ROOM}okres/{sent.period_id}/migawka.json")

    assert response.content.decode() == Period.objects.get().snapshot.content
    assert response["Content-Disposition"].startswith('attachment; filename="okres-2022-')


def test_obligations_follow_the_programme_by_a_button(
    client: InspectingClient, period: Period, patrols: Undertaking, office: Institution, coordinator: User
) -> None:
    patrols.responsibilities.create(institution=office, role="partner")
    response = client.as_(coordinator).post(f"{ROOM}okres/{period.pk}/uzupelnienie/", follow=True)

    assert text_of(soup(response).find(class_="messages")) == "Dodano: 1 obowiązek. Wycofano: 0 obowiązków."


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

    with django_assert_num_queries(5):
        client.page(f"{ROOM}do-przyjecia/")


def test_the_review_shows_three_columns(
    client: InspectingClient, sent: Packet, guard: Institution, neighbour: User, coordinator: User
) -> None:
    other = Packet.objects.get(institution=guard)
    fill(other, by=neighbour)
    say(Entry.objects.get(obligation__packet=other), by=neighbour, text="Wspólnie 40 patroli.")
    send_what_is_said(other, neighbour)
    page = client.as_(coordinator).page(f"{ROOM}{sent.pk}/przeglad/")

    assert [text_of(column) for column in page.find(class_="review-columns")("section")] == [
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

    with django_assert_num_queries(12):
        client.page(f"{ROOM}{packet.pk}/przeglad/")


def test_the_chosen_are_named_and_then_accepted(client: InspectingClient, sent: Packet, coordinator: User) -> None:
    page = client.as_(coordinator).page(f"{ROOM}do-przyjecia/zaznaczone/", packet=sent.pk)
    assert [text_of(item) for item in page.find("main").form("li")] == ["Komenda Miejska Policji, 2022"]
    client.post(f"{ROOM}do-przyjecia/zaznaczone/", {"packet": sent.pk})

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


def test_a_member_is_offered_only_what_was_sent(client: InspectingClient, sent: Packet, member: User) -> None:
    page = client.as_(member).page(sent.period.get_absolute_url())

    assert {link["href"] for link in page.find(class_="matrix").tbody("a")} == {sent.get_absolute_url()}
