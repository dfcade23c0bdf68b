"""The list of posts: vacant first, filters, order, export; and the page of one post."""

from datetime import timedelta

import pytest
from cast import make_person, seat
from inspector import InspectingClient, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Holding, Institution, Post
from bezpiecznik.institutions.rights import Role

LIST = "/praca/stanowiska/"


def names(client: InspectingClient, **query: str) -> list[str]:
    return [text_of(link) for link in client.page(LIST, **query).select("tbody tr td.wide a")]


@pytest.fixture
def three(coordinator: User, reporter: User, police: Institution, guard: Institution) -> None:
    """The coordinator's, the reporter's, one vacant in the guard, one abolished."""
    Post.objects.create(name="naczelnik", role=Role.HEAD, institution=guard)
    Post.objects.create(name="dawne", role=Role.REPORTER, institution=guard, abolished_on=clock.today())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["naczelnik", "koordynator programu", "sprawozdawca", "dawne"]),
        ({"state": "vacant"}, ["naczelnik"]),
        ({"state": "held"}, ["koordynator programu", "sprawozdawca"]),
        ({"state": "abolished"}, ["dawne"]),
        ({"role": "head"}, ["naczelnik"]),
        ({"q": "raportowski"}, ["sprawozdawca"]),
        ({"q": "straz"}, ["naczelnik", "dawne"]),
        ({"sort": "-name"}, ["sprawozdawca", "naczelnik", "koordynator programu", "dawne"]),
    ],
)
def test_vacant_posts_come_first_and_filters_stand_in_the_address(
    client: InspectingClient, coordinator: User, three: None, query: dict[str, str], expected: list[str]
) -> None:
    assert names(client.as_(coordinator), **query) == expected


def test_filtering_by_htmx_equals_a_reload(client: InspectingClient, coordinator: User, three: None) -> None:
    assert_swap_equals_reload(client.as_(coordinator), LIST, f"{LIST}?state=vacant", target="rows")


def test_the_list_is_exported(client: InspectingClient, coordinator: User, three: None) -> None:
    lines = client.as_(coordinator).get(LIST, {"export": "csv"}).content.decode("utf-8-sig").splitlines()

    assert lines[0] == "Stanowisko;Podmiot;Rola;Zajmuje;Od;Zniesiono z dniem"
    assert lines[1] == "naczelnik;Straż Miejska;kierownik podmiotu;;;"
    assert lines[3] == "sprawozdawca;Komenda Miejska Policji;sprawozdawca;Robert Raportowski;2020-01-01;"


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, administrator: User, guard: Institution, rows: int, django_assert_num_queries
) -> None:
    for no in range(rows - 1):
        seat(make_person("Jan", f"Kowalski{no}"), Role.REPORTER, guard)
    client.as_(administrator).page(LIST)
    with django_assert_num_queries(8):
        client.page(LIST)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_a_post_asks_as_often_with_more_holders(
    client: InspectingClient, coordinator: User, reporter: User, rows: int, django_assert_num_queries
) -> None:
    [held] = reporter.holdings.all()
    for no in range(rows - 1):
        day = held.since - timedelta(days=10 * (no + 1))
        Holding.objects.create(post=held.post, user=make_person("Jan", f"Dawny{no}"), since=day, until=day)
    client.as_(coordinator).page(f"{LIST}{held.post_id}/")
    with django_assert_num_queries(10):
        client.page(f"{LIST}{held.post_id}/")


def test_the_page_of_a_post_tells_who_held_it(client: InspectingClient, coordinator: User, reporter: User) -> None:
    [held] = reporter.holdings.all()
    page = client.as_(coordinator).page(f"{LIST}{held.post_id}/")

    assert text_of(page.select_one(".time-row p")) == "Robert Raportowski 01.01.2020 – nadal"
    assert [text_of(link) for link in page.select(".page-acts a")] == [
        "Przekaż następcy", "Wyznacz zastępcę", "Zwolnij stanowisko", "Zmień nazwę", "Znieś",
    ]  # fmt: skip


def test_a_post_is_added_seated_and_released_on_the_pages(
    client: InspectingClient, coordinator: User, guest: User, guard: Institution
) -> None:
    client.as_(coordinator).post(
        f"/praca/podmioty/{guard.pk}/stanowiska/dodaj/", {"name": "naczelnik", "role": "reporter"}
    )
    post = Post.objects.get(name="naczelnik")
    today = clock.today()
    client.post(f"{LIST}{post.pk}/obsada/", {"user": guest.pk, "since": today.isoformat()})
    held = post.holdings.get()
    assert (held.user, held.since, held.until) == (guest, today, None)

    client.post(f"/praca/stanowiska/obsady/{held.pk}/koniec/", {"until": (today + timedelta(days=3)).isoformat()})
    held.refresh_from_db()
    assert held.until == today + timedelta(days=3)


def test_the_coordinator_does_not_touch_posts_of_administrators(
    client: InspectingClient, coordinator: User, administrator: User, guest: User
) -> None:
    held = administrator.holdings.get()
    client.as_(coordinator)
    assert client.get(f"{LIST}{held.post_id}/").status_code == 200
    acts = [f"{LIST}{held.post_id}/obsada/"]
    acts += [f"{LIST}obsady/{held.pk}/{act}/" for act in ("przekazanie", "zastepstwo", "koniec")]
    for address in acts:
        assert client.get(address).status_code == client.post(address).status_code == 403
    for role in ("administrator", "coordinator"):
        refused = client.post(f"{LIST}dodaj/", {"name": "furtka", "role": role})
        assert refused.status_code == 200
    assert not Post.objects.filter(name="furtka").exists()


def test_a_refusal_stands_beside_what_was_typed(client: InspectingClient, coordinator: User, reporter: User) -> None:
    held = reporter.holdings.get()
    page = client.as_(coordinator).post(
        f"{LIST}{held.post_id}/obsada/", {"user": coordinator.pk, "since": "2031-01-01"}
    )

    assert "W tych dniach stanowisko zajmuje Robert Raportowski" in page.content.decode()
    assert 'value="2031-01-01"' in page.content.decode()
