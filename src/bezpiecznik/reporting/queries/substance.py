"""What the checks of substance look at, read for some entries of a packet in a constant number of queries.

Of other institutions only what was submitted is read: a draft is nobody else's.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from bezpiecznik.plans.models import Responsibility
from bezpiecznik.reporting.models import Doubt, DoubtQuerySet, Entry, Packet, PacketQuerySet, Part, Period
from bezpiecznik.reporting.queries.packets import Duty, duty_of
from bezpiecznik.reporting.states import PacketState
from bezpiecznik.reporting.substance.facts import Facts, Neighbour, Number, Said

SENT = (PacketState.SUBMITTED, PacketState.ACCEPTED)
"""States in which the rows of entries are what was submitted last."""


def facts_of(packet: Packet, entries: Sequence[Entry]) -> dict[int, Facts]:
    """By the entry's key. Entries need their responsibility, undertaking and numbers: `entries_of` selects them."""
    duties = {entry.pk: duty_of(entry.obligation) for entry in entries}
    history = _history(packet.period, duties.values())
    around = _in_packet(packet)
    others = _others(packet, {undertaking for undertaking, _institution, _role in duties.values()})
    bodies = _bodies({undertaking for undertaking, _institution, _role in duties.values()})
    return {
        entry.pk: Facts(
            outcome=entry.outcome,
            text=entry.text,
            numbers=_numbers(entry),
            wording=entry.obligation.responsibility.undertaking.wording,
            history=tuple(history[duties[entry.pk]]),
            in_packet=tuple(neighbour for pk, neighbour in around if pk != entry.pk),
            others=tuple(
                neighbour
                for institution, neighbour in others[duties[entry.pk][0]]
                if institution != duties[entry.pk][1]
            ),
            has_partners=bodies.get(duties[entry.pk][0], 0) > 1,
        )
        for entry in entries
    }


def _numbers(entry: Entry) -> tuple[Number, ...]:
    return tuple(Number(one.measure, one.value, one.share, one.coverage) for one in entry.numbers.all())


def _history(period: Period, duties: Iterable[Duty]) -> dict[Duty, list[Said]]:
    """What was submitted about the same duties in earlier periods of the programme, from the oldest."""
    wanted = set(duties)
    found = (
        Entry.objects.filter(
            Q(obligation__period__year__lt=period.year)
            | Q(obligation__period__year=period.year, obligation__period__part__lt=period.part),
            obligation__period__programme=period.programme_id,
            obligation__responsibility__undertaking__in={undertaking for undertaking, _institution, _role in wanted},
            obligation__responsibility__institution__in={institution for _undertaking, institution, _role in wanted},
            obligation__packet__state__in=SENT,
            obligation__withdrawn_at=None,
        )
        .select_related("obligation__period", "obligation__responsibility")
        .prefetch_related("numbers")
        .order_by("obligation__period__year", "obligation__period__part", "pk")
    )
    history: dict[Duty, list[Said]] = defaultdict(list)
    for entry in found:
        past = entry.obligation.period
        same_length = (past.part == Part.YEAR) == (period.part == Part.YEAR)
        said = Said(str(past), entry.text, _numbers(entry), comparable=same_length)
        history[duty_of(entry.obligation)].append(said)
    return history


def _in_packet(packet: Packet) -> list[tuple[int, Neighbour]]:
    """Texts of all entries of the packet, each under the number of its action."""
    found = Entry.objects.filter(obligation__packet=packet, obligation__withdrawn_at=None).exclude(text="")
    rows = found.select_related("obligation__responsibility__undertaking__area").order_by("pk")
    return [(row.pk, Neighbour(row.obligation.responsibility.undertaking.code, row.text)) for row in rows]


def _others(packet: Packet, undertakings: set[int]) -> dict[int, list[tuple[int, Neighbour]]]:
    """Texts that other packets of the period submitted about these actions, by action."""
    rows = (
        Entry.objects.filter(
            obligation__period=packet.period_id,
            obligation__withdrawn_at=None,
            obligation__responsibility__undertaking__in=undertakings,
            obligation__packet__state__in=SENT,
        )
        .exclude(obligation__packet=packet.pk)
        .exclude(text="")
        .select_related("obligation__responsibility__institution")
        .order_by("pk")
    )
    found: dict[int, list[tuple[int, Neighbour]]] = defaultdict(list)
    for row in rows:
        duty = row.obligation.responsibility
        found[duty.undertaking_id].append((duty.institution_id, Neighbour(duty.institution.short, row.text)))
    return found


def _bodies(undertakings: set[int]) -> dict[int, int]:
    """How many institutions the programme names at each action today."""
    found = Responsibility.objects.in_force().filter(undertaking__in=undertakings).order_by()
    return dict(found.values_list("undertaking").annotate(n=Count("institution", distinct=True)))


def doubts_in(packet: Packet) -> DoubtQuerySet:
    """All that is asked about the packet, in the order in which it was noticed."""
    found = Doubt.objects.filter(entry__obligation__packet=packet).standing()
    return found.select_related("answered_by", "settled_by")


def doubts_by_entry(packet: Packet) -> dict[int, list[Doubt]]:
    """The same by the entry's key. One query."""
    by_entry: dict[int, list[Doubt]] = defaultdict(list)
    for doubt in doubts_in(packet):
        by_entry[doubt.entry_id].append(doubt)
    return dict(by_entry)


def with_doubts(packets: PacketQuerySet) -> PacketQuerySet:
    """Packets each with `doubts`: how many questions the coordinator has not settled."""
    waiting = Doubt.objects.standing().unsettled().filter(entry__obligation__packet=OuterRef("pk")).order_by()
    counted = waiting.values("entry__obligation__packet").annotate(n=Count("pk")).values("n")
    return packets.annotate(doubts=Coalesce(Subquery(counted), 0))
