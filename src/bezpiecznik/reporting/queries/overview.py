"""The state of a whole period: institutions by areas, in five queries whatever its size."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypedDict

from django.utils import timezone
from django.utils.translation import gettext as _

from bezpiecznik.core.search import matching
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area
from bezpiecznik.reporting.deadlines import deadline_of
from bezpiecznik.reporting.models import LockException, Obligation, Packet, Period
from bezpiecznik.reporting.queries.rates import COUNTED, NONE, Rates, in_time_packets, rates_in, with_substance
from bezpiecznik.reporting.states import Days, ObligationState, PacketState, PeriodState, obligation_state

Granted = dict[int | None, list[LockException]]
"""Exceptions that stand, by packet."""


class Wanted(TypedDict, total=False):
    """What the address asks for; an empty value asks for everything."""

    q: str
    state: str
    area: Area | None
    role: str


@dataclass(frozen=True)
class Cell:
    count: int
    begun: int
    state: ObligationState
    expected: int = 0
    in_time: int = 0
    complete: int = 0


@dataclass(frozen=True)
class Row:
    institution: Institution
    packet: int | None
    submitted_on: date | None
    signatory: str
    state: ObligationState
    cells: list[Cell | None]
    total: int
    rates: Rates = NONE


@dataclass(frozen=True)
class Matrix:
    areas: list[Area]
    rows: list[Row]
    totals: list[int]
    total: int
    states: list[tuple[ObligationState, int]]
    """How many obligations stand in each state, in the order of the states; only those that occur."""
    rates: Rates = NONE
    columns: list[Rates] = field(default_factory=list)


def days_of(period: Period, today: date, exceptions: Iterable[LockException] = (), *, returned: bool = False) -> Days:
    """The days of the period, or of one packet of it with the exceptions granted to it."""
    in_time = deadline_of(period, exceptions).wait_until(returned=returned)
    return Days(period.opens_on, in_time, period.state == PeriodState.CLOSED, today)


def matrix(period: Period, wanted: Wanted, *, today: date) -> Matrix:
    """Obligations in force, counted by institution and area, with the state of each cell."""
    areas = [area for area in period.programme.areas.all() if wanted.get("area") in {None, area}]
    groups = _groups(period, wanted)
    if any(group["area"] is None for group in groups):
        areas.append(initiatives_column())
    names = Institution.objects.filter(pk__in={group["institution"] for group in groups}).in_polish_order()
    by_packet: dict[int, dict[int | None, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for group in groups:
        by_packet[group["institution"]][group["packet"]].append(group)
    exceptions = exceptions_by_packet(period)
    made = (
        _row(institution, own, areas, wanted.get("state", ""), _days(period, today, exceptions, own[0]))
        for institution in matching(names, wanted.get("q", ""))
        for own in by_packet[institution.pk].values()
    )
    return _with_totals(areas, [row for row in made if row.total])


def initiatives_column() -> Area:
    """Not an area of the programme: the last column, in which initiatives are counted."""
    return Area(no=0, official_name=_("Programy realizowane przez jednostki"))


def _days(period: Period, today: date, exceptions: Granted, group: dict[str, Any]) -> Days:
    return days_of(period, today, exceptions[group["packet"]], returned=group["state"] == PacketState.RETURNED)


def exceptions_by_packet(period: Period) -> Granted:
    """What was granted in this period and stands, by packet."""
    found: Granted = defaultdict(list)
    for exception in LockException.objects.filter(packet__period=period, withdrawn_at=None):
        found[exception.packet_id].append(exception)
    return found


def _groups(period: Period, wanted: Wanted) -> list[dict[str, Any]]:
    found = Obligation.objects.in_force().filter(period=period)
    if role := wanted.get("role"):
        found = found.filter(responsibility__role=role)
    if area := wanted.get("area"):
        found = found.filter(responsibility__undertaking__area=area)
    grouped = (
        with_substance(found)
        .values_list("responsibility__institution_id", "responsibility__undertaking__area_id", "packet_id")
        .annotate(**COUNTED)
    )
    keys = ("institution", "area", "packet", "count", "begun", "complete")
    packets = _packets(period)  # read once, not once for each of thousands of groups
    groups = (dict(zip(keys, values, strict=True)) for values in grouped)
    return [{**group, **packets[group["packet"]]} for group in groups]


def _packets(period: Period) -> dict[int | None, dict[str, Any]]:
    """What the matrix tells of each packet, by its key; of obligations without one that there is nothing."""
    owed = Packet.objects.filter(period=period)
    in_time = set(in_time_packets(owed).values_list("pk", flat=True))
    told: dict[int | None, dict[str, Any]] = {
        key: {"state": state, "submitted_at": submitted_at, "signatory": signatory, "in_time": key in in_time}
        for key, state, submitted_at, signatory in owed.values_list("pk", "state", "submitted_at", "signatory")
    }
    return {None: {"state": None, "submitted_at": None, "signatory": None, "in_time": False}, **told}


def _row(institution: Institution, groups: list[dict[str, Any]], areas: list[Area], state: str, days: Days) -> Row:
    """One institution's duties in one packet: whoever changed its way of reporting in mid-period has two rows."""
    cells = {group["area"]: _cell(group, days) for group in groups}
    shown = [cell if (cell := cells.get(area.pk)) and state in {"", cell.state} else None for area in areas]
    packet = groups[0] if groups[0]["packet"] else None
    begun = any(group["begun"] for group in groups)
    return Row(
        institution=institution,
        packet=packet["packet"] if packet else None,
        submitted_on=timezone.localdate(packet["submitted_at"]) if packet and packet["submitted_at"] else None,
        signatory=packet["signatory"] if packet else "",
        state=obligation_state(packet["state"] if packet else None, begun=begun, days=days),
        cells=shown,
        total=sum(cell.count for cell in shown if cell),
        rates=rates_in(shown),
    )


def _cell(group: dict[str, Any], days: Days) -> Cell:
    state = obligation_state(group["state"], begun=group["begun"] > 0, days=days)
    if group["packet"] is None:  # nobody is to answer: not expected
        return Cell(group["count"], group["begun"], state)
    in_time = group["begun"] if group["in_time"] else 0
    complete = group["complete"] if group["submitted_at"] else 0
    return Cell(group["count"], group["begun"], state, group["count"], in_time, complete)


def _with_totals(areas: list[Area], rows: list[Row]) -> Matrix:
    states: Counter[ObligationState] = Counter()
    totals = [0] * len(areas)
    for row in rows:
        for place, cell in enumerate(row.cells):
            if cell:
                totals[place] += cell.count
                states[cell.state] += cell.count
    occurring = [(state, states[state]) for state in ObligationState if states[state]]
    columns = [rates_in(row.cells[place] for row in rows) for place in range(len(areas))]
    return Matrix(areas, rows, totals, sum(totals), occurring, sum(columns, NONE), columns)
