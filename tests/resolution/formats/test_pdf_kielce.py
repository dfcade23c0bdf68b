"""Kielce as PDF, set three ways: what is read must be what its text says."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from resolution.formats.kielce_made import SOFFICE, as_docx, office_pdf, typst_pdf
from resolution.samples import KIELCE, SHARED, needs_shared

from bezpiecznik.resolution import Reading, read

needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice, which makes the PDF, is not here")
BARS = ("--texts", "0.99", "--f1", "0.99", "--init", "0.98")


@cache
def from_text() -> Reading:
    return read(KIELCE.read_bytes())


@cache
def from_office() -> Reading:
    return read(office_pdf(as_docx()))


@cache
def ruled() -> Reading:
    return read(typst_pdf(ruled=True))


@cache
def without_rulings() -> Reading:
    return read(typst_pdf(ruled=False))


WAYS = [
    pytest.param(from_office, id="LibreOffice", marks=needs_office),
    pytest.param(ruled, id="typst, ruled and hyphenated"),
    pytest.param(without_rulings, id="typst, without rulings"),
]


def texts_exact(made: Reading) -> float:
    """The share of actions of the text that the PDF gives word for word."""
    pairs = [
        (by_text.text.split(), by_pdf.text.split())
        for area, other in zip(from_text().areas, made.areas, strict=True)
        for by_text, by_pdf in zip(area.actions, other.actions, strict=True)
    ]
    return sum(left == right for left, right in pairs) / len(pairs)


def names_f1(made: Reading) -> float:
    """F1 of responsible bodies and partners over all actions."""
    expected, found = (
        {
            (area.no, action.no, role, name)
            for area in reading.areas
            for action in area.actions
            for role, names in (("lead", action.responsible), ("partner", action.partners))
            for name in names
        }
        for reading in (from_text(), made)
    )
    return 2 * len(expected & found) / (len(expected) + len(found))


@pytest.mark.parametrize("made", WAYS)
def test_actions_and_bodies_are_those_of_the_text(made: Callable[[], Reading]) -> None:
    assert texts_exact(made()) >= 0.99
    assert names_f1(made()) >= 0.99


@pytest.mark.parametrize("made", WAYS)
def test_title_goals_and_abbreviations_are_those_of_the_text(made: Callable[[], Reading]) -> None:
    text, reading = from_text(), made()
    assert (reading.meta.act_no, reading.meta.date, reading.meta.title) == (
        text.meta.act_no,
        text.meta.date,
        text.meta.title,
    )
    assert [goal.text for goal in reading.goals] == [goal.text for goal in text.goals]
    assert [(row.abbr, row.name) for row in reading.institutions] == [(row.abbr, row.name) for row in text.institutions]
    assert [area.name for area in reading.areas] == [area.name for area in text.areas]


@needs_shared
@pytest.mark.parametrize("made", WAYS)
def test_measured_by_the_common_rule_it_stands_above_the_bar(made: Callable[[], Reading], tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    path.write_text(json.dumps(made().to_json(), ensure_ascii=False))
    tool, gold = SHARED / "tools" / "score_reading.py", SHARED / "kielce" / "gold.json"
    result = subprocess.run([sys.executable, tool, path, gold, *BARS], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("made", WAYS)
def test_every_action_has_its_page_and_place(made: Callable[[], Reading]) -> None:
    sources = [action.source for area in made().areas for action in area.actions]
    assert all(source.line and source.page and source.box for source in sources)
    assert [source.page for source in sources] == sorted(source.page or 0 for source in sources)
