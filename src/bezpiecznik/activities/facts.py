"""What is said of an activity, apart from whose it is and what it carries out."""

from dataclasses import asdict, dataclass, fields
from datetime import date, time

from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.states import ActivityState


@dataclass(frozen=True)
class Facts:
    """As `Activity` keeps them. `participants=None`: nobody counted; blank is not zero."""

    kind: str
    title: str
    starts_on: date
    state: str = ActivityState.HELD.value
    description: str = ""
    place: str = ""
    starts_at: time | None = None
    ends_on: date | None = None
    audience: str = ""
    times: int = 1
    participants: int | None = None
    found: int | None = None
    sanctioned: int | None = None

    @classmethod
    def of(cls, activity: Activity) -> "Facts":
        return cls(**{field.name: getattr(activity, field.name) for field in fields(cls)})

    def put_into(self, activity: Activity) -> None:
        for name, value in asdict(self).items():
            setattr(activity, name, value)
