"""By which rules the quorum of a meeting is counted."""

from dataclasses import dataclass

from bezpiecznik.commission.meeting_options import QUORUM, QUORUM_SOURCE, RULES, SUBSTITUTES_COUNT
from bezpiecznik.commission.models import Meeting


@dataclass(frozen=True)
class Rules:
    """How many have to be there, where that is written, and whether who stands in for a member counts."""

    quorum: str
    source: str
    substitutes: bool

    @property
    def label(self) -> str:
        return str(dict(RULES)[self.quorum])


def rules_in_force() -> Rules:
    return Rules(QUORUM.value(), QUORUM_SOURCE.value(), SUBSTITUTES_COUNT.value())


def rules_of(meeting: Meeting) -> Rules:
    """Those under which it was opened; those in force today where it was not, or where nobody kept them then."""
    if not meeting.quorum_rule:
        return rules_in_force()
    return Rules(meeting.quorum_rule, meeting.quorum_source, meeting.substitutes_count)
