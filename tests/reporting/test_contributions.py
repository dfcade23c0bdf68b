"""Schools add to the report that the office sends for all of them."""

from datetime import date
from typing import Any

import pytest
from cast import MakeAction, make_person
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import CollectiveMember, Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Contribution, Entry, Packet, Period

HTMX = {"HX-Request": "true"}
KEY = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def first_school(schools: Institution) -> Institution:
    return member(schools, "SP 1", "Szkoła Podstawowa nr 1")


@pytest.fixture
def second_school(schools: Institution) -> Institution:
    return member(schools, "SP 2", "Szkoła Podstawowa nr 2")


def member(schools: Institution, abbr: str, name: str) -> Institution:
    school = Institution.objects.create(abbr=abbr, name=name)
    CollectiveMember.objects.create(collective=schools, institution=school)
    return school


@pytest.fixture
def teacher(first_school: Institution) -> User:
    return make_person("Teresa", "Nauczycielska", Role.REPORTER, first_school)


@pytest.fixture
def clerk(office: Institution) -> User:
    """Writes the office's report, which speaks for the schools too."""
    return make_person("Karol", "Biurowy", Role.REPORTER, office)


@pytest.fixture
def entry(
    planned: Period, make_action: MakeAction, schools: Institution, office: Institution, first_school: Institution,
    second_school: Institution, coordinator: User,
) -> Entry:  # fmt: skip
    """Of the schools, in the office's packet."""
    make_action("Pogadanki w szkołach.", lead=schools)
    services.open_period(planned, by=coordinator)
    return Entry.objects.get(obligation__packet__institution=office)


@pytest.fixture
def packet(entry: Entry) -> Packet:
    return Packet.objects.get(obligations__entry=entry)


def page_of(packet: Packet, school: Institution) -> str:
    return f"/praca/sprawozdania/wklad/{packet.pk}/{school.pk}/"


def add(client: InspectingClient, entry: Entry, school: Institution, *, htmx: bool = False, **said: Any) -> Any:
    rows = {"measure-0": "pogadanki", "value-0": "4", "share-0": "own", "coverage-0": "unit"}
    data = {"version": 0, "text": "Cztery pogadanki w klasach 4.", **rows, **said}
    address = f"/praca/sprawozdania/wklad/wpis/{entry.pk}/{school.pk}/"
    return client.post(address, data, headers=HTMX if htmx else {})


def test_a_member_is_asked_at_the_desk_and_among_its_reports(
    client: InspectingClient, packet: Packet, first_school: Institution, teacher: User
) -> None:
    desk = client.as_(teacher).page("/praca/")
    reports = client.page("/praca/sprawozdania/moje/")

    assert "Dopisz, co zrobił podmiot SP 1: sprawozdanie za 2022 składa BB." in text_of(desk)
    assert [door["href"] for door in reports(class_="door")] == [page_of(packet, first_school)]


def test_a_member_adds_words_and_numbers_and_is_no_longer_asked(
    client: InspectingClient, packet: Packet, entry: Entry, first_school: Institution, teacher: User
) -> None:
    answer = add(client.as_(teacher), entry, first_school)
    page = client.page(page_of(packet, first_school))

    assert answer["Location"] == f"{page_of(packet, first_school)}#wklad-{entry.pk}-{first_school.pk}"
    assert text_of(page.h1) == "Wkład do sprawozdania: szkoły"
    assert page.textarea.text.strip() == "Cztery pogadanki w klasach 4."
    assert "1 z 1 z odpowiedzią" in text_of(page.find(id="postep"))
    kept = Contribution.objects.get()
    assert (kept.given, kept.updated_by) == (
        [{"measure": "pogadanki", "value": "4", "share": "own", "coverage": "unit"}], teacher,
    )  # fmt: skip
    assert "Dopisz" not in text_of(client.page("/praca/"))


def test_an_htmx_answer_equals_a_reload(
    client: InspectingClient, packet: Packet, entry: Entry, first_school: Institution, teacher: User
) -> None:
    answer = soup(add(client.as_(teacher), entry, first_school, htmx=True))
    page = client.page(page_of(packet, first_school))

    for anchor in (f"stan-{entry.pk}-{first_school.pk}", "postep"):
        swapped, loaded = answer.find(id=anchor), page.find(id=anchor)
        swapped.attrs.pop("hx-swap-oob", None)
        assert str(swapped) == str(loaded)


