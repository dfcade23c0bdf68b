"""A period of 2022 of the invented town, opened, with what the police owe and what they sent."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from reporting_acts import DUE, OPENS, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Part, Period


@pytest.fixture
def planned(programme: Programme, coordinator: User) -> Period:
    return services.plan_period(programme, year=2022, part=Part.YEAR, opens_on=OPENS, due_on=DUE, by=coordinator)


@pytest.fixture
def period(planned: Period, patrols: Undertaking, coordinator: User) -> Period:
    """Open, with action 1.1 asked of the police (lead) and of the city guard (partner)."""
    services.open_period(planned, by=coordinator)
    return planned


@pytest.fixture
def packet(period: Period, police: Institution) -> Packet:
    """The police's."""
    return period.packets.select_related("period__programme", "institution").get(institution=police)


@pytest.fixture
def entry(packet: Packet) -> Entry:
    """The only one of the police."""
    return Entry.objects.get(obligation__packet=packet)


@pytest.fixture
def sent(packet: Packet, reporter: User) -> Packet:
    """The police's packet, submitted."""
    return send(packet, by=reporter)


@pytest.fixture(autouse=True)
def _fifth_of_january() -> Iterator[None]:
    """All scenes take place on 5 January 2023, a fortnight before the deadline, unless they say otherwise."""
    with clock.pretend(datetime(2023, 1, 5, 9, 30, tzinfo=UTC)):
        yield
