"""Every write of the room: periods, packets, review, closing."""

from bezpiecznik.reporting.services.closing import close_period
from bezpiecznik.reporting.services.entries import Number, save_entry
from bezpiecznik.reporting.services.exceptions import grant_exception, grant_exceptions, withdraw_exception
from bezpiecznik.reporting.services.links import ask_again, open_link, resend_link, revoke_link, send_link
from bezpiecznik.reporting.services.packets import hand_over_for_signature, sign_packet, submit_packet, take_back
from bezpiecznik.reporting.services.period_days import move_period_days
from bezpiecznik.reporting.services.periods import Renewal, open_period, plan_period, renew_obligations
from bezpiecznik.reporting.services.remarks import answer_remark, settle_remark
from bezpiecznik.reporting.services.review import (
    accept_packet,
    accept_packets,
    accept_seen,
    can_undo,
    reopen_packet,
    reopen_packets,
    return_packet,
    undo_acceptance,
)

__all__ = [
    "Number",
    "Renewal",
    "accept_packet",
    "accept_packets",
    "accept_seen",
    "answer_remark",
    "ask_again",
    "can_undo",
    "close_period",
    "grant_exception",
    "grant_exceptions",
    "hand_over_for_signature",
    "move_period_days",
    "open_link",
    "open_period",
    "plan_period",
    "renew_obligations",
    "reopen_packet",
    "reopen_packets",
    "resend_link",
    "return_packet",
    "revoke_link",
    "save_entry",
    "send_link",
    "settle_remark",
    "sign_packet",
    "submit_packet",
    "take_back",
    "undo_acceptance",
    "withdraw_exception",
]
