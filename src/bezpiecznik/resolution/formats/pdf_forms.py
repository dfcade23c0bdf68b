"""Drawings that draw drawings: a few lines of a PDF may ask for the same one a billion times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

MAX_DRAWN = 20_000

_OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+obj\b")
_DRAWS = re.compile(rb"/([^\s/<>()\[\]{}%]{1,100})\s+Do\b")
_NAMES = re.compile(rb"/XObject\s*<<(.{0,20000}?)>>", re.S)
_ELSEWHERE = re.compile(rb"/(?:XObject|Resources)\s+(\d{1,9})\s+\d{1,5}\s+R")
_NAMED = re.compile(rb"/([^\s/<>()\[\]{}%]{1,100})\s+(\d{1,9})\s+\d{1,5}\s+R")
_DEEPEST = 30


class Drawing(NamedTuple):
    """A stream that draws others: what is said of it, and its content."""

    head: bytes
    content: bytes


def drawn_too_often(data: bytes, drawings: Sequence[Drawing]) -> bool:
    """Would these drawings, each with all those inside it, be drawn beyond all measure?"""
    calls: dict[int, Counter[int]] = {}
    places = {int(match[1]): match.end() for match in _OBJECT.finditer(data)} if drawings else {}
    for drawing in drawings:
        number = _OBJECT.search(drawing.head)
        if number is None or b"/Form" not in drawing.head:
            continue
        names = dict(_NAMED.findall(_resources(data, places, drawing.head)))
        drawn = Counter(_DRAWS.findall(drawing.content))
        calls[int(number[1])] = Counter()
        for name, times in drawn.items():
            calls[int(number[1])][int(names.get(name, 0))] += times
    costs: dict[int, int] = {}
    return any(_cost(number, calls, costs, 0) > MAX_DRAWN for number in calls)


def _resources(data: bytes, places: dict[int, int], head: bytes) -> bytes:
    """The part of the head, or of the object it points to, that gives drawings their names."""
    found = b" ".join(_NAMES.findall(head))
    for number in _ELSEWHERE.findall(head)[:2]:
        if place := places.get(int(number)):
            found += data[place : place + 20_000].partition(b"endobj")[0]
    return found


def _cost(number: int, calls: dict[int, Counter[int]], costs: dict[int, int], depth: int) -> int:
    """How many drawings one of them makes in all; one that draws itself is drawn once, as readers do."""
    if number not in calls or depth > _DEEPEST:
        return 1
    if number not in costs:
        costs[number] = 1
        total = 1 + sum(times * _cost(inner, calls, costs, depth + 1) for inner, times in calls[number].items())
        costs[number] = min(total, 10 * MAX_DRAWN)
    return costs[number]
