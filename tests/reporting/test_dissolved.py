"""Who is asked when a body of the programme does not exist any more. All on 5 January 2023, the period is 2022."""

from datetime import date

import pytest
from cast import MakeAction
from reporting_acts import say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions import dissolution
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Responsibility, Undertaking
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Entry, Packet, Period
from bezpiecznik.reporting.services import Renewal
from bezpiecznik.reporting.services.dissolved import reason

TODAY = date(2023, 1, 5)


def owed(period: Period) -> list[tuple[str, str]]:
    """Whose duty, and who answers."""
    found = period.obligations.in_force().select_related("responsibility__institution", "packet__institution")
    return sorted((o.responsibility.institution.short, o.packet.institution.short if o.packet else "") for o in found)


@pytest.fixture
def watch(db: None) -> Institution:
    """A new service that may succeed others."""
    return Institution.objects.create(abbr="NS", name="Nowa Służba")


@pytest.mark.parametrize(
    ("day", "asked"), [(TODAY, [("SM", "SM")]), (date(2023, 1, 6), [("KMP", "KMP"), ("SM", "SM")])]
)
def test_a_body_that_is_gone_is_not_asked(
    planned: Period,
    patrols: Undertaking,
    police: Institution,
    coordinator: User,
    day: date,
    asked: list[tuple[str, str]],
) -> None:
    dissolution.dissolve(police, day=day, by=coordinator)
    assert queries.to_be_asked(planned).institutions == len(asked)
    services.open_period(planned, by=coordinator)
    assert owed(planned) == asked


def test_its_successor_is_asked_instead(
    planned: Period, patrols: Undertaking, police: Institution, watch: Institution, coordinator: User
) -> None:
    dissolution.dissolve(police, day=TODAY, successor=watch, by=coordinator)
    services.open_period(planned, by=coordinator)
    assert owed(planned) == [("KMP", "NS"), ("SM", "SM")]


def test_a_successor_is_not_asked_twice_about_one_action(
    planned: Period, patrols: Undertaking, police: Institution, watch: Institution, coordinator: User
) -> None:
    Responsibility.objects.create(undertaking=patrols, institution=watch, role="lead")
    dissolution.dissolve(police, day=TODAY, successor=watch, by=coordinator)
    services.open_period(planned, by=coordinator)
    assert owed(planned) == [("NS", "NS"), ("SM", "SM")]


def test_in_an_open_period_it_is_withdrawn_with_a_reason_and_comes_back_when_undone(
    period: Period, entry: Entry, police: Institution, coordinator: User
) -> None:
    dissolution.dissolve(police, day=TODAY, by=coordinator)
    assert services.renew_obligations(period, by=coordinator) == Renewal(added=0, withdrawn=1)
    assert owed(period) == [("SM", "SM")]
    entry.obligation.refresh_from_db()
    assert entry.obligation.withdrawn_because == reason()
    assert services.renew_obligations(period, by=coordinator) == Renewal(0, 0)

    dissolution.undo_dissolution(police, by=coordinator)
    assert services.renew_obligations(period, by=coordinator) == Renewal(added=1, withdrawn=0)
    assert owed(period) == [("KMP", "KMP"), ("SM", "SM")]


def test_in_an_open_period_words_already_written_go_to_the_successor(
    period: Period, entry: Entry, police: Institution, watch: Institution, reporter: User, coordinator: User
) -> None:
    say(entry, by=reporter, text="Odbyto 12 patroli.")
    dissolution.dissolve(police, day=TODAY, successor=watch, by=coordinator)
    assert services.renew_obligations(period, by=coordinator) == Renewal(0, 0, moved=1)
    assert owed(period) == [("KMP", "NS"), ("SM", "SM")]
    assert Entry.objects.get(obligation__packet__institution=watch).text == "Odbyto 12 patroli."
    assert services.renew_obligations(period, by=coordinator) == Renewal(0, 0)


def test_what_was_sent_stays(period: Period, sent: Packet, police: Institution, coordinator: User) -> None:
    dissolution.dissolve(police, day=TODAY, by=coordinator)
    assert services.renew_obligations(period, by=coordinator) == Renewal(0, 0)
    assert owed(period) == [("KMP", "KMP"), ("SM", "SM")]


def test_a_successor_that_has_already_sent_is_not_given_more(
    period: Period, police: Institution, guard: Institution, neighbour: User, coordinator: User
) -> None:
    send(period.packets.select_related("period__programme", "institution").get(institution=guard), by=neighbour)
    dissolution.dissolve(police, day=TODAY, successor=guard, by=coordinator)
    assert services.renew_obligations(period, by=coordinator) == Renewal(added=0, withdrawn=1)
    assert owed(period) == [("SM", "SM")]


def test_a_collective_name_that_is_gone_is_withdrawn_from_whoever_answered_for_it(
    planned: Period, make_action: MakeAction, schools: Institution, coordinator: User
) -> None:
    make_action(lead=schools)
    services.open_period(planned, by=coordinator)
    assert owed(planned) == [("szkoły", "BB")]
    dissolution.dissolve(schools, day=TODAY, by=coordinator)
    assert services.renew_obligations(planned, by=coordinator) == Renewal(added=0, withdrawn=1)
