"""What higher rooms do when the programme changes: reporting asks whom it now names.

    followers.register(follow)        # in `apps.ready()`
    followers.tell(programme, by=…)   # by the service that changes the plan, inside its transaction

A follower runs in the transaction of the change: whoever reads the plan never sees obligations that lag behind it, a
change that cannot be followed is not made, and a preview is the change itself, rolled back. Called before the journal's
line, so that locks are taken in one order.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bezpiecznik.core.journal import Person
from bezpiecznik.plans.models import Programme


@dataclass(frozen=True)
class Consequence:
    """What became of one place that follows the programme: of a period, how many obligations came and went."""

    where: str
    added: int
    withdrawn: int
    sent: int = 0
    """How many of those added are asked in reports that were sent already."""

    @property
    def is_any(self) -> bool:
        return bool(self.added or self.withdrawn)


Follower = Callable[[Programme, Person | None], Iterable[Consequence]]
FOLLOWERS: list[Follower] = []


def register(follower: Follower) -> Follower:
    if follower not in FOLLOWERS:
        FOLLOWERS.append(follower)
    return follower


def tell(programme: Programme, *, by: Person | None) -> list[Consequence]:
    """Let every follower see to the programme as it stands now."""
    return [consequence for follower in FOLLOWERS for consequence in follower(programme, by)]
