"""The Commission: its composition and terms, meetings, opinions, minutes, tasks, requests for information."""

from bezpiecznik.commission.models.composition import (
    VOTING,
    Commission,
    Membership,
    MembershipQuerySet,
    SeatKind,
    Term,
)
from bezpiecznik.commission.models.reports import CommissionReport
from bezpiecznik.commission.models.requests import InformationRequest, RequestFile

__all__ = [
    "VOTING", "Commission", "CommissionReport", "InformationRequest", "Membership", "MembershipQuerySet",
    "RequestFile", "SeatKind", "Term",
]  # fmt: skip
