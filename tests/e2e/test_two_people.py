"""Two people in the same entry at once: the second is told, and neither loses a word."""

from collections.abc import Callable

import pytest
from e2e.installation import Site
from e2e.visitor import Visitor
from playwright.sync_api import Locator

pytestmark = pytest.mark.browser

FIRST, SECOND = "Pierwsza osoba: 12 spotkań.", "Druga osoba: 14 spotkań."


def last_entry(visitor: Visitor) -> Locator:
    return visitor.page.locator("article.entry").last


def at_the_report(visitor: Visitor) -> Visitor:
    visitor.sign_in("Jan Dzielnicowy")
    visitor.follow("Otwórz sprawozdanie")
    return visitor


def save(visitor: Visitor, words: str) -> None:
    last_entry(visitor).get_by_label("zrealizowano", exact=True).check()
    last_entry(visitor).get_by_label("Co zrobiono").fill(words)
    last_entry(visitor).get_by_role("button", name="Zapisz", exact=True).click()


def test_the_second_is_told_and_chooses(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    one, other = at_the_report(visit(demo_site)), at_the_report(visit(demo_site))

    save(one, FIRST)
    last_entry(one).get_by_text("gotowe", exact=True).wait_for()
    save(other, SECOND)

    last_entry(other).get_by_text("W międzyczasie ten wpis zapisał(a) Jan Dzielnicowy").wait_for()
    assert last_entry(other).get_by_label("Co zrobiono").input_value() == SECOND
    last_entry(other).get_by_text(FIRST).wait_for()
    one.page.reload()
    assert last_entry(one).get_by_label("Co zrobiono").input_value() == FIRST

    other.press("Zapisz moją treść")
    last_entry(other).get_by_text("gotowe", exact=True).wait_for()
    one.page.reload()
    assert last_entry(one).get_by_label("Co zrobiono").input_value() == SECOND
