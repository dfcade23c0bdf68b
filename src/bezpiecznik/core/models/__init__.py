"""What every room stands on: the journal of what happened, background jobs, settings, and proof that all holds."""

from bezpiecznik.core.models.journal import JournalAnchor, JournalEntry, JournalHead, JournalWords
from bezpiecznik.core.models.proof import AccessEntry, Verification
from bezpiecznik.core.models.work import Job, JobState, OptionValue, Tick

__all__ = [
    "AccessEntry",
    "Job",
    "JobState",
    "JournalAnchor",
    "JournalEntry",
    "JournalHead",
    "JournalWords",
    "OptionValue",
    "Tick",
    "Verification",
]
