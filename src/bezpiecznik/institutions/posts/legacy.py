"""What a post leaves to the next holder. Each room above says what it has; all of it belongs to the post already.

from bezpiecznik.institutions.posts import legacy

@legacy.teller
def open_packets(post: Post) -> Iterator[Matter]: ...
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bezpiecznik.institutions.models import Post


@dataclass(frozen=True)
class Matter:
    """One thing that waits for the next holder: a sentence, where it is, and its deadline if it has one."""

    sentence: str
    url: str
    due: date | None = None


Teller = Callable[[Post], Iterable[Matter]]
_TELLERS: list[Teller] = []


def teller(function: Teller) -> Teller:
    """Register a function; called when the room's app is ready."""
    _TELLERS.append(function)
    return function


def matters(post: Post) -> list[Matter]:
    """All that the post leaves, the nearest deadline first; read when asked, so it is never out of date."""
    found = [matter for tell in _TELLERS for matter in tell(post)]
    return sorted(found, key=lambda matter: (matter.due or date.max, matter.sentence))
