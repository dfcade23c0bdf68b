"""Reads about one-time links."""

from typing import Any

from django.db.models import Q

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.search import matching
from bezpiecznik.institutions.models import CollectiveMember, Institution, InstitutionQuerySet
from bezpiecznik.reporting.models import LinkState, LinkToken, OneTimeLink, OneTimeLinkQuerySet, Packet
from bezpiecznik.reporting.states import PeriodState


def links(found: OneTimeLinkQuerySet, wanted: dict[str, Any]) -> OneTimeLinkQuerySet:
    """Those that fit the cleaned values of the filter (`q`, `state`, `institution`), with their last address."""
    found = found.select_related("institution", "user", "made_by").with_last_token()
    if state := wanted.get("state"):
        found = found.in_state(state)
    if institution := wanted.get("institution"):
        found = found.filter(institution=institution)
    return matching(found, wanted.get("q") or "")


def invited() -> InstitutionQuerySet:
    """Institutions that have a link, to filter by."""
    return Institution.objects.filter(pk__in=OneTimeLink.objects.values("institution")).in_polish_order()


def asked_now() -> InstitutionQuerySet:
    """Those a link may be sent for: with a packet in an open period, or with something to add to another's."""
    packets = Packet.objects.filter(period__state=PeriodState.OPEN)
    spoken_for = packets.filter(obligations__withdrawn_at=None).values("obligations__responsibility__institution")
    members = CollectiveMember.objects.filter(collective__in=spoken_for).values("institution")
    single = Institution.objects.filter(pk__in=spoken_for, collective=False).values("pk")
    wanted = Q(pk__in=packets.values("institution")) | Q(pk__in=members) | Q(pk__in=single)
    return Institution.objects.filter(wanted).in_polish_order()


def usable_token(secret: str) -> LinkToken | None:
    """The address, if it may still be opened. Writes nothing, so that looking uses nothing up."""
    usable = LinkToken.objects.usable().select_related("link__institution")
    return usable.filter(digest=digest(secret)).first()


def packet_to_write(institution: Institution) -> Packet | None:
    """Of the open packets of the institution the one due first."""
    found = Packet.objects.filter(institution=institution, period__state=PeriodState.OPEN)
    return found.order_by("period__due_on", "pk").first()


def link_state(link: Any) -> LinkState:
    """How a link `with_last_token` stands now."""
    if link.revoked_at:
        return LinkState.REVOKED
    if link.opened_at:
        return LinkState.OPENED
    return LinkState.WAITING if link.expires_at > clock.now() else LinkState.EXPIRED
