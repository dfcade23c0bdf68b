"""Every write of the room: periods, packets, review, closing."""

from bezpiecznik.reporting.services.agreements import answer_stance, contribution_of, take_stance
from bezpiecznik.reporting.services.asking import asked_together
from bezpiecznik.reporting.services.bundles import ask_for_bundle, keep_bundle
from bezpiecznik.reporting.services.closing import close_period
from bezpiecznik.reporting.services.contributions import save_contribution
from bezpiecznik.reporting.services.doubts import answer_doubt, settle_doubt
from bezpiecznik.reporting.services.entries import Figures, Number, figures_of, save_entry
from bezpiecznik.reporting.services.exceptions import grant_exception, grant_exceptions, withdraw_exception
from bezpiecznik.reporting.services.links import ask_again, open_link, resend_link, revoke_link, send_link
from bezpiecznik.reporting.services.packets import hand_over_for_signature, sign_packet, submit_packet, take_back
from bezpiecznik.reporting.services.period_days import move_period_days
from bezpiecznik.reporting.services.periods import open_period, plan_period, start_opening
from bezpiecznik.reporting.services.receipts import Attempt
from bezpiecznik.reporting.services.remarks import answer_remark, settle_remark
from bezpiecznik.reporting.services.renewing import Renewal, follow_programme, renew_obligations, renew_open_periods
from bezpiecznik.reporting.services.review import (
    Accepted,
    accept_packet,
    accept_packets,
    accept_seen,
    can_undo,
    reopen_packet,
    reopen_packets,
    return_packet,
    undo_acceptance,
)
from bezpiecznik.reporting.services.sheets import (
    PlanChanged,
    apply_file,
    bring_file,
    bring_read_file,
    packet_of_file,
    undo_file,
)
from bezpiecznik.reporting.services.taking_over import take_over_previous, undo_taking_over

__all__ = [
    "Accepted",
    "Attempt",
    "Figures",
    "Number",
    "PlanChanged",
    "Renewal",
    "accept_packet",
    "accept_packets",
    "accept_seen",
    "answer_doubt",
    "answer_remark",
    "answer_stance",
    "apply_file",
    "ask_again",
    "ask_for_bundle",
    "asked_together",
    "bring_file",
    "bring_read_file",
    "can_undo",
    "close_period",
    "contribution_of",
    "figures_of",
    "follow_programme",
    "grant_exception",
    "grant_exceptions",
    "hand_over_for_signature",
    "keep_bundle",
    "move_period_days",
    "open_link",
    "open_period",
    "packet_of_file",
    "plan_period",
    "renew_obligations",
    "renew_open_periods",
    "reopen_packet",
    "reopen_packets",
    "resend_link",
    "return_packet",
    "revoke_link",
    "save_contribution",
    "save_entry",
    "send_link",
    "settle_doubt",
    "settle_remark",
    "sign_packet",
    "start_opening",
    "submit_packet",
    "take_back",
    "take_over_previous",
    "take_stance",
    "undo_acceptance",
    "undo_file",
    "undo_taking_over",
    "withdraw_exception",
]
