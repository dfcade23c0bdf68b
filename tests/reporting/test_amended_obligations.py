"""Open periods follow the programme. The period is 2022; all scenes on 5 January 2023 unless they say otherwise."""

from datetime import date
from typing import Any

import pytest
from cast import MakeAction
from reporting_acts import DUE, OPENS, say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.models import Message
from bezpiecznik.plans import amending
from bezpiecznik.plans.amending import AddAction, AddDuty, Change, EndDuty, Withdraw
from bezpiecznik.plans.models import Area, Programme, ResponsibilityRole, Schedule, Undertaking
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Entry, Obligation, Packet, Part, Period
from bezpiecznik.reporting.services import Renewal
from bezpiecznik.reporting.ticks import follow_programme

LEAD, PARTNER = ResponsibilityRole.LEAD, ResponsibilityRole.PARTNER
BASIS = "uchwała nr XX/2/2022"


@pytest.fixture
def amend(programme: Programme, coordinator: User) -> Any:
    def make(*changes: Change, on: date = date(2022, 5, 1)) -> None:
        amending.amend(programme, basis=BASIS, effective_on=on, reason="Wniosek.", by=coordinator, changes=changes)

    return make


def owed(period: Period) -> list[str]:
    found = period.obligations.in_force().select_related("responsibility__institution", "responsibility__undertaking")
    return sorted(f"{o.responsibility.institution.abbr} {o.responsibility.undertaking.no}" for o in found)


def withdrawn(period: Period) -> list[str]:
    return list(period.obligations.filter(withdrawn_at__isnull=False).values_list("withdrawn_because", flat=True))


def test_an_amendment_is_followed_at_once_and_only_once(
    period: Period, patrols: Undertaking, area: Area, guard: Institution, office: Institution, amend: Any,
    coordinator: User,
) -> None:  # fmt: skip
    amend(AddAction(area, "Monitoring.", leads=(office,)), EndDuty(patrols, guard, PARTNER))

    assert owed(period) == ["BB 2", "KMP 1"]
    assert withdrawn(period) == [f"Podmiot przestał za to odpowiadać: {BASIS}."]
    before = list(Obligation.objects.order_by("pk").values())
    assert services.renew_obligations(period, by=coordinator) == Renewal(0, 0)
    assert list(Obligation.objects.order_by("pk").values()) == before


def test_what_was_withdrawn_names_the_amendment_and_keeps_its_words(
    period: Period, packet: Packet, entry: Entry, patrols: Undertaking, reporter: User, amend: Any
) -> None:
    say(entry, by=reporter, text="Zaczęliśmy.")
    amend(Withdraw(patrols))

    assert owed(period) == []
    assert withdrawn(period) == [f"Skreślono z programu: {BASIS}."] * 2
    entry.refresh_from_db()
    assert entry.text == "Zaczęliśmy."


def test_what_was_sent_stays(period: Period, packet: Packet, patrols: Undertaking, reporter: User, amend: Any) -> None:
    send(packet, by=reporter)
    amend(Withdraw(patrols))

    assert owed(period) == ["KMP 1"]


def test_a_change_that_comes_after_the_period_changes_nothing_in_it(
    period: Period, patrols: Undertaking, amend: Any
) -> None:
    amend(Withdraw(patrols), on=date(2023, 1, 1))

    assert owed(period) == ["KMP 1", "SM 1"]


def test_a_closed_period_does_not_follow(period: Period, patrols: Undertaking, coordinator: User, amend: Any) -> None:
    frozen = services.close_period(period, by=coordinator)
    amend(Withdraw(patrols))

    assert owed(period) == ["KMP 1", "SM 1"]
    frozen.refresh_from_db()
    assert queries.verify_snapshot(frozen)


def test_people_are_told_once(
    period: Period, patrols: Undertaking, area: Area, police: Institution, reporter: User, neighbour: User, amend: Any
) -> None:
    Message.objects.all().delete()
    amend(AddAction(area, "Monitoring.", leads=(police,)))
    follow_programme()

    told = Message.objects.get()
    assert (told.user, told.kind) == (reporter, "reporting.changed")
    assert "Przybyło: 1 działanie." in told.body


def test_whoever_is_asked_for_the_first_time_gets_the_first_letter(
    period: Period, patrols: Undertaking, office: Institution, coordinator: User, amend: Any, reporter: User
) -> None:
    Message.objects.all().delete()
    amend(AddDuty(patrols, office, PARTNER))

    assert set(Message.objects.values_list("kind", flat=True)) <= {"reporting.opened"}
    assert owed(period) == ["BB 1", "KMP 1", "SM 1"]


def test_two_open_periods_follow_in_one_go(
    programme: Programme, patrols: Undertaking, guard: Institution, coordinator: User, amend: Any
) -> None:
    halves = [
        services.plan_period(programme, year=2022, part=part, opens_on=OPENS, due_on=DUE, by=coordinator)
        for part in (Part.FIRST_HALF, Part.SECOND_HALF)
    ]
    for half in halves:
        services.open_period(half, by=coordinator)
    amend(EndDuty(patrols, guard, PARTNER), on=date(2022, 9, 1))

    assert [owed(half) for half in halves] == [["KMP 1", "SM 1"], ["KMP 1"]]
    assert [journal.about(half).filter(event="reporting.obligations_renewed").count() for half in halves] == [0, 1]


