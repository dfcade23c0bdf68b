from datetime import UTC, date, datetime

import pytest
from cast import MakeAction
from reporting_acts import say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting import closing, services
from bezpiecznik.reporting.models import Entry, Packet, Period
from bezpiecznik.reporting.queries.rates import NONE, OfPeriod, Rate, Rates, counted, rates_of


@pytest.mark.parametrize(
    ("rate", "words"),
    [(Rate(3, 7), "3 z 7"), (Rate(18, 40), "18 z 40 (45%)"), (Rate(0, 0), "–"), (Rate(20, 20), "20 z 20 (100%)")],
)
def test_a_percentage_stands_only_beside_its_n_and_only_where_there_are_enough(rate: Rate, words: str) -> None:
    assert str(rate).replace("\u00a0", " ") == words


def test_rates_are_added_by_their_counts() -> None:
    assert Rates(Rate(1, 2), Rate(2, 2)) + Rates(Rate(3, 8), Rate(0, 8)) + NONE == Rates(Rate(4, 10), Rate(2, 10))


@pytest.fixture
def mixed(
    planned: Period, make_action: MakeAction, police: Institution, guard: Institution, office: Institution,
    reporter: User, neighbour: User, coordinator: User,
) -> Period:  # fmt: skip
    """Police: two actions, sent late by an exception; guard: one, sent late; office: one, only a draft."""
    make_action(lead=police, partners=[guard])
    make_action(lead=police, partners=[office])
    services.open_period(planned, by=coordinator)
    packets = {packet.institution: packet for packet in planned.packets.select_related("institution", "period")}
    say(Entry.objects.get(obligation__packet=packets[office]), by=coordinator)
    with clock.pretend(datetime(2023, 1, 24, 9, tzinfo=UTC)):
        said = {"moves_deadline": True, "reason": "Choroba.", "by": coordinator}
        services.grant_exception(packets[police], until=date(2023, 1, 25), **said)
        send(packets[police], by=reporter)
        send(packets[guard], by=neighbour)
    return planned


def test_two_rates_over_packets_and_over_obligations(mixed: Period) -> None:
    assert rates_of([mixed]) == {
        mixed.pk: OfPeriod(
            packets=Rates(in_time=Rate(1, 3), complete=Rate(2, 3)),
            obligations=Rates(in_time=Rate(2, 4), complete=Rate(3, 4)),
        )
    }


def test_the_frozen_period_has_the_same_rates(mixed: Period, coordinator: User) -> None:
    live = rates_of([mixed])[mixed.pk]
    frozen = closing.read(services.close_period(mixed, by=coordinator))["completeness"]

    assert OfPeriod(counted(frozen["packets"]), counted(frozen["obligations"])) == live


def test_an_obligation_added_after_the_report_was_sent_waits_for_words(
    mixed: Period, make_action: MakeAction, guard: Institution, coordinator: User
) -> None:
    make_action("Nowe działanie.", lead=guard)
    services.renew_obligations(mixed, by=coordinator)
    live = rates_of([mixed])[mixed.pk]

    assert live.obligations == Rates(in_time=Rate(2, 5), complete=Rate(3, 5))
    frozen = closing.read(services.close_period(mixed, by=coordinator))["completeness"]
    assert OfPeriod(counted(frozen["packets"]), counted(frozen["obligations"])) == live


def test_a_correction_leaves_the_first_day(
    mixed: Period, police: Institution, reporter: User, coordinator: User
) -> None:
    packet = Packet.objects.get(institution=police)
    with clock.pretend(datetime(2023, 3, 1, 9, tzinfo=UTC)):
        services.return_packet(packet, by=coordinator, note="Ile godzin?")
        send(packet, by=reporter)

    assert rates_of([mixed])[mixed.pk].packets.in_time == Rate(1, 3)


def test_a_period_that_asks_nobody_has_no_rates(planned: Period) -> None:
    assert rates_of([planned]) == {planned.pk: OfPeriod(NONE, NONE)}
