"""Where the documents of these tests stand, and how to write a small one in a line or two."""

from pathlib import Path

import pytest

from bezpiecznik.resolution import Reading, read

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
DOCUMENTS = Path(__file__).parent / "documents"
KIELCE = ROOT / "examples" / "kielce" / "uchwala-XLII-829-2021.txt"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder with hand-made readings is not here")

HEADER = "Lp.\tDziałania\tPodmiot odpowiedzialny\tPartnerzy\n"
ABBREVIATIONS = "Lp.\tSkrót\tPełna nazwa\n1.\tAB\tAgencja Bezpieczeństwa\n2.\tCD\tCentrum Dialogu\n\n"


def reading_of(text: str) -> Reading:
    """The reading of a text written in a test."""
    return read(text.encode())


def programme(*rows: str, before: str = "", abbreviations: str = ABBREVIATIONS) -> Reading:
    """A reading of one area with the given rows (number, action, responsible, partners by tabs)."""
    return reading_of(f"{before}\n{abbreviations}OBSZAR I: SPOKOJNE ULICE\n\n{HEADER}" + "\n".join(rows))


def codes(reading: Reading, code: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Severity, subject and places of the findings with this code."""
    return [(found.severity, found.subject, found.places) for found in reading.findings if found.code == code]
