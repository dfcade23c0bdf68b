"""People and money of initiatives by year: what the plan says, and what executors sent."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bezpiecznik.core.search import matching
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting.models import InitiativeFigures, Obligation, Period
from bezpiecznik.reporting.queries.packets import latest_contents
from bezpiecznik.reporting.states import PacketState, PeriodState
from bezpiecznik.reporting.versions import FiguresContent, figures_content

AS_SENT = (PacketState.SUBMITTED, PacketState.ACCEPTED)
"""What stands in the packet is what was sent; of others the last version tells."""


@dataclass(frozen=True)
class Sum:
    """A sum of what was said, and of how many reports it is made. None: nobody said anything, which is not zero."""

    value: Decimal | None = None
    n: int = 0

    def __add__(self, other: "Sum") -> "Sum":
        values = [one for one in (self.value, other.value) if one is not None]
        return Sum(sum(values, Decimal(0)) if values else None, self.n + other.n)


@dataclass
class Line:
    """One initiative in one year."""

    undertaking: Undertaking
    year: int
    promised: int | None
    in_plan: Sum = field(default_factory=Sum)
    audience: Sum = field(default_factory=Sum)
    planned: Sum = field(default_factory=Sum)
    granted: Sum = field(default_factory=Sum)
    spent: Sum = field(default_factory=Sum)
    sources: list[str] = field(default_factory=list)
    asked: int = 0
    sent: int = 0

    def take(self, said: FiguresContent) -> None:
        """Add what one report says."""
        self.sent += 1
        for name in ("audience", "planned", "granted", "spent"):
            value = said[name]
            if value is not None:
                setattr(self, name, getattr(self, name) + Sum(Decimal(str(value)), 1))
        if said["source"] and said["source"] not in self.sources:
            self.sources.append(said["source"])


@dataclass(frozen=True)
class Totals:
    """Over the lines shown. People are not added up: one may have used several programmes."""

    in_plan: Sum
    planned: Sum
    granted: Sum
    spent: Sum
    asked: int
    sent: int


def money_lines(programme: Programme, wanted: dict[str, Any]) -> list[Line]:
    """Initiatives by year, in the document's order; by the filter's cleaned values (`q`, `year`). Constant queries."""
    years = [int(wanted["year"])] if wanted.get("year") else list(programme.years)
    found = matching(Undertaking.objects.initiatives().filter(programme=programme), wanted.get("q", ""))
    initiatives = list(found.select_related("promised").prefetch_related("money").order_by("no"))
    lines = {(one.pk, year): _line(one, year) for one in initiatives for year in years}
    for obligation in _asked(programme, years, initiatives):
        line = lines[obligation.responsibility.undertaking_id, obligation.period.year]
        line.asked += obligation.packet_id is not None
    for (undertaking, year), said in _sent(programme, years, initiatives):
        lines[undertaking, year].take(said)
    return list(lines.values())


def totals(lines: Iterable[Line]) -> Totals:
    rows = list(lines)

    def over(name: str) -> Sum:
        return sum((getattr(row, name) for row in rows), Sum())

    return Totals(
        over("in_plan"),
        over("planned"),
        over("granted"),
        over("spent"),
        sum(row.asked for row in rows),
        sum(row.sent for row in rows),
    )


def _line(initiative: Undertaking, year: int) -> Line:
    promised = getattr(initiative, "promised", None)
    in_plan = [Sum(line.amount, 1) for line in initiative.money.all() if line.year == year]
    return Line(initiative, year, promised.people if promised else None, sum(in_plan, Sum()))


def _asked(programme: Programme, years: list[int], initiatives: list[Undertaking]) -> Iterator[Obligation]:
    found = Obligation.objects.in_force().filter(
        period__programme=programme, period__year__in=years, responsibility__undertaking__in=[i.pk for i in initiatives]
    )
    yield from found.exclude(period__state=PeriodState.PLANNED).select_related("period", "responsibility", "packet")


def _sent(
    programme: Programme, years: list[int], initiatives: list[Undertaking]
) -> Iterator[tuple[tuple[int, int], FiguresContent]]:
    """What each sent report says: from the packet while it stands as sent, else from its last version."""
    by_packet: dict[int, list[Obligation]] = defaultdict(list)
    as_sent: dict[int, Obligation] = {}
    for obligation in _asked(programme, years, initiatives):
        packet = obligation.packet
        if packet is None or packet.submitted_at is None:
            continue
        if packet.state in AS_SENT:
            as_sent[obligation.pk] = obligation
        else:
            by_packet[packet.pk].append(obligation)
    stored = InitiativeFigures.objects.filter(entry__obligation__in=list(as_sent)).select_related("entry")
    figures = {one.entry.obligation_id: one for one in stored}
    for pk, obligation in as_sent.items():
        yield _key(obligation), figures_content(figures.get(pk))
    contents = latest_contents(by_packet) if by_packet else {}
    for obligation in (one for group in by_packet.values() for one in group):
        if content := contents.get(obligation.pk):
            yield _key(obligation), content.get("figures", figures_content(None))


def _key(obligation: Obligation) -> tuple[int, int]:
    period: Period = obligation.period
    return obligation.responsibility.undertaking_id, period.year
