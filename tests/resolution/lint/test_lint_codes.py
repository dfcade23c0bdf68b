"""Codes, severities and rules agree with the page that tells of them."""

import re
from pathlib import Path

from resolution.samples import KIELCE, ROOT

from bezpiecznik.resolution import read
from bezpiecznik.resolution.lint import rules

SOURCES = "\n".join(path.read_text() for path in Path(rules.__file__).parent.glob("*.py"))
ROWS = dict(re.findall(r"^\| ([A-Z_]{4,}) \| ([a-z, ]+) \|", (ROOT / "docs" / "findings.md").read_text(), re.M))


def test_every_code_is_told_of_and_no_other() -> None:
    written = set(re.findall(r'"([A-Z]{3,}_[A-Z_]+|MISPRINT|PUNCTUATION|UNBALANCED)"', SOURCES))
    assert set(ROWS) == written


def test_severities_are_those_told() -> None:
    for found in read(KIELCE.read_bytes()).findings:
        assert found.severity in ROWS[found.code].split(", ")


def test_every_public_rule_is_used() -> None:
    takers = set(re.findall(r"^def ([a-z]\w+)\(subject: Subject\) -> Iterator\[Finding\]:", SOURCES, re.M))
    assert takers == {rule.__name__ for rule in rules.RULES}
