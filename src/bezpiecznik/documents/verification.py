"""Whether the data from which documents are made are what they were."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.frozen_check import Frozen, frozen_problems
from bezpiecznik.core.verification import register
from bezpiecznik.documents.events import Event
from bezpiecznik.documents.models import Document, OfficeLook

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


def looks() -> Iterator[str]:
    """Versions of the office's template whose row no longer agrees with its hash: documents point to them."""
    for row in OfficeLook.objects.select_related("logo").order_by("pk"):
        if row.digest() != row.sha256:
            yield _("Wygląd dokumentów nr %(key)s zmieniono po zapisaniu.") % {"key": row.pk}


register(_("dokumenty"), snapshots)
register(_("wygląd dokumentów"), looks)
