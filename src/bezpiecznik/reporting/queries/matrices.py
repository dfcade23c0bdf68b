"""All periods of a programme at once: institutions by periods, or areas by periods. A constant number of queries.

A cell counts obligations by where each stands today. Rows stand in the order of names or numbers, never of rates.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypedDict, cast

from django.db.models import BooleanField, Case, F, Q, Value, When
from django.utils import timezone

from bezpiecznik.core.search import matching
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme
from bezpiecznik.reporting.models import Obligation, Packet, Period
from bezpiecznik.reporting.queries.overview import initiatives_column
from bezpiecznik.reporting.queries.rates import COUNTED, NONE, Rates, in_time_packets, rates_in, with_substance
from bezpiecznik.reporting.states import Days, ObligationState, PeriodState, obligation_state

INSTITUTIONS, AREAS = "institutions", "areas"
PRESSING = (
    ObligationState.OVERDUE, ObligationState.RETURNED, ObligationState.SUBMITTED, ObligationState.TO_SIGN,
    ObligationState.DRAFT, ObligationState.DUE, ObligationState.MISSING, ObligationState.NOBODY,
    ObligationState.NOT_DUE, ObligationState.ACCEPTED,
)  # fmt: skip
"""Of several states in one cell the first of these is its mark."""


class Wanted(TypedDict, total=False):
    """What the address asks for; an empty value asks for everything."""

    q: str
    state: str
    role: str


@dataclass
class Cell:
    """Obligations of one row in one period."""

    states: Counter[ObligationState] = field(default_factory=Counter)
    expected: int = 0
    in_time: int = 0
    complete: int = 0
    packets: set[int] = field(default_factory=set)

    @property
    def total(self) -> int:
        return self.states.total()

    @property
    def state(self) -> ObligationState:
        """The most pressing one."""
        return next(state for state in PRESSING if self.states[state])


@dataclass(frozen=True)
class Row:
    """An institution or an area, with a cell for each period (None where nothing was asked)."""

    key: int | None
    """None: initiatives, which belong to no area."""
    name: str
    cells: list[Cell | None]
    rates: Rates
    total: int


@dataclass(frozen=True)
class Sent:
    """Who sent a packet, and when."""

    institution: str
    submitted_at: date
    """The day in Poland."""
    signatory: str


@dataclass(frozen=True)
class Periods:
    """The matrix."""

    kind: str
    periods: list[Period]
    rows: list[Row]
    columns: list[Rates]
    totals: list[int]
    total: int
    rates: Rates
    sent: dict[int, Sent]
    """By packet; of institutions only."""


def by_period(programme: Programme, periods: Iterable[Period], kind: str, wanted: Wanted, *, today: date) -> Periods:
    """Obligations in force of the opened periods, the oldest first."""
    shown = sorted(periods, key=lambda period: (period.year, period.part))
    cells = _cells(_groups(shown, kind, wanted, today), shown, today, wanted.get("state", ""))
    names = _institutions(cells, wanted) if kind == INSTITUTIONS else _areas(programme)
    rows = [_row(key, name, cells[key], shown) for key, name in names if key in cells]
    columns = [rates_in(row.cells[no] for row in rows) for no in range(len(shown))]
    totals = [sum(cell.total for row in rows if (cell := row.cells[no])) for no in range(len(shown))]
    return Periods(
        kind=kind,
        periods=shown,
        rows=rows,
        columns=columns,
        totals=totals,
        total=sum(totals),
        rates=sum(columns, NONE),
        sent=_sent(shown) if kind == INSTITUTIONS else {},
    )


def _groups(periods: list[Period], kind: str, wanted: Wanted, today: date) -> Iterable[dict[str, Any]]:
    """Small groups that stand alike: one row for each row, period and state (and packet, of institutions)."""
    asked = with_substance(Obligation.objects.in_force().filter(period__in=periods))
    if role := wanted.get("role"):
        asked = asked.filter(responsibility__role=role)
    in_time = set(in_time_packets(Packet.objects.filter(period__in=periods)).values_list("pk", flat=True))
    late = set(Packet.objects.overdue(today).filter(period__in=periods).values_list("pk", flat=True))
    begun = _is(Q(entry__version__gt=0))
    if kind == INSTITUTIONS:
        found = asked.order_by().values("period", "packet", row=F("responsibility__institution"), begun=begun)
        by_packet: Any = found.annotate(**COUNTED)
        return _with_packets(by_packet, periods, in_time, late)
    keys = {"row": F("responsibility__undertaking__area"), "state": F("packet__state"), "begun": begun}
    keys |= {"late": _is(Q(packet__in=late)), "in_time": _is(Q(packet__in=in_time))}
    keys |= {"sent": _is(Q(packet__submitted_at__isnull=False))}
    groups: Any = asked.order_by().values("period", **keys).annotate(**COUNTED)
    return cast("Iterable[dict[str, Any]]", groups)


def _with_packets(
    groups: Iterable[dict[str, Any]], periods: list[Period], in_time: set[int], late: set[int]
) -> Iterable[dict[str, Any]]:
    """What packets say of each group, put beside it here: grouping by it in the database takes twice as long."""
    states = dict(Packet.objects.filter(period__in=periods).values_list("pk", "state"))
    sent = set(Packet.objects.filter(period__in=periods, submitted_at__isnull=False).values_list("pk", flat=True))
    for group in groups:
        pk = group["packet"]
        group.update({"state": states.get(pk), "sent": pk in sent, "late": pk in late, "in_time": pk in in_time})
        yield group


def _is(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def _cells(
    groups: Iterable[dict[str, Any]], periods: list[Period], today: date, state: str
) -> dict[int | None, dict[int, Cell]]:
    by_key = {period.pk: period for period in periods}
    stand: dict[tuple[Any, ...], ObligationState] = {}
    cells: dict[int | None, dict[int, Cell]] = defaultdict(lambda: defaultdict(Cell))
    for group in groups:
        kind = (group["period"], group["state"], group["begun"], group["late"])
        if kind not in stand:
            stand[kind] = _state(group, by_key[group["period"]], today)
        stands = stand[kind]
        if state in {"", stands}:
            _add(cells[group["row"]][group["period"]], group, stands)
    return cells


def _state(group: dict[str, Any], period: Period, today: date) -> ObligationState:
    last = today - timedelta(days=1) if group["late"] else today
    days = Days(period.opens_on, last, period.state == PeriodState.CLOSED, today)
    return obligation_state(group["state"], begun=group["begun"], days=days)


def _add(cell: Cell, group: dict[str, Any], state: ObligationState) -> None:
    cell.states[state] += group["expected"]
    if group["state"] is None:  # nobody is to answer: not expected
        return
    cell.expected += group["expected"]
    cell.in_time += group["said"] if group["in_time"] else 0
    cell.complete += group["complete"] if group["sent"] else 0
    if packet := group.get("packet"):
        cell.packets.add(packet)


def _institutions(cells: dict[int | None, Any], wanted: Wanted) -> list[tuple[int | None, str]]:
    present = Institution.objects.filter(pk__in=[key for key in cells if key])
    found = matching(present, wanted.get("q", "")).in_polish_order()
    return list(found.values_list("pk", "name"))


def _areas(programme: Programme) -> list[tuple[int | None, str]]:
    """The areas of the programme, and last the initiatives, which belong to none."""
    areas: Iterable[Area] = programme.areas.order_by("no")
    return [*((area.pk, str(area)) for area in areas), (None, initiatives_column().official_name)]


def _row(key: int | None, name: str, cells: dict[int, Cell], periods: list[Period]) -> Row:
    placed = [cells.get(period.pk) for period in periods]
    present = [cell for cell in placed if cell]
    return Row(key, name, placed, rates_in(present), sum(cell.total for cell in present))


def _sent(periods: list[Period]) -> dict[int, Sent]:
    found = Packet.objects.filter(period__in=periods, submitted_at__isnull=False)
    rows = found.values_list("pk", "institution__name", "submitted_at", "signatory")
    return {pk: Sent(body, timezone.localdate(at), signatory) for pk, body, at, signatory in rows if at}
