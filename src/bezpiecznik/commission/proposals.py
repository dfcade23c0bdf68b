"""What may come onto the agenda, and why: whoever knows of something for the Commission registers a source.

    from bezpiecznik.commission import proposals

    @proposals.register
    def waiting(today: date) -> Iterable[Proposal]: ...

The secretary picks; nothing comes onto an agenda by itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Proposal:
    """One matter. `key` is the same for ever, so that it comes onto an agenda once; `opinion_kind` blank: none."""

    key: str
    title: str
    why: str
    opinion_kind: str = ""
    url: str = ""
    referent: str = ""


Source = Callable[[date], Iterable[Proposal]]
SOURCES: list[Source] = []


def register(function: Source) -> Source:
    """Register a function that knows of matters for the Commission (also as a decorator)."""
    if function not in SOURCES:
        SOURCES.append(function)
    return function


def proposals(today: date) -> list[Proposal]:
    """All that could come onto the agenda on the day, in the order of sources."""
    return [proposal for give in SOURCES for proposal in give(today)]
