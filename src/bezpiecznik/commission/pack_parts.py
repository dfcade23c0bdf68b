"""What higher rooms put into the meeting pack under points that came from their proposals (a motion in short).

    pack_parts.register("motion:", summary)

`summary(key)` gets the key of the proposal and gives paragraphs of plain text.
"""

from collections.abc import Callable, Iterable

Summary = Callable[[str], Iterable[str]]
_SUMMARIES: dict[str, Summary] = {}


def register(prefix: str, summary: Summary) -> None:
    """For points whose proposal's key begins with the prefix."""
    _SUMMARIES[prefix] = summary


def summary_of(key: str) -> list[str]:
    """Paragraphs for the point; none where nobody knows of it."""
    for prefix, summary in _SUMMARIES.items():
        if key.startswith(prefix):
            return list(summary(key))
    return []
