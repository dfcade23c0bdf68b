"""Halves of years follow each other: what was said before, and which copies make up a year."""

from datetime import date

import pytest
from reporting_acts import SIGNED, fill, say

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Entry, Packet, Part, Period

HALVES = ((2021, Part.SECOND_HALF), (2022, Part.FIRST_HALF), (2022, Part.SECOND_HALF))


@pytest.fixture
def halves(
    programme: Programme, patrols: Undertaking, police: Institution, reporter: User, coordinator: User
) -> list[Period]:
    """Three halves reported by the police in words that name the period, all closed but the last."""
    made = []
    for year, part in HALVES:
        period = services.plan_period(
            programme, year=year, part=part, opens_on=date(2022, 12, 1), due_on=date(2023, 1, 20), by=coordinator
        )
        services.open_period(period, by=coordinator)
        packet = Packet.objects.select_related("period", "institution").get(period=period, institution=police)
        say(Entry.objects.get(obligation__packet=packet), by=reporter, text=f"Patrole: {period}.")
        if (year, part) != HALVES[-1]:
            services.submit_packet(packet, by=reporter, **SIGNED)
            services.close_period(period, by=coordinator)
        made.append(period)
    return made


def test_the_words_before_are_those_of_the_half_before(halves: list[Period], police: Institution) -> None:
    packet = Packet.objects.select_related("period").get(period=halves[-1], institution=police)
    before = queries.previous_words(packet, queries.entries_of(packet))

    assert [(words.period, words.text) for words in before.values()] == [
        ("I półrocze 2022", "Patrole: I półrocze 2022.")
    ]


def test_a_year_has_its_copies_in_order_of_time(
    halves: list[Period], programme: Programme, coordinator: User, guard: Institution, neighbour: User
) -> None:
    fill(Packet.objects.get(period=halves[-1], institution=guard), by=neighbour)
    services.close_period(halves[-1], by=coordinator)

    assert [str(snapshot.period) for snapshot in queries.snapshots(programme, 2022)] == [
        "I półrocze 2022", "II półrocze 2022",
    ]  # fmt: skip
    assert [str(snapshot.period) for snapshot in queries.snapshots(programme, 2021)] == ["II półrocze 2021"]
    assert queries.snapshots(programme, 2023) == []
