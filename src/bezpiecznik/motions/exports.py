"""Columns of the list of motions as a file."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.motions.models import Motion

MOTIONS: tuple[Column[Motion], ...] = (
    Column(_("Numer"), lambda motion: motion.number),
    Column(_("Podmiot"), lambda motion: motion.institution.name),
    Column(_("Czego dotyczy"), lambda motion: motion.title),
    Column(_("Co proponuje"), lambda motion: motion.proposal),
    Column(_("Koszt w złotych"), lambda motion: None if motion.cost is None else float(motion.cost)),
    Column(_("Stan"), lambda motion: str(motion.get_state_display())),
    Column(_("Termin"), lambda motion: motion.due_on),
    Column(_("Rozstrzygnięto"), lambda motion: motion.decided_at),
    Column(_("Rozstrzygnięcie i jego powód"), lambda motion: motion.decision),
    Column(_("Zadanie w programie"), lambda motion: motion.task.code if motion.task else ""),
)
