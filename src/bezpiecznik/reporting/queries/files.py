"""Filled-in files that were brought, the newest first."""

from django.db.models import QuerySet

from bezpiecznik.reporting.models import BroughtFile, Packet, Period

RECENT = 100


def brought_files(packet: Packet) -> QuerySet[BroughtFile]:
    return _listed().filter(packet=packet)[:RECENT]


def brought_in_period(period: Period) -> QuerySet[BroughtFile]:
    return _listed().filter(packet__period=period)[:RECENT]


def _listed() -> QuerySet[BroughtFile]:
    found = BroughtFile.objects.select_related("packet__institution", "packet__period__programme", "brought_by")
    return found.defer("reading", "changes").order_by("-pk")
