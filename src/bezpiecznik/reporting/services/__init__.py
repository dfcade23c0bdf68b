"""Every write of the room: periods, packets, review, closing."""

from bezpiecznik.reporting.services.closing import close_period
from bezpiecznik.reporting.services.contributions import save_contribution
from bezpiecznik.reporting.services.entries import Number, save_entry
from bezpiecznik.reporting.services.links import ask_again, open_link, resend_link, revoke_link, send_link
from bezpiecznik.reporting.services.packets import hand_over_for_signature, sign_packet, submit_packet, take_back
from bezpiecznik.reporting.services.periods import Renewal, open_period, plan_period, renew_obligations
from bezpiecznik.reporting.services.receipts import Sending
from bezpiecznik.reporting.services.review import accept_packet, accept_packets, reopen_packet, return_packet
from bezpiecznik.reporting.services.taking_over import take_over_previous, undo_taking_over

__all__ = [
    "Number",
    "Renewal",
    "Sending",
    "accept_packet",
    "accept_packets",
    "ask_again",
    "close_period",
    "hand_over_for_signature",
    "open_link",
    "open_period",
    "plan_period",
    "renew_obligations",
    "reopen_packet",
    "resend_link",
    "return_packet",
    "revoke_link",
    "save_contribution",
    "save_entry",
    "send_link",
    "sign_packet",
    "submit_packet",
    "take_back",
    "take_over_previous",
    "undo_taking_over",
]
