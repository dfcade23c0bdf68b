"""The language of the design where only a browser can tell: colours as computed, questions as asked."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from e2e.installation import Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser

CATALOGUE = "/_components/"
LISTS = ("core:desk", "plans:actions", "reporting:periods", "institutions:list")
PAGES_OF_THE_FIRST = ("reporting:matrix", "evaluation:detail")
SEVEN_TO_ONE = {
    "runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]},
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}


def dim_words(visitor: Visitor, path: str) -> list[str]:
    """What on this page is written with less than 7:1 of contrast (4.5:1 where it is large)."""
    visitor.open(path)
    said: Any = Axe().run(visitor.page, options=SEVEN_TO_ONE)
    return [f"{path}: {node['html']}" for rule in said.response["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_seven_to_one_against_their_ground(
    demo_site: Site, visit: Callable[..., Visitor], scheme: Literal["light", "dark"]
) -> None:
    anna = visit(demo_site)
    anna.page.emulate_media(color_scheme=scheme)
    anna.sign_in("Anna Bezpieczna")

    pages = [CATALOGUE, "/", *map(reverse, LISTS), *(reverse(name, args=[1]) for name in PAGES_OF_THE_FIRST)]
    assert [words for path in pages for words in dim_words(anna, path)] == []


def test_the_catalogue_is_fit_to_use_in_the_dark(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    guest = visit(demo_site)
    guest.page.emulate_media(color_scheme="dark")
    guest.open(CATALOGUE)

    guest.look("skladniki-ciemne")


def test_paper_is_light_even_if_the_screen_is_dark(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    guest = visit(demo_site)
    guest.open(CATALOGUE)
    colour_of_done = "getComputedStyle(document.querySelector('.mark-done')).color"
    colours = []
    for media, scheme in (("screen", "light"), ("screen", "dark"), ("print", "dark")):
        guest.page.emulate_media(color_scheme=scheme, media=media)
        colours.append(guest.page.evaluate(colour_of_done))

    by_day, by_night, on_paper = colours
    assert (on_paper == by_day, by_night == by_day) == (True, False)


def test_a_form_that_takes_something_away_asks_first(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    guest = visit(demo_site)
    guest.open(CATALOGUE)
    before = guest.page.url
    question = guest.page.get_by_role("dialog", name="Wyrejestrować podmiot?")

    guest.press("Wyrejestruj")
    guest.look("pytanie")
    question.get_by_role("button", name="Anuluj").click()
    assert (guest.page.url, question.count()) == (before, 0)

    guest.press("Wyrejestruj")
    question.get_by_role("button", name="Wyrejestruj").click()
    guest.page.wait_for_url(f"{before}?#main")


def test_what_was_typed_is_still_warned_of_when_the_question_was_answered_no(
    demo_site: Site, visit: Callable[..., Visitor]
) -> None:
    guest = visit(demo_site)
    guest.open(CATALOGUE)
    guest.page.locator("form[data-confirm]").evaluate("form => form.dataset.warn = ''")
    guest.page.locator("form[data-confirm]").dispatch_event("input", {"bubbles": True})

    guest.press("Wyrejestruj")
    guest.page.get_by_role("dialog").get_by_role("button", name="Anuluj").click()

    left = "dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert guest.page.evaluate(left) is False


def test_a_page_works_in_a_browser_that_keeps_nothing(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    jan = visit(demo_site)
    jan.page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
    jan.sign_in("Jan Dzielnicowy")
    jan.follow("Otwórz sprawozdanie")
    jan.page.get_by_label("Powód").first.press_sequentially("x")

    assert jan.complaints == []
