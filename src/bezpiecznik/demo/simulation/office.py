"""What the office does: opens and closes periods, accepts and sends back, and lives with a programme that changes."""

from datetime import date, timedelta

from bezpiecznik.demo.cycle import REMARK
from bezpiecznik.demo.simulation import reporters
from bezpiecznik.demo.simulation.life import Act, Life
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.ladder import services as ladder
from bezpiecznik.reporting.models import Entry, Packet, Part, Period
from bezpiecznik.reporting.states import PacketState
from bezpiecznik.reporting.ticks import follow_programme

RETURNED, REOPENED = 0.15, 0.03
HALVES = {Part.FIRST_HALF: (7, 1), Part.SECOND_HALF: (1, 2)}
"""Month and day on which a half is opened; the second one in the year after."""
TIME_TO_REPORT, TIME_TO_CLOSE = timedelta(days=20), timedelta(days=45)


def plan_years(life: Life, years: range) -> date:
    """Put the opening and closing of every half-year in the agenda; returns the last day of it all."""
    last = life.today
    for year in years:
        for part, (month, day_of_month) in HALVES.items():
            opens = date(year + (part == Part.SECOND_HALF), month, day_of_month)
            life.on(opens - timedelta(days=14), plan(year, part, opens))
            last = opens + TIME_TO_REPORT + TIME_TO_CLOSE
    return last


def plan(year: int, part: Part, opens: date) -> Act:
    def act(life: Life) -> str:
        due = opens + TIME_TO_REPORT
        period = services.plan_period(
            life.town.programme, year=year, part=part, opens_on=opens, due_on=due, by=life.town.coordinator
        )
        life.on(opens, open_(period.pk))
        life.on(due + TIME_TO_CLOSE, close(period.pk))
        return "planned"

    return act


def open_(period_key: int) -> Act:
    def act(life: Life) -> str:
        period = Period.objects.get(pk=period_key)
        services.open_period(period, by=life.town.coordinator)
        for packet in period.packets.select_related("period", "institution").order_by("pk"):
            reporters.expect(life, packet)
        return "opened"

    return act


def follow(_life: Life) -> str:
    """What happens every night: open periods follow the programme."""
    changed = follow_programme()
    return "" if changed.startswith("0 ") else "followed"


def remind(_life: Life) -> str:
    """What happens every morning: the ladder of reminders takes its steps."""
    made = ladder.make_round()
    return "reminded" if made and made.sent else ""


def review(life: Life) -> str:
    """Each morning some of what waits is read: accepted, or sent back for a correction."""
    waiting = [packet for packet in Packet.objects.to_accept() if life.happens(0.5)]
    for packet in waiting:
        _decide(life, packet)
    return "reviewed" if waiting else ""


def _decide(life: Life, packet: Packet) -> None:
    coordinator = life.town.coordinator
    if life.happens(RETURNED):
        entries = queries.entries_of(packet)
        remarks: dict[Entry | tuple[Entry, str], str] = {life.random.choice(entries): REMARK} if entries else {}
        services.return_packet(packet, by=coordinator, note=REMARK, remarks=remarks)
        life.done["returned"] += 1
        life.after(life.random.randint(1, 6), reporters.correct(packet.pk))
        return
    services.accept_packet(packet, by=coordinator)
    life.done["accepted"] += 1
    if life.happens(REOPENED):
        life.after(2, reopen(packet.pk))


def reopen(packet_key: int) -> Act:
    def act(life: Life) -> str:
        packet = Packet.objects.select_related("period").get(pk=packet_key)
        if packet.state != PacketState.ACCEPTED or not packet.period.is_open:
            return ""
        services.reopen_packet(packet, by=life.town.coordinator, note="Liczby dotyczą całego powiatu.")
        life.after(2, reporters.correct(packet_key))
        return "reopened"

    return act


def close(period_key: int) -> Act:
    def act(life: Life) -> str:
        services.close_period(Period.objects.get(pk=period_key), by=life.town.coordinator)
        return "closed"

    return act
