"""Matters for the council are files of a case: never removed."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, register
from bezpiecznik.council.models import Matter


def register_kept() -> None:
    register(
        Kept(
            name="council.matters",
            title=_("Sprawy przedkładane radzie"),
            holds=_("Co i kiedy przekazano radzie, jej rozstrzygnięcia i ogłoszenia; kto to zapisał."),
            basis=_("ustawa o narodowym zasobie archiwalnym i archiwach; art. 6 ust. 1 lit. c i e RODO"),
            ending=Ending.KEPT,
            why=_("To akta sprawy."),
            count=Matter.objects.count,
        )
    )
