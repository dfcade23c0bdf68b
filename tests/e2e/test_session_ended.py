"""The session ends in the middle of a sentence: the browser keeps the words until the server has them."""

from collections.abc import Callable

import pytest
from e2e.installation import Site
from e2e.visitor import Visitor
from playwright.sync_api import Locator

pytestmark = pytest.mark.browser

WORDS = "Zdanie napisane tuż po wygaśnięciu sesji."


def open_report(visitor: Visitor) -> None:
    """A click does not wait for the page: only once it is loaded are its scripts there and its cookies set."""
    visitor.follow("Otwórz sprawozdanie")
    visitor.page.wait_for_url("**/praca/sprawozdania/**", wait_until="load")


def last_entry(visitor: Visitor) -> Locator:
    return visitor.page.locator("article.entry").last


@pytest.mark.parametrize("lost", [{"name": "sessionid"}, {}])
def test_words_typed_after_the_session_ended_are_back_after_signing_in(
    demo_site: Site, visit: Callable[..., Visitor], lost: dict[str, str]
) -> None:
    """Without its session the browser is led to sign in; without its token too, and the page finds that out itself."""
    jan = visit(demo_site)
    jan.sign_in("Jan Dzielnicowy")
    open_report(jan)
    jan.page.context.clear_cookies(**lost)
    last_entry(jan).get_by_label("zrealizowano", exact=True).check()
    last_entry(jan).get_by_label("Co zrobiono").fill(WORDS)
    last_entry(jan).get_by_text("Sesja wygasła.").wait_for()

    jan.page.on("dialog", lambda asked: asked.accept())  # leaving with unsaved words
    jan.sign_in("Jan Dzielnicowy")
    open_report(jan)
    last_entry(jan).get_by_text("gotowe", exact=True).wait_for()  # sent as soon as the page was open

    assert last_entry(jan).get_by_label("Co zrobiono").input_value() == WORDS
    assert last_entry(jan).get_by_label("zrealizowano", exact=True).is_checked()
