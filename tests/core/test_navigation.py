"""What stands in the main menu: what the person may open, gathered where it would not fit one row."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from bezpiecznik.accounts.models import User
from bezpiecznik.config.navigation import ONE_ROW, NavGroup, page

pytestmark = pytest.mark.django_db


def menu(user: User, view: str = "core:desk") -> tuple[NavGroup, ...]:
    request = RequestFactory().get(reverse(view))
    request.user = user
    groups: tuple[NavGroup, ...] = page(request)["nav"]
    return groups


def here(user: User, view: str) -> list[str]:
    request = RequestFactory().get(reverse(view))
    request.user = user
    return [f"{item.label}{' *' * item.current}" for item in page(request)["nav_here"]]


def test_few_places_stand_side_by_side(reporter: User) -> None:
    groups = menu(reporter)
    assert [str(group.label) for group in groups] == [
        "Pulpit", "Moje sprawozdania", "Program", "Działania", "Harmonogram", "Działalność", "Podmioty",
    ]  # fmt: skip
    assert len(groups) <= ONE_ROW
    assert [group.current for group in groups[:2]] == ["page", ""]
    assert here(reporter, "plans:programme") == []


def test_many_places_are_gathered_and_those_beside_us_stand_below(coordinator: User) -> None:
    assert [str(group.label) for group in menu(coordinator)] == [
        "Pulpit", "Program", "Sprawozdania", "Ocena", "Komisja i rada", "Dokumenty", "Podmioty", "Administracja",
    ]  # fmt: skip
    assert here(coordinator, "core:desk") == []
    assert here(coordinator, "observations:list") == ["Ocena roczna", "Wskaźniki", "Sygnały *"]


def test_the_group_in_which_we_are_is_told(coordinator: User) -> None:
    told = {str(group.label): group.current for group in menu(coordinator, "letters:list")}
    assert told.pop("Dokumenty") == "true"
    assert set(told.values()) == {""}


def test_each_place_stands_in_the_menu_once(coordinator: User) -> None:
    addresses = [item.url for group in menu(coordinator) for item in group.items]
    assert len(addresses) == len(set(addresses))
