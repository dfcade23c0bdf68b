"""The threat assessment: facts of an area beside each other, the Commission's words, nothing concluded."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.council.papers.threats import NOTHING, threat_assessment
from bezpiecznik.council.papers.threats_material import draft_of_threats, find_threats
from bezpiecznik.documents.content import Callout, Paragraph, Table, plain
from bezpiecznik.documents.kinds import Meta, NotReady, Wanted
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.indicators import services as indicators
from bezpiecznik.indicators.services import Said
from bezpiecznik.indicators.states import Half, ValueState
from bezpiecznik.observations.models import Observation
from bezpiecznik.plans.models import Programme, Undertaking

pytestmark = pytest.mark.django_db


def counted(name: str, *figures: int, by: User, **more: object) -> None:
    indicator = indicators.add_indicator(name=name, definition="Liczba.", source="KMP", by=by, **more)
    for year, amount in enumerate(figures, start=2021):
        said = Said(indicator, Decimal(amount), ValueState.FINAL)
        indicators.enter_values(year, Half.YEAR, [said], by=by)


def test_it_waits_for_the_evaluation(programme: Programme, patrols: Undertaking) -> None:
    with pytest.raises(NotReady, match="nie jest zakończona"):
        find_threats(Wanted(2022))
    with pytest.raises(NotReady, match="nie obowiązywał żaden program"):
        draft_of_threats(Wanted(1999))
    content = threat_assessment(json.loads(draft_of_threats(Wanted(2022)).snapshot), meta())
    assert isinstance(content.blocks[0], Callout)
    assert NOTHING in [plain(block.text) for block in content.blocks if isinstance(block, Paragraph)]


def meta() -> Meta:
    return Meta("OZ/2022/1", "Ocena zagrożeń", date(2023, 3, 1), "0" * 64)


def test_figures_stand_in_their_area_and_what_is_in_trouble_is_named(
    evaluated: Evaluation, programme: Programme, patrols: Undertaking, coordinator: User
) -> None:
    counted("Zdarzenia w mieście", 400, 500, by=coordinator)
    counted("Zdarzenia w obszarze", 40, 80, by=coordinator, area=patrols.area)
    snapshot = json.loads(find_threats(Wanted(2022)).snapshot)
    (area,) = [area for area in snapshot["areas"] if area["no"] == 1]
    assert [one["name"] for one in snapshot["figures"]] == ["Zdarzenia w mieście"]
    assert area["figures"][0]["sentence"].startswith("Więcej o\u00a040 (+100,0%")
    assert [one["code"] for one in area["trouble"]] == ["1.1"]
    tables = [block for block in threat_assessment(snapshot, meta()).blocks if isinstance(block, Table)]
    assert [plain(cell) for cell in tables[0].rows[0]][:3] == ["Zdarzenia w mieście (KMP)", "400", "500"]


def test_a_signal_of_an_action_stands_in_the_area_of_the_action(programme: Programme, patrols: Undertaking) -> None:
    titles = ("Brak patroli", "Inna sprawa")
    signals = [
        Observation.objects.create(programme=programme, kind="media", title=title, happened_on=date(2022, 5, 4))
        for title in titles
    ]
    signals[0].undertakings.add(patrols)
    snapshot = json.loads(draft_of_threats(Wanted(2022)).snapshot)
    (area,) = snapshot["areas"]
    assert [[one["title"] for one in part["signals"]] for part in (area, snapshot)] == [[titles[0]], [titles[1]]]


def test_the_page_makes_the_document_once(
    client: InspectingClient, evaluated: Evaluation, programme: Programme, coordinator: User
) -> None:
    office, args = client.as_(coordinator), (programme.pk, 2022)
    assert "Sporządź ocenę zagrożeń" in text_of(office.page(reverse("council:threats", args=args)))
    office.post(reverse("council:make-threats", args=args))
    assert "OZ/2022/1" in text_of(office.page(reverse("council:threats", args=args)))
    again = office.post(reverse("council:make-threats", args=args), follow=True)
    assert "z tych samych danych już sporządzono" in text_of(soup(again))
