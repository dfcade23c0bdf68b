"""`docs/security.md` answers every requirement of OWASP ASVS 5.0, levels 1 and 2, and names what exists."""

import ast
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "bezpiecznik"
PAGE = ROOT / "docs" / "security.md"
ANSWERS = {"yes", "gap", "n.a.", "installation"}
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| (\d) \| (.+?) \| (\S+) \| (.+) \|$", re.M)
CITED = re.compile(r"`([\w./-]+\.(?:py|tsv|txt|html|js|md|toml))(?:::(\w+))?`")
SECTION = re.compile(r"„([^”]+)” in `docs/security\.md`")
STEP = re.compile(r"[Cc]hecklist ((?:\d+(?: \([^)]*\))?(?:, )?)+)")


@dataclass(frozen=True)
class Row:
    """One requirement: `by` is the text in which tests and files are named."""

    id: str
    level: int
    words: str
    answer: str
    by: str


@cache
def rows() -> tuple[Row, ...]:
    return tuple(Row(id, int(level), *rest) for id, level, *rest in ROW.findall(PAGE.read_text()))


def asked() -> dict[str, int]:
    """Requirements of levels 1 and 2, out of the list of levels."""
    found = {}
    for line in (ROOT / "tests" / "asvs.txt").read_text().splitlines():
        if not line.startswith("#"):
            section, levels = line.split(": ")
            found |= {f"{section}.{no}": int(level) for no, level in enumerate(levels.split(), start=1)}
    assert Counter(found.values()) == {1: 70, 2: 183, 3: 92}  # as many as the standard has
    return {id: level for id, level in found.items() if level < 3}


def where(name: str) -> Path:
    """The file that is meant: from the root of the project, or from the code."""
    return next((place for place in (ROOT / name, SOURCE / name) if place.is_file()), ROOT / name)


def functions_of(path: Path) -> set[str]:
    return {node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)}


def citations() -> set[tuple[str, str]]:
    return set(CITED.findall("\n".join(row.by for row in rows())))


def test_every_requirement_is_answered_once_and_at_its_level() -> None:
    assert Counter(row.id for row in rows()) == Counter(asked().keys())
    assert {row.id: row.level for row in rows()} == asked()
    assert {row.answer for row in rows()} <= ANSWERS


def test_no_row_of_a_table_is_overlooked() -> None:
    """A row that is written a little differently would not be counted at all."""
    assert len(re.findall(r"^\| \d+\.", PAGE.read_text(), re.M)) == len(rows())


def test_every_file_and_test_that_is_named_exists() -> None:
    absent = {
        f"{name}::{test}" if test else name
        for name, test in citations()
        if not where(name).is_file() or (test and test not in functions_of(where(name)))
    }

    assert sorted(absent) == []


def test_what_is_done_names_by_what() -> None:
    bare = [row.id for row in rows() if row.answer == "yes" and not CITED.search(row.by) and len(row.by) < 20]

    assert bare == []


def test_every_gap_is_told_in_a_sentence() -> None:
    for row in rows():
        if row.answer == "n.a.":
            assert row.by.strip(), row.id
        if row.answer == "gap":
            assert re.search(r"\.(?: Checklist \d+\.)?$", row.by), row.id


def test_sections_and_steps_that_are_named_exist() -> None:
    page = PAGE.read_text()
    steps = set(re.findall(r"^(\d+)\. ", page, re.M))
    for row in rows():
        assert all(f"**{title}.**" in page for title in SECTION.findall(row.by)), row.id
        named = {no for text in STEP.findall(row.by) for no in re.findall(r"\d+", re.sub(r"\([^)]*\)", "", text))}
        assert named <= steps, row.id
        assert row.answer != "installation" or named, row.id


def test_the_counts_can_be_read() -> None:
    """Printed with -s."""
    counts = Counter(row.answer for row in rows())
    print(f"{len(rows())} requirements of levels 1 and 2: {dict(counts)}")

    assert sum(counts.values()) == len(asked())