def test_the_same_sending_twice_is_one_version_and_one_line(
    client: InspectingClient, entry: Entry, first_school: Institution, teacher: User
) -> None:
    for _again in range(2):
        assert add(client.as_(teacher), entry, first_school, key=KEY).status_code == 302

    assert Contribution.objects.get().version == 1
    assert JournalEntry.objects.filter(event="reporting.contribution_saved").count() == 1


def test_two_people_of_one_school_do_not_write_over_each_other(
    client: InspectingClient, entry: Entry, first_school: Institution, teacher: User
) -> None:
    add(client.as_(teacher), entry, first_school)
    colleague = make_person("Celina", "Koleżanecka", Role.REPORTER, first_school)
    page = soup(add(client.as_(colleague), entry, first_school, text="Słowa Celiny."))

    assert "zapisał(a) Teresa Nauczycielska" in text_of(page.find(class_="callout-bad"))
    assert page.textarea.text.strip() == "Słowa Celiny."
    assert Contribution.objects.get().text == "Cztery pogadanki w klasach 4."


def test_a_wrong_number_is_told_and_what_was_typed_stays(
    client: InspectingClient, entry: Entry, first_school: Institution, teacher: User
) -> None:
    page = soup(add(client.as_(teacher), entry, first_school, **{"value-0": "dużo"}))

    assert "„dużo” to nie jest liczba" in text_of(page)
    assert page.textarea.text.strip() == "Cztery pogadanki w klasach 4."
    assert not Contribution.objects.exists()


def test_the_reporter_sees_who_answered_and_who_has_not(
    client: InspectingClient, packet: Packet, entry: Entry, first_school: Institution, teacher: User, clerk: User
) -> None:
    add(client.as_(teacher), entry, first_school)
    card = client.as_(clerk).page(packet.get_absolute_url()).find(id=f"wpis-{entry.pk}")
    told = text_of(card.find(class_="card-part"))

    assert "Odpowiedziało 1 z 2." in told
    assert "Cztery pogadanki w klasach 4." in told
    assert "Jeszcze nie odpowiedzieli (1) Szkoła Podstawowa nr 2" in told


def test_words_are_taken_over_in_quotation_marks_with_the_name_and_once(
    client: InspectingClient, packet: Packet, entry: Entry, first_school: Institution, teacher: User, clerk: User
) -> None:
    add(client.as_(teacher), entry, first_school)
    address = f"/praca/sprawozdania/wpis/{entry.pk}/wklad/{Contribution.objects.get().pk}/"
    client.as_(clerk).post(address, {"version": 0, "outcome": "done", "text": "W szkołach:", "reason": ""})
    entry.refresh_from_db()
    client.post(address, {"version": 1, "outcome": "done", "text": entry.text, "reason": ""})

    entry.refresh_from_db()
    assert entry.text == "W szkołach:\nSzkoła Podstawowa nr 1: „Cztery pogadanki w klasach 4.”"
    assert (entry.outcome, entry.version) == ("done", 1)


def test_numbers_of_one_measure_are_put_together_and_offered(
    client: InspectingClient, packet: Packet, entry: Entry, first_school: Institution, second_school: Institution,
    teacher: User, clerk: User,
) -> None:  # fmt: skip
    add(client.as_(teacher), entry, first_school)
    other = make_person("Olga", "Szkolna", Role.REPORTER, second_school)
    add(client.as_(other), entry, second_school, **{"measure-0": "Pogadanki", "value-0": "2,5"})
    page = client.as_(clerk).page(packet.get_absolute_url())
    assert "pogadanki: 6,5 (suma z 2 podmiotów)" in text_of(page.find(class_="card-part"))
    typed = {"version": 0, "outcome": "done", "text": "W szkołach.", "reason": "", "measure-0": "", "value-0": ""}
    client.post(f"/praca/sprawozdania/wpis/{entry.pk}/suma/", {**typed, "sum": "pogadanki"})

    assert [(n.measure, str(n.value)) for n in entry.numbers.all()] == [("pogadanki", "6.50")]


