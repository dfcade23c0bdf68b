"""Polish alphabetical order, under one name on both databases."""

import sqlite3
from functools import lru_cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Func
from django.db.models.functions import Collate

NAME = "polski"
LETTERS = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
RANK = {letter: f"{place:02d}" for place, letter in enumerate(LETTERS, start=40)}


@lru_cache(maxsize=20_000)
def sort_key(text: str) -> str:
    """A string whose plain order is the Polish one; other characters come before letters."""
    return "".join(RANK.get(c, f"{min(ord(c), 39):02d}") for c in text.casefold()) + text


def compare(left: str, right: str) -> int:
    a, b = sort_key(left), sort_key(right)
    return (a > b) - (a < b)


def install(*, connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Receiver of `connection_created`: PostgreSQL gets the collation by a migration, SQLite by connection."""
    if connection.vendor == "sqlite":
        raw: sqlite3.Connection = connection.connection
        raw.create_collation(NAME, compare)


def polish(field: str) -> Func:
    """An expression to order by: `order_by(polish("name"))`."""
    return Collate(F(field), NAME)
