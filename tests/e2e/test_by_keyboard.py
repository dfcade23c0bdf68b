"""With the keyboard alone: the focus is always seen, and goes everywhere it has to."""

from collections.abc import Callable
from typing import Any

import pytest
from e2e.installation import Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const here = document.activeElement, box = here.getBoundingClientRect(), style = getComputedStyle(here);
  return {
    name: here.getAttribute("name") || here.innerText || here.id,
    tag: here.tagName,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0,
  };
}"""


def tab(visitor: Visitor) -> dict[str, Any]:
    """Press Tab; where the focus is now."""
    visitor.page.keyboard.press("Tab")
    found: dict[str, Any] = visitor.page.evaluate(FOCUSED)
    assert found["outlined"], f"no visible focus on {found}"
    assert found["seen"], f"the focus is out of sight on {found}"
    return found


def test_a_person_signs_in_without_a_mouse(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    visitor = visit(demo_site)
    visitor.open("/konto/logowanie/")

    assert visitor.page.evaluate(FOCUSED)["name"] == "username"
    visitor.page.keyboard.type("jan.dzielnicowy@demo.bezpiecznik.example")
    assert tab(visitor)["name"] == "password"
    visitor.page.keyboard.type("bezpiecznik-demo")
    visitor.page.keyboard.press("Enter")

    visitor.page.wait_for_url("**/praca/")


def test_the_first_key_leads_past_the_menu(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    visitor = visit(demo_site)
    visitor.open("/")
    tab(visitor)
    visitor.page.keyboard.press("Enter")

    assert visitor.page.evaluate("document.activeElement.id") == "main"


def test_a_reporter_reaches_every_field_of_an_entry(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    jan = visit(demo_site)
    jan.sign_in("Jan Dzielnicowy")
    jan.follow("Otwórz sprawozdanie")
    reached = []
    while "text" not in reached or reached[-1] != "Zapisz":
        reached.append(tab(jan)["name"])
        assert len(reached) < 60, reached

    entry = reached[reached.index("outcome") :]
    assert [name for name in entry if name in {"outcome", "text", "reason", "Zapisz"}] == [
        "outcome", "text", "reason", "Zapisz",
    ]  # fmt: skip