def test_that_there_is_nothing_to_add_is_an_answer(
    client: InspectingClient, entry: Entry, first_school: Institution, teacher: User
) -> None:
    add(client.as_(teacher), entry, first_school, text="", nothing="1", **{"measure-0": "", "value-0": ""})

    assert Contribution.objects.get().answers


def test_neighbours_strangers_and_the_other_school_get_404(
    client: InspectingClient, packet: Packet, entry: Entry, first_school: Institution, second_school: Institution,
    teacher: User, neighbour: User, member: User, coordinator: User, clerk: User,
) -> None:  # fmt: skip
    for person in (neighbour, member, coordinator, clerk):
        assert client.as_(person).get(page_of(packet, first_school)).status_code == 404
        assert add(client, entry, first_school).status_code == 404
    assert client.as_(teacher).get(page_of(packet, second_school)).status_code == 404
    assert add(client, entry, second_school).status_code == 404
    assert client.get(packet.get_absolute_url()).status_code == 404
    assert not Contribution.objects.exists()


def test_a_school_that_left_before_the_period_is_not_asked(
    client: InspectingClient, packet: Packet, first_school: Institution, teacher: User
) -> None:
    CollectiveMember.objects.filter(institution=first_school).update(until=date(2021, 12, 31))

    assert client.as_(teacher).get(page_of(packet, first_school)).status_code == 404
    assert queries.asked_to_contribute([first_school.pk]) == []


def test_once_the_report_went_on_nothing_can_be_changed(
    client: InspectingClient, packet: Packet, entry: Entry, first_school: Institution, teacher: User, clerk: User
) -> None:
    services.save_entry(
        entry,
        by=clerk,
        version=0,
        outcome="done",
        text="Odbyto pogadanki we wszystkich szkołach.",
        reason="",
        numbers=(),
    )
    services.hand_over_for_signature(packet, by=clerk)
    page = client.as_(teacher).page(page_of(packet, first_school))

    assert "Sprawozdanie przekazano już dalej." in text_of(page)
    assert "Wkładu nie można już zmieniać" in text_of(soup(add(client, entry, first_school, htmx=True)))
    assert not Contribution.objects.exists()


def test_a_body_that_reports_through_another_adds_its_own(
    client: InspectingClient, planned: Period, make_action: MakeAction, office: Institution, coordinator: User
) -> None:
    branch = Institution.objects.create(abbr="F", name="Filia", reporting="through", reports_through=office)
    make_action("Dyżury.", lead=branch)
    services.open_period(planned, by=coordinator)
    entry = Entry.objects.get(obligation__packet__institution=office)
    person = make_person("Filip", "Filialny", Role.REPORTER, branch)

    assert add(client.as_(person), entry, branch).status_code == 302
    assert Contribution.objects.get().institution == branch


def test_a_one_time_link_leads_a_member_to_its_page(
    client: InspectingClient, packet: Packet, first_school: Institution, coordinator: User
) -> None:
    link = services.send_link(
        first_school, email="dyrekcja@sp1.example", first_name="Danuta", last_name="Dyrektorska", by=coordinator
    )
    answer = client.post(link.tokens.get().message.url)

    assert answer["Location"] == page_of(packet, first_school)
    assert text_of(client.page(answer["Location"]).h1) == "Wkład do sprawozdania: szkoły"


@pytest.mark.parametrize("rows", [1, 3])
def test_contributions_take_a_constant_number_of_queries(
    client: InspectingClient, planned: Period, make_action: MakeAction, schools: Institution, office: Institution,
    first_school: Institution, second_school: Institution, teacher: User, clerk: User, coordinator: User,
    django_assert_num_queries: Any, rows: int,
) -> None:  # fmt: skip
    for _row in range(rows):
        make_action(lead=schools)
    services.open_period(planned, by=coordinator)
    entries = list(Entry.objects.filter(obligation__packet__institution=office))
    for one in entries:
        add(client.as_(teacher), one, first_school)
    packet = Packet.objects.get(institution=office)

    with django_assert_num_queries(15):
        client.page(page_of(packet, first_school))
    client.as_(clerk)
    with django_assert_num_queries(21):
        client.page(packet.get_absolute_url())
