"""Evaluations are never removed by the system."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import keep_on_file
from bezpiecznik.documents.models import Document
from bezpiecznik.evaluation.models import Evaluation, Recommendation


def register_kept() -> None:
    keep_on_file(
        "evaluation.years",
        title=_("Oceny roczne i dokumenty"),
        holds=_("Oceny działań z uzasadnieniem i dokumenty dla rady, z nazwiskami osób, które je sporządziły."),
        basis=_("ustawa o narodowym zasobie archiwalnym i archiwach; ustawa o samorządzie powiatowym"),
        why=_("To rozstrzygnięcia organu i dokumenty ogłoszone."),
        count=lambda: Evaluation.objects.count() + Document.objects.count(),
    )
    keep_on_file(
        "evaluation.recommendations",
        title=_("Zalecenia z ocen rocznych"),
        holds=_("Treść zaleceń, ustalenia i to, co się z nimi stało; kto je wpisał i zakończył."),
        basis=_("ustawa o narodowym zasobie archiwalnym i archiwach; ustawa o samorządzie powiatowym"),
        why=_("Trafiają do sprawozdań rocznych, czyli akt sprawy."),
        count=Recommendation.objects.count,
    )
