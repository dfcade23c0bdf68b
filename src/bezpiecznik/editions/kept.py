"""Editions, fates and comments are files of the case: the system never removes them."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import keep_on_file
from bezpiecznik.editions.models import Comment, Edition


def register_kept() -> None:
    keep_on_file(
        "editions.editions",
        title=_("Edycje programu"),
        holds=_("Projekty następnych programów, losy działań z powodami; kto i kiedy rozstrzygnął."),
        basis=_("ustawa o narodowym zasobie archiwalnym i archiwach; ustawa o samorządzie powiatowym"),
        why=_("Wyjaśniają, skąd się wziął program przyjęty przez radę."),
        count=Edition.objects.count,
    )
    keep_on_file(
        "editions.comments",
        title=_("Uwagi z konsultacji"),
        holds=_("Treść uwag bez danych osób, odpowiedzi; przy uwagach podmiotów kto je zgłosił."),
        why=_("Są częścią dokumentacji projektu uchwały."),
        count=Comment.objects.count,
    )
