"""Motions are matters of the office: the system never removes what was submitted."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import keep_on_file
from bezpiecznik.motions.models import Motion


def register_kept() -> None:
    keep_on_file(
        "motions.motions",
        title=_("Wnioski do prezydenta"),
        holds=_("Treść wniosków i załączniki, ich droga, rozstrzygnięcia i skutki; kto i w czyim imieniu działał."),
        why=_("To akta sprawy i rozstrzygnięcia organu; projekt, którego nie złożono, usuwa sam podmiot."),
        count=Motion.objects.count,
    )
