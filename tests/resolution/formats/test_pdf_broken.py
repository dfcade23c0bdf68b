"""PDF files that nobody should trust: read or refused in one sentence, quickly, in little memory, nothing fetched."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolution.formats.pdf_made import set_as_pdf
from resolution.formats.small_pdf import FONT, one_page, packed, pdf, stream, written
from thoroughness import examples

from bezpiecznik.resolution import read
from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats import Options, open_document
from bezpiecznik.resolution.formats.pdf_file import MAX_PAGES

GIBIBYTE = 1 << 30
TEXT = "Program bezpieczenstwa mieszkancow"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
TABLE = "#table(columns: 3, [Lp.], [Zadanie], [Realizator], [1.], [Patrole szkolne], [KPP])"


def bomb(size: int, times: int = 1) -> bytes:
    """A stream of so many zeros, packed once or more."""
    piece = bytes(10_000_000)
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)  # can be repeated: packing gigabytes takes long
    times_of_piece = size // len(piece)
    control = (times_of_piece * len(piece) % 65_521 << 16) | 1  # Adler-32 of that many zeros
    data = b"\x78\xda" + block * times_of_piece + packer.flush() + control.to_bytes(4, "big")
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%s]" % (b"/FlateDecode " * times))


def form(content: bytes, inner: bytes = b"") -> bytes:
    """A drawing, with the drawings it may draw."""
    fonts = b"/Resources << /Font << /F1 5 0 R >> /XObject << %s >> >>" % inner
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] " + fonts)


def drawings(storeys: int, times: int) -> bytes:
    """Each drawing draws the next one many times."""
    made = [form(b"/X Do " * times, b"/X %d 0 R" % (7 + storey)) for storey in range(storeys - 1)]
    return one_page(stream(b"/X Do"), *made, form(written(TEXT)), page=b"/XObject << /X 6 0 R >>")


def picture(entries: bytes) -> bytes:
    """A page of text with a picture said to be of some size."""
    head = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 " + entries
    drawn = stream(b"q 9 0 0 9 0 0 cm /I Do Q " + written(TEXT))
    return one_page(drawn, packed(bytes(1000), head), page=b"/XObject << /I 6 0 R >>")


def with_password(owner: str, user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(set_as_pdf(TEXT)))
    writer.encrypt(user_password=user, owner_password=owner, algorithm="AES-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def acting() -> bytes:
    """A page that would like to run a script, start a program and open addresses."""
    act = (
        b"/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://192.0.2.1/'\\)) >>"
        b" /AA << /WC << /S /Launch /F (/bin/true) >> >>"
    )
    link = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://192.0.2.1/) >> >>"
    outside = stream(b"", b"/F << /FS /URL /F (http://192.0.2.1/content) >>")
    data = one_page(stream(written(TEXT)), link, outside, catalogue=act)
    return data.replace(b"/Contents 4 0 R", b"/Contents [4 0 R 7 0 R] /Annots [6 0 R]")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb": lambda: one_page(bomb(2 * GIBIBYTE)),
    "bomb packed twice": lambda: one_page(bomb(2 * GIBIBYTE, times=2)),
    "bomb beside the text": lambda: one_page(stream(written(TEXT)), bomb(2 * GIBIBYTE)),
    "bomb of repeats": lambda: one_page(stream(b"\x81A" * 5_000_000, b"/Filter /RunLengthDecode")),
    "ten million letters": lambda: one_page(packed(b"BT /F1 1 Tf " + b"(abcdefghij) Tj " * 1_000_000 + b" ET")),
    "a million lines": lambda: one_page(packed(b"0 0 m 10 0 l S " * 1_000_000 + written(TEXT))),
    "a billion drawings": lambda: drawings(10, 10),
    "a drawing of itself": lambda: one_page(
        stream(b"/X Do"), form(b"/X Do " + written(TEXT), b"/X 6 0 R"), page=b"/XObject << /X 6 0 R >>"
    ),
    "an immense picture": lambda: picture(b"/Width 60000 /Height 60000"),
    "an immense page": lambda: one_page(stream(written(TEXT))).replace(b"[0 0 595 842]", b"[0 0 99999999 99999999]"),
    "pages in pages": lambda: pdf([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
    "no pages": lambda: pdf([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"]),
    "a million pages said": lambda: pdf([CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", PAGE]),
    "a hundred thousand objects": lambda: one_page(
        stream(written(TEXT)), *(b"<< /A %d >>" % number for number in range(100_000))
    ),
    "deep brackets": lambda: pdf([b"[" * 500_000]),
    "deep brackets in a page": lambda: one_page(packed(b"[" * 1_000_000 + b"q " * 1_000_000)),
    "scripts, programs and addresses": acting,
    "a web page by name": lambda: b"%PDF-1.7\n<html><body>Uchwala</body></html>",
    "noise": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400,
}


def outcome_of(data: bytes, tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "given.pdf"
    path.write_bytes(data)
    opener = Path(__file__).parent / "bounded_opening.py"
    done = subprocess.run([sys.executable, opener, path], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stderr == ""
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_little_and_reaches_nothing(name: str, tmp_path: Path) -> None:
    outcome = outcome_of(HOSTILE[name](), tmp_path)
    assert outcome["seconds"] < 30
    assert outcome["bytes"] < GIBIBYTE
    assert outcome["reached"] == []
    if "refusal" in outcome:
        assert outcome["refusal"].endswith(".")
    else:
        assert outcome["text"].strip() == TEXT


def refusal_of(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(data)
    return str(caught.value)


def test_each_refusal_says_what_is_wrong_and_what_to_do() -> None:
    assert "hasłem" in refusal_of(with_password("wlasciciel", "tajne"))
    assert "uszkodzony" in refusal_of(b"%PDF-1.7\nnic")
    assert "skan" in refusal_of(
        picture(b"/Width 10 /Height 10").replace(b"Program bezpieczenstwa mieszkancow", b" " * 34)
    )
    assert "żadnego tekstu" in refusal_of(one_page(stream(b"")))
    pages = b" ".join(b"3 0 R" for _ in range(MAX_PAGES + 1))
    many = [CATALOGUE, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (pages, MAX_PAGES + 1), PAGE]
    assert f"{MAX_PAGES} stron" in refusal_of(pdf(many))
    assert "rozpakowuje się" in refusal_of(one_page(bomb(200_000_000)))


def test_letters_without_a_table_of_letters_are_refused() -> None:
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Nic /Encoding /Identity-H /DescendantFonts [7 0 R] >>"
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Nic"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    shown = stream(b"BT /F2 12 Tf 60 700 Td <" + b"".join(b"%04x" % code for code in range(3, 90)) + b"> Tj ET")
    assert "opisu czcionek" in refusal_of(one_page(shown, font, inner, fonts=b"/F2 6 0 R"))


def test_a_password_of_the_owner_alone_keeps_nobody_from_reading() -> None:
    assert open_document(with_password("wlasciciel", "")).text == TEXT


def test_a_file_without_its_table_of_places_is_read_all_the_same() -> None:
    data = set_as_pdf(TABLE)
    lost = re.sub(rb"startxref\s*\d+", b"startxref 7", data)
    assert open_document(lost).text == open_document(data).text


@pytest.mark.parametrize("share", range(0, 100, 7))
def test_a_file_cut_anywhere_is_read_or_refused(share: int) -> None:
    data = set_as_pdf(TABLE)
    assert _outcome(data[: max(6, len(data) * share // 100)])


def _outcome(data: bytes) -> str:
    try:
        return open_document(data).text or "nothing"
    except UnreadableDocument as refusal:
        return str(refusal)


SMALL = one_page(stream(written("Lp. Zadanie", TEXT)), FONT)


@given(st.lists(st.tuples(st.integers(9, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=12))
@settings(max_examples=examples(300), deadline=3000)
def test_any_bytes_changed_it_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SMALL)
    for place, value in changes:
        data[place] = value
    assert _outcome(bytes(data))


@given(st.integers(20, 4_000), st.binary(min_size=1, max_size=40))
@settings(max_examples=examples(60), deadline=5000)
def test_any_bytes_put_into_a_file_of_typst_it_is_read_or_refused(place: int, piece: bytes) -> None:
    data = _typst()
    at = place * len(data) // 4_001
    assert _outcome(data[:at] + piece + data[at + len(piece) :])


def _typst(made: list[bytes] = []) -> bytes:  # noqa: B006
    if not made:
        made.append(set_as_pdf(TABLE))
    return made[0]


def test_progress_is_told_page_by_page_and_never_goes_back() -> None:
    told: list[tuple[str, float]] = []
    open_document(
        set_as_pdf("a b c d e f g h i j k l\n#pagebreak()\nDruga strona uchwały"),
        Options(progress=lambda *at: told.append(at)),
    )
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(told) >= 3


def test_the_reader_takes_a_pdf_like_any_other_document() -> None:
    source = f"OBSZAR I. SZKOŁA\n\n{TABLE}"
    assert [action.text for area in read(set_as_pdf(source)).areas for action in area.actions] == ["Patrole szkolne"]
