"""Ruled lines of a scanned page: long runs of ink, found and then wiped so that they are not taken for letters."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageDraw

from bezpiecznik.resolution.formats.pdf_shapes import Rule

_INK = 160
_SHORTEST = 0.3
"""Of an inch: no stroke of a letter is as long."""
_MAX_RUNS = 20_000

Run = tuple[int, int, int]


def find_rules(picture: Image.Image, dots: float) -> tuple[list[Rule], list[Rule]]:
    """Level and upright rules in points, for a grey picture of so many dots an inch; the picture loses them."""
    ink = picture.point(lambda value: 255 if value < _INK else 0)
    length = max(8, int(_SHORTEST * dots))
    levels = _runs(ink, length)
    uprights = _runs(ink.transpose(Image.Transpose.TRANSPOSE), length)
    pen = ImageDraw.Draw(picture)
    for at, start, end in levels:
        pen.line((start - 3, at, end + 3, at), fill=255, width=3)
    for at, start, end in uprights:
        pen.line((at, start - 3, at, end + 3), fill=255, width=3)
    return _rules(levels, dots), _rules(uprights, dots)


def _rules(runs: list[Run], dots: float) -> list[Rule]:
    return [Rule(at * 72 / dots, start * 72 / dots, end * 72 / dots) for at, start, end in runs]


def _runs(ink: Image.Image, length: int) -> list[Run]:
    """Rows of the picture with ink over at least so many dots in a row: which row, from where to where."""
    width, height = ink.size
    left, step = ink, 1
    while step < length:
        step_now = min(step, length - step)
        left = ImageChops.darker(left, ImageChops.offset(left, -step_now, 0))
        step += step_now
    data = left.tobytes()
    runs: list[Run] = []
    for row in range(height):
        line = data[row * width : (row + 1) * width]
        start = line.find(b"\xff")
        while start >= 0 and len(runs) < _MAX_RUNS:
            end = line.find(b"\x00", start)
            end = width if end < 0 else end
            runs.append((row, start, min(width, end + length)))
            start = line.find(b"\xff", end)
    return runs
