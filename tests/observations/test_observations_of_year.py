"""What the yearly evidence takes from the register of signals."""

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from cast import MakeAction
from django.db import IntegrityError, transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.observations import queries
from bezpiecznik.observations.models import Observation, Step
from bezpiecznik.observations.states import NEXT, ObservationState
from bezpiecznik.plans.models import Area, Programme


def test_a_signal_of_the_year_is_told_as_text_with_its_outcome(
    programme: Programme, area: Area, make_action: MakeAction, coordinator: User
) -> None:
    signal = Observation.objects.create(
        programme=programme, kind="media", title="Ciemno na przystankach", source="Gazeta Zatorzyńska",
        happened_on=date(2022, 11, 3), state="answered", outcome="correction", correction="recommendation",
        corrected="Lampy do 30 grudnia.", answer="Zarząd dróg przyjął zalecenie.",
        answered_at=datetime(2022, 12, 1, 23, 30, tzinfo=ZoneInfo("UTC")), answered_by=coordinator,
    )  # fmt: skip
    signal.areas.add(area)
    signal.undertakings.add(make_action("Doświetlenie przystanków"))
    rows = queries.of_year(programme, 2022)
    assert rows == [
        {
            "id": signal.pk, "kind": "media", "kind_label": "doniesienie mediów", "title": "Ciemno na przystankach",
            "source": "Gazeta Zatorzyńska", "happened_on": "2022-11-03", "areas": [1], "actions": ["1.1"],
            "outcome": "correction", "outcome_label": "korekta", "answer": "Zarząd dróg przyjął zalecenie.",
            "answered_on": "2022-12-02",
        }
    ]  # fmt: skip
    assert json.loads(json.dumps(rows)) == rows
    assert queries.of_year(programme, 2021) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_a_signal_tied_only_to_an_action_belongs_to_its_area(
    programme: Programme, area: Area, make_action: MakeAction, rows: int, django_assert_num_queries: Any
) -> None:
    action, initiative = make_action("Doświetlenie przystanków"), programme.undertakings.create(kind="initiative", no=1)
    for no in range(rows):
        _signal(programme, f"Sygnał {no}").undertakings.add(action, initiative)
    with django_assert_num_queries(4):
        told = queries.of_year(programme, 2022)
    assert [row["areas"] for row in told] == [[1]] * rows


def test_doubles_and_what_was_set_aside_are_left_out_and_the_unanswered_stay(programme: Programme) -> None:
    first = _signal(programme, "Pierwszy")
    _signal(programme, "Drugi", state="merged", merged_into=first)
    _signal(programme, "Reklama", state="set_aside")
    assert [(row["title"], row["outcome"], row["answered_on"]) for row in queries.of_year(programme, 2022)] == [
        ("Pierwszy", "", "")
    ]


@pytest.mark.parametrize("before", ObservationState.values)
def test_the_database_keeps_the_table_of_transitions(programme: Programme, coordinator: User, before: str) -> None:
    signal = _signal(programme, "Sygnał")
    for after in ObservationState.values:
        step = Step(observation=signal, before=before, after=after, reason="bo tak", by=coordinator)
        if after in NEXT[ObservationState(before)]:
            step.save()
        else:
            with pytest.raises(IntegrityError), transaction.atomic():
                step.save()
    assert set(signal.steps.values_list("after", flat=True)) == NEXT[ObservationState(before)]


def _signal(programme: Programme, title: str, **fields: object) -> Observation:
    words = {"kind": "media", "happened_on": date(2022, 5, 1), **fields}
    return Observation.objects.create(programme=programme, title=title, **words)
