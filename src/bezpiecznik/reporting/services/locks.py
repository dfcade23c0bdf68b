"""The lock of a period: from its day institutions write nothing without an exception. The office is not locked."""

from bezpiecznik.core import clock
from bezpiecznik.institutions.recipients import people_with
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting.deadlines import locked_sentence
from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.refusals import Refused

OF_INSTITUTION = frozenset({Right.WRITE_REPORT, Right.SIGN_REPORT})
"""Rights by which institutions act: the lock binds these."""
NAMED = 2
"""How many people to ask are named."""


def refuse_locked(packet: Packet) -> None:
    """Raise Refused, saying whom to ask, when the institution may write nothing in the packet today."""
    deadline = packet.deadline
    if packet.period.is_open and deadline.is_locked(clock.today()):
        raise Refused(locked_sentence(deadline, asked=whom_to_ask()))


def whom_to_ask() -> str:
    """Names of those who grant exceptions, as a sentence lists them."""
    people = people_with(Right.MANAGE_PERIODS)[:NAMED]
    return ", ".join(person.get_full_name() for person in people)