def test_a_preview_counts_what_would_come_and_go(
    period: Period, packet: Packet, programme: Programme, patrols: Undertaking, area: Area, police: Institution,
    guard: Institution, reporter: User, coordinator: User,
) -> None:  # fmt: skip
    send(packet, by=reporter)
    found = amending.preview(
        programme, basis=BASIS, effective_on=date(2022, 5, 1), reason="Wniosek.", by=coordinator,
        changes=[AddAction(area, "Monitoring.", leads=(police,)), EndDuty(patrols, guard, PARTNER)],
    )  # fmt: skip

    [told] = found.consequences
    assert (told.where, told.added, told.withdrawn, told.sent) == ("2022", 1, 1, 1)
    assert owed(period) == ["KMP 1", "SM 1"]


# after completion, and terms


def finish(action: Undertaking, day: date | None) -> None:
    Schedule.objects.update_or_create(
        undertaking=action, defaults={"reported": "after_completion", "completed_on": day}
    )


def test_what_is_reported_after_completion_waits_for_it(
    planned: Period, patrols: Undertaking, coordinator: User
) -> None:
    finish(patrols, None)
    assert services.open_period(planned, by=coordinator) == 0

    finish(patrols, date(2022, 5, 12))
    assert services.renew_obligations(planned, by=coordinator) == Renewal(2, 0)
    assert set(planned.obligations.values_list("asked_because", flat=True)) == {"po zakończeniu 12.05.2022"}
    assert services.renew_obligations(planned, by=coordinator) == Renewal(0, 0)


def test_a_completion_of_a_closed_period_is_asked_in_the_next_one_and_nowhere_else(
    programme: Programme, patrols: Undertaking, coordinator: User
) -> None:
    finish(patrols, None)
    first, second = (
        services.plan_period(programme, year=2022, part=part, opens_on=OPENS, due_on=DUE, by=coordinator)
        for part in (Part.FIRST_HALF, Part.SECOND_HALF)
    )
    services.open_period(first, by=coordinator)
    services.close_period(first, by=coordinator)
    services.open_period(second, by=coordinator)
    finish(patrols, date(2022, 5, 12))

    follow_programme()
    assert (owed(first), owed(second)) == ([], ["KMP 1", "SM 1"])
    services.close_period(second, by=coordinator)
    third = services.plan_period(programme, year=2023, part=Part.YEAR, opens_on=OPENS, due_on=DUE, by=coordinator)
    assert services.open_period(third, by=coordinator) == 0


def test_what_was_asked_in_its_own_period_is_not_asked_again(
    programme: Programme, patrols: Undertaking, coordinator: User
) -> None:
    finish(patrols, date(2022, 5, 12))
    for part, asked in ((Part.FIRST_HALF, 2), (Part.SECOND_HALF, 0)):
        half = services.plan_period(programme, year=2022, part=part, opens_on=OPENS, due_on=DUE, by=coordinator)
        assert services.open_period(half, by=coordinator) == asked
        services.close_period(half, by=coordinator)


def test_a_timetable_that_changes_its_mind_brings_the_words_back(
    period: Period, patrols: Undertaking, entry: Entry, reporter: User, coordinator: User
) -> None:
    say(entry, by=reporter, text="Zaczęliśmy.")
    finish(patrols, None)
    assert services.renew_obligations(period, by=coordinator) == Renewal(0, 2)
    assert withdrawn(period) == ["Według terminarza nie sprawozdaje się o tym w tym okresie."] * 2

    Schedule.objects.update(reported="each_period")
    assert services.renew_obligations(period, by=coordinator) == Renewal(2, 0)
    assert Entry.objects.get(pk=entry.pk).text == "Zaczęliśmy."
    assert Obligation.objects.filter(period=period).count() == 2


@pytest.mark.parametrize(
    ("term_from", "term_to", "open_ended", "asked"),
    [
        ("", "", False, True),
        ("2021", "2022", False, True),
        ("2023", "", False, False),
        ("2021", "2021", False, False),
        ("2021", "2021", True, True),
        ("2022-12-31", "2023", False, True),
        ("", "2021-12", False, False),
        ("", "2022-01", False, True),
        ("2023-01-01", "2023-02", False, False),
    ],
)
def test_an_initiative_is_asked_about_in_its_term(
    planned: Period, programme: Programme, police: Institution, coordinator: User, term_from: str, term_to: str,
    open_ended: bool, asked: bool,
) -> None:  # fmt: skip
    initiative = Undertaking.objects.create(
        programme=programme, kind="initiative", no=1, wording="Senior", term_from=term_from, term_to=term_to,
        open_ended=open_ended,
    )  # fmt: skip
    initiative.responsibilities.create(institution=police, role="lead")

    assert services.open_period(planned, by=coordinator) == int(asked)


def test_the_timetable_of_an_initiative_goes_before_its_term(
    planned: Period, programme: Programme, police: Institution, coordinator: User
) -> None:
    initiative = Undertaking.objects.create(
        programme=programme, kind="initiative", no=1, wording="Senior", term_from="2021", term_to="2021"
    )
    initiative.responsibilities.create(institution=police, role="lead")
    Schedule.objects.create(undertaking=initiative, kind="continuous", ends_on=date(2022, 3, 1))

    assert services.open_period(planned, by=coordinator) == 1


def test_what_a_period_asks_says_why(
    planned: Period, make_action: MakeAction, police: Institution, coordinator: User
) -> None:
    monthly, once = make_action(lead=police), make_action(lead=police)
    make_action(lead=police)
    Schedule.objects.create(undertaking=monthly, kind="recurring", starts_on=date(2022, 1, 1), rrule="FREQ=MONTHLY")
    Schedule.objects.create(undertaking=once, kind="once", ends_on=date(2022, 6, 1))
    services.open_period(planned, by=coordinator)

    why = planned.obligations.order_by("responsibility__undertaking__no").values_list("asked_because", flat=True)
    assert list(why) == ["cykliczne", "jednorazowe", "ciągłe"]
