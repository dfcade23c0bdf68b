"""Two rates of reporting, never one: whether reports come in time, and whether they say something.

Each is a count out of a count with its definition; a percentage is never shown without the n it is taken of. Over
packets (what institutions send) and over obligations (what they are asked). Nothing here orders institutions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Case, Count, DateField, F, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.reporting.closing import Count as Counted
from bezpiecznik.reporting.models import LockException, Obligation, Packet, PacketVersion, Period
from bezpiecznik.reporting.states import WITH_FACT, WITH_REASON

IN_TIME = _(
    "Ile złożono po raz pierwszy najpóźniej ostatniego dnia terminu, z dniami łaski i udzielonymi wyjątkami. "
    "Poprawka, o którą biuro poprosiło później, niczego tu nie zmienia."
)
COMPLETE = _(
    "Ile zawiera przy każdym działaniu treść: co zrobiono albo powód, dlaczego nie. Liczy się to, co złożono; "
    "szkice nie. Puste pole to nie zero."
)
PERCENT_FROM = 20
"""Below so many a percentage says more than the numbers do: only „n z N” is shown."""


@dataclass(frozen=True)
class Rate:
    """How many of how many."""

    n: int
    of: int

    @property
    def percent(self) -> int | None:
        """Rounded; None where there are too few to speak of hundredths."""
        return round(100 * self.n / self.of) if self.of >= PERCENT_FROM else None

    def __str__(self) -> str:
        """„18 z 40 (45%)”; „3 z 7” where there are few; „–” where nothing was asked."""
        if not self.of:
            return "–"
        share = f" ({self.percent}%)" if self.percent is not None else ""
        return f"{self.n}\u00a0z\u00a0{self.of}{share}"

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.n + other.n, self.of + other.of)


@dataclass(frozen=True)
class Rates:
    """Timeliness and completeness of the same reports."""

    in_time: Rate
    complete: Rate

    def __add__(self, other: "Rates") -> "Rates":
        return Rates(self.in_time + other.in_time, self.complete + other.complete)


NONE = Rates(Rate(0, 0), Rate(0, 0))


@dataclass(frozen=True)
class OfPeriod:
    """Rates over what institutions send, and over what they are asked."""

    packets: Rates
    obligations: Rates


DEFINITIONS: list[tuple[str | Promise, str | Promise]] = [(_("W terminie"), IN_TIME), (_("Kompletne"), COMPLETE)]


def counted(count: Counted) -> Rates:
    """The rates of a closed period, from what was frozen: the same figures whatever happens to the rows."""
    return Rates(Rate(count["on_time"], count["expected"]), Rate(count["complete"], count["expected"]))


def _last_day_in_time() -> Greatest:
    """As `deadlines.deadline_of` has it: the period's, or a later day of an exception that stood at that moment."""
    stood = Q(at__lte=OuterRef("first_at")) & (Q(withdrawn_at=None) | Q(withdrawn_at__gt=OuterRef("first_at")))
    moved = LockException.objects.filter(stood, packet=OuterRef("pk"), moves_deadline=True)
    latest = moved.order_by().values("packet").annotate(day=Max("until")).values("day")
    own = Coalesce(F("period__grace_until"), F("period__due_on"))
    return Greatest(own, Coalesce(Subquery(latest, output_field=DateField()), own), output_field=DateField())


def in_time_packets(packets: QuerySet[Packet]) -> QuerySet[Packet]:
    """Those whose first submission came in time, by the deadline that stood when it came."""
    first = PacketVersion.objects.filter(packet=OuterRef("pk"), no=1)
    sent = packets.annotate(first_at=Subquery(first.values("submitted_at")[:1]))
    return sent.alias(first_on=TruncDate("first_at")).filter(first_on__lte=_last_day_in_time())


def rates_of(periods: Iterable[Period]) -> dict[int, OfPeriod]:
    """The rates of these periods as they stand today, by period. Two queries, however many there are."""
    keys = [period.pk for period in periods]
    asked = Obligation.objects.in_force().filter(period__in=keys, packet__isnull=False).order_by()
    groups = with_substance(asked).values_list("period", "packet", "packet__submitted_at").annotate(**COUNTED)
    in_time = set(in_time_packets(Packet.objects.filter(period__in=keys)).values_list("pk", flat=True))
    made = dict.fromkeys(keys, OfPeriod(NONE, NONE))
    for period, packet, sent_at, expected, said, complete in groups:
        share = of_packet(expected, said, complete if sent_at else 0, in_time=packet in in_time)
        made[period] = OfPeriod(made[period].packets + share.packets, made[period].obligations + share.obligations)
    return made


def of_packet(expected: int, said: int, complete: int, *, in_time: bool) -> OfPeriod:
    """What one packet adds: obligations asked of it, described at all, and sent with substance."""
    return OfPeriod(
        packets=Rates(Rate(int(in_time), 1), Rate(int(complete == expected), 1)),
        obligations=Rates(Rate(said if in_time else 0, expected), Rate(complete, expected)),
    )


class HasCounts(Protocol):
    """A cell of a matrix: how many obligations are expected, in time, complete."""

    @property
    def expected(self) -> int: ...
    @property
    def in_time(self) -> int: ...
    @property
    def complete(self) -> int: ...


def rates_in(cells: Iterable[HasCounts | None]) -> Rates:
    """The rates of several cells together, by plain sums: matrices have thousands of cells."""
    expected = in_time = complete = 0
    for cell in cells:
        if cell:
            expected, in_time, complete = (
                expected + cell.expected, in_time + cell.in_time, complete + cell.complete,
            )  # fmt: skip
    return Rates(Rate(in_time, expected), Rate(complete, expected))


def with_substance(obligations: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """Each with `has_substance`: a fact, or a reason why there is none. What stands in the entry now."""
    fact = Q(entry__outcome__in=WITH_FACT) & ~Q(entry__text="")
    because = Q(entry__outcome__in=WITH_REASON) & ~Q(entry__reason="")
    return obligations.annotate(has_substance=Case(When(fact | because, then=Value(True)), default=Value(False)))


COUNTED = {
    "expected": Count("pk"),
    "said": Count("pk", filter=Q(entry__version__gt=0)),
    "complete": Count("pk", filter=Q(has_substance=True)),
}
"""What is counted of groups of obligations `with_substance`."""
