"""The programme as the council adopted it, and what waits for its next change."""

from bezpiecznik.plans.models.findings import DocumentFinding, FindingSeverity, FindingState
from bezpiecznik.plans.models.programme import (
    Area,
    Goal,
    PostProgramme,
    Programme,
    ProgrammeQuerySet,
    ProgrammeState,
    Provision,
    ProvisionKind,
    Responsibility,
    ResponsibilityQuerySet,
    ResponsibilityRole,
    Supplement,
    SupplementKind,
    Undertaking,
    UndertakingKind,
    UndertakingQuerySet,
)

__all__ = [
    "Area",
    "DocumentFinding",
    "FindingSeverity",
    "FindingState",
    "Goal",
    "PostProgramme",
    "Programme",
    "ProgrammeQuerySet",
    "ProgrammeState",
    "Provision",
    "ProvisionKind",
    "Responsibility",
    "ResponsibilityQuerySet",
    "ResponsibilityRole",
    "Supplement",
    "SupplementKind",
    "Undertaking",
    "UndertakingKind",
    "UndertakingQuerySet",
]
