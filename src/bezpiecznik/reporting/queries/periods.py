"""Periods with their progress, and what closing would leave unsaid."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from bezpiecznik.core.collation import polish
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking, UndertakingKind, UndertakingQuerySet
from bezpiecznik.reporting.deadlines import Proposed, proposed
from bezpiecznik.reporting.models import Obligation, Packet, PacketQuerySet, Part, Period
from bezpiecznik.reporting.options import DUE_DAYS, GRACE_DAYS, LOCK_DAYS
from bezpiecznik.reporting.queries.asking import by_timetable, duties_in, not_existing, standing_duties
from bezpiecznik.reporting.states import WAITING, PacketState


def with_packets_counted(periods: QuerySet[Period]) -> QuerySet[Period]:
    """These periods, the newest first, each with `expected`, `received`, `accepted`: how many packets."""
    asked = Exists(Obligation.objects.in_force().filter(packet=OuterRef("packets")))
    return (
        periods.select_related("programme")
        .annotate(
            expected=Count("packets", filter=asked),
            received=Count("packets", filter=asked & Q(packets__submitted_at__isnull=False)),
            accepted=Count("packets", filter=asked & Q(packets__state=PacketState.ACCEPTED)),
        )
        .order_by("-year", "-part", "pk")
    )


def next_to_plan(programme: Programme) -> tuple[int, int]:
    """Year and part of the period after the last one planned, in the same rhythm."""
    last = programme.periods.order_by("year", "part").last()
    if last is None:
        return programme.year_from, Part.FIRST_HALF
    if last.part == Part.FIRST_HALF:
        return last.year, Part.SECOND_HALF
    return last.year + 1, Part.YEAR if last.part == Part.YEAR else Part.FIRST_HALF


def proposed_days(year: int, part: int) -> Proposed:
    """Days for such a period by the working days of the settings. Three queries."""
    ends_on = Period(year=year, part=part).ends_on
    return proposed(ends_on, due=DUE_DAYS.value(), grace=GRACE_DAYS.value(), lock=LOCK_DAYS.value())


@dataclass(frozen=True)
class Leftover:
    """Packets that a closing would leave as they are, by how far they came."""

    never_sent: PacketQuerySet
    to_accept: PacketQuerySet
    returned: PacketQuerySet
    without_reporter: QuerySet[Institution]

    @property
    def is_empty(self) -> bool:
        return not (self.never_sent or self.to_accept or self.returned)


def leftover(period: Period) -> Leftover:
    """What the person who closes the period should know first."""
    packets = (
        Packet.objects.filter(period=period)
        .asked()
        .select_related("institution")
        .order_by(polish("institution__name"), "pk")
    )
    unanswered = Obligation.objects.in_force().filter(period=period, packet=None).values("responsibility__institution")
    return Leftover(
        never_sent=packets.filter(submitted_at=None),
        to_accept=packets.filter(state=PacketState.SUBMITTED),
        returned=packets.filter(submitted_at__isnull=False, state__in=WAITING),
        without_reporter=Institution.objects.filter(pk__in=unanswered).in_polish_order(),
    )


@dataclass(frozen=True)
class Asked:
    """Whom opening the period would ask, about how much, and who is left out and why."""

    obligations: int
    institutions: int
    actions: int
    initiatives: int
    without_reporter: QuerySet[Institution]
    """Named by the programme, but nobody reports for them: their obligations stand, and nobody answers."""
    gone: QuerySet[Institution]
    """They do not exist any more; either nobody took over, or the successor has the same duty itself."""
    not_now: UndertakingQuerySet
    """The timetable, or the term of an initiative, does not ask about them in this period."""


def to_be_asked(period: Period) -> Asked:
    duties, standing = duties_in(period), standing_duties(period)
    counted = duties.aggregate(
        obligations=Count("pk"),
        institutions=Count("institution", distinct=True),
        actions=Count("undertaking", filter=Q(undertaking__kind=UndertakingKind.ACTION), distinct=True),
        initiatives=Count("undertaking", filter=Q(undertaking__kind=UndertakingKind.INITIATIVE), distinct=True),
    )
    named = duties.select_related("institution__reports_through", "institution__successor")
    bodies = {duty.institution for duty in named}
    silent = [body.pk for body in bodies if body.reporter is None]
    gone = standing.filter(not_existing(period)).values("institution")
    waiting = standing.exclude(by_timetable(period)).values("undertaking")
    return Asked(
        **counted,
        without_reporter=Institution.objects.filter(pk__in=silent).in_polish_order(),
        gone=Institution.objects.filter(pk__in=gone).in_polish_order(),
        not_now=Undertaking.objects.filter(pk__in=waiting).select_related("area").in_document_order(),
    )
