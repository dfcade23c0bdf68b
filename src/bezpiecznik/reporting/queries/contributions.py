"""Who may add to whose entries, and what they added."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from bezpiecznik.institutions.models import CollectiveMember, Institution
from bezpiecznik.reporting.models import Contribution, Entry, Obligation, Packet, Period
from bezpiecznik.reporting.queries.packets import entries_of
from bezpiecznik.reporting.states import PeriodState


@dataclass(frozen=True)
class Sum:
    """Numbers of the same measure put together: how much, and of how many bodies."""

    measure: str
    value: Decimal
    n: int


def contributors_of(packet: Packet, entries: Iterable[Entry]) -> dict[int, dict[int, Institution]]:
    """Bodies that may add to each entry, by keys of entry and body: members of the collective name that it speaks of,
    and a body that reports through another. At most one query."""
    entries = list(entries)
    asked = {entry.pk: entry.obligation.responsibility.institution for entry in entries}
    collective = {body.pk for body in asked.values() if body.collective}
    members = _members(collective, packet.period) if collective else {}
    found: dict[int, dict[int, Institution]] = {}
    for key, body in asked.items():
        found[key] = dict(members.get(body.pk, {}))
        if body.pk != packet.institution_id and not body.collective:
            found[key][body.pk] = body
    return found


def _members(collectives: set[int], period: Period) -> dict[int, dict[int, Institution]]:
    """Members at any time of the period, by the collective name, in the order of their names."""
    rows = CollectiveMember.objects.filter(collective__in=collectives).select_related("institution")
    found: dict[int, dict[int, Institution]] = defaultdict(dict)
    for row in rows.order_by("institution__name"):
        if _overlaps(row, period):
            found[row.collective_id][row.institution_id] = row.institution
    return found


def contributions_to(entries: Iterable[Entry]) -> dict[int, list[Contribution]]:
    """What was added, by entry, in the order of names; those who only opened the page are left out."""
    rows = Contribution.objects.filter(entry__in=[entry.pk for entry in entries], version__gt=0)
    found: dict[int, list[Contribution]] = defaultdict(list)
    for row in rows.select_related("institution").order_by("institution__name"):
        if row.answers:
            found[row.entry_id].append(row)
    return found


def sums(contributions: Iterable[Contribution]) -> list[Sum]:
    """Totals by measure, however it is capitalised, in the order in which the measures come."""
    given: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    for contribution in contributions:
        for number in contribution.given:
            given[number["measure"].casefold()].append((number["measure"], Decimal(number["value"])))
    return [Sum(rows[0][0], sum((value for _name, value in rows), Decimal()), len(rows)) for rows in given.values()]


def asked_to_contribute(institutions: Iterable[int]) -> list[tuple[Packet, Institution]]:
    """Open packets to which each of these bodies may add, with the body; the first due first. Two queries."""
    keys = set(institutions)
    memberships = list(CollectiveMember.objects.filter(institution__in=keys).select_related("institution"))
    asked = Obligation.objects.in_force().filter(
        packet__period__state=PeriodState.OPEN,
        responsibility__institution__in=keys | {membership.collective_id for membership in memberships},
    )
    found: dict[tuple[int, int], tuple[Packet, Institution]] = {}
    for obligation in asked.select_related(
        "packet__period__programme", "packet__institution", "responsibility__institution"
    ):
        packet, body = obligation.packet, obligation.responsibility.institution
        if packet is None:
            continue
        for one in _adding(packet, body, keys, memberships):
            found[packet.pk, one.pk] = packet, one
    return sorted(found.values(), key=lambda pair: (pair[0].period.due_on, pair[0].pk, pair[1].name))


def _adding(
    packet: Packet, body: Institution, keys: set[int], memberships: list[CollectiveMember]
) -> Iterator[Institution]:
    if body.pk in keys and body.pk != packet.institution_id and not body.collective:
        yield body
    for membership in memberships:
        if membership.collective_id == body.pk and body.collective and _overlaps(membership, packet.period):
            yield membership.institution


def _overlaps(membership: CollectiveMember, period: Period) -> bool:
    begun = membership.since is None or membership.since <= period.ends_on
    return begun and (membership.until is None or membership.until >= period.starts_on)


def entries_to_add_to(packet: Packet, institution: Institution) -> list[Entry]:
    """Entries of the packet to which this body may add, in the document's order."""
    entries = entries_of(packet)
    allowed = contributors_of(packet, entries)
    return [entry for entry in entries if institution.pk in allowed[entry.pk]]


def own_contributions(entries: Iterable[Entry], institution: Institution) -> dict[int, Contribution]:
    rows: QuerySet[Contribution] = Contribution.objects.filter(
        entry__in=[entry.pk for entry in entries], institution=institution
    )
    return {row.entry_id: row for row in rows.select_related("updated_by")}
