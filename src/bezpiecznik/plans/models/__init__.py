"""The programme as the council adopted it, and what waits for its next change."""

from bezpiecznik.plans.models.amendments import Amendment, Rewording
from bezpiecznik.plans.models.feeds import CalendarFeed, CalendarFeedQuerySet
from bezpiecznik.plans.models.findings import DocumentFinding, FindingSeverity, FindingState
from bezpiecznik.plans.models.money import Money, PromisedAudience
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
from bezpiecznik.plans.models.statutory import StatutoryDate, StatutoryDateQuerySet, StatutoryRule
from bezpiecznik.plans.models.timetable import (
    DateMove,
    DayUnit,
    Milestone,
    Precision,
    ReportedWhen,
    Schedule,
    ScheduleKind,
)

__all__ = [
    "Amendment",
    "Area",
    "CalendarFeed",
    "CalendarFeedQuerySet",
    "DateMove",
    "DayUnit",
    "DocumentFinding",
    "FindingSeverity",
    "FindingState",
    "Goal",
    "Milestone",
    "Money",
    "PostProgramme",
    "Precision",
    "Programme",
    "ProgrammeQuerySet",
    "ProgrammeState",
    "PromisedAudience",
    "Provision",
    "ProvisionKind",
    "ReportedWhen",
    "Responsibility",
    "ResponsibilityQuerySet",
    "ResponsibilityRole",
    "Rewording",
    "Schedule",
    "ScheduleKind",
    "StatutoryDate",
    "StatutoryDateQuerySet",
    "StatutoryRule",
    "Supplement",
    "SupplementKind",
    "Undertaking",
    "UndertakingKind",
    "UndertakingQuerySet",
]
