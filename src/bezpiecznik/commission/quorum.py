"""Whether enough members with a vote are there. Pure: numbers and the rule come from the caller."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from bezpiecznik.commission.meeting_options import HALF, MORE_THAN_HALF, TWO_THIRDS
from bezpiecznik.commission.meeting_states import Answer, Presence
from bezpiecznik.commission.models import Attendance
from bezpiecznik.core.polish import forms


def needed(seats: int, rule: str) -> int:
    """How many of `seats` have to be there by the rule; at least one."""
    least = {HALF: -(-seats // 2), MORE_THAN_HALF: seats // 2 + 1, TWO_THIRDS: -(-2 * seats // 3)}
    return max(1, least[rule])


def came(row: Attendance, *, substitutes: bool) -> bool:
    """Whether the person (or, where substitutes count, somebody for them) came, also if they left before the end."""
    return row.presence == Presence.PRESENT or (substitutes and row.presence == Presence.SUBSTITUTE)


def counts(row: Attendance, *, substitutes: bool) -> bool:
    """Whether the person is in the room now with a vote."""
    return row.votes and came(row, substitutes=substitutes) and row.left_at is None


def lost_at(rows: Iterable[Attendance], *, needed: int, substitutes: bool) -> datetime | None:
    """When those who stayed became too few; None where enough stayed, and where there never were enough."""
    there = [row for row in rows if row.votes and came(row, substitutes=substitutes)]
    left, may_leave = sorted(row.left_at for row in there if row.left_at), len(there) - needed
    return left[may_leave] if 0 <= may_leave < len(left) else None


@dataclass(frozen=True)
class Quorum:
    """How many may vote, have to be there, and are there (or, before the meeting, say that they will be)."""

    seats: int
    needed: int
    here: int
    coming: int = 0

    @property
    def holds(self) -> bool:
        return self.here >= self.needed

    @property
    def likely(self) -> bool:
        """Before the meeting: as far as one has answered."""
        return self.coming >= self.needed

    @property
    def sentence(self) -> str:
        """During and after the meeting."""
        told = {**self._numbers, "here": self.here, "words": forms(self.here, _("osoba,osoby,osób"))}
        if self.holds:
            return _("Jest kworum: z prawem głosu %(here)s %(words)s z %(seats)s, potrzeba %(needed)s.") % told
        return _("Nie ma kworum: z prawem głosu %(here)s %(words)s z %(seats)s, potrzeba %(needed)s.") % told

    @property
    def forecast(self) -> str:
        """Before the meeting."""
        told = {**self._numbers, "coming": self.coming, "left": self.needed - self.coming}
        if self.likely:
            return _("Będzie kworum: udział potwierdziło %(coming)s z %(seats)s osób z prawem głosu, "
                     "potrzeba %(needed)s.") % told  # fmt: skip
        return _("Do kworum brakuje potwierdzeń: %(left)s. Potwierdziło %(coming)s z %(seats)s osób z prawem "
                 "głosu, potrzeba %(needed)s.") % told  # fmt: skip

    @property
    def _numbers(self) -> dict[str, int]:
        return {"seats": self.seats, "needed": self.needed}


def quorum_of(rows: Iterable[Attendance], *, needed: int, substitutes: bool) -> Quorum:
    """By the attendance list as it stands."""
    voting = [row for row in rows if row.votes]
    here = sum(counts(row, substitutes=substitutes) for row in voting)
    coming = sum(row.answer == Answer.COMING for row in voting)
    return Quorum(len(voting), needed, here, coming)


def quorum_reached(rows: Iterable[Attendance], *, needed: int, substitutes: bool) -> Quorum:
    """Of the whole meeting: who went home before its end was there too."""
    voting = [row for row in rows if row.votes]
    return Quorum(len(voting), needed, sum(came(row, substitutes=substitutes) for row in voting))
