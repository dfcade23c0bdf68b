"""Other modules show their own things on the cards, and ask questions about what was said."""

from collections.abc import Sequence

import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core.panels import Panel
from bezpiecznik.reporting import card_parts
from bezpiecznik.reporting.card_parts import Place, Question
from bezpiecznik.reporting.models import Entry, Packet


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_parts, "_parts", [])
    monkeypatch.setattr(card_parts, "_questions", [])


@pytest.mark.parametrize("place", Place)
def test_a_part_stands_on_its_card(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User, place: Place
) -> None:
    def heavy(packet: Packet, entries: Sequence[Entry]) -> dict[int, Panel]:
        return {entry.pk: Panel("Słowa straży", "reporting/_words.html", weight=2) for entry in entries}

    def light(packet: Packet, entries: Sequence[Entry]) -> dict[int, Panel]:
        return {entries[0].pk: Panel("Własne działania", "reporting/_numbers.html", weight=1)}

    card_parts.register(place, heavy)
    card_parts.register(place, light)
    page = client.as_(reporter).page(packet.get_absolute_url())

    titles = [text_of(part.h4) for part in page.find(id=f"wpis-{entry.pk}")(class_="card-part")]
    assert titles == ["Własne działania", "Słowa straży"]


def test_a_question_stands_under_what_is_missing_and_leads_to_its_field(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User
) -> None:
    def ask(packet: Packet, entries: Sequence[Entry]) -> dict[int, list[Question]]:
        return {entry.pk: [Question("Czy na pewno 1200 patroli?", "numbers"), Question("Ten sam tekst.")]}

    card_parts.ask(ask)
    page = client.as_(reporter).page(packet.get_absolute_url())

    asked = page.find(id="braki").find_all("ul")[-1].find_all("a")
    assert [(text_of(link), link["href"]) for link in asked] == [
        ("Czy na pewno 1200 patroli?", f"#liczby-{entry.pk}"),
        ("Ten sam tekst.", f"#wpis-{entry.pk}"),
    ]
    assert all(page.find(id=link["href"].removeprefix("#")) for link in asked)
