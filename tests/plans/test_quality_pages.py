"""The page about completeness: reading it, filtering it, filling in one by one and many at once."""

import csv
import io

import pytest
from cast import MakeAction
from inspector import InspectingClient, soup, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Goal, Programme, SupplementKind, Undertaking
from bezpiecznik.plans.supplements import stamp_of, supplement

PAGE = "/praca/program/kompletnosc/"


def fill_page(undertaking: Undertaking) -> str:
    return f"{PAGE}przedsiewziecie/{undertaking.pk}/"


def codes(client: InspectingClient, **query: str) -> list[str]:
    rows = client.page(PAGE, **query).select("#id_chosen tr")
    return [text_of(row.td).removeprefix("Zaznacz ") for row in rows if row.td]


@pytest.fixture
def two(patrols: Undertaking, make_action: MakeAction, guard: Institution, coordinator: User) -> Undertaking:
    """1.1 patrols, and 1.2 of the guard which has a deadline and is returned."""
    other = make_action("Badanie trzeźwości kierowców.", lead=guard)
    supplement(other, {SupplementKind.DEADLINE: "zadanie ciągłe"}, by=coordinator)
    return other


def test_the_score_stands_with_its_definition(client: InspectingClient, coordinator: User, two: Undertaking) -> None:
    page = client.as_(coordinator).page(PAGE)
    assert "27%" in text_of(page.select_one("#score"))
    assert "Zacznij od tego, czego brakuje najczęściej: miernik (brakuje 2 z 2)." in text_of(page)
    assert "Kreska, „brak” i „nie dotyczy” nie są odpowiedzią." in text_of(page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["1.1", "1.2"]),
        ({"missing": "deadline"}, ["1.1"]),
        ({"missing": "nothing"}, []),
        ({"area": "1", "q": "trzeźwość"}, ["1.2"]),
        ({"area": "7", "missing": "cokolwiek", "sort": "kolor"}, ["1.1", "1.2"]),
        ({"sort": "missing"}, ["1.2", "1.1"]),
        ({"sort": "-no"}, ["1.2", "1.1"]),
    ],
)
def test_filters_and_order_stand_in_the_address(
    client: InspectingClient, coordinator: User, two: Undertaking, query: dict[str, str], expected: list[str]
) -> None:
    assert codes(client.as_(coordinator), **query) == expected


def test_a_filter_swaps_the_rows_alone(client: InspectingClient, reporter: User, two: Undertaking) -> None:
    assert_swap_equals_reload(client.as_(reporter), PAGE, f"{PAGE}?missing=deadline", target="rows")


def test_a_reader_sees_and_does_not_fill(client: InspectingClient, reporter: User, two: Undertaking) -> None:
    page = client.as_(reporter).page(PAGE)
    assert page.select("input[name=chosen]") == []
    assert client.get(fill_page(two)).status_code == 403


def test_many_at_once_from_the_list(client: InspectingClient, coordinator: User, two: Undertaking) -> None:
    programme = two.programme
    said = {"kind": "money", "text": "budżet miasta", "chosen": [row.pk for row in programme.undertakings.all()]}
    answer = client.as_(coordinator).post(
        f"{PAGE}{programme.pk}/", {**said, "query": "missing=money&page=1"}, follow=True
    )
    assert "Uzupełniono 2 działania." in text_of(soup(answer))
    assert answer.redirect_chain[0][0] == f"{PAGE}?missing=money&page=1&programme={programme.pk}"
    assert two.supplements.count() == 2


@pytest.mark.parametrize(
    ("said", "complaint"),
    [({"text": "x"}, "Zaznacz co najmniej jedno działanie."), ({"chosen": "1"}, "Wpisz, czym uzupełnić")],
)
def test_many_with_nothing_chosen_or_said(
    client: InspectingClient, coordinator: User, two: Undertaking, said: dict[str, str], complaint: str
) -> None:
    answer = client.as_(coordinator).post(f"{PAGE}{two.programme_id}/", {"kind": "money", **said}, follow=True)
    assert complaint in text_of(soup(answer))


