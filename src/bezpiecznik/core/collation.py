"""Polish alphabetical order, under one name on both databases."""

import sqlite3
from functools import lru_cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Func
from django.db.models.functions import Collate

from bezpiecznik.core.polish import fold

NAME = "polski"
LETTERS = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
RANK = {letter: chr(place) for place, letter in enumerate(LETTERS, start=0xF0000)}
"""Letters stand after all other characters, in the order of the alphabet."""


@lru_cache(maxsize=20_000)
def sort_key(text: str) -> str:
    """A string whose plain order is the Polish one: digits before letters, a beginning before what it begins."""
    return "".join(RANK.get(sign) or _rank_of_foreign(sign) for sign in text.casefold()) + "\0" + text


def _rank_of_foreign(sign: str) -> str:
    """A letter with a mark that Polish does not know goes with the letter under it."""
    return "".join(RANK.get(plain, plain) for plain in fold(sign))


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
