"""Every write of the room. Raise `refusals.Refused` with sentences, and then nothing is written."""

from bezpiecznik.motions.services.drafts import change_motion, delete_draft, draft_motion
from bezpiecznik.motions.services.effects import (
    add_to_programme,
    look_at_effect,
    preview_amendment,
    propose_action,
    set_task,
)
from bezpiecznik.motions.services.files import add_file, remove_file
from bezpiecznik.motions.services.letters import draft_letter
from bezpiecznik.motions.services.way import (
    admit,
    decide,
    enter_paper,
    lay_before_president,
    return_motion,
    send_to_commission,
    submit,
    withdraw,
)

__all__ = [
    "add_file",
    "add_to_programme",
    "admit",
    "change_motion",
    "decide",
    "delete_draft",
    "draft_letter",
    "draft_motion",
    "enter_paper",
    "lay_before_president",
    "look_at_effect",
    "preview_amendment",
    "propose_action",
    "remove_file",
    "return_motion",
    "send_to_commission",
    "set_task",
    "submit",
    "withdraw",
]
