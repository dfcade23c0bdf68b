"""Which keyword a media item holds: in any inflected form, with or without Polish letters. Pure."""

from collections.abc import Iterable

from bezpiecznik.core.polish import WORD, search_text
from bezpiecznik.core.search import holds


def matched(keywords: Iterable[str], *texts: str) -> str:
    """The first keyword all of whose words stand in the texts; blank when there is none."""
    stored = search_text(*texts)
    return next((word for word in keywords if WORD.search(word) and holds(stored, word)), "")
