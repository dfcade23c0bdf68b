"""Why a write about an edition was not done."""

from bezpiecznik.institutions.refusals import Refused

__all__ = ["Outdated", "Refused"]


class Outdated(Refused):
    """Somebody else saved the same thing meanwhile; nothing was written."""
