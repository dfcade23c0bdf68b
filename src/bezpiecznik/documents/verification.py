"""Whether the data from which documents are made are what they were."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.frozen_check import Frozen, frozen_problems
from bezpiecznik.core.verification import register
from bezpiecznik.documents.events import Event
from bezpiecznik.documents.models import Document

CHUNK = 20
"""A snapshot may be a megabyte long."""


def snapshots() -> Iterator[str]:
    rows = Document.objects.order_by("pk").iterator(CHUNK)
    return frozen_problems(
        (Frozen(document.number, str(document.pk), document.snapshot, document.snapshot_sha256) for document in rows),
        event=Event.REQUESTED.value,
        changed=_("Dane dokumentu %(name)s zmieniono po sporządzeniu."),
        unlike_journal=_("Dane dokumentu %(name)s nie są tymi, które zapisano w dzienniku."),
    )


register(_("dokumenty"), snapshots)
