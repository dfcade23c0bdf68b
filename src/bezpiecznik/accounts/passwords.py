"""What a password may not be: known from leaks, or made of words that everyone here knows. Signs are not counted."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from bezpiecznik.core.polish import fold

WORDS: list[Callable[[], Iterable[str]]] = [lambda: ("bezpiecznik", "bezpieczenstw", "program", "haslo")]
"""Words everyone in the house knows; higher rooms add theirs (the name of the unit) when their apps are ready."""
LEFT_AT_LEAST = 8
"""How many signs of a password have to be left without these words."""
SHORTEST_WORD = 4
HASH_LENGTH = 40


class HouseWords:
    """A password made mostly of the name of the product or of the unit falls at the first guess."""

    def validate(self, password: str, user: Any = None) -> None:
        left = fold(password)
        for word in sorted(_known_words(), key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < LEFT_AT_LEAST <= len(password):
            raise ValidationError(
                _("Hasło składa się głównie z nazwy systemu lub jednostki, a te zna każdy."),
                code="password_house_words",
            )

    def get_help_text(self) -> str:
        return _("Hasło nie może opierać się na nazwie systemu ani jednostki.")


def _known_words() -> set[str]:
    return {
        word for give in WORDS for text in give() for word in fold(text).split() if len(word) >= SHORTEST_WORD
    }  # fmt: skip


class Breached:
    """Looks a password up in the published list of leaked ones: lines `SHA-1:count`, upper case, sorted by hash.

    The file (tens of gigabytes) stays on the disk: each look-up reads some forty lines of it. Without a path or a
    file nothing is refused.
    """

    def __init__(self, path: str = "") -> None:
        self.path = Path(path) if path else None

    def validate(self, password: str, user: Any = None) -> None:
        if self.path and self.path.is_file() and is_listed(self.path, password):
            raise ValidationError(
                _("To hasło wyciekło już z innych serwisów i jest na listach, od których zaczyna się zgadywanie."),
                code="password_breached",
            )

    def get_help_text(self) -> str:
        return _("Hasło nie może być znane z wycieków danych.")


def is_listed(path: Path, password: str) -> bool:
    """Whether the hash of the password begins a line of the file (binary search over bytes)."""
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as stream:
        low, high = 0, path.stat().st_size
        while low < high:
            middle = (low + high) // 2
            found = _line_from(stream, middle)
            if found and found < wanted:
                low = middle + 1
            else:
                high = middle
        return _line_from(stream, low) == wanted


def _line_from(stream: BinaryIO, place: int) -> bytes:
    """The hash of the first line that begins at this byte or after it; empty behind the last one."""
    stream.seek(max(place - 1, 0))
    if place:
        stream.readline()
    return stream.readline()[:HASH_LENGTH].upper()
