"""A reporter with a phone on a bad line: nothing typed is lost, nothing is sent twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from e2e.conftest import served
from e2e.installation import Site
from e2e.visitor import PHONE, Visitor
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

STATE = "[data-page-state]"
COVERED = """() => {
  const bar = document.querySelector(".report-bar"), place = bar.getBoundingClientRect();
  const box = document.activeElement.getBoundingClientRect();
  const stays = getComputedStyle(bar).position === "sticky" && !bar.contains(document.activeElement);
  return stays && box.top < place.bottom - 1 && box.bottom > place.top;
}"""


@pytest.fixture(scope="module")
def site(demo_home: Path) -> Iterator[Site]:
    """One copy of the demonstration for these tests; each writes other words."""
    yield from served(demo_home)


def at_the_report(visitor: Visitor, name: str = "Jan Dzielnicowy") -> Page:
    visitor.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    visitor.sign_in(name)
    visitor.follow("Otwórz sprawozdanie")
    visitor.page.wait_for_url("**/praca/sprawozdania/**", wait_until="load")
    return visitor.page


def entries(page: Page) -> list[Locator]:
    return page.locator("article.entry").all()


def write(entry: Locator, words: str) -> None:
    entry.get_by_label("zrealizowano", exact=True).check()
    entry.get_by_label("Co zrobiono").fill(words)


def stored(site: Site, words: str) -> int:
    return len(site.rows("SELECT 1 FROM reporting_entry WHERE text = ?", words))


def test_what_is_typed_without_a_line_goes_when_the_line_is_back(site: Site, visit: Callable[..., Visitor]) -> None:
    page = at_the_report(visit(site))
    first, second, third = entries(page)[-3:]
    write(first, "Zanim zgasło.")
    expect(page.locator(STATE)).to_contain_text("Zapisano")
    assert stored(site, "Zanim zgasło.") == 1

    page.context.set_offline(True)
    write(second, "Bez zasięgu: pierwsze.")
    write(third, "Bez zasięgu: drugie.")
    expect(page.locator(STATE)).to_have_text("Brak połączenia – 2 wpisy czekają w tej przeglądarce")
    expect(second.locator("[data-saved]")).to_contain_text("Treść czeka w tej przeglądarce")
    third.get_by_label("Co zrobiono").fill("Bez zasięgu: drugie, poprawione.")
    assert stored(site, "Bez zasięgu: pierwsze.") == 0

    page.context.set_offline(False)
    expect(page.locator(STATE)).to_contain_text("Zapisano")
    assert stored(site, "Bez zasięgu: pierwsze.") == 1
    assert stored(site, "Bez zasięgu: drugie, poprawione.") == 1
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_an_answer_lost_on_the_way_makes_no_conflict_with_oneself(site: Site, visit: Callable[..., Visitor]) -> None:
    """The server had the words, the browser did not learn of it and sends others: they are the same person's."""
    page = at_the_report(visit(site))
    entry = entries(page)[-1]
    key = entry.get_attribute("id")
    lost = []

    def lose(route: object, request: object) -> None:
        route.fetch()  # type: ignore[attr-defined]
        lost.append(1)
        route.abort()  # type: ignore[attr-defined]

    page.route("**/praca/sprawozdania/wpis/**", lose)
    write(entry, "Pierwsze brzmienie.")
    expect(page.locator(STATE)).to_contain_text("Brak połączenia")
    assert stored(site, "Pierwsze brzmienie.") == 1
    page.unroute("**/praca/sprawozdania/wpis/**")
    entry.get_by_label("Co zrobiono").fill("Drugie brzmienie.")
    entry.get_by_role("button", name="Zapisz", exact=True).click()

    expect(page.locator(STATE)).to_contain_text("Zapisano")
    assert page.locator(f"#{key} [data-conflict], #{key} [data-unsaved]").count() == 0
    assert stored(site, "Drugie brzmienie.") == 1
    assert lost


