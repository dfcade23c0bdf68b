"""The catalogue of components opens, inspected like any page, and shows every example with its code."""

from typing import Any

import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.core.catalogue import EXAMPLES


@pytest.fixture(autouse=True)
def _demonstration(settings: Any) -> None:
    settings.DEMO = True


def test_every_component_is_shown_with_its_code(client: InspectingClient, db: None) -> None:
    page = client.page("/_components/")

    assert [text_of(heading) for heading in page.select("section.card > h2")] == [name for name, _code in EXAMPLES]
    assert [code.get_text() for code in page("code")] == [code for _name, code in EXAMPLES]


def test_what_is_wrong_with_a_form_is_listed_as_links_to_its_fields(client: InspectingClient, db: None) -> None:
    links = client.page("/_components/").select(".errors a")

    assert [link["href"] for link in links] == ["#id_name", "#id_day"]


def test_an_installation_has_no_catalogue(client: InspectingClient, db: None, settings: Any) -> None:
    settings.DEMO = False
    assert client.get("/_components/").status_code == 404
