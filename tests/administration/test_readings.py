"""Who read what: marked pages leave a trace, ordinary ones write nothing."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import AccessEntry, JournalEntry
from bezpiecznik.core.reading import logged_reading
from bezpiecznik.core.readonly import WRITING, ReadOnlyGet, WriteInGet
from bezpiecznik.core.retention import trim_accesses
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.models import Message

READINGS = "/administracja/odczyty/"


@logged_reading("Strona podmiotu", of="institutions.Institution")
def sensitive(_request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse(status=200 if pk else 404)


def ask(user: Any, pk: int, method: str = "get") -> None:
    request = getattr(RequestFactory(), method)(f"/strona/{pk}/?q=a", REMOTE_ADDR="10.0.0.7")
    request.user = user
    ReadOnlyGet(lambda asked: sensitive(asked, pk=pk))(request)


def test_a_marked_page_leaves_a_trace(office: Institution, coordinator: User) -> None:
    ask(coordinator, office.pk)
    entry = AccessEntry.objects.get()

    assert (entry.actor_name, entry.page, entry.object_label) == (
        "Krystyna Koordynatorska", "Strona podmiotu", "Biuro Bezpieczeństwa",
    )  # fmt: skip
    assert (entry.path, entry.address) == (f"/strona/{office.pk}/?q=a", "10.0.0.7")


def test_what_was_not_shown_was_not_read(office: Institution, coordinator: User) -> None:
    ask(coordinator, 0)

    assert AccessEntry.objects.count() == 0


def test_an_act_is_told_by_the_journal_not_here(office: Institution, coordinator: User) -> None:
    ask(coordinator, office.pk, "post")

    assert AccessEntry.objects.count() == 0


def test_the_trace_opens_no_way_to_write_in_a_view(office: Institution, coordinator: User) -> None:
    def view(_request: HttpRequest) -> HttpResponse:
        AccessEntry.objects.create(actor_key="1", actor_name="x", page="x", path="/")
        return HttpResponse()

    with pytest.raises(WriteInGet):
        ReadOnlyGet(view)(RequestFactory().get("/"))


ORDINARY = ["/praca/", "/praca/podmioty/", "/administracja/dziennik/", READINGS, "/administracja/uprawnienia/", "/"]


@pytest.mark.parametrize("url", ORDINARY)
def test_ordinary_pages_write_nothing(client: InspectingClient, coordinator: User, url: str) -> None:
    client.as_(coordinator)
    with CaptureQueriesContext(connection) as queries:
        client.page(url)

    writes = [query["sql"] for query in queries if query["sql"].upper().startswith(WRITING)]
    assert writes == []


@pytest.fixture
def message(reporter: User) -> Message:
    return Message.objects.create(kind="x", user=reporter, address=reporter.email, subject="Termin", body="Panie…")


def test_pages_of_one_person_say_who_opened_them(client: InspectingClient, administrator: User, reporter: User) -> None:
    client.as_(administrator)
    client.page(f"/administracja/osoby/{reporter.pk}/")
    client.page(f"/administracja/dane-osob/{reporter.pk}/")

    assert [
        (entry.page, entry.object_label, entry.actor_name) for entry in AccessEntry.objects.order_by("pk")
    ] == [
        ("Karta osoby", "Robert Raportowski", "Adam Administratorski"),
        ("Dane osoby", "Robert Raportowski", "Adam Administratorski"),
    ]  # fmt: skip


def test_words_of_a_message_say_who_opened_them(client: InspectingClient, coordinator: User, message: Message) -> None:
    client.as_(coordinator).page("/administracja/poczta/")
    assert AccessEntry.objects.count() == 0
    client.page(f"/administracja/poczta/{message.pk}/")

    assert AccessEntry.objects.get().page == "Treść wiadomości"


def test_a_stranger_read_nothing(client: InspectingClient, guest: User, message: Message) -> None:
    assert client.as_(guest).get(f"/administracja/poczta/{message.pk}/").status_code == 404
    assert AccessEntry.objects.count() == 0


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("/administracja/osoby/?export=csv", "Osoby jako plik"),
        ("/administracja/dane-osob/?export=csv", "Dane osób jako plik"),
        ("/administracja/poczta/?export=csv", "Poczta wychodząca jako plik"),
    ],
)
def test_a_list_taken_as_a_file_is_noted_the_page_is_not(
    client: InspectingClient, administrator: User, url: str, page: str
) -> None:
    client.as_(administrator).page(url.partition("?")[0])
    assert AccessEntry.objects.count() == 0
    client.get(url)

    assert AccessEntry.objects.get().page == page


def test_the_list_of_one_time_links_is_noted(client: InspectingClient, coordinator: User) -> None:
    client.as_(coordinator).page("/praca/sprawozdania/lacza/")

    assert AccessEntry.objects.get().page == "Lista łączy jednorazowych"


@pytest.fixture
def some_readings(coordinator: User, administrator: User, office: Institution, police: Institution) -> None:
    ask(coordinator, office.pk)
    ask(administrator, police.pk)


@pytest.mark.usefixtures("some_readings")
def test_the_log_is_shown_filtered_and_exported(client: InspectingClient, coordinator: User) -> None:
    client.as_(coordinator)
    shown = text_of(client.page(READINGS))
    found = text_of(client.page(READINGS, q="policja"))
    exported = client.get(READINGS, {"export": "csv", "person": coordinator.pk}).content.decode("utf-8-sig")

    assert "2 odczyty" in shown
    assert "1 odczyt" in found
    assert "Komenda Miejska Policji" in found
    assert len(exported.splitlines()) == 2
    assert AccessEntry.objects.latest("pk").page == "Odczyty jako plik"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_log_asks_as_often_for_three_rows_as_for_one(
    client: InspectingClient, coordinator: User, office: Institution, rows: int, django_assert_num_queries: Any
) -> None:
    for _time in range(rows):
        ask(coordinator, office.pk)
    client.as_(coordinator)
    with django_assert_num_queries(7):
        client.page(READINGS)


@pytest.mark.usefixtures("some_readings")
def test_old_readings_go_and_the_journal_tells(coordinator: User) -> None:
    old = AccessEntry.objects.earliest("pk")
    AccessEntry.objects.filter(pk=old.pk).update(at=clock.now().replace(year=2020))

    assert trim_accesses(by=None) == 1
    assert AccessEntry.objects.count() == 1
    assert JournalEntry.objects.latest("pk").data == {"removed": 1}
    assert trim_accesses(by=None) == 0
