"""What the office said of its documents is never removed: papers made of it still point to it."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import keep_on_file
from bezpiecznik.documents.models import FixedText, OfficeLook, Signing


def register_kept() -> None:
    keep_on_file(
        "documents.templates",
        title=_("Wzory i wygląd dokumentów, adnotacje o podpisaniu"),
        holds=_("Stałe teksty, logo, nagłówki i podpisujący; kto je zmienił; kto i kiedy podpisał dokument."),
        why=_("Sporządzone dokumenty odtwarzają się z tych wersji."),
        count=lambda: FixedText.objects.count() + OfficeLook.objects.count() + Signing.objects.count(),
    )
