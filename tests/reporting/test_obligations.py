from datetime import date

import pytest
from cast import MakeAction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reporting_acts import DUE, OPENS, send
from thoroughness import examples

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution, Reporting
from bezpiecznik.plans.models import Programme, Responsibility, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Obligation, Packet, Part, Period
from bezpiecznik.reporting.refusals import Refused


def owed(period: Period) -> list[tuple[str, str, str]]:
    """Institution, role and who answers, of obligations in force."""
    found = period.obligations.in_force().select_related("responsibility__institution", "packet__institution")
    return sorted(
        (o.responsibility.institution.short, o.responsibility.role, o.packet.institution.short if o.packet else "")
        for o in found
    )


def test_opening_asks_leads_and_partners_of_actions(period: Period) -> None:
    assert owed(period) == [("KMP", "lead", "KMP"), ("SM", "partner", "SM")]
    assert Entry.objects.count() == 2
    assert period.state == "open"


def test_executors_of_initiatives_are_asked_too(
    planned: Period, programme: Programme, police: Institution, coordinator: User
) -> None:
    initiative = Undertaking.objects.create(programme=programme, kind="initiative", no=1, wording="Senior")
    Responsibility.objects.create(undertaking=initiative, institution=police, role="lead")

    assert services.open_period(planned, by=coordinator) == 1


def test_a_collective_body_answers_through_another(
    planned: Period, make_action: MakeAction, schools: Institution, coordinator: User
) -> None:
    make_action(lead=schools)
    services.open_period(planned, by=coordinator)

    assert owed(planned) == [("szkoły", "lead", "BB")]


def test_a_body_that_reports_to_nobody_has_an_obligation_without_packet(
    planned: Period, make_action: MakeAction, coordinator: User
) -> None:
    make_action(lead=Institution.objects.create(name="NGO", reporting=Reporting.NONE))
    services.open_period(planned, by=coordinator)

    assert owed(planned) == [("NGO", "lead", "")]
    assert (Packet.objects.count(), Entry.objects.count()) == (0, 0)


def test_a_period_is_opened_once(period: Period, coordinator: User) -> None:
    with pytest.raises(Refused, match="otwarty"):
        services.open_period(period, by=coordinator)


def test_a_new_responsibility_is_added_and_an_ended_one_withdrawn(
    period: Period,
    patrols: Undertaking,
    police: Institution,
    guard: Institution,
    office: Institution,
    coordinator: User,
) -> None:
    Responsibility.objects.filter(institution=guard).update(until=date(2022, 6, 30))
    Responsibility.objects.create(undertaking=patrols, institution=office, role="partner")

    assert services.renew_obligations(period, by=coordinator) == services.Renewal(added=1, withdrawn=1)
    assert owed(period) == [("BB", "partner", "BB"), ("KMP", "lead", "KMP")]
    assert period.obligations.get(packet__institution=guard).withdrawn_because != ""


def test_renewing_twice_changes_nothing(period: Period, guard: Institution, coordinator: User) -> None:
    Responsibility.objects.filter(institution=guard).update(until=date(2022, 6, 30))
    services.renew_obligations(period, by=coordinator)
    before = list(Obligation.objects.order_by("pk").values())
    lines = journal.about(period).count()

    assert services.renew_obligations(period, by=coordinator) == services.Renewal(added=0, withdrawn=0)
    assert list(Obligation.objects.order_by("pk").values()) == before
    assert journal.about(period).count() == lines


def test_what_was_sent_is_not_withdrawn(period: Period, packet: Packet, reporter: User, coordinator: User) -> None:
    send(packet, by=reporter)
    Responsibility.objects.update(until=date(2022, 6, 30))

    assert services.renew_obligations(period, by=coordinator) == services.Renewal(added=0, withdrawn=1)
    assert owed(period) == [("KMP", "lead", "KMP")]


def test_a_responsibility_that_ends_after_the_period_is_still_answered_for(period: Period, coordinator: User) -> None:
    Responsibility.objects.update(until=date(2023, 3, 1))

    assert services.renew_obligations(period, by=coordinator) == services.Renewal(added=0, withdrawn=0)


def test_obligations_are_renewed_only_in_an_open_period(planned: Period, coordinator: User) -> None:
    with pytest.raises(Refused):
        services.renew_obligations(planned, by=coordinator)


@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(["add", "end"]), st.integers(0, 3)), max_size=5))
def test_whatever_happens_to_the_programme_no_obligation_is_lost(
    planned: Period, patrols: Undertaking, coordinator: User, steps: list[tuple[str, int]]
) -> None:
    from django.db import transaction

    sid = transaction.savepoint()
    try:
        services.open_period(planned, by=coordinator)
        known: set[int] = set()
        for step, which in steps:
            _change_programme(patrols, step, which)
            services.renew_obligations(planned, by=coordinator)
            now = set(planned.obligations.values_list("responsibility_id", flat=True))
            in_force = set(planned.obligations.in_force().values_list("responsibility_id", flat=True))
            assert known <= now
            assert in_force == set(Responsibility.objects.in_force().values_list("pk", flat=True))
            known = now
    finally:
        transaction.savepoint_rollback(sid)
        planned.refresh_from_db()


def _change_programme(action: Undertaking, step: str, which: int) -> None:
    institution, _new = Institution.objects.get_or_create(name=f"Podmiot {which}")
    in_force = Responsibility.objects.in_force().filter(undertaking=action, institution=institution)
    if step == "end":
        in_force.update(until=date(2022, 5, 1))
    elif not in_force:
        Responsibility.objects.create(undertaking=action, institution=institution, role="partner")


@pytest.mark.parametrize(
    ("year", "part", "reason"),
    [(2020, Part.YEAR, "lata 2021–2023"), (2022, Part.YEAR, "te same"), (2022, Part.FIRST_HALF, "te same")],
)
def test_a_period_outside_the_programme_or_over_another_is_refused(
    planned: Period, programme: Programme, coordinator: User, year: int, part: int, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        services.plan_period(programme, year=year, part=part, opens_on=OPENS, due_on=DUE, by=coordinator)


def test_two_halves_of_a_year_stand_beside_each_other(programme: Programme, coordinator: User) -> None:
    made = [
        services.plan_period(programme, year=2023, part=part, opens_on=OPENS, due_on=DUE, by=coordinator)
        for part in (Part.FIRST_HALF, Part.SECOND_HALF)
    ]

    assert [str(period) for period in made] == ["I półrocze 2023", "II półrocze 2023"]
