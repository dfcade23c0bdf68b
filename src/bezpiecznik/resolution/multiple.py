"""Several tasks in one cell: when they are separate actions, and when one text (ADR 0020)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"(?:(\d{1,2}(?:\.\d{1,2})*)[.)]|([a-z])\)|[-–•*·►▪●])\s*(?=\S)")
_INLINE_BULLET = re.compile(r"(?:^|\s)[•·►▪●]\s*")
_INLINE_NUMBER = re.compile(r"(?:^|(?<=[\s;,.]))(\d{1,2})[.)]\s+(?=[^\W\d_„\"])")
_MOST = 60


@dataclass(frozen=True)
class Part:
    """One task out of a cell, with the number written before it, if any."""

    text: str
    number: str = ""


def parts_of_cell(cell: str, *, plain_lines: bool = False) -> list[Part]:
    """The marked items of a cell; lines without marks only where `plain_lines` says that each is a task.

    A cell that opens with a sentence of its own ("…, w tym:") is one text, whatever follows.
    """
    lines = [line.strip() for line in cell[:20_000].split("\n") if line.strip()]
    if len(lines) > 1:
        return _of_lines(lines, plain_lines=plain_lines)
    return _inline(" ".join(cell[:20_000].split()))


def _of_lines(lines: list[str], *, plain_lines: bool) -> list[Part]:
    if _MARK.match(lines[0]):
        return _marked(lines)
    if plain_lines and all(_is_task(line) for line in lines) and not any(_MARK.match(line) for line in lines):
        return [Part(_tidy(line)) for line in lines]
    return []


def _is_task(line: str) -> bool:
    return line[0].isupper() and len(line.split()) > 1 and not line.endswith(":")


def _marked(lines: list[str]) -> list[Part]:
    parts: list[Part] = []
    outer = _shape(lines[0])
    for line in lines:
        match = _MARK.match(line)
        if match and _shape(line) == outer:
            parts.append(Part(line[match.end() :], match[1] or ""))
        else:
            parts[-1] = Part(f"{parts[-1].text} {line}", parts[-1].number)
    return [Part(_tidy(part.text), part.number) for part in parts] if 1 < len(parts) <= _MOST else []


def _shape(line: str) -> str:
    match = _MARK.match(line)
    if match is None:
        return ""
    return "number" if match[1] else "letter" if match[2] else match.group().strip()


def _inline(text: str) -> list[Part]:
    """ "1) …; 2) …" counted from one, or bullets, in a cell whose lines were lost."""
    if _INLINE_BULLET.match(text):
        pieces = [piece for piece in _INLINE_BULLET.split(text) if piece.strip()]
        return [Part(_tidy(piece)) for piece in pieces] if 1 < len(pieces) <= _MOST else []
    starts = list(_INLINE_NUMBER.finditer(text))
    in_order = [int(match[1]) for match in starts] == list(range(1, len(starts) + 1))
    if len(starts) < 2 or len(starts) > _MOST or not in_order or starts[0].start():
        return []
    ends = [match.start() for match in starts[1:]] + [len(text)]
    return [Part(_tidy(text[start.end() : end]), start[1]) for start, end in zip(starts, ends, strict=True)]


def _tidy(text: str) -> str:
    text = " ".join(text.split()).strip(" ;,")
    return text.rstrip(".") if text[:1].islower() else text
