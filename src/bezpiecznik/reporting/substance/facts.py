"""What the checks look at, as plain values: the entry, its own past, and what stands around it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DoubtCode(TextChoices):
    """Everything that is asked about; the label is what it is called in lists."""

    COPIED = "copied", _("tekst jak w poprzednim okresie")
    SAME_IN_PACKET = "same_in_packet", _("ten sam tekst przy innym działaniu")
    SAME_AS_OTHER = "same_as_other", _("ten sam tekst innego podmiotu")
    OFFICIAL_WORDING = "official_wording", _("powtórzona treść działania")
    SAYS_LITTLE = "says_little", _("tekst niewiele mówi")
    PLACEHOLDER = "placeholder", _("miejsce do uzupełnienia")
    NOTHING_HAPPENED = "nothing_happened", _("tekst mówi, że nic nie zrobiono")
    FIGURES_DISAGREE = "figures_disagree", _("liczba w tekście inna niż w tabeli")
    TENFOLD = "tenfold", _("liczba wielokrotnie inna niż poprzednio")
    ZERO = "zero", _("zero tam, gdzie zawsze coś było")
    OUTLIER = "outlier", _("liczba odbiega od poprzednich")
    EMPTY_MEASURE = "empty_measure", _("liczba bez nazwy miernika")
    NEVER_CHANGES = "never_changes", _("ta sama liczba we wszystkich okresach")
    PART_OF_ONE = "part_of_one", _("ułamek tam, gdzie liczy się całe")
    MEASURE_MISSING = "measure_missing", _("brak miernika podawanego poprzednio")
    MEASURE_RENAMED = "measure_renamed", _("miernik pod inną nazwą")
    PART_OVER_WHOLE = "part_over_whole", _("część większa niż całość")
    JOINT_ALONE = "joint_alone", _("liczba wspólna bez partnerów")
    OTHER_UNIT = "other_unit", _("inna jednostka lub inny obszar")


OF_NUMBERS = frozenset(
    {
        DoubtCode.FIGURES_DISAGREE, DoubtCode.TENFOLD, DoubtCode.ZERO, DoubtCode.OUTLIER, DoubtCode.EMPTY_MEASURE,
        DoubtCode.NEVER_CHANGES, DoubtCode.PART_OF_ONE, DoubtCode.MEASURE_MISSING, DoubtCode.MEASURE_RENAMED,
        DoubtCode.PART_OVER_WHOLE, DoubtCode.JOINT_ALONE, DoubtCode.OTHER_UNIT,
    }
)  # fmt: skip
"""Doubts about the rows of numbers; the others are about the text, or about outcome and text together."""


@dataclass(frozen=True)
class Number:
    """A number as it was given."""

    measure: str
    value: Decimal
    share: str = "own"
    coverage: str = "unit"


@dataclass(frozen=True)
class Said:
    """What was submitted about the same duty in another period."""

    period: str
    text: str = ""
    numbers: tuple[Number, ...] = ()
    comparable: bool = True
    """Whether the period is as long as this one: a half-year is not measured by a year."""


@dataclass(frozen=True)
class Neighbour:
    """A text that stands elsewhere: `where` names the action, or the institution."""

    where: str
    text: str


@dataclass(frozen=True)
class Facts:
    """One entry with everything that the checks may know. `history` runs from the oldest to the latest."""

    outcome: str = ""
    text: str = ""
    numbers: tuple[Number, ...] = ()
    wording: str = ""
    history: tuple[Said, ...] = ()
    in_packet: tuple[Neighbour, ...] = ()
    others: tuple[Neighbour, ...] = ()
    has_partners: bool = True

    @property
    def before(self) -> Said | None:
        """The latest period in which something was submitted about the same duty."""
        return self.history[-1] if self.history else None


@dataclass(frozen=True)
class Thresholds:
    """From where on something is doubtful; the words of each stand with the settings (`reporting.options`)."""

    likeness: int = 95
    shortest: int = 40
    ask_of_templates: bool = False
    times: int = 8
    least: int = 20
    enough: int = 4
    spread: int = 5
    unchanged: int = 3


@dataclass(frozen=True)
class Finding:
    """One doubt: its code, the measure it speaks of (blank: the text), and what the sentence needs."""

    code: DoubtCode
    about: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)
