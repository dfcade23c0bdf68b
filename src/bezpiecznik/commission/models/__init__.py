"""The Commission: its composition and terms, meetings, opinions, minutes, tasks, requests for information."""

from bezpiecznik.commission.models.composition import Commission, Membership, MembershipQuerySet, SeatKind, Term

__all__ = ["Commission", "Membership", "MembershipQuerySet", "SeatKind", "Term"]
