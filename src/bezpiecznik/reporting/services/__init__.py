"""Every write of the room: periods, packets, review, closing."""

from bezpiecznik.reporting.services.agreements import answer_stance, note_quotation, take_stance
from bezpiecznik.reporting.services.closing import close_period
from bezpiecznik.reporting.services.doubts import answer_doubt, settle_doubt
from bezpiecznik.reporting.services.entries import Number, save_entry
from bezpiecznik.reporting.services.links import ask_again, open_link, resend_link, revoke_link, send_link
from bezpiecznik.reporting.services.packets import hand_over_for_signature, sign_packet, submit_packet, take_back
from bezpiecznik.reporting.services.periods import open_period, plan_period
from bezpiecznik.reporting.services.renewing import Renewal, follow_programme, renew_obligations, renew_open_periods
from bezpiecznik.reporting.services.review import accept_packet, accept_packets, reopen_packet, return_packet

__all__ = [
    "Number",
    "Renewal",
    "accept_packet",
    "accept_packets",
    "answer_doubt",
    "answer_stance",
    "ask_again",
    "close_period",
    "follow_programme",
    "hand_over_for_signature",
    "note_quotation",
    "open_link",
    "open_period",
    "plan_period",
    "renew_obligations",
    "renew_open_periods",
    "reopen_packet",
    "resend_link",
    "return_packet",
    "revoke_link",
    "save_entry",
    "send_link",
    "settle_doubt",
    "sign_packet",
    "submit_packet",
    "take_back",
    "take_stance",
]
