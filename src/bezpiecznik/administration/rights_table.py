"""The table of rights: what every address answers to every kind of visitor. Kept in one file, asked by the tests."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("rights.tsv")

OWN, FOREIGN = "own", "foreign"
VISITORS: dict[str, tuple[str, str]] = {
    "visitor": ("", FOREIGN),
    "guest": ("no role", FOREIGN),
    "reporter": ("reporter", OWN),
    "neighbour": ("reporter", FOREIGN),
    "head": ("head", OWN),
    "member": ("member", OWN),
    "coordinator": ("coordinator", OWN),
    "elsewhere": ("coordinator", FOREIGN),
    "administrator": ("administrator", OWN),
    "president": ("president", OWN),
    "link": ("one-time link", OWN),
}
"""Each column of the table: the role (blank: not signed in), and whether the object is of the visitor's own institution
and programme. The neighbour reports for another institution, „elsewhere” coordinates another programme."""


@dataclass(frozen=True)
class Answer:
    """`expected`: ok (opened or acted), in (sent to sign in), 404, 403, or 405 (no such method here)."""

    address: str
    method: str
    role: str
    whose: str
    expected: str


def answers() -> Iterator[Answer]:
    """The whole table, a line for each question."""
    with TABLE.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            for visitor, (role, whose) in VISITORS.items():
                yield Answer(row["address"], row["method"], role, whose, row[visitor])
