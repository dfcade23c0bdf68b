"""Editions, fates and comments are files of the case: the system never removes them."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, register
from bezpiecznik.editions.models import Comment, Edition


def register_kept() -> None:
    register(
        Kept(
            name="editions.editions",
            title=_("Edycje programu"),
            holds=_("Projekty następnych programów, losy działań z powodami; kto i kiedy rozstrzygnął."),
            basis=_("ustawa o narodowym zasobie archiwalnym i archiwach; ustawa o samorządzie powiatowym"),
            ending=Ending.KEPT,
            why=_("Wyjaśniają, skąd się wziął program przyjęty przez radę."),
            count=Edition.objects.count,
        )
    )
    register(
        Kept(
            name="editions.comments",
            title=_("Uwagi z konsultacji"),
            holds=_("Treść uwag bez danych osób, odpowiedzi; przy uwagach podmiotów kto je zgłosił."),
            basis=_("ustawa o narodowym zasobie archiwalnym i archiwach; art. 6 ust. 1 lit. c i e RODO"),
            ending=Ending.KEPT,
            why=_("Są częścią dokumentacji projektu uchwały."),
            count=Comment.objects.count,
        )
    )
