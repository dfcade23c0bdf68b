"""The resolution of Kielce as DOCX, ODT and XLSX says the same as its text."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from resolution.formats import kielce
from resolution.samples import KIELCE, SHARED

from bezpiecznik.resolution import Reading, read

WORD = "docx:MS Word 2007 XML"
BAR = 0.99


def assert_alike(reading: Reading, by_text: Reading) -> None:
    """At least 0.99 F1 on names and 0.99 of the texts of actions exact; and everything else is found too."""
    assert [area.name for area in reading.areas] == [area.name for area in by_text.areas]
    keyed = {(area.no, it.no): it for area in reading.areas for it in area.actions}
    expected = {(area.no, it.no): it for area in by_text.areas for it in area.actions}
    exact = sum(key in keyed and keyed[key].text == it.text for key, it in expected.items())
    assert exact >= BAR * len(expected)
    for role in ("responsible", "partners"):
        found = {(key, name) for key, it in keyed.items() for name in getattr(it, role)}
        wanted = {(key, name) for key, it in expected.items() for name in getattr(it, role)}
        assert 2 * len(found & wanted) >= BAR * (len(found) + len(wanted))
    for part in ("institutions", "initiatives", "goals", "forms", "participants", "commission_tasks", "unplaced"):
        assert len(getattr(reading, part)) == len(getattr(by_text, part))
    assert [it.name for it in reading.initiatives] == [it.name for it in by_text.initiatives]
    assert (reading.meta.act_no, reading.meta.date) == (by_text.meta.act_no, by_text.meta.date)


@pytest.fixture(scope="module")
def by_text() -> Reading:
    """The reading of the text itself."""
    return read(KIELCE.read_bytes())


def test_as_a_docx_with_real_tables(by_text: Reading) -> None:
    assert_alike(read(kielce.as_docx()), by_text)


def test_as_a_workbook(by_text: Reading) -> None:
    assert_alike(read(kielce.as_xlsx()), by_text)


def test_rows_of_the_docx_carry_their_places(by_text: Reading) -> None:
    first = read(kielce.as_docx()).areas[0].actions[0].source
    assert first.cell is not None
    assert first.cell.startswith("T")
    assert first.line is not None


@kielce.needs_office
@pytest.mark.parametrize("target", [WORD, "odt"])
def test_its_text_converted_by_an_office_program(target: str, by_text: Reading, tmp_path: Path) -> None:
    """Here rows are paragraphs divided by tabs."""
    plain = "\n".join("\t".join(it) if isinstance(it, list) else it for it in kielce.lines())
    assert_alike(read(kielce.converted(plain.encode(), "txt", target, tmp_path)), by_text)


@kielce.needs_office
def test_its_docx_saved_by_an_office_program_as_odt_and_back(by_text: Reading, tmp_path: Path) -> None:
    odt = kielce.converted(kielce.as_docx(), "docx", "odt", tmp_path)
    assert_alike(read(odt), by_text)
    (tmp_path / "back").mkdir()
    assert_alike(read(kielce.converted(odt, "odt", WORD, tmp_path / "back")), by_text)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder with hand-made readings is not here")
def test_measured_by_the_common_rule_against_the_reading_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    path.write_text(json.dumps(read(kielce.as_docx()).to_json(), ensure_ascii=False))
    bars = ["--texts", "0.99", "--f1", "0.99", "--init", "0.99"]
    tool, gold = SHARED / "tools" / "score_reading.py", SHARED / "kielce" / "gold.json"
    run = subprocess.run([sys.executable, tool, path, gold, *bars], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
