"""From the council's resolution to the programme: upload, review beside the source, names, acceptance."""

import re

from e2e.installation import EXAMPLE
from e2e.visitor import Visitor
from playwright.sync_api import Locator


def upload_the_resolution(anna: Visitor) -> None:
    anna.follow("Wczytaj uchwałę")
    anna.look("droga-01-wczytanie")
    anna.page.get_by_label("Plik z uchwałą").set_input_files(EXAMPLE)
    with anna.site.worker_paused():
        anna.press("Wczytaj")
        anna.page.wait_for_url("**/praca/w-tle/**")
        anna.look("droga-02-odczyt-w-toku")
    anna.page.wait_for_url("**/praca/wczytanie/*/")


def _rail(anna: Visitor) -> Locator:
    return anna.page.get_by_role("navigation", name="Części dokumentu").get_by_role("link")


def correct_one_row_beside_the_source(anna: Visitor) -> None:
    anna.look("droga-03-sprawdzanie")
    anna.page.get_by_role("navigation", name="Części dokumentu").get_by_role(
        "link", name=re.compile(r"Obszar 1\b")
    ).click()
    anna.look("droga-04-obszar")
    anna.follow("Popraw 1.1")
    marked = anna.page.locator(".source .marked").first
    assert anna.page.get_by_label("Treść w brzmieniu uchwały").input_value()[:40] in marked.inner_text()
    anna.look("droga-05-poprawianie")
    anna.page.get_by_label("Mierniki").fill("liczba dodatkowych patroli")
    anna.press("Zapisz poprawkę")
    anna.sees("poprawiono")


def mark_every_part_as_seen(anna: Visitor) -> int:
    """Go through the parts to the end; how many they were."""
    _rail(anna).first.click()
    parts = 0
    while (further := anna.page.get_by_role("button", name=re.compile(r"^Sprawdzone,"))).count():
        with anna.page.expect_navigation():  # a click alone does not wait for the page that it leads to
            further.click()
        parts += 1
    return parts


def decide_the_names(anna: Visitor) -> None:
    anna.arrives_at("Ustal podmioty")
    anna.look("droga-06-podmioty")
    for rightly_read in anna.page.get_by_role("radio", name=re.compile("^dobrze odczytano")).all():
        rightly_read.check()
    undecided = anna.page.locator("select:has(option[value=''][selected])")
    while undecided.count():
        undecided.first.select_option(label="ten sam co:")
    anna.press("Zapisz ustalenia")
    anna.sees("Ustalono wszystkie podmioty.")


def accept_the_programme(anna: Visitor) -> None:
    anna.arrives_at("Przyjmij do programu")
    anna.look("droga-07-przyjecie")
    anna.press("Przyjmij do programu")
    anna.sees("Program jest w rejestrze.")
    anna.look("droga-08-program")


def see_all_actions(anna: Visitor) -> None:
    anna.follow("Działania")
    anna.sees("110 działań")
    anna.look("droga-09-dzialania")
