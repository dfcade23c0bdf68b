from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from cast import MakeAction
from inspector import InspectingClient, soup, text_of
from reporting_acts import DUE, OPENS, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs
from bezpiecznik.core.models import Job, JobState
from bezpiecznik.institutions.models import Institution, Reporting
from bezpiecznik.plans.models import Area, Programme, Schedule, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Packet, Part, Period

ROOM = "/praca/sprawozdania/"


def matrix_rows(page: Any) -> list[list[str]]:
    return [[text_of(cell) for cell in row(["th", "td"])] for row in page.find(class_="matrix").tbody("tr")]


def test_nothing_yet_leads_to_planning(client: InspectingClient, coordinator: User, programme: Programme) -> None:
    page = client.as_(coordinator).page(ROOM)

    assert page.find(class_="empty").a["href"] == f"{ROOM}okres/nowy/"


def test_without_a_programme_the_way_leads_to_the_resolution(client: InspectingClient, coordinator: User) -> None:
    page = client.as_(coordinator).page(ROOM)

    assert page.find(class_="empty").a["href"] == "/praca/wczytanie/"


def test_a_period_is_planned_and_opened(
    client: InspectingClient, patrols: Undertaking, programme: Programme, coordinator: User
) -> None:
    data = {"programme": programme.pk, "year": 2022, "part": 1, "opens_on": "2022-07-01", "due_on": "2022-07-20"}
    client.as_(coordinator).post(f"{ROOM}okres/nowy/", data)
    period = Period.objects.get()
    asked = client.page(f"{ROOM}okres/{period.pk}/otwarcie/")
    assert "2 obowiązki (2 podmioty)" in text_of(asked)
    client.post(f"{ROOM}okres/{period.pk}/otwarcie/")
    jobs.run(str(Job.objects.get(kind="reporting.open_period").pk))

    assert Packet.objects.count() == 2
    assert text_of(client.page(ROOM).tbody.tr) == (
        "I półrocze 2022 X/1/2021 otwarty 20.07.2022 ( termin minął 169 dni temu ) złożono 0 z 2, przyjęto 0 "
        "0 z 2 0 z 2 wpisów: 0 z 2 Zamknij okres I półrocze 2022"
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
        [
            "Komenda Miejska Policji do przyjęcia 05.01.2023, Halina Kierownicza",
            "3 do przyjęcia",
            "",
            "3",
            "3 z 3",
            "3 z 3",
        ],
        ["Straż Miejska oczekiwane", "2 oczekiwane", "", "2", "0 z 2", "0 z 2"],
    ]
    assert [[text_of(cell) for cell in row(["th", "td"])] for row in page.tfoot("tr")] == [
        ["Razem", "5", "0", "5", "3 z 5", "3 z 5"], ["W terminie", "3 z 5", "–", ""], ["Kompletne", "3 z 5", "–", ""],
    ]  # fmt: skip
    assert page.find(class_="matrix").tbody.td.a["title"] == "Obszar 1: 3 działania, do przyjęcia; opisano 3"


def test_who_begins_to_report_through_another_has_a_row_for_each_packet(
    client: InspectingClient, period: Period, police: Institution, guard: Institution, make_action: MakeAction,
    coordinator: User,
) -> None:  # fmt: skip
    guard.reporting, guard.reports_through = Reporting.THROUGH, police
    guard.save()
    make_action("Nowe działanie w tym samym obszarze.", lead=guard)
    services.renew_obligations(period, by=coordinator)

    page = client.as_(coordinator).page(period.get_absolute_url())

    assert matrix_rows(page)[1:] == [
        ["Straż Miejska oczekiwane", "1 oczekiwane", "1", "0 z 1", "0 z 1"],
        ["Straż Miejska oczekiwane", "1 oczekiwane", "1", "0 z 1", "0 z 1"],
    ]


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

    assert rows[0] == (
        "Skrót", "Podmiot", "Stan", "Złożono", "1. Bezpieczeństwo w miejscach publicznych", "Razem",
        "W terminie: ile", "W terminie: z ilu", "Kompletne: ile", "Kompletne: z ilu",
    )  # fmt: skip
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

    with django_assert_num_queries(11):
        client.page(planned.get_absolute_url())


def test_a_late_packet_is_seen_in_the_matrix(client: InspectingClient, packet: Packet, coordinator: User) -> None:
    with clock.pretend(datetime(2023, 1, 21, 12, tzinfo=UTC)):
        page = client.as_(coordinator).page(packet.period.get_absolute_url(), state="overdue")

    assert [row[1] for row in matrix_rows(page)] == ["1 po terminie", "1 po terminie"]


def test_closing_lists_in_words_what_would_be_missing(
    client: InspectingClient, sent: Packet, coordinator: User
) -> None:
    page = client.as_(coordinator).page(f"{ROOM}okres/{sent.period_id}/zamkniecie/")

    early, *others = page("section")
    assert "Termin jeszcze nie minął" in text_of(early)
    assert [text_of(section.ul) for section in others] == ["Straż Miejska", "Komenda Miejska Policji"]


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


def test_a_member_is_offered_only_what_was_sent(client: InspectingClient, sent: Packet, member: User) -> None:
    page = client.as_(member).page(sent.period.get_absolute_url())

    assert {link["href"] for link in page.find(class_="matrix").tbody("a")} == {sent.get_absolute_url()}


def test_opening_is_a_job_that_leads_to_the_matrix_and_does_it_once(
    client: InspectingClient, planned: Period, patrols: Undertaking, coordinator: User
) -> None:
    address = f"{ROOM}okres/{planned.pk}/otwarcie/"
    first = client.as_(coordinator).post(address)
    assert client.post(address).url == first.url  # type: ignore[attr-defined]
    job = Job.objects.get(kind="reporting.open_period")
    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.result_url) == (JobState.DONE, planned.get_absolute_url())
    assert planned.obligations.count() == 2
    assert client.post(address).url == planned.get_absolute_url()  # type: ignore[attr-defined]


def test_the_page_of_opening_says_who_is_left_out_and_why(
    client: InspectingClient, planned: Period, make_action: MakeAction, police: Institution, guard: Institution,
    office: Institution, coordinator: User,
) -> None:  # fmt: skip
    later, mute = make_action("Monitoring.", lead=police), Institution.objects.create(name="NGO", reporting="none")
    make_action("Patrole.", lead=mute)
    make_action("Kontrole.", lead=guard)
    Schedule.objects.create(undertaking=later, reported="after_completion")
    Institution.objects.filter(pk=guard.pk).update(dissolved_on=date(2022, 1, 1))

    page = client.as_(coordinator).page(f"{ROOM}okres/{planned.pk}/otwarcie/")
    told = text_of(page)
    assert "1 obowiązek (1 podmiot)" in told
    assert "Nie w tym okresie według terminarza albo terminu programu: 1" in told
    assert "Podmioty, których już nie ma: 1" in told
    assert "Podmioty, za które nikt nie składa sprawozdania: 1" in told
