"""Who owes a report on what, and what they said."""

from bezpiecznik.reporting.models.agreements import Agreement, Stance
from bezpiecznik.reporting.models.contributions import Contribution
from bezpiecznik.reporting.models.doubts import Doubt, DoubtQuerySet
from bezpiecznik.reporting.models.entries import Entry, EntryNumber, InitiativeFigures, Remark, RemarkField
from bezpiecznik.reporting.models.feeding import EntryActivity
from bezpiecznik.reporting.models.links import LinkState, LinkToken, OneTimeLink, OneTimeLinkQuerySet
from bezpiecznik.reporting.models.locks import LockException
from bezpiecznik.reporting.models.packets import (
    Obligation,
    ObligationQuerySet,
    Packet,
    PacketQuerySet,
    PacketTransition,
    PacketVersion,
)
from bezpiecznik.reporting.models.periods import Part, Period, Snapshot
from bezpiecznik.reporting.models.receipts import Act, Receipt
from bezpiecznik.reporting.models.reminders import LadderPause, LadderStep, Reminder, ReminderTo
from bezpiecznik.reporting.models.sheets import BroughtFile, FileBundle

__all__ = [
    "Act",
    "Agreement",
    "BroughtFile",
    "Contribution",
    "Doubt",
    "DoubtQuerySet",
    "Entry",
    "EntryActivity",
    "EntryNumber",
    "FileBundle",
    "InitiativeFigures",
    "LadderPause",
    "LadderStep",
    "LinkState",
    "LinkToken",
    "LockException",
    "Obligation",
    "ObligationQuerySet",
    "OneTimeLink",
    "OneTimeLinkQuerySet",
    "Packet",
    "PacketQuerySet",
    "PacketTransition",
    "PacketVersion",
    "Part",
    "Period",
    "Receipt",
    "Remark",
    "RemarkField",
    "Reminder",
    "ReminderTo",
    "Snapshot",
    "Stance",
]
