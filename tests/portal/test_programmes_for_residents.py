"""Programmes for residents, sought by whom they are for, and the search over everything."""

import pytest
from inspector import InspectingClient, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Responsibility, Undertaking
from bezpiecznik.portal.doors import DOORS

LIST, SEARCH = "/dla-mieszkancow/", "/szukaj/"


@pytest.fixture
def three(programme: Programme, guard: Institution) -> list[Undertaking]:
    rows = [
        ("KOPERTA ŻYCIA", "Osoby starsze, seniorzy", "Ratownik zna choroby."),
        ("AUTOCHODZIK", "Dzieci", "Zasady ruchu drogowego."),
        ("DOBRY START", "Rodzice dzieci", "Spotkania o zagrożeniach."),
    ]
    made = [
        Undertaking.objects.create(
            programme=programme,
            kind="initiative",
            no=no,
            wording=name,
            audience=audience,
            aim=aim,
            term_raw="2021–2023",
        )
        for no, (name, audience, aim) in enumerate(rows, start=1)
    ]
    Responsibility.objects.create(undertaking=made[0], institution=guard, role="lead")
    return made


def found(client: InspectingClient, words: str) -> list[str]:
    return [text_of(name) for name in client.page(LIST, dla=words).select("#rows strong")]


def test_all_are_shown_at_first(client: InspectingClient, three: list[Undertaking]) -> None:
    assert found(client, "") == ["KOPERTA ŻYCIA", "AUTOCHODZIK", "DOBRY START"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("senior", ["KOPERTA ŻYCIA"]), ("dzieci", ["AUTOCHODZIK", "DOBRY START"]), ("rodzice", ["DOBRY START"]),
     ("astronauci", [])],
)  # fmt: skip
def test_doors_lead_to_programmes_for_those_people(
    client: InspectingClient, three: list[Undertaking], words: str, expected: list[str]
) -> None:
    assert found(client, words) == expected


def test_each_door_of_the_start_page_opens_the_list(client: InspectingClient, three: list[Undertaking]) -> None:
    links = client.page("/").select("section:has(#for-whom) a")
    assert [text_of(link) for link in links] == [str(door.label) for door in DOORS]
    assert [text_of(name) for name in client.page(str(links[0]["href"])).select("#rows strong")] == ["KOPERTA ŻYCIA"]


def test_a_programme_says_for_whom_who_and_when(client: InspectingClient, three: list[Undertaking]) -> None:
    page = client.page("/dla-mieszkancow/1/")
    assert text_of(page.h1) == "KOPERTA ŻYCIA"
    assert [text_of(fact) for fact in page.select("dl.facts dd")] == [
        "Osoby starsze, seniorzy", "Straż Miejska", "2021–2023",
    ]  # fmt: skip


def test_search_finds_actions_and_programmes_in_any_form(
    client: InspectingClient, three: list[Undertaking], patrols: Undertaking
) -> None:
    page = client.page(SEARCH, q="zagrozenie")
    assert [text_of(link) for link in page.select("#rows a")] == ["DOBRY START Dla kogo: Rodzice dzieci 2021–2023"]
    page = client.page(SEARCH, q="patrolami")
    assert [link["href"] for link in page.select("#rows a")] == ["/dzialania/1/1/"]


def test_search_that_finds_nothing_says_what_to_do(client: InspectingClient, three: list[Undertaking]) -> None:
    sentence = text_of(client.page(SEARCH, q="<meteoryt>").select_one("#rows .empty"))
    assert sentence == "Nic nie pasuje do „<meteoryt>”. Spróbuj jednego krótszego słowa."


@pytest.mark.parametrize(("page", "query"), [(LIST, "?dla=senior"), (SEARCH, "?q=patrol"), (SEARCH, "?q=nic")])
def test_htmx_gets_the_same_as_a_reload(
    client: InspectingClient, three: list[Undertaking], patrols: Undertaking, page: str, query: str
) -> None:
    assert_swap_equals_reload(client, page, page + query, target="rows")


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_programmes(
    client: InspectingClient, three: list[Undertaking], rows: int, django_assert_num_queries
) -> None:
    Undertaking.objects.filter(no__gt=rows).delete()
    with django_assert_num_queries(5):
        assert len(found(client, "")) == rows
