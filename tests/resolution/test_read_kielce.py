"""The resolution of Kielce, compared with the reading of it that people made by hand."""

import json
import re
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from resolution.samples import KIELCE, SHARED, needs_shared

from bezpiecznik.resolution import Reading, read
from bezpiecznik.resolution.formats.decode import decode


@cache
def kielce() -> Reading:
    return read(KIELCE.read_bytes())


@cache
def gold() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SHARED / "kielce" / "gold.json").read_text())
    return data


def test_everything_is_counted_as_the_document_has_it() -> None:
    reading = kielce()
    counts = {
        "areas": len(reading.areas),
        "actions": [len(area.actions) for area in reading.areas],
        "initiatives": len(reading.initiatives),
        "institutions": len(reading.institutions),
        "goals": len(reading.goals),
        "forms": len(reading.forms),
        "participants": len(reading.participants),
        "commission_tasks": len(reading.commission_tasks),
        "unplaced": len(reading.unplaced),
    }
    assert counts == {
        "areas": 11,
        "actions": [11, 14, 17, 5, 3, 7, 12, 11, 13, 7, 10],
        "initiatives": 36,
        "institutions": 36,
        "goals": 12,
        "forms": 9,
        "participants": 14,
        "commission_tasks": 7,
        "unplaced": 0,
    }


def test_title_page_is_read_with_its_lines() -> None:
    meta = kielce().meta
    assert (meta.act_no, meta.date, meta.council) == ("XLII/829/2021", "2021-03-18", "Rada Miasta Kielce")
    assert (meta.unit, meta.unit_kind) == ("Miasto Kielce", "miasto na prawach powiatu")
    assert (meta.years_from, meta.years_to) == (2021, 2023)
    assert {key: source.line for key, source in meta.sources.items()} == {
        "act_no": 3,
        "council": 3,
        "date": 6,
        "years_from": 8,
        "years_to": 8,
        "legal_basis": 10,
        "title": 14,
        "unit": 3,
        "unit_kind": 3,
    }


@needs_shared
def test_lists_and_names_are_those_read_by_hand() -> None:
    reading, hand = kielce(), gold()
    for key in ("goals", "forms", "participants", "commission_tasks"):
        assert [passage.text for passage in getattr(reading, key)] == [item["text"] for item in hand[key]]
    assert reading.main_goal is not None
    assert reading.main_goal.text == hand["main_goal"]
    assert [(area.no, area.name) for area in reading.areas] == [(area["no"], area["name"]) for area in hand["areas"]]
    rows = [(row.abbr, row.name) for row in reading.institutions]
    assert rows == [(row["abbr"], row["name"]) for row in hand["entities"]]
    assert list(reading.meta.legal_basis) == hand["meta"]["legal_basis"]


@needs_shared
def test_every_value_carries_the_line_noted_by_hand() -> None:
    reading, hand = kielce(), gold()
    lines = [action.source.line for area in reading.areas for action in area.actions]
    assert lines == [action["src_lines"][0] for area in hand["areas"] for action in area["actions"]]
    assert [area.source.line for area in reading.areas] == [area["heading_line"] for area in hand["areas"]]
    assert [row.source.line for row in reading.initiatives] == [row["src_lines"][0] for row in hand["programmes"]]


@needs_shared
def test_raw_cells_are_kept_as_printed() -> None:
    for area, by_hand in zip(kielce().areas, gold()["areas"], strict=True):
        for action, expected in zip(area.actions, by_hand["actions"], strict=True):
            assert (action.responsible_raw, action.partners_raw) == (
                expected["responsible_raw"],
                expected["partners_raw"] or "",
            )


@needs_shared
def test_terms_and_money_of_initiatives_are_those_read_by_hand() -> None:
    keys = ("term_raw", "term_from", "term_to", "open_ended", "funding")
    read_ones = [tuple(getattr(row, key) for key in keys) for row in kielce().initiatives]
    assert read_ones == [tuple(row[key] for key in keys) for row in gold()["programmes"]]


@needs_shared
def test_measured_by_the_common_rule_nothing_is_below_the_bar(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    path.write_text(json.dumps(kielce().to_json(), ensure_ascii=False))
    bars = ["--texts", "1.0", "--f1", "1.0", "--init", "0.99"]
    tool = SHARED / "tools" / "score_reading.py"
    result = subprocess.run(
        [sys.executable, tool, path, SHARED / "kielce" / "gold.json", *bars],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_lines_of_the_reading_are_lines_of_the_decoded_text() -> None:
    lines = decode(KIELCE.read_bytes()).split("\n")
    for goal in kielce().goals:
        assert goal.text in lines[(goal.source.line or 0) - 1]


def _code_of_the_reader() -> str:
    source = Path(sys.modules["bezpiecznik.resolution"].__file__ or "").parent
    return "\n".join(path.read_text() for path in sorted(source.rglob("*.py")))


def test_reader_names_no_body_of_the_document() -> None:
    words = set(re.findall(r"\w+", _code_of_the_reader()))
    assert words.isdisjoint({part for row in kielce().institutions for part in row.abbr.split() if len(part) > 2})


def test_reader_knows_no_town_person_or_initiative_of_the_document() -> None:
    code = unicodedata.normalize("NFC", _code_of_the_reader()).casefold()
    names = {initiative.name.casefold() for initiative in kielce().initiatives}
    names |= {row.name.casefold() for row in kielce().institutions}
    names |= {"kielc", "kielec", "świętokrzysk", "wenta", "suchańsk", "silnic", "lubrzan", "bobrz"}
    assert {name for name in names if name in code} == set()
