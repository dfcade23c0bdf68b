"""A test client that inspects each HTML page it is given, and says how to mend what is wrong with it."""

from collections import Counter
from itertools import pairwise
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from lxml import html

UNLABELLED_TYPES = {"hidden", "submit", "button", "reset", "image"}


class InspectingClient(Client):
    """Signs people in by `client.as_(person)`; GET and POST answers in HTML are inspected."""

    def as_(self, user: Any) -> "InspectingClient":
        """The same client, signed in as this person."""
        self.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return self

    def request(self, **request: Any) -> HttpResponse:
        response = super().request(**request)
        is_page = response.get("Content-Type", "").startswith("text/html") and not response.streaming
        if is_page and response.content.strip():
            inspect(response.content.decode(), whole=b"<html" in response.content)
        return response

    def page(self, url: str, **query: Any) -> BeautifulSoup:
        """Open a page that must be there (200) and parse it."""
        response = self.get(url, query)
        assert response.status_code == 200, f"{url} answered {response.status_code}"
        return soup(response)


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def text_of(node: Tag | BeautifulSoup) -> str:
    """Text as read: white space folded, no-break spaces plain."""
    return " ".join(node.get_text(" ").split())


def held_by_form(page: BeautifulSoup, action: str) -> dict[str, str]:
    """What the form with this action holds when it is opened, ready to be sent back."""
    form = page.select_one(f"form[action='{action}']")
    assert form is not None, f"No form leads to {action}"
    fields = {
        str(field["name"]): str(field.get("value", "")) for field in form("input") if field.get("type") != "checkbox"
    }
    chosen = {str(field["name"]): field.find("option", selected=True) for field in form("select")}
    values = fields | {name: str(option["value"]) if option else "" for name, option in chosen.items()}
    values.pop("csrfmiddlewaretoken")
    return values


def held_with_texts(page: BeautifulSoup, action: str) -> dict[str, str]:
    """The same with what stands in its text areas."""
    texts = {
        str(area["name"]): area.get_text().removeprefix("\n")
        for area in page.select(f"form[action='{action}'] textarea")
    }
    return held_by_form(page, action) | texts


def inspect(text: str, *, whole: bool) -> None:
    """Raise AssertionError with the remedy for the first thing that is wrong with the page."""
    page = html.document_fromstring(text)
    if whole:
        _head_and_heading(page)
    _identifiers(page)
    _fields(page)
    _no_inline_code(page)
    for image in page.iter("img"):
        assert "alt" in image.attrib, f"Give this image an alt text (empty if decorative): {_shown(image)}"
    for form in page.iter("form"):
        assert "action" in form.attrib, f"Give this form an action, so that it works from anywhere: {_shown(form)}"
        is_post = form.get("method", "get").lower() == "post"
        assert not is_post or form.find(".//*[@name='csrfmiddlewaretoken']") is not None, (
            f"Add {{% csrf_token %}}: {_shown(form)}"
        )
    for heading in page.iter("th"):
        assert _read(heading), f"An empty table heading says nothing: {_shown(heading)}"


def _read(node: Any) -> str:
    """Text as read: white space folded, no-break spaces plain."""
    return " ".join(str(node.text_content()).split())


def _shown(node: Any) -> str:
    return html.tostring(node, encoding="unicode", with_tail=False)[:120]


def _head_and_heading(page: Any) -> None:
    headings = list(page.iter("h1"))
    assert len(headings) == 1, f"A page has exactly one h1, this has {len(headings)}"
    titles = page.xpath("//head/title")
    assert titles, "A page has a title"
    heading, title = _read(headings[0]), _read(titles[0])
    assert title.startswith(heading), f"The title {title!r} should begin with the heading {heading!r}"
    assert page.get("lang") == "pl", "Say the language: <html lang=pl>"
    levels = [int(tag.tag[1]) for tag in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
    assert not jumps, f"Heading levels must not jump: {jumps}"


def _identifiers(page: Any) -> None:
    twice = [name for name, n in Counter(page.xpath("//@id")).items() if n > 1]
    assert not twice, f"Identifiers must be unique: {twice}"


def _fields(page: Any) -> None:
    labelled = set(page.xpath("//label/@for"))
    for field in page.iter("input", "select", "textarea"):
        if field.get("type") in UNLABELLED_TYPES:
            continue
        has_label = field.get("id") in labelled or next(field.iterancestors("label"), None) is not None
        assert has_label or field.get("aria-label") or field.get("aria-labelledby"), (
            f"Give this field a label: {_shown(field)}"
        )


def _no_inline_code(page: Any) -> None:
    for script in page.iter("script"):
        assert script.get("src") or script.get("type") == "application/json", f"No inline scripts: {_shown(script)}"
    assert page.find(".//style") is None, "No inline style elements: the policy forbids them"
    for name in page.xpath("//@*[name() = 'style' or starts-with(name(), 'on')]"):
        raise AssertionError(f"No inline style or handlers ({name.attrname}): {_shown(name.getparent())}")
