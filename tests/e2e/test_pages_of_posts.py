"""Pages about a held post, which wandering by first links does not come to: fit to use as all others."""

import re
from collections.abc import Callable

import pytest
from e2e.installation import Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser


def follow(visitor: Visitor, pattern: str) -> None:
    """Open the first link whose address fits."""
    links = visitor.page.locator("main a[href]").evaluate_all("links => links.map(link => link.href)")
    url = next(link for link in links if re.search(pattern, link))
    visitor.open(url.removeprefix(visitor.site.url))


def test_pages_about_a_holder_are_fit_to_use(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    visitor = visit(demo_site)
    visitor.sign_in("Anna Bezpieczna")
    faults = []
    for act in ("przekazanie/$", "zastepstwo/$", "koniec/$"):
        visitor.open("/praca/stanowiska/?q=interdyscyplinarnego")
        follow(visitor, r"stanowiska/\d+/$")
        faults += visitor.faults("posts-held")
        follow(visitor, act)
        faults += visitor.faults(f"posts-{act[:-2]}")
    visitor.open("/praca/stanowiska/?q=interdyscyplinarnego")
    follow(visitor, r"stanowiska/\d+/$")
    follow(visitor, r"przekazania/\d+/$")
    faults += visitor.faults("posts-handover")

    assert faults == []
