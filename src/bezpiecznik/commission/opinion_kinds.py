"""The seven kinds of opinion in the words of the statute, with the place in it: configuration, not code."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("opinion_kinds.json")


@dataclass(frozen=True)
class OpinionBasis:
    """One kind: the point of art. 38a ust. 2, its words and its source."""

    kind: str
    point: int
    name: str
    source: str


@cache
def bases() -> dict[str, OpinionBasis]:
    """Kinds by their value, in the order of the statute."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    return {row["kind"]: OpinionBasis(**row) for row in rows}


def basis_of(kind: str) -> OpinionBasis:
    return bases()[kind]
