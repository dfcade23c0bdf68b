"""What the house knows about a person, and how it forgets them. Each room registers its share when its app is ready.

A `Part` gives rows for the export. An `Act` takes the person out of the room's data. A `Block` says why they may not be
taken out yet. A `Stay` names what remains, with the basis in law.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from bezpiecznik.accounts.models import User

REMOVED_DOMAIN = "osoba.invalid"
"""Of addresses that reach nobody: the ending is reserved for that by RFC 2606."""

Row = Mapping[Any, Any]
"""Title of a column and its value: text, number, day or moment."""


@dataclass(frozen=True)
class Part:
    """One part of the export: its name (of the list in JSON), its heading, and its rows."""

    name: str
    title: str | Promise
    rows: Callable[[User], Iterable[Row]]


@dataclass(frozen=True)
class Act:
    """One thing done to forget a person, and the words that tell it beforehand."""

    title: str | Promise
    do: Callable[[User], None]


@dataclass(frozen=True)
class Stay:
    """What remains with the old name, and why."""

    title: str | Promise
    basis: str | Promise


PARTS: dict[str, Part] = {}
ACTS: list[Act] = []
BLOCKS: list[Callable[[User], Iterable[str]]] = []
STAYS: list[Stay] = []


def part(name: str, title: str | Promise, rows: Callable[[User], Iterable[Row]]) -> None:
    """Register a part of the export. Raises ValueError for a name registered twice."""
    if name in PARTS:
        raise ValueError(f"Part of a person's data registered twice: {name}")
    PARTS[name] = Part(name, title, rows)


def parts() -> list[Part]:
    """All parts, from the ground floor up: rooms make themselves known in the order of loading, the highest first."""
    rooms: dict[str, list[Part]] = {}
    for known in PARTS.values():
        rooms.setdefault(known.rows.__module__, []).append(known)
    return [known for room in reversed(rooms.values()) for known in room]


def act(title: str | Promise, do: Callable[[User], None]) -> None:
    ACTS.append(Act(title, do))


def block(reasons: Callable[[User], Iterable[str]]) -> None:
    """Register a function `person -> sentences`: why they may not be forgotten; nothing when they may."""
    BLOCKS.append(reasons)


def stay(title: str | Promise, basis: str | Promise) -> None:
    STAYS.append(Stay(title, basis))


def is_removed(person: User) -> bool:
    """Whether the person has already been made nameless."""
    return person.email.endswith(f"@{REMOVED_DOMAIN}")
