"""Every write of the room."""

from bezpiecznik.activities.services.activities import (
    cancel_activity,
    change_activity,
    create_activity,
    mark_held,
    reinstate_activity,
)
from bezpiecznik.activities.services.attachments import add_file, change_attachment, remove_attachment
from bezpiecznik.activities.services.joining import join_activities, split_activities, tell_apart
from bezpiecznik.activities.services.showing import (
    clear_words,
    hide_activity,
    release_activity,
    show_activity,
    withhold,
)

__all__ = [
    "add_file",
    "cancel_activity",
    "change_activity",
    "change_attachment",
    "clear_words",
    "create_activity",
    "hide_activity",
    "join_activities",
    "mark_held",
    "reinstate_activity",
    "release_activity",
    "remove_attachment",
    "show_activity",
    "split_activities",
    "tell_apart",
    "withhold",
]
