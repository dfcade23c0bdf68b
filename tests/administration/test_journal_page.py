"""The journal as people read it: sentences, filters, files, links, one line, the receipt, the check."""

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from core.tampering import behind_the_back, change
from django.urls import reverse
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs, journal, verification
from bezpiecznik.core.models import AccessEntry, Job, JournalEntry, JournalHead, Verification
from bezpiecznik.institutions import services
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.queries import fingerprint
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting.events import Event as Reporting
from bezpiecznik.reporting.models import Packet, Period

JOURNAL = "/administracja/dziennik/"


@pytest.fixture
def renamed(police: Institution, coordinator: User) -> Institution:
    """The police, renamed by the coordinator."""
    services.edit_institution(police, seen=fingerprint(police), by=coordinator, name="Komenda Powiatowa Policji")
    return police


def rows(page: Any) -> list[str]:
    return [text_of(row) for row in page.select("tbody tr")]


def test_a_change_is_read_with_before_and_after(
    client: InspectingClient, coordinator: User, renamed: Institution
) -> None:
    [row] = rows(client.as_(coordinator).page(JOURNAL))

    assert "Zmieniono dane podmiotu Komenda Powiatowa Policji" in row
    assert "nazwa: było Komenda Miejska Policji → jest Komenda Powiatowa Policji" in row
    assert "Krystyna Koordynatorska" in row


def test_the_reason_of_a_return_stands_in_the_sentence(
    client: InspectingClient, coordinator: User, programme: Programme, police: Institution
) -> None:
    period = Period.objects.create(
        programme=programme, year=2023, part=2, opens_on=date(2024, 1, 2), due_on=date(2024, 1, 31)
    )
    packet = Packet.objects.create(period=period, institution=police)
    journal.record(Reporting.PACKET_RETURNED, packet, by=coordinator, note="Dodaj liczby.", remarks=0)
    page = client.as_(coordinator).page(JOURNAL)
    link = page.select_one("td.wide a")

    assert link
    assert text_of(link) == "Zwrócono sprawozdanie KMP, II półrocze 2023 do poprawy: „Dodaj liczby.”"
    assert link["href"] == packet.get_absolute_url()


def test_a_detail_that_is_missing_leaves_the_plain_sentence(
    client: InspectingClient, coordinator: User, office: Institution
) -> None:
    journal.record(Reporting.PACKET_RETURNED, office, by=None, pages=3)
    [row] = rows(client.as_(coordinator).page(JOURNAL))

    assert "Zwrócono sprawozdanie do poprawy: Biuro Bezpieczeństwa" in row


def test_an_administrator_is_led_only_to_what_he_may_open(
    client: InspectingClient, administrator: User, programme: Programme, police: Institution
) -> None:
    period = Period.objects.create(
        programme=programme, year=2023, part=0, opens_on=date(2024, 1, 2), due_on=date(2024, 1, 31)
    )
    journal.record(Reporting.PACKET_ACCEPTED, Packet.objects.create(period=period, institution=police), by=None)
    journal.record(Event.CREATED, police, by=None)
    links = [link["href"] for link in client.as_(administrator).page(JOURNAL).select("td.wide a")]

    assert links == [police.get_absolute_url()]


def test_a_line_outlives_its_object(client: InspectingClient, coordinator: User, office: Institution) -> None:
    gone = Institution.objects.create(name="Nieistniejące")
    journal.record(Event.CREATED, gone, by=None)
    gone.delete()
    page = client.as_(coordinator).page(JOURNAL)

    assert "Dodano podmiot: Nieistniejące" in rows(page)[0]
    assert page.select("td.wide a") == []


FILTERS = {
    "q": ({"q": "powiatową"}, 1),
    "words of details": ({"q": "miejska"}, 1),
    "nothing": ({"q": "hydrant"}, 0),
    "room": ({"room": "institutions"}, 2),
    "other room": ({"room": "evaluation"}, 0),
    "since": ({"since": "2026-01-01"}, 1),
    "until": ({"until": "2020-01-02"}, 1),
    "nonsense": ({"since": "wczoraj", "person": "x"}, 2),
    "system": ({"person": "0"}, 1),
}


@pytest.mark.parametrize("kind", FILTERS)
@pytest.mark.usefixtures("renamed")
def test_filters(client: InspectingClient, coordinator: User, office: Institution, kind: str) -> None:
    with clock.pretend(datetime(2020, 1, 2, 23, 30, tzinfo=ZoneInfo("Europe/Warsaw"))):
        journal.record(Event.CREATED, office, by=None)
    query, count = FILTERS[kind]

    assert len(rows(client.as_(coordinator).page(JOURNAL, **query))) == count


