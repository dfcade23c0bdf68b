"""Who owes a report on what, and what they said."""

from bezpiecznik.reporting.models.agreements import Agreement, Stance
from bezpiecznik.reporting.models.doubts import Doubt, DoubtQuerySet
from bezpiecznik.reporting.models.entries import Entry, EntryNumber, Remark, RemarkField
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
from bezpiecznik.reporting.models.reminders import LadderPause, LadderStep, Reminder, ReminderTo

__all__ = [
    "Agreement",
    "Doubt",
    "DoubtQuerySet",
    "Entry",
    "EntryActivity",
    "EntryNumber",
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
    "Remark",
    "RemarkField",
    "Reminder",
    "ReminderTo",
    "Snapshot",
    "Stance",
]