def test_one_by_one_to_the_next(
    client: InspectingClient, coordinator: User, two: Undertaking, patrols: Undertaking
) -> None:
    page = client.as_(coordinator).page(fill_page(patrols))
    stamp = page.select_one("input[name=stamp]")
    assert stamp is not None
    said = {"stamp": stamp["value"], "deadline": "co roku", "measure": "liczba patroli", "next": "1"}
    answer = client.post(fill_page(patrols), said)

    assert (answer.status_code, answer["Location"]) == (302, fill_page(two))
    assert [str(said) for said in patrols.supplements.all()] == ["co roku", "liczba patroli"]
    assert JournalEntry.objects.filter(event="plans.supplemented", object_key=str(patrols.pk)).count() == 1
    assert "uzupełnienie urzędu" in text_of(client.page(patrols.get_absolute_url()))


def test_two_people_supplement_the_same(client: InspectingClient, coordinator: User, patrols: Undertaking) -> None:
    seen = stamp_of(patrols)
    supplement(patrols, {SupplementKind.MONEY: "budżet miasta"}, by=coordinator)
    answer = client.as_(coordinator).post(fill_page(patrols), {"stamp": seen, "money": "bez kosztów"})
    page = soup(answer)
    assert answer.status_code == 422
    assert "Ktoś zmienił te uzupełnienia w międzyczasie." in text_of(page)
    assert text_of(page.select_one("#id_money")) == "bez kosztów"

    stamp = page.select_one("input[name=stamp]")
    assert stamp is not None
    client.post(fill_page(patrols), {"stamp": stamp["value"], "money": "bez kosztów"})
    assert str(patrols.supplements.get()) == "bez kosztów"


def test_a_body_is_asked_for_only_where_none_is_named(
    client: InspectingClient, coordinator: User, patrols: Undertaking, guard: Institution
) -> None:
    assert client.as_(coordinator).page(fill_page(patrols)).select("#id_lead") == []
    patrols.responsibilities.all().delete()
    assert len(client.page(fill_page(patrols)).select("#id_lead")) == 1
    client.post(fill_page(patrols), {"stamp": stamp_of(patrols), "lead": guard.pk})
    assert patrols.responsibilities.get().institution == guard


def test_a_goal_of_another_programme_is_no_choice(
    client: InspectingClient, coordinator: User, patrols: Undertaking
) -> None:
    other = Programme.objects.create(title="Inny", unit="Miasto Inne", year_from=2021, year_to=2022)
    Goal.objects.create(programme=patrols.programme, no=1, text="Spokój")
    foreign = Goal.objects.create(programme=other, no=1, text="Obcy cel")
    answer = client.as_(coordinator).post(fill_page(patrols), {"stamp": stamp_of(patrols), "goal": foreign.pk})
    assert answer.status_code == 422
    assert not patrols.supplements.exists()


def test_the_diagnosis_of_an_area(client: InspectingClient, coordinator: User, patrols: Undertaking) -> None:
    area = patrols.area
    assert area is not None
    address = f"{PAGE}obszar/{area.pk}/"
    client.as_(coordinator).page(address)
    answer = client.post(address, {"stamp": stamp_of(area), "text": "W 2020 r. 14 rozbojów."}, follow=True)
    assert "Zapisano diagnozę obszaru 1." in text_of(soup(answer))
    outdated = client.post(address, {"stamp": "stary", "text": "Inna."})
    assert "Ktoś zmienił tę diagnozę w międzyczasie." in text_of(soup(outdated))
    assert str(area.supplements.get()) == "W 2020 r. 14 rozbojów."


def test_the_list_as_a_file(client: InspectingClient, coordinator: User, two: Undertaking) -> None:
    answer = client.as_(coordinator).get(PAGE, {"export": "csv", "missing": "deadline"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [(row["Nr"], row["Czego brakuje"]) for row in rows] == [("1.1", "termin, miernik, finansowanie, odbiorcy")]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_for_one_and_three_rows(
    client: InspectingClient,
    coordinator: User,
    patrols: Undertaking,
    make_action: MakeAction,
    guard: Institution,
    rows: int,
    django_assert_num_queries,
) -> None:
    for _row in range(rows - 1):
        make_action(lead=guard)
    client.as_(coordinator).page(PAGE)
    with django_assert_num_queries(11):
        client.page(PAGE)


def test_an_empty_house_is_sent_to_the_programme(client: InspectingClient, coordinator: User) -> None:
    assert client.as_(coordinator).get(PAGE)["Location"] == "/praca/program/"
