"""Ruled lines of a page: strokes, thin rectangles and edges of filled ones."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
from pypdfium2 import raw

from bezpiecznik.resolution.formats.pdf_shapes import Box, Rule, Turn

MAX_OBJECTS = 60_000
MAX_RULES = 8_000
_MAX_SEGMENTS = 2_000
_DEEPEST = 4
_THIN = 3.0
_SHORTEST = 5.0


@dataclass
class Rules:
    """Level and upright rules of a page, and how many pictures stand on it."""

    levels: list[Rule] = field(default_factory=list)
    uprights: list[Rule] = field(default_factory=list)
    pictures: int = 0
    objects: int = 0

    @property
    def full(self) -> bool:
        """Are there more than any table has?"""
        return self.objects > MAX_OBJECTS or len(self.levels) + len(self.uprights) > MAX_RULES

    def stroke(self, box: Box) -> bool:
        """Keep a box that is thin enough to be a line."""
        x0, y0, x1, y1 = box
        if y1 - y0 <= _THIN and x1 - x0 >= _SHORTEST:
            self.levels.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _THIN and y1 - y0 >= _SHORTEST:
            self.uprights.append(Rule((x0 + x1) / 2, y0, y1))
        else:
            return x1 - x0 < _SHORTEST and y1 - y0 < _SHORTEST
        return True

    def frame(self, box: Box) -> None:
        """Keep the four edges of a box."""
        x0, y0, x1, y1 = box
        for edge in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            self.stroke(edge)


def rules_of(page: pypdfium2.PdfPage, turn: Turn) -> Rules:
    """All rules of the page, in the coordinates the turn leads to."""
    found = Rules()
    count = raw.FPDFPage_CountObjects(page.raw)
    _walk(found, [raw.FPDFPage_GetObject(page.raw, index) for index in range(min(count, MAX_OBJECTS))], turn, 0)
    return found


def _walk(found: Rules, objects: list[Any], turn: Turn, depth: int) -> None:
    for thing in objects:
        found.objects += 1
        if found.full:
            return
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _path(found, thing, turn)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.pictures += 1
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = raw.FPDFFormObj_CountObjects(thing)
            parts = [raw.FPDFFormObj_GetObject(thing, index) for index in range(max(0, min(inner, MAX_OBJECTS)))]
            _walk(found, parts, _within(thing, turn), depth + 1)


def _within(thing: Any, turn: Turn) -> Turn:
    matrix = _matrix(thing)
    return turn if matrix is None else turn.after(matrix)


def _matrix(thing: Any) -> Turn | None:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix)):
        return None
    return Turn(matrix.a, matrix.c, matrix.b, matrix.d, matrix.e, matrix.f)


def _path(found: Rules, path: Any, turn: Turn) -> None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(path, *(ctypes.byref(edge) for edge in edges)):
        return
    left, bottom, right, top = (edge.value for edge in edges)
    if not found.stroke(turn.box((left, bottom, right, top))):
        _segments(found, path, _within(path, turn))


def _segments(found: Rules, path: Any, turn: Turn) -> None:
    """The straight sides of a bigger shape; a closed one comes back to where it began."""
    count = raw.FPDFPath_CountSegments(path)
    if count > _MAX_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = last = (0.0, 0.0)
    shape: list[Box] = []
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if not raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            return
        point = turn.point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            shape.append((*last, *point))
        if raw.FPDFPathSegment_GetClose(segment):
            shape.append((*point, *begun))
        last = point
    for x0, y0, x1, y1 in shape:
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        if box[2] - box[0] < 1 or box[3] - box[1] < 1:
            found.stroke(box)