def test_a_reload_without_a_line_loses_nothing(site: Site, visit: Callable[..., Visitor]) -> None:
    """The page is closed before the line is back; opened again, it sends by itself."""
    visitor = visit(site)
    page = at_the_report(visitor)
    address = page.url
    page.context.set_offline(True)
    write(entries(page)[-1], "Słowa z zamkniętej karty.")
    expect(page.locator(STATE)).to_contain_text("1 wpis czeka")
    page.close(run_before_unload=False)

    page.context.set_offline(False)
    visitor.page = visitor.context.new_page()
    visitor.page.goto(address)
    expect(visitor.page.locator(STATE)).to_contain_text("Zapisano")
    assert stored(site, "Słowa z zamkniętej karty.") == 1


def test_two_tabs_of_one_person_do_not_stand_in_each_others_way(site: Site, visit: Callable[..., Visitor]) -> None:
    visitor = visit(site)
    one = at_the_report(visitor)
    other = visitor.context.new_page()
    other.goto(one.url)
    write(entries(one)[-1], "Z pierwszej karty.")
    expect(one.locator(STATE)).to_contain_text("Zapisano")
    expect(entries(other)[-1].get_by_label("Co zrobiono")).to_have_value("Z pierwszej karty.")

    other.bring_to_front()
    write(entries(other)[-1], "Z drugiej karty.")
    expect(entries(other)[-1].locator(".saved")).to_contain_text("Jan Dzielnicowy")
    expect(other.locator(STATE)).to_contain_text("Zapisano")
    assert stored(site, "Z drugiej karty.") == 1
    assert other.locator("[data-conflict]").count() == 0


def test_signed_in_again_in_another_tab_the_words_go_without_a_reload(
    site: Site, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(site)
    page = at_the_report(visitor)
    page.context.clear_cookies()
    write(entries(page)[-1], "Pisane po wygaśnięciu sesji.")
    expect(page.locator(STATE)).to_contain_text("Sesja wygasła – 1 wpis czeka w tej przeglądarce")

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Zaloguj się (nowa karta)").click()
    opened.value.get_by_role("button", name="Wejdź jako Jan Dzielnicowy", exact=True).click()
    opened.value.wait_for_url("**/praca/")
    opened.value.close()
    page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(page.locator(STATE)).to_contain_text("Zapisano")
    assert stored(site, "Pisane po wygaśnięciu sesji.") == 1


def test_a_double_click_makes_one_version_and_without_a_line_none(
    own_demo_site: Site, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(own_demo_site)
    page = at_the_report(visitor)
    page.get_by_role("button", name="Tak jak poprzednio we wszystkich pustych").click()
    page.get_by_role("button", name="Przejmij", exact=True).click()
    page.get_by_role("button", name="Cofnij przejęcie").wait_for()
    lacking = page.locator("article.entry", has_text="do uzupełnienia").evaluate_all("cards => cards.map(c => c.id)")
    for no, key in enumerate(lacking):
        write(page.locator(f"#{key}"), f"Opis działania {no}.")
    expect(page.get_by_text("Wszystko jest opisane.")).to_be_visible(timeout=30_000)
    before = own_demo_site.count("reporting_packetversion")
    page.get_by_label("Imię i nazwisko podpisującego").fill("Halina Kierownicza")
    page.get_by_label("Stanowisko podpisującego").fill("Komendant")

    page.context.set_offline(True)
    page.get_by_role("button", name="Złóż sprawozdanie").click()
    expect(page.locator("#wysylka ~ form [data-saved]").last).to_contain_text("Brak połączenia. Niczego nie wysłano")
    assert own_demo_site.count("reporting_packetversion") == before

    page.context.set_offline(False)
    page.get_by_role("button", name="Złóż sprawozdanie").dblclick(no_wait_after=True)
    page.get_by_text("Złożono sprawozdanie.").wait_for()
    assert own_demo_site.count("reporting_packetversion") == before + 1


def test_the_bar_that_stays_in_sight_covers_no_field(site: Site, visit: Callable[..., Visitor]) -> None:
    """WCAG 2.4.11, forwards and backwards, at the phone's size and at the narrowest."""
    visitor = visit(site)
    page = at_the_report(visitor)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 700})
        entries(page)[1].get_by_label("Co zrobiono").focus()
        for key in ["Tab"] * 12 + ["Shift+Tab"] * 24:
            page.keyboard.press(key)
            assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
