"""Reads of the room: `composition`, `requests`, `reports` beside what the meetings' half gives."""

from bezpiecznik.commission.queries.composition import (
    clock_on,
    composition_on,
    members_on,
    next_term,
    running_term,
    term_of,
    the_commission,
)
from bezpiecznik.commission.queries.work import work_of_year

__all__ = [
    "clock_on", "composition_on", "members_on", "next_term", "running_term", "term_of", "the_commission",
    "work_of_year",
]  # fmt: skip
