"""When undertakings happen, and when they are reported on.

Pure arithmetic of days: `days` (coarse dates), `recurrence`, `deadlines`, `wording`. Whether a period asks about an
undertaking: `asking`.
"""

from bezpiecznik.plans.timetable.asking import asked_in, is_asked

__all__ = ["asked_in", "is_asked"]
