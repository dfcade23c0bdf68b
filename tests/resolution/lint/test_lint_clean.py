"""A document made well gives nothing to say; two documents of other hands give only what is true."""

from pathlib import Path

import pytest
from resolution.samples import SHARED, needs_shared

from bezpiecznik.resolution import read

CLEAN = Path(__file__).parent / "clean.txt"


def test_well_made_document_has_no_findings() -> None:
    reading = read(CLEAN.read_bytes())
    assert len(reading.areas) == len(reading.initiatives) + 1 == 3
    assert [(found.code, found.subject) for found in reading.findings] == []


@needs_shared
@pytest.mark.parametrize(
    ("name", "true"),
    [
        (
            "S1_miasto_tab6.txt",
            {("ABBR_UNDEFINED", "OSP"), ("ABBR_UNUSED", "PSSE"), ("COLUMN_MISSING", "finansowanie")}
            | {("GOAL_MISSING", "cele programu")},
        ),
        ("S3_powiat_lista.txt", {("COLUMN_MISSING", "finansowanie")}),
    ],
)
def test_documents_of_other_hands_give_only_true_findings(name: str, true: set[tuple[str, str]]) -> None:
    reading = read((SHARED / "corpus" / name).read_bytes())
    assert {(found.code, found.subject) for found in reading.findings} == true
