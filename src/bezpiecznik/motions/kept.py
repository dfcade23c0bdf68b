"""Motions are matters of the office: the system never removes what was submitted."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, register
from bezpiecznik.motions.models import Motion


def register_kept() -> None:
    register(
        Kept(
            name="motions.motions",
            title=_("Wnioski do prezydenta"),
            holds=_("Treść wniosków i załączniki, ich droga, rozstrzygnięcia i skutki; kto i w czyim imieniu działał."),
            basis=_("ustawa o narodowym zasobie archiwalnym i archiwach; art. 6 ust. 1 lit. c i e RODO"),
            ending=Ending.KEPT,
            why=_("To akta sprawy i rozstrzygnięcia organu; projekt, którego nie złożono, usuwa sam podmiot."),
            count=Motion.objects.count,
        )
    )
