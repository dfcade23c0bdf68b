"""The queue of the office: what waits to be accepted, and what a bulk acceptance would accept."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.search import matching
from bezpiecznik.reporting.models import (
    Obligation,
    Packet,
    PacketQuerySet,
    PacketTransition,
    PacketVersion,
    Remark,
)
from bezpiecznik.reporting.queries.rates import in_time_packets
from bezpiecznik.reporting.queries.substance import with_doubts
from bezpiecznik.reporting.states import PacketState, PeriodState


class Kind(models.TextChoices):
    """What one may look for in the queue."""

    DOUBTS = "doubts", _("z wątpliwościami")
    LATE = "late", _("złożone po terminie")
    AGAIN = "again", _("złożone ponownie")
    REMARKS = "remarks", _("z niezałatwioną uwagą")


def in_queue(packets: PacketQuerySet, wanted: dict[str, Any]) -> PacketQuerySet:
    """Packets with `expected` (entries), `doubts`, `is_late`, `again` and `open_remarks`, that fit the filter."""
    in_time = in_time_packets(Packet.objects.filter(state=PacketState.SUBMITTED)).values("pk")
    resubmitted = PacketVersion.objects.filter(packet=OuterRef("pk"), no__gt=1)
    remarks = Remark.objects.filter(entry__obligation__packet=OuterRef("pk"), settled_at=None)
    entries = Obligation.objects.in_force().filter(packet=OuterRef("pk")).order_by().values("packet")
    found = with_doubts(packets.asked()).annotate(
        expected=Subquery(entries.annotate(n=Count("pk")).values("n")),
        is_late=~Q(pk__in=in_time),
        again=Exists(resubmitted),
        open_remarks=Exists(remarks),
    )
    if period := wanted.get("period"):
        found = found.filter(period=period)
    conditions: dict[str, dict[str, Any]] = {
        Kind.DOUBTS: {"doubts__gt": 0}, Kind.LATE: {"is_late": True}, Kind.AGAIN: {"again": True},
        Kind.REMARKS: {"open_remarks": True},
    }  # fmt: skip
    if kind := wanted.get("kind"):
        found = found.filter(**conditions[kind])
    return matching(found, wanted.get("q") or "", field="institution__search_text")


@dataclass(frozen=True)
class Preview:
    """One packet as a bulk acceptance would take it; `version` is the one that is shown."""

    packet: Packet
    version: int
    outcomes: list[tuple[str, int]]
    """How many entries say what."""
    doubts: int
    is_late: bool
    open_remarks: bool


def preview(packets: Sequence[Any]) -> list[Preview]:
    """What the chosen packets, `in_queue`, contain: by their last versions, in one query."""
    latest: dict[int, PacketVersion] = {}
    for version in PacketVersion.objects.filter(packet__in=[packet.pk for packet in packets]).order_by("no"):
        latest[version.packet_id] = version
    return [
        Preview(
            packet=packet,
            version=latest[packet.pk].no,
            outcomes=Counter(entry["outcome"] for entry in latest[packet.pk].content["entries"]).most_common(),
            doubts=packet.doubts,
            is_late=packet.is_late,
            open_remarks=packet.open_remarks,
        )
        for packet in packets
        if packet.pk in latest
    ]


def lately_accepted(packets: PacketQuerySet, by: User, since: datetime) -> PacketQuerySet:
    """Accepted by the person since that moment, the last first: what may still be taken back."""
    own = PacketTransition.objects.filter(packet=OuterRef("pk"), to_state=PacketState.ACCEPTED, by=by, at__gte=since)
    found = packets.filter(Exists(own), state=PacketState.ACCEPTED, period__state=PeriodState.OPEN)
    return found.annotate(last=models.Max("transitions__pk")).order_by("-last")


def to_reopen(packets: PacketQuerySet) -> PacketQuerySet:
    """Accepted ones of open periods, each with how many entries it has."""
    accepted = packets.filter(state=PacketState.ACCEPTED, period__state=PeriodState.OPEN)
    return accepted.annotate(expected=Count("obligations", filter=Q(obligations__withdrawn_at=None)))
