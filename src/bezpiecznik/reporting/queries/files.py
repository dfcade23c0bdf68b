"""Filled-in files that were brought, the newest first."""

from django.db.models import QuerySet

from bezpiecznik.reporting.models import BroughtFile, Packet, Period

RECENT = 100


def brought_files(packet: Packet, *, own: bool) -> QuerySet[BroughtFile]:
    """Of one packet; to the office only what the office brought."""
    found = _listed().filter(packet=packet)
    return (found if own else found.exclude(on_behalf=""))[:RECENT]


def brought_in_period(period: Period) -> QuerySet[BroughtFile]:
    """What the office brought on behalf of institutions."""
    return _listed().filter(packet__period=period).exclude(on_behalf="")[:RECENT]


def _listed() -> QuerySet[BroughtFile]:
    found = BroughtFile.objects.select_related("packet__institution", "packet__period__programme", "brought_by")
    return found.defer("reading", "changes").order_by("-pk")
