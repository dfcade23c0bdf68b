"""Reads of the room: `composition`, `requests`, `reports` beside what the meetings' half gives."""

from bezpiecznik.commission.queries.work import work_of_year

__all__ = ["work_of_year"]
