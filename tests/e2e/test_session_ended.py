"""The session ends in the middle of a sentence: the browser keeps the words until the server has them."""

from collections.abc import Callable

import pytest
from e2e.installation import Site
from e2e.visitor import Visitor
from playwright.sync_api import Locator

pytestmark = pytest.mark.browser

WORDS = "Zdanie napisane tuż po wygaśnięciu sesji."


def last_entry(visitor: Visitor) -> Locator:
    return visitor.page.locator("article.entry").last


@pytest.mark.parametrize(
    ("lost", "told"), [({"name": "sessionid"}, "Sesja wygasła."), ({}, "Serwer nie zapisał treści.")]
)
def test_words_typed_after_the_session_ended_are_back_after_signing_in(
    demo_site: Site, visit: Callable[..., Visitor], lost: dict[str, str], told: str
) -> None:
    """Without its session the browser is asked to sign in; without its token it is refused."""
    jan = visit(demo_site)
    jan.sign_in("Jan Dzielnicowy")
    jan.follow("Otwórz sprawozdanie")
    jan.page.context.clear_cookies(**lost)
    last_entry(jan).get_by_label("zrealizowano", exact=True).check()
    last_entry(jan).get_by_label("Co zrobiono").fill(WORDS)
    last_entry(jan).get_by_text(told).wait_for()

    jan.page.on("dialog", lambda asked: asked.accept())  # leaving with unsaved words
    jan.sign_in("Jan Dzielnicowy")
    jan.follow("Otwórz sprawozdanie")

    assert last_entry(jan).get_by_label("Co zrobiono").input_value() == WORDS
    assert last_entry(jan).get_by_label("zrealizowano", exact=True).is_checked()
    last_entry(jan).get_by_text("Przywrócono treść").wait_for()
