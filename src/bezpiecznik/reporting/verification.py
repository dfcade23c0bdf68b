"""Whether closed periods and submitted reports are what they were."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.frozen import as_text
from bezpiecznik.core.frozen_check import Frozen, frozen_problems
from bezpiecznik.core.verification import register
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import PacketVersion, Snapshot

CHUNK = 200


def snapshots() -> Iterator[str]:
    rows = Snapshot.objects.select_related("period").order_by("pk").iterator(5)
    return frozen_problems(
        (Frozen(str(kept.period), str(kept.period_id), kept.content, kept.sha256) for kept in rows),
        event=Event.PERIOD_CLOSED.value,
        changed=_("Migawkę okresu %(name)s zmieniono po zamknięciu okresu."),
        unlike_journal=_("Migawka okresu %(name)s nie jest tą, którą zapisano w dzienniku."),
    )


def versions() -> Iterator[str]:
    found = PacketVersion.objects.select_related("packet__institution", "packet__period").order_by("pk")
    return frozen_problems(
        (_frozen(version) for version in found.iterator(CHUNK)),
        event=Event.PACKET_SUBMITTED.value,
        changed=_("Złożone sprawozdanie (%(name)s) zmieniono po złożeniu."),
        unlike_journal=_("Złożone sprawozdanie (%(name)s) nie jest tym, które zapisano w dzienniku."),
    )


def _frozen(version: PacketVersion) -> Frozen:
    name = f"{version.packet}, wersja {version.no}"
    return Frozen(name, str(version.packet_id), as_text(version.content), version.sha256)


register(_("migawki okresów"), snapshots)
register(_("złożone sprawozdania"), versions)
