"""What changed between two texts, word by word. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\s+|[^\s]+")
MOST_TOKENS = 6_000
"""Longer texts are shown as one old and one new: comparing takes time that grows with the square."""


@dataclass(frozen=True)
class Piece:
    """A run of text: `same`, `gone` (only before) or `new` (only after)."""

    kind: str
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """`pieces("dwa patrole", "trzy patrole")`: gone „dwa”, new „trzy”, same „ patrole”."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    if len(old) + len(new) > MOST_TOKENS:
        return tuple(piece for piece in (Piece("gone", before), Piece("new", after)) if piece.text)
    return tuple(_compared(old, new))


def _compared(old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[old_from:old_to]))
            continue
        if old_to > old_from:
            yield Piece("gone", "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Piece("new", "".join(new[new_from:new_to]))
