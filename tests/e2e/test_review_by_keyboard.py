"""A review from the keyboard alone: rows walked, mended, joined, removed, taken back, the part accepted, help read."""

from collections.abc import Callable

import pytest
from e2e.installation import EXAMPLE, Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser

HERE = "document.activeElement.closest('.intake-row')?.id"


def in_review(anna: Visitor) -> str:
    """Anna brings a copy of the resolution with another number; the address of its review."""
    changed = EXAMPLE.read_text(encoding="utf-8").replace("XLII/829/2021", "XLII/830/2021").encode()
    anna.open("/praca/wczytanie/")
    anna.page.locator("input[type=file]").set_input_files(
        {"name": "kopia.txt", "mimeType": "text/plain", "buffer": changed}
    )
    anna.press("Wczytaj")
    anna.page.wait_for_url("**/praca/wczytanie/*/", timeout=60_000)
    return anna.path


def key(anna: Visitor, letter: str) -> None:
    with anna.page.expect_navigation():
        anna.page.keyboard.press(letter)
    anna.page.wait_for_load_state()


def stands_at(anna: Visitor, row: str) -> None:
    anna.page.wait_for_function(f"{HERE} == '{row}'")


def test_everything_is_done_by_keys(own_demo_site: Site, visit: Callable[..., Visitor]) -> None:
    anna = visit(own_demo_site)
    anna.sign_in("Anna Bezpieczna")
    review = in_review(anna)
    anna.open(f"{review}?part=area-11")
    page = anna.page

    page.keyboard.press("j")  # nothing has the focus yet: a letter is only a letter
    assert page.evaluate(HERE) is None
    page.locator("#poz-areas-10-0").focus()
    page.keyboard.press("j")
    assert page.evaluate(HERE) == "poz-areas-10-1"
    page.keyboard.press("k")
    assert page.evaluate(HERE) == "poz-areas-10-0"
    assert page.locator(".source li.is-here").count() == 1

    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate(HERE) == "poz-areas-10-0"

    key(anna, "e")
    page.wait_for_function("document.activeElement.name == 'no'")
    page.keyboard.press("x")  # in a field it is a letter
    assert "/pozycja/areas:10:0/" in page.url
    page.get_by_label("Termin w brzmieniu uchwały").fill("do końca 2023")
    with page.expect_navigation():
        page.get_by_label("Termin w brzmieniu uchwały").press("Tab")
        page.get_by_role("button", name="Zapisz poprawkę").press("Enter")
    stands_at(anna, "poz-areas-10-0")
    anna.sees("poprawiono")

    key(anna, "u")
    anna.sees("Cofnięto: Poprawiono odczyt: 11.1.")
    stands_at(anna, "poz-areas-10-0")

    key(anna, "m")
    anna.arrives_at("Połącz pozycje 11.1")
    page.get_by_role("checkbox").first.press("Space")
    with page.expect_navigation():
        page.get_by_role("button", name="Połącz zaznaczone").press("Enter")
    anna.sees("połączono z 11.1")
    page.locator("#poz-areas-10-1").focus()
    key(anna, "x")
    anna.arrives_at("Usunąć tę pozycję?")
    with page.expect_navigation():
        page.get_by_role("button", name="Usuń").press("Enter")
    anna.sees("usunięto – nie wejdzie do programu")
    key(anna, "a")
    anna.arrives_at("Sprawdź: Programy jednostek")
    anna.look("przeglad-klawiszami")
