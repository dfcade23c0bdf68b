"""What an amendment may change, one thing at a time."""

from dataclasses import dataclass

from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Goal, ResponsibilityRole, Undertaking


@dataclass(frozen=True)
class AddAction:
    """A new action of an area. Without `no` it takes the next number; leads and partners in the document's order."""

    area: Area
    wording: str
    leads: tuple[Institution, ...]
    partners: tuple[Institution, ...] = ()
    no: int | None = None
    term_raw: str = ""


@dataclass(frozen=True)
class Withdraw:
    """The undertaking leaves the programme, and every duty in it ends."""

    undertaking: Undertaking


@dataclass(frozen=True)
class AddDuty:
    """An institution becomes lead or partner."""

    undertaking: Undertaking
    institution: Institution
    role: ResponsibilityRole = ResponsibilityRole.LEAD


@dataclass(frozen=True)
class EndDuty:
    """An institution stops being lead or partner."""

    undertaking: Undertaking
    institution: Institution
    role: ResponsibilityRole = ResponsibilityRole.LEAD


@dataclass(frozen=True)
class Reword:
    """A new wording of one field of an undertaking, of the name of an area, or of a goal; the old one is kept."""

    thing: Undertaking | Area | Goal
    field: str
    wording: str


Change = AddAction | Withdraw | AddDuty | EndDuty | Reword
