"""Every write of the room: periods, packets, review, closing."""

from bezpiecznik.reporting.services.closing import close_period
from bezpiecznik.reporting.services.entries import Number, save_entry
from bezpiecznik.reporting.services.packets import hand_over_for_signature, sign_packet, submit_packet, take_back
from bezpiecznik.reporting.services.periods import Renewal, open_period, plan_period, renew_obligations
from bezpiecznik.reporting.services.review import accept_packet, accept_packets, reopen_packet, return_packet

__all__ = [
    "Number",
    "Renewal",
    "accept_packet",
    "accept_packets",
    "close_period",
    "hand_over_for_signature",
    "open_period",
    "plan_period",
    "renew_obligations",
    "reopen_packet",
    "return_packet",
    "save_entry",
    "sign_packet",
    "submit_packet",
    "take_back",
]
