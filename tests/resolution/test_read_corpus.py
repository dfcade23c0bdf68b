"""Documents of other layouts with known readings: those of the shared folder, and our own invented counties."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from resolution.corpus.measure import documents, measured
from resolution.samples import KIELCE, SHARED, needs_shared
from resolution.scoring import Score, mean, score, table

from bezpiecznik.resolution import Reading, read

CORPUS = sorted((SHARED / "corpus").glob("*.txt"))
OURS = documents("dev", "heldout", "unseen", "reserve", "fresh")


@cache
def scored(path: Path) -> Score:
    return measured(path)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_action_of_a_document_is_lost_and_none_invented(path: Path) -> None:
    one = scored(path)
    assert one.read == one.expected, "\n".join(one.misses)


def test_names_texts_and_initiatives_of_the_corpus_are_above_the_bar() -> None:
    scores = [scored(path) for path in OURS]
    print(table(scores))
    assert len(scores) >= 16
    assert mean(one.f1 for one in scores) >= 0.97, table(scores)
    assert mean(one.texts for one in scores) >= 0.97, table(scores)
    assert mean(rate for one in scores if (rate := one.rate("initiatives")) is not None) >= 0.97, table(scores)


@needs_shared
@pytest.mark.parametrize("path", OURS[:2], ids=lambda path: path.name)
def test_our_measure_says_what_the_common_one_says(path: Path, tmp_path: Path) -> None:
    reading, gold = tmp_path / "reading.json", path.parent / f"{path.stem}.gold.json"
    reading.write_text(json.dumps(read(path.read_bytes()).to_json(), ensure_ascii=False))
    tool = [sys.executable, str(SHARED / "tools" / "score_reading.py"), str(reading), str(gold)]
    said = subprocess.run(tool, capture_output=True, text=True, check=False).stdout
    one = scored(path)
    rate = one.rate("initiatives")
    assert said.startswith(
        f"actions {one.read}/{one.expected} texts exact {one.texts:.3f} names F1 {one.f1:.4f} "
        f"initiatives {1.0 if rate is None else rate:.3f}"
    )


@needs_shared
def test_kielce_has_full_marks_by_our_measure_too() -> None:
    gold = json.loads((SHARED / "kielce" / "gold.json").read_text())
    one = score(read(KIELCE.read_bytes()).to_json(), {**gold, "abbreviations": {}} | {"areas": gold["areas"]}, "kielce")
    assert (one.read, one.texts, one.f1) == (110, 1.0, 1.0)


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


@needs_shared
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_actions_are_those_read_by_hand(path: Path) -> None:
    expected = [
        {"area": area["no"], **{key: value for key, value in action.items() if key != "funding"}}
        for area in _gold(path)["areas"]
        for action in area["actions"]
    ]
    assert _actions(read(path.read_bytes())) == expected


@needs_shared
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_title_page_and_abbreviations_are_those_read_by_hand(path: Path) -> None:
    reading, hand = read(path.read_bytes()), _gold(path)
    assert [reading.meta.unit, reading.meta.unit_kind, reading.meta.title] == [hand["jst"], hand["kind"], hand["title"]]
    assert [reading.meta.years_from, reading.meta.years_to] == hand["years"]
    assert {row.abbr: row.name for row in reading.institutions} == hand["abbreviations"]
    assert [area.name.casefold() for area in reading.areas] == [area["name"].casefold() for area in hand["areas"]]
    assert reading.unplaced == ()


def test_the_corpus_is_as_wide_as_offices_write() -> None:
    golds = {path: json.loads((path.parent / f"{path.stem}.gold.json").read_text()) for path in OURS}
    assert {path.suffix for path in OURS} == {".docx", ".pdf", ".xlsx", ".odt", ".txt", ".md"}
    assert {gold["kind"] for gold in golds.values()} == {"powiat", "miasto na prawach powiatu"}
    sizes = {path.name: sum(len(area["actions"]) for area in gold["areas"]) for path, gold in golds.items()}
    assert {name: size for name, size in sizes.items() if not 12 <= size <= 60} == {}
    assert len({gold["layout"] for gold in golds.values()}) == len(OURS)
