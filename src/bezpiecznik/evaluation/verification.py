"""Whether the frozen evidence of finished evaluations is what it was."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.frozen_check import Frozen, frozen_problems
from bezpiecznik.core.verification import register
from bezpiecznik.evaluation.events import Event
from bezpiecznik.evaluation.models import Evidence

CHUNK = 5


def evidence() -> Iterator[str]:
    rows = Evidence.objects.select_related("evaluation").order_by("pk").iterator(CHUNK)
    return frozen_problems(
        (Frozen(str(kept.evaluation), str(kept.evaluation_id), kept.content, kept.sha256) for kept in rows),
        event=Event.FINISHED.value,
        changed=_("Materiał dowodowy oceny za rok %(name)s zmieniono po zakończeniu oceny."),
        unlike_journal=_("Materiał dowodowy oceny za rok %(name)s nie jest tym, który zapisano w dzienniku."),
    )


register(_("materiał dowodowy ocen"), evidence)
