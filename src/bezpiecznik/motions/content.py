"""What a motion says, as it travels from a form to a service."""

from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from bezpiecznik.motions.models import Motion
from bezpiecznik.plans.models import Area, Undertaking


@dataclass(frozen=True)
class Content:
    title: str
    proposal: str = ""
    justification: str = ""
    cost: Decimal | None = None
    cost_note: str = ""


@dataclass(frozen=True)
class About:
    """What of the programme the motion concerns."""

    areas: tuple[Area, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()

    def put(self, motion: Motion) -> None:
        motion.areas.set(self.areas)
        motion.undertakings.set(self.undertakings)

    def differs(self, motion: Motion) -> bool:
        kept = (set(motion.areas.all()), set(motion.undertakings.all()))
        return kept != (set(self.areas), set(self.undertakings))


NOTHING = About()


def words(content: Content) -> dict[str, Any]:
    """Values by the names of the motion's fields."""
    return asdict(content)


def missing(motion: Motion) -> list[str]:
    """What the motion lacks before it may be submitted, in sentences."""
    told = []
    if not motion.title.strip():
        told.append(_("Napisz, czego wniosek dotyczy."))
    if not motion.proposal.strip():
        told.append(_("Napisz, co proponujecie."))
    if not motion.justification.strip():
        told.append(_("Napisz uzasadnienie: z czego wynika ta potrzeba."))
    return told
