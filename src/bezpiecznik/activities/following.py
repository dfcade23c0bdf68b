"""Who wants to know that activities have changed: reports that are filled from them, in a higher room.

    following.follow(feed)      # when the room's app is ready

Called inside the transaction of the change, before its line in the journal, so that locks are taken in one order.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bezpiecznik.activities.models import Activity


@dataclass(frozen=True)
class Touched:
    """What a change may concern: bodies and undertakings named before or after it, and the days it was held on."""

    institutions: frozenset[int]
    undertakings: frozenset[int]
    days: frozenset[date]

    def __or__(self, other: "Touched") -> "Touched":
        return Touched(
            self.institutions | other.institutions, self.undertakings | other.undertakings, self.days | other.days
        )


Follower = Callable[[Touched], None]
FOLLOWERS: list[Follower] = []


def follow(follower: Follower) -> Follower:
    FOLLOWERS.append(follower)
    return follower


def touched_by(activities: Iterable[Activity]) -> Touched:
    """As the rows stand now, with those joined into them or into which they are joined left to the caller."""
    found = list(activities)
    return Touched(
        frozenset(body.institution_id for activity in found for body in activity.bodies.all()),
        frozenset(link.undertaking_id for activity in found for link in activity.undertakings.all()),
        frozenset(activity.starts_on for activity in found),
    )


def tell(touched: Touched) -> None:
    """Let everyone who follows do their part."""
    for follower in FOLLOWERS:
        follower(touched)
