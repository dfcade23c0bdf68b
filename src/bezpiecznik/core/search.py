"""Search in stored, folded and stemmed words: the same on SQLite and PostgreSQL."""

from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from bezpiecznik.core.polish import WORD, word_keys

M = TypeVar("M", bound=Model)
SHORTEST_STEM = 3


def matching(rows: QuerySet[M], query: str, *, field: str = "search_text") -> QuerySet[M]:
    """Rows that hold every word of the query: in any inflected form, with or without diacritics."""
    for word in WORD.findall(query):
        keys = {key for key in word_keys(word) if len(key) >= min(SHORTEST_STEM, len(word))}
        rows = rows.filter(reduce(or_, (Q(**{f"{field}__contains": f" {key}"}) for key in keys)))
    return rows
