"""What HTMX gives must equal a reload: swap its answer into the opened page and compare with the page opened anew."""

import re

from bs4 import BeautifulSoup, Tag
from inspector import InspectingClient, soup

HTMX = {"HTTP_HX_REQUEST": "true"}


def element(page: BeautifulSoup, identifier: str) -> Tag:
    found = page.find(id=identifier)
    assert isinstance(found, Tag), f"No element #{identifier} on the page"
    return found


def assert_swap_equals_reload(client: InspectingClient, before: str, after: str, *, target: str) -> None:
    """`before` is open; HTMX asks for `after` and puts the answer in place of `#target`."""
    swapped, reloaded = client.page(before), client.page(after)
    answer = client.get(after, **HTMX)
    assert answer.status_code == 200
    assert "HX-Request" in answer["Vary"]
    assert b"<html" not in answer.content, "HTMX was given the whole page"
    element(swapped, target).replace_with(soup(answer))
    assert squeezed(element(swapped, target)) == squeezed(element(reloaded, target))


TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" type="hidden" value=")\w+')
"""Another one in every answer, and good all the same."""


def squeezed(tag: Tag) -> str:
    return TOKEN.sub("", " ".join(str(tag).split()))
