"""Every write of the room: periods, packets, review, closing."""

from bezpiecznik.reporting.services.bundles import ask_for_bundle, keep_bundle
from bezpiecznik.reporting.services.closing import close_period
from bezpiecznik.reporting.services.entries import Number, save_entry
from bezpiecznik.reporting.services.links import ask_again, open_link, resend_link, revoke_link, send_link
from bezpiecznik.reporting.services.packets import hand_over_for_signature, sign_packet, submit_packet, take_back
from bezpiecznik.reporting.services.periods import Renewal, open_period, plan_period, renew_obligations
from bezpiecznik.reporting.services.review import accept_packet, accept_packets, reopen_packet, return_packet
from bezpiecznik.reporting.services.sheets import (
    PlanChanged,
    apply_file,
    bring_file,
    bring_read_file,
    packet_of_file,
    undo_file,
)

__all__ = [
    "Number",
    "PlanChanged",
    "Renewal",
    "accept_packet",
    "accept_packets",
    "apply_file",
    "ask_again",
    "ask_for_bundle",
    "bring_file",
    "bring_read_file",
    "close_period",
    "hand_over_for_signature",
    "keep_bundle",
    "open_link",
    "open_period",
    "packet_of_file",
    "plan_period",
    "renew_obligations",
    "reopen_packet",
    "resend_link",
    "return_packet",
    "revoke_link",
    "save_entry",
    "send_link",
    "sign_packet",
    "submit_packet",
    "take_back",
    "undo_file",
]
