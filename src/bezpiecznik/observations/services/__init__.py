"""Every write of the room."""

from bezpiecznik.observations.services.arrivals import new_case_number, receive_media, receive_voice
from bezpiecznik.observations.services.deciding import answer, consider, merge, reopen, set_aside
from bezpiecznik.observations.services.registering import change_observation, register_observation
from bezpiecznik.observations.services.sources import accept_letter, keep_channel, reject_letter

__all__ = [
    "accept_letter",
    "answer",
    "change_observation",
    "consider",
    "keep_channel",
    "merge",
    "new_case_number",
    "receive_media",
    "receive_voice",
    "register_observation",
    "reject_letter",
    "reopen",
    "set_aside",
]
