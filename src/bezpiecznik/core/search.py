"""Search in stored, folded and stemmed words: the same on SQLite and PostgreSQL."""

from functools import reduce
from operator import or_
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from bezpiecznik.core.polish import WORD, word_keys

Rows = TypeVar("Rows", bound=QuerySet[Any])
SHORTEST_STEM = 3


def matching(rows: Rows, query: str, *, field: str = "search_text") -> Rows:
    """Rows that hold every word of the query: in any inflected form, with or without diacritics."""
    for word in WORD.findall(query):
        rows = rows.filter(reduce(or_, (Q(**{f"{field}__contains": f" {key}"}) for key in sought(word))))
    return rows


def holds(stored: str, query: str) -> bool:
    """Whether a text, as `polish.search_text` gives it, holds every word of the query."""
    return all(any(f" {key}" in stored for key in sought(word)) for word in WORD.findall(query))


def sought(word: str) -> set[str]:
    """Beginnings under which a word is sought; stems too short to tell words apart are left out."""
    return {key for key in word_keys(word) if len(key) >= min(SHORTEST_STEM, len(word))}
