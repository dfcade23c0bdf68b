"""Whoever sits down at the computer after somebody else sees nothing of theirs."""

from collections.abc import Callable

import pytest
from e2e.installation import Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser

WORDS = "Zdanie, którego serwer nie dostał."


def test_after_signing_out_the_back_button_and_the_memory_of_the_browser_show_nothing(
    demo_site: Site, visit: Callable[..., Visitor]
) -> None:
    jan = visit(demo_site)
    jan.sign_in("Jan Dzielnicowy")
    jan.follow("Otwórz sprawozdanie")
    page = jan.page
    page.evaluate("words => localStorage.setItem('bezpiecznik:proba', words)", WORDS)
    page.get_by_role("button", name="Wyloguj się").click()
    page.get_by_text("Wylogowano.").wait_for()

    assert page.evaluate("localStorage.length") == 0
    page.go_back()
    page.wait_for_load_state()
    assert "/konto/logowanie/" in page.url
    assert page.locator("article.entry").count() == 0
