"""Reports are never removed by the system."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, register
from bezpiecznik.reporting.models import PacketVersion


def register_kept() -> None:
    register(
        Kept(
            name="reporting.reports",
            title=_("Złożone sprawozdania"),
            holds=_("Słowa i liczby podmiotu oraz kto je złożył i podpisał."),
            basis=_("ustawa o narodowym zasobie archiwalnym i archiwach; art. 6 ust. 1 lit. c i e RODO"),
            ending=Ending.KEPT,
            why=_("To akta sprawy: o ich brakowaniu decyduje archiwum zakładowe, nie ten system."),
            count=PacketVersion.objects.count,
        )
    )
