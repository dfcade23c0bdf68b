"""Who owes a report on what, and what they said."""

from bezpiecznik.reporting.models.contributions import Contribution
from bezpiecznik.reporting.models.entries import Entry, EntryNumber, Remark, RemarkField
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

__all__ = [
    "Act",
    "Contribution",
    "Entry",
    "EntryNumber",
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
    "Snapshot",
]
