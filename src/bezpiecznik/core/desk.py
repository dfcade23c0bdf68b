"""The desk: what needs a person today. Each room says what it has; the page in `core.views` only shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from bezpiecznik.core.panels import Registry

Provider = Callable[[Any], Iterable["Todo"]]
PROVIDERS: list[Provider] = []


class Weight(IntEnum):
    """In which order the desk shows things; the first one is the next thing to do."""

    OVERDUE = 0
    RETURNED = 1
    TO_DECIDE = 2
    TO_WRITE = 3
    TO_SET_UP = 4
    NOTICE = 5


@dataclass(frozen=True)
class Todo:
    """One thing to do: a sentence, where to do it, and the words on its button."""

    sentence: str
    url: str
    act: str
    weight: Weight
    due: date | None = None
    detail: str = ""


def provider(function: Provider) -> Provider:
    """Register a function `user -> Todo…`; called when the room's app is ready."""
    PROVIDERS.append(function)
    return function


HOMES: list[Callable[[Any], str]] = []


def home(function: Callable[[Any], str]) -> Callable[[Any], str]:
    """Register a function `user -> address` of those whose desk is a page of its own; blank for all others."""
    if function not in HOMES:
        HOMES.append(function)
    return function


def home_of(user: Any) -> str:
    """Where this user's desk is, if it is not the common one."""
    return next((address for find in HOMES if (address := find(user))), "")


_summaries: Registry[Any] = Registry()
summary = _summaries.register
"""Register a function `user -> Panel | None`: how things stand, shown beside what there is to do."""
summaries = _summaries.panels


def todos(user: Any) -> list[Todo]:
    """Everything for this user, the most urgent first."""
    found = [todo for give in PROVIDERS for todo in give(user)]
    return sorted(found, key=lambda todo: (todo.weight, todo.due or date.max))
