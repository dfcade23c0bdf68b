"""A small town where one period was lived through and closed and another one is open, with its memory."""

from datetime import UTC, date, datetime

import pytest
from cast import MakeAction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.demo.simulation import invariants
from bezpiecznik.demo.simulation.memory import Memory
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Packet, Part, Period

SIGNED = {"signatory": "Halina Kierownicza", "signatory_function": "Komendant", "signed_on": date(2022, 7, 10)}


def send(packet: Packet, by: User) -> None:
    """Describe everything and submit."""
    for entry in queries.entries_of(packet):
        services.save_entry(
            entry, by=by, version=entry.version, outcome="done", text="Odbyto 12 spotkań.", reason="", numbers=()
        )
    services.submit_packet(packet, by=by, **SIGNED)


@pytest.fixture
def lived(
    programme: Programme,
    make_action: MakeAction,
    police: Institution,
    guard: Institution,
    coordinator: User,
    reporter: User,
) -> Memory:
    """The first half of 2022 closed with the police's report accepted, the second half open; seen once."""
    make_action("Patrole.", lead=police, partners=[guard])
    make_action("Spotkania.", lead=guard, partners=[police])
    for part, opens, due in (
        (Part.FIRST_HALF, date(2022, 7, 1), date(2022, 7, 20)),
        (Part.SECOND_HALF, date(2023, 1, 2), date(2023, 1, 20)),
    ):
        with clock.pretend(datetime(opens.year, opens.month, 12, 9, tzinfo=UTC)):
            period = services.plan_period(programme, year=2022, part=part, opens_on=opens, due_on=due, by=coordinator)
            services.open_period(period, by=coordinator)
            packet = Packet.objects.select_related("period", "institution").get(period=period, institution=police)
            send(packet, reporter)
            services.accept_packet(packet, by=coordinator)
            if part == Part.FIRST_HALF:
                services.close_period(period, by=coordinator)
    memory = Memory()
    assert invariants.violations(memory) == []
    return memory


@pytest.fixture
def closed(lived: Memory, programme: Programme) -> Period:
    return programme.periods.get(part=Part.FIRST_HALF)


@pytest.fixture
def open_period(lived: Memory, programme: Programme) -> Period:
    return programme.periods.get(part=Part.SECOND_HALF)
