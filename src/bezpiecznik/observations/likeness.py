"""How alike two titles are. Pure."""

from bezpiecznik.core.polish import WORD, word_keys

SHORTEST = 4
"""Shorter words („na”, „w”, „dla”) say nothing of what a title is about."""
ALIKE = 0.5


def stems(title: str) -> frozenset[str]:
    """One key for each longer word: the shortest, which inflected forms share."""
    return frozenset(
        min(word_keys(word), key=lambda key: (len(key), key)) for word in WORD.findall(title) if len(word) >= SHORTEST
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words among all words, 0 to 1; 0 where one of them has none."""
    return len(one & other) / len(one | other) if one and other else 0.0
