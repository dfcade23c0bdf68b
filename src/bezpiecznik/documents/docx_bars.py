"""Charts of a DOCX: the pictures that the PDF draws, each with its description in words."""

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import typst
from PIL import Image

from bezpiecznik.documents import serial
from bezpiecznik.documents.bars import BarChart
from bezpiecznik.documents.text import FONTS

PICTURES = Path(__file__).parent / "typst" / "bar_pictures.typ"
DOTS = 200  # per inch
WIDTH = 166.0  # millimetres: the line


def bar_pictures(charts: Iterable[BarChart]) -> dict[BarChart, bytes]:
    """Each chart as PNG, all drawn at once."""
    listed = list(dict.fromkeys(charts))
    if not listed:
        return {}
    drawn = typst.compile(
        PICTURES,
        root=PICTURES.parent,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]),
        format="png",
        ppi=DOTS,
        sys_inputs={"charts": json.dumps([serial.bars(chart) for chart in listed], ensure_ascii=False)},
    )
    pages = cast("list[bytes]", [drawn] if isinstance(drawn, bytes) else drawn)
    return dict(zip(listed, pages, strict=True))


def size_of(picture: bytes) -> tuple[float, float]:
    """Width and height of a picture on paper, in millimetres: as wide as the line."""
    with Image.open(io.BytesIO(picture)) as image:
        return WIDTH, WIDTH * image.height / image.width
