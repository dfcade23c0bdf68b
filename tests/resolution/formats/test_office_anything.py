"""Valid files with bytes changed at random: a reading or a refusal, never anything else."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from resolution.formats.office import docx_of_lines, odt, zipped
from thoroughness import examples

from bezpiecznik.resolution import Reading, UnreadableDocument, read


def _xlsx_of_a_library() -> bytes:
    book = Workbook()
    for row in (["Lp.", "Zadanie", "Realizator"], [1, "Patrole", "KMP"]):
        book.active.append(row)  # type: ignore[union-attr]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


VALID = {
    "docx": docx_of_lines(["OBSZAR I: ULICE", ["Lp.", "Zadanie", "Realizator"], ["1.", "Patrole", "KMP"]]),
    "xlsx": _xlsx_of_a_library(),
    "odt": odt(
        "<text:p>OBSZAR I: ULICE</text:p><text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>"
    ),
}


def _with_flips(data: bytes, flips: list[tuple[int, int]]) -> bytes:
    changed = bytearray(data)
    for at, value in flips:
        changed[at % len(changed)] ^= value
    return bytes(changed)


FLIPS = st.lists(st.tuples(st.integers(0, 1_000_000), st.integers(1, 255)), min_size=1, max_size=8)


def _read_or_refused(data: bytes) -> None:
    """A reading that survives its own JSON, or one sentence."""
    try:
        outcome = read(data)
    except UnreadableDocument as refusal:
        sentence = str(refusal)
    else:
        sentence = "" if Reading.from_json(outcome.to_json()) == outcome else "the JSON loses something"
    assert not sentence or sentence.endswith(".")


@pytest.mark.parametrize("kind", list(VALID))
@given(flips=FLIPS)
@settings(max_examples=examples(80), deadline=5000)
def test_changed_bytes_of_a_file_are_read_or_refused(kind: str, flips: list[tuple[int, int]]) -> None:
    _read_or_refused(_with_flips(VALID[kind], flips))


@pytest.mark.parametrize("kind", list(VALID))
@given(flips=FLIPS, which=st.integers(0, 30))
@settings(max_examples=examples(80), deadline=5000)
def test_changed_bytes_inside_a_part_are_read_or_refused(kind: str, flips: list[tuple[int, int]], which: int) -> None:
    with zipfile.ZipFile(io.BytesIO(VALID[kind])) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    name = sorted(parts)[which % len(parts)]
    content = parts[name]
    assert isinstance(content, bytes)
    if content:
        parts[name] = _with_flips(content, flips)
    _read_or_refused(zipped(parts))
