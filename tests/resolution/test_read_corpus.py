"""Documents of other layouts, whose readings were made by hand, where the shared folder is at hand."""

import json
from pathlib import Path
from typing import Any

import pytest
from resolution.samples import SHARED, needs_shared

from bezpiecznik.resolution import Reading, read

pytestmark = needs_shared
CORPUS = sorted((SHARED / "corpus").glob("*.txt"))


def _gold(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.with_suffix(".gold.json").read_text())
    return data


def _actions(reading: Reading) -> list[dict[str, Any]]:
    return [
        {
            "area": area.no,
            "no": action.no,
            "text": action.text,
            "responsible": list(action.responsible),
            "partners": list(action.partners),
            "term": action.deadline,
            "indicators": list(action.indicators),
        }
        for area in reading.areas
        for action in area.actions
    ]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_actions_are_those_read_by_hand(path: Path) -> None:
    expected = [
        {"area": area["no"], **{key: value for key, value in action.items() if key != "funding"}}
        for area in _gold(path)["areas"]
        for action in area["actions"]
    ]
    assert _actions(read(path.read_bytes())) == expected


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_title_page_and_abbreviations_are_those_read_by_hand(path: Path) -> None:
    reading, hand = read(path.read_bytes()), _gold(path)
    assert [reading.meta.unit, reading.meta.unit_kind, reading.meta.title] == [hand["jst"], hand["kind"], hand["title"]]
    assert [reading.meta.years_from, reading.meta.years_to] == hand["years"]
    assert {row.abbr: row.name for row in reading.institutions} == hand["abbreviations"]
    assert [area.name.casefold() for area in reading.areas] == [area["name"].casefold() for area in hand["areas"]]
    assert reading.unplaced == ()
