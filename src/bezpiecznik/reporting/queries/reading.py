"""What a reader sees of a packet: what was said, and how it came here."""

from django.db.models import Count, Q, QuerySet

from bezpiecznik.institutions.models import Holding, Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting.models import Packet, PacketQuerySet, PacketTransition
from bezpiecznik.reporting.queries.packets import entries_of
from bezpiecznik.reporting.states import WITH_FACT, WITH_REASON, PacketState
from bezpiecznik.reporting.substance.phrases import NO_FACT
from bezpiecznik.reporting.versions import EntryContent, entry_content

IN_FORCE = Q(obligations__withdrawn_at=None)
COMPLETE = Q(obligations__entry__outcome__in=WITH_FACT) & ~Q(obligations__entry__text__iregex=NO_FACT) | Q(
    obligations__entry__outcome__in=WITH_REASON
) & ~Q(obligations__entry__reason__iregex=NO_FACT)
"""`Entry.is_complete` in the database."""


def with_progress(packets: PacketQuerySet) -> PacketQuerySet:
    """Packets that have something to answer, each with `expected` and `ready`: how many entries."""
    counted = packets.annotate(
        expected=Count("obligations", filter=IN_FORCE), ready=Count("obligations", filter=IN_FORCE & COMPLETE)
    )
    return counted.filter(expected__gt=0)


def said(packet: Packet, *, own: bool) -> list[EntryContent]:
    """To the institution what stands in the packet now; to others only what was last submitted."""
    if own and packet.is_with_institution:
        return [entry_content(entry) for entry in entries_of(packet)]
    last = packet.versions.order_by("no").last()
    entries: list[EntryContent] = last.content["entries"] if last else []
    return entries


def history(packet: Packet) -> QuerySet[PacketTransition]:
    return packet.transitions.select_related("by")


def last_return(packet: Packet) -> PacketTransition | None:
    """Why the packet stands returned, or was sent back from the signature; None when nobody sent it back."""
    back = (PacketState.RETURNED, PacketState.DRAFT)
    last = packet.transitions.select_related("by").last()
    return last if last and last.to_state in back and last.note else None


def has_head(institution: Institution) -> bool:
    """Whether somebody may sign in the system."""
    return Holding.objects.current().filter(post__institution=institution, post__role=Role.HEAD).exists()