def test_lines_of_one_person_and_of_one_object(
    client: InspectingClient, coordinator: User, renamed: Institution, office: Institution
) -> None:
    journal.record(Event.CREATED, office, by=None)
    client.as_(coordinator)

    assert len(rows(client.page(JOURNAL, person=coordinator.pk))) == 1
    assert len(rows(client.page(JOURNAL, object=f"institutions.institution:{office.pk}"))) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_journal_asks_as_often_for_three_lines_as_for_one(
    client: InspectingClient, coordinator: User, office: Institution, count: int, django_assert_num_queries: Any
) -> None:
    for _time in range(count):
        journal.record(Event.CREATED, office, by=coordinator)
    client.as_(coordinator)
    with django_assert_num_queries(9):
        client.page(JOURNAL)


def test_the_page_itself_is_no_reading_but_its_file_is(
    client: InspectingClient, coordinator: User, renamed: Institution
) -> None:
    client.as_(coordinator).page(JOURNAL)
    assert AccessEntry.objects.count() == 0

    for file_format in ("csv", "xlsx", "jsonl"):
        assert client.get(JOURNAL, {"export": file_format}).status_code == 200
    assert [entry.page for entry in AccessEntry.objects.all()] == ["Dziennik jako plik"] * 3


def test_a_csv_tells_the_same_as_the_page(client: InspectingClient, coordinator: User, renamed: Institution) -> None:
    text = client.as_(coordinator).get(JOURNAL, {"export": "csv"}).content.decode("utf-8-sig")
    head, line = text.splitlines()

    assert head == "Nr;Kiedy;Kto;Co się stało;Obiekt;Szczegóły;Skrót wpisu"
    assert "nazwa: Komenda Miejska Policji → Komenda Powiatowa Policji" in line
    assert line.endswith(JournalEntry.objects.get().hash)


def test_json_lines_can_be_checked_without_the_system(
    client: InspectingClient, coordinator: User, renamed: Institution, office: Institution
) -> None:
    journal.record(Event.CREATED, office, by=None)
    answer = client.as_(coordinator).get(JOURNAL, {"export": "jsonl"})
    first, second = (json.loads(line) for line in b"".join(answer.streaming_content).splitlines())
    sealed = [
        "previous_hash", "event", "sentence", "object_type", "object_key", "object_label", "actor_key", "actor_name",
        "at", "data",
    ]  # fmt: skip

    assert journal.seal_of([second[name] for name in sealed]) == second["hash"]
    assert second["previous_hash"] == first["hash"]


def test_one_line_is_shown_with_its_seal_and_neighbours(
    client: InspectingClient, coordinator: User, renamed: Institution, office: Institution
) -> None:
    for _time in range(2):
        journal.record(Event.CREATED, office, by=None)
    page = client.as_(coordinator).page(f"{JOURNAL}2/")

    assert JournalEntry.objects.get(pk=2).hash in text_of(page)
    assert "Treść wpisu zgadza się z jego skrótem." in text_of(page)
    assert [link["href"] for link in page.select("a[rel]")] == [f"{JOURNAL}1/", f"{JOURNAL}3/"]


def test_a_line_that_was_changed_says_so(client: InspectingClient, coordinator: User, office: Institution) -> None:
    for _time in range(2):
        journal.record(Event.CREATED, office, by=None)
    behind_the_back(lambda: change(sentence="Nic"))

    assert "Ten wpis zmieniono po zapisaniu." in text_of(client.as_(coordinator).page(f"{JOURNAL}2/"))


def test_the_receipt_holds_the_end_of_the_journal(
    client: InspectingClient, coordinator: User, renamed: Institution
) -> None:
    page = text_of(client.as_(coordinator).page(f"{JOURNAL}pokwitowanie/"))

    assert f"bezpiecznik verify --expect {JournalHead.objects.get().hash}" in page


def test_checking_runs_in_the_background_and_its_result_is_kept(
    client: InspectingClient, coordinator: User, renamed: Institution
) -> None:
    client.as_(coordinator).post(f"{JOURNAL}sprawdz/")
    job = Job.objects.get()
    jobs.run(str(job.pk))
    page = text_of(client.page(Verification.objects.get().get_absolute_url()))

    assert "Wszystko się zgadza: dziennik," in page
    assert "Wszystko się zgadza. " in text_of(client.page(JOURNAL))


def test_the_result_of_a_check_names_each_fault(
    client: InspectingClient, coordinator: User, office: Institution
) -> None:
    for _time in range(2):
        journal.record(Event.CREATED, office, by=None)
    behind_the_back(lambda: change(sentence="Nic"))
    kept = verification.keep(verification.run(), by=coordinator)
    page = text_of(client.as_(coordinator).page(kept.get_absolute_url()))

    assert "1 niezgodność" in page
    assert "Wpis nr 2 zmieniono po zapisaniu (teraz brzmi: „Nic: Biuro Bezpieczeństwa”)." in page
    assert "1 niezgodność" in text_of(client.page(reverse("administration:verifications")))


def test_an_empty_journal_says_so(client: InspectingClient, coordinator: User) -> None:
    assert "Dziennik jest pusty" in text_of(soup(client.as_(coordinator).get(JOURNAL)))
