"""What a row of a file does to the register."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    NEW = "new", _("nowy")
    CHANGED = "changed", _("zmieniony")
    UNCHANGED = "unchanged", _("bez zmian")
    REFUSED = "refused", _("odrzucony")


@dataclass(frozen=True)
class RowOutcome:
    """Row `number` of the file; `changes` are [title, before, after]; `reason` says why it is refused.

    Of a row that is not, `reason` may tell in short what it says or why nothing happens.
    """

    number: int
    status: str
    name: str
    changes: tuple[tuple[str, str, str], ...] = ()
    reason: str = ""
    alike: str = ""
    """A body already there whose name is like that of a new one: perhaps the same."""

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "changes": [list(change) for change in self.changes]}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "RowOutcome":
        return cls(**{**kept, "changes": tuple(tuple(change) for change in kept["changes"])})

    @property
    def status_name(self) -> str:
        return str(Status(self.status).label)
