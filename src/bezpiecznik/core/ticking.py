"""When periodic work was last done: noted by whatever does it, shown to the city's IT."""

from datetime import datetime

from bezpiecznik.core import clock
from bezpiecznik.core.models import OptionValue

KEY = "core.last_tick"
"""Kept beside the settings, but declared as none: nobody changes it on screen."""


def note_tick() -> None:
    """Called at the end of each `tick`."""
    OptionValue.objects.update_or_create(
        key=KEY, defaults={"value": clock.now().isoformat(), "changed_at": clock.now()}
    )


def last_tick() -> datetime | None:
    kept = OptionValue.objects.filter(key=KEY).values_list("value", flat=True).first()
    return datetime.fromisoformat(kept) if kept else None
