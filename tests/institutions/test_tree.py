"""Who stands above whom: no circles, a page of the whole, the way up on each page."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions import queries, services
from bezpiecznik.institutions.models import Institution

TREE = "/praca/podmioty/drzewo/"


def put_under(institution: Institution, parent: Institution | None, *, by: User) -> None:
    institution.refresh_from_db()
    services.edit_institution(institution, seen=queries.fingerprint(institution), by=by, parent=parent)


@pytest.fixture
def chain(coordinator: User) -> list[Institution]:
    """Urząd above Wydział above Szkoła."""
    made = [services.create_institution(name=name, by=coordinator) for name in ("Urząd", "Wydział", "Szkoła")]
    for above, below in pairwise(made):
        put_under(below, above, by=coordinator)
    return made


@pytest.mark.parametrize("below", [0, 1, 2])
def test_nobody_stands_above_themselves(chain: list[Institution], coordinator: User, below: int) -> None:
    with pytest.raises(ValidationError) as refused:
        put_under(chain[0], chain[below], by=coordinator)
    assert "parent" in refused.value.error_dict or "swoją jednostką nadrzędną" in str(refused.value)
    assert Institution.objects.get(pk=chain[0].pk).parent is None


def test_the_tree_holds_everyone_once(chain: list[Institution]) -> None:
    office, root = queries.tree()
    assert (office.institution.name, office.below) == ("Biuro Bezpieczeństwa", [])
    assert (root.institution.name, root.size) == ("Urząd", 2)
    assert [branch.institution.name for branch in root.below] == ["Wydział"]
    assert [branch.institution.name for branch in root.below[0].below] == ["Szkoła"]


def test_the_page_shows_nested_lists_that_open_without_script(
    client: InspectingClient, reporter: User, chain: list[Institution]
) -> None:
    page = client.as_(reporter).page(TREE)
    assert [text_of(summary) for summary in page.select(".tree summary")] == [
        "Urząd – 2 podległe", "Wydział – 1 podległy",
    ]  # fmt: skip
    assert [text_of(link) for link in page.select("details details ul a")] == ["Szkoła"]
    assert "Biuro Bezpieczeństwa" in text_of(page.select_one("#alone").parent)


def test_a_page_leads_up_step_by_step(client: InspectingClient, reporter: User, chain: list[Institution]) -> None:
    crumbs = client.as_(reporter).page(chain[2].get_absolute_url()).select(".crumbs a")
    assert [text_of(link) for link in crumbs] == ["Podmioty", "Urząd", "Wydział"]


def test_the_list_is_filtered_by_the_body_above(
    client: InspectingClient, reporter: User, chain: list[Institution]
) -> None:
    rows = client.as_(reporter).page("/praca/podmioty/", parent=str(chain[0].pk)).select("td.wide a")
    assert [text_of(link) for link in rows] == ["Wydział"]


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_the_tree(
    client: InspectingClient, reporter: User, office: Institution, rows: int, django_assert_num_queries
) -> None:
    for no in range(rows):
        Institution.objects.create(name=f"Wydział {no}", parent=office)
    client.as_(reporter).page(TREE)
    with django_assert_num_queries(4):
        client.page(TREE)


def test_an_empty_tree_says_where_it_comes_from(client: InspectingClient, member: User) -> None:
    assert text_of(client.as_(member).page(TREE).select_one(".empty h2")) == "Nikt tu jeszcze nikomu nie podlega"
