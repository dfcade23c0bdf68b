"""The page of an institution: duties for everyone who reads the plan, people only for those who look after them."""

import pytest
from cast import MakeAction
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Alias, Institution
from bezpiecznik.plans.models import Programme, Responsibility, Undertaking


def sections(client: InspectingClient, institution: Institution) -> list[str]:
    return [text_of(title) for title in client.page(institution.get_absolute_url()).select("h2")]


def test_duties_are_listed_by_area_and_initiatives_come_last(
    client: InspectingClient, neighbour: User, police: Institution, patrols: Undertaking, programme: Programme
) -> None:
    senior = Undertaking.objects.create(programme=programme, kind="initiative", no=1, wording="Bezpieczny senior")
    Responsibility.objects.create(undertaking=senior, institution=police, role="partner")
    page = client.as_(neighbour).page(police.get_absolute_url())
    assert [text_of(title) for title in page.select("h3")] == [
        "1. Bezpieczeństwo w miejscach publicznych", "Programy realizowane przez jednostki",
    ]  # fmt: skip
    assert [text_of(item) for item in page.select(".todo li")] == [
        f"1.1. {patrols.wording} podmiot odpowiedzialny", "P1. Bezpieczny senior partner",
    ]  # fmt: skip


def test_two_programmes_in_force_are_told_apart_and_an_ended_one_is_left_out(
    client: InspectingClient, neighbour: User, police: Institution, patrols: Undertaking, programme: Programme
) -> None:
    for years in ((2017, 2019, "ended"), (2024, 2026, "in_force")):
        other = Programme.objects.create(
            title="Inny", unit="Zatorzyn", year_from=years[0], year_to=years[1], state=years[2]
        )
        senior = Undertaking.objects.create(programme=other, kind="initiative", no=1, wording="Bezpieczny senior")
        Responsibility.objects.create(undertaking=senior, institution=police, role="lead")
    page = client.as_(neighbour).page(police.get_absolute_url())
    assert [text_of(title) for title in page.select("h3")] == [
        "Programy realizowane przez jednostki (2024–2026)", "1. Bezpieczeństwo w miejscach publicznych (2021–2023)",
    ]  # fmt: skip
    row = client.page("/praca/podmioty/", q="KMP").select_one("tbody tr")
    assert row is not None
    assert [text_of(cell) for cell in row("td")][-2:] == ["2", "0"]


def test_other_spellings_and_whom_it_reports_for_are_shown(
    client: InspectingClient, reporter: User, office: Institution, schools: Institution
) -> None:
    Alias.objects.create(institution=office, text="BBiZK")
    facts = client.as_(reporter).page(office.get_absolute_url()).select_one("dl.facts")
    assert facts is not None
    assert text_of(facts).endswith("Sprawozdaje też za szkoły Inne pisownie nazwy BBiZK")


def test_people_are_seen_by_the_coordinator_and_the_administrator_only(
    client: InspectingClient, coordinator: User, administrator: User, neighbour: User, member: User,
    reporter: User, head: User, police: Institution,
) -> None:  # fmt: skip
    for person in (coordinator, administrator):
        page = client.as_(person).page(police.get_absolute_url())
        assert [text_of(item) for item in page.select("#people ~ ul li")] == [
            "Halina Kierownicza kierownik podmiotu", "Robert Raportowski sprawozdawca",
        ]  # fmt: skip
    for person in (neighbour, member):
        page = client.as_(person).page(police.get_absolute_url())
        assert page.find(id="people") is None
        assert "Raportowski" not in text_of(page)


def test_only_the_coordinator_is_offered_the_edit(
    client: InspectingClient, coordinator: User, administrator: User, police: Institution
) -> None:
    address = f"{police.get_absolute_url()}zmiana/"
    assert client.as_(coordinator).page(police.get_absolute_url()).find("a", href=address) is not None
    assert client.as_(administrator).page(police.get_absolute_url()).find("a", href=address) is None


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_duties(
    client: InspectingClient, coordinator: User, police: Institution, make_action: MakeAction, rows: int,
    django_assert_num_queries,
) -> None:  # fmt: skip
    for _row in range(rows):
        make_action(lead=police)
    client.as_(coordinator).page(police.get_absolute_url())
    with django_assert_num_queries(20):
        client.page(police.get_absolute_url())


def test_a_person_without_a_role_gets_404(client: InspectingClient, guest: User, police: Institution) -> None:
    assert client.as_(guest).get(police.get_absolute_url()).status_code == 404
