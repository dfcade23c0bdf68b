"""With scripts turned off a reporter does the whole report all the same."""

from collections.abc import Callable

import pytest
from e2e.installation import Site
from e2e.visitor import Visitor
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser


def unfinished(ewa: Visitor) -> Locator:
    return ewa.page.locator("article.entry").filter(has_text="do uzupełnienia")


def test_a_reporter_saves_every_entry_and_submits(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    ewa = visit(demo_site, javascript=False)
    ewa.sign_in("Ewa Pomocna")
    ewa.follow("Otwórz sprawozdanie")
    while left := unfinished(ewa).count():
        entry = unfinished(ewa).first
        entry.get_by_label("w toku, działanie ciągłe").check()
        entry.get_by_label("Co zrobiono").fill("Rozmowy i wizyty pracowników socjalnych.")
        entry.get_by_role("button", name="Zapisz", exact=True).click()
        expect(unfinished(ewa)).to_have_count(left - 1, timeout=15_000)  # a click does not wait for the page

    ewa.page.get_by_label("Imię i nazwisko podpisującego").fill("Barbara Dyrektorska")
    ewa.page.get_by_label("Stanowisko podpisującego").fill("dyrektor")
    ewa.press("Złóż sprawozdanie")

    ewa.sees("Złożono sprawozdanie.")
    ewa.sees("podpis: Barbara Dyrektorska")
