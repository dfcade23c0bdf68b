"""People do whatever they like in whatever order; after each step everything that must hold still holds."""

import os
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cast import make_person
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bezpiecznik.core import clock
from bezpiecznik.demo.simulation import invariants
from bezpiecznik.demo.simulation.memory import Memory
from bezpiecznik.institutions import dissolution
from bezpiecznik.institutions.models import Holding, Institution, Reporting
from bezpiecznik.institutions.posts import handovers
from bezpiecznik.institutions.refusals import Refused as NotNow
from bezpiecznik.institutions.rights import Role
from bezpiecznik.plans import amending, timetabling
from bezpiecznik.plans.models import Area, Programme, ReportedWhen, Responsibility, ResponsibilityRole, Undertaking
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.ladder import services as ladder
from bezpiecznik.reporting.models import Packet, Part, Period
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services import Number
from bezpiecznik.reporting.states import PacketState, PeriodState

EXAMPLES = int(os.environ.get("SIMULATED_LIVES", "12"))
"""How many lives; more are lived by hand, in search of faults."""
HALVES = [(year, part) for year in (2021, 2022, 2023) for part in (Part.FIRST_HALF, Part.SECOND_HALF)]
SOMEBODY = st.integers(0, 7)
WORDS = {
    "done": ("Odbyto 12 spotkań z mieszkańcami.", ""),
    "nothing_done": ("", "Nie było zgłoszeń."),
    "": ("", ""),
}


class Cycle(RuleBasedStateMachine):
    """A town of four bodies and three actions, lived through within a transaction that is rolled back."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.moment = datetime(2021, 6, 20, 10, tzinfo=UTC)
        self.memory = Memory()
        self.people = 0
        with clock.pretend(self.moment):
            self._found()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)

    def _found(self) -> None:
        self.coordinator = make_person("Krystyna", "Koordynatorska", Role.COORDINATOR)
        self.bodies = [Institution.objects.create(abbr=f"P{n}", name=f"Podmiot {n}") for n in range(3)]
        self.bodies.append(
            Institution.objects.create(
                name="szkoły", collective=True, reporting=Reporting.THROUGH, reports_through=self.bodies[0]
            )
        )
        self.clerks = {
            body.pk: make_person("Sprawozdawca", f"Z{n}", Role.REPORTER, body) for n, body in enumerate(self.bodies[:3])
        }
        self.heads = {
            body.pk: make_person("Kierownik", f"Z{n}", Role.HEAD, body) for n, body in enumerate(self.bodies[:3])
        }
        self.programme = Programme.objects.create(title="Program", unit="Miasto Zatorzyn", year_from=2021, year_to=2023)
        area = Area.objects.create(programme=self.programme, no=1, official_name="OBSZAR")
        for no in range(3):
            action = Undertaking.objects.create(
                programme=self.programme, kind="action", area=area, no=no + 1, wording=f"Działanie {no}"
            )
            self._give(action, self.bodies[no], ResponsibilityRole.LEAD)
            self._give(action, self.bodies[no - 2], ResponsibilityRole.PARTNER)
        self._open(*HALVES[0])

    def _give(self, action: Undertaking, body: Institution, role: ResponsibilityRole) -> None:
        Responsibility.objects.create(undertaking=action, institution=body, role=role)

    def _try(self, act: Any, *args: Any, **kwargs: Any) -> None:
        """Do it now, as the services allow; a refusal is an answer too."""
        with clock.pretend(self.moment):
            try:
                with transaction.atomic():
                    act(*args, **kwargs)
            except (Refused, NotNow):
                pass

    def _packet(self, which: int, *states: PacketState) -> Packet | None:
        found = list(
            Packet.objects.filter(period__state=PeriodState.OPEN, state__in=states or PacketState.values)
            .select_related("period__programme", "institution")
            .order_by("pk")
        )
        return found[which % len(found)] if found else None

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.moment += timedelta(days=days)

    @rule()
    def a_period_is_planned_and_opened(self) -> None:
        known = set(self.programme.periods.values_list("year", "part"))
        following = next((half for half in HALVES if half not in known), None)
        if following and not self.programme.periods.filter(state=PeriodState.OPEN).count() > 1:
            self._try(self._open, *following)

    def _open(self, year: int, part: Part) -> None:
        today = clock.today()
        period = services.plan_period(
            self.programme, year=year, part=part, opens_on=today, due_on=today + timedelta(days=20), by=self.coordinator
        )
        services.open_period(period, by=self.coordinator)

    @rule(which=SOMEBODY, place=SOMEBODY, outcome=st.sampled_from(sorted(WORDS)), number=st.integers(0, 99))
    def a_clerk_writes(self, which: int, place: int, outcome: str, number: int) -> None:
        packet = self._packet(which)
        entries = queries.entries_of(packet) if packet else []
        if packet and entries:
            entry = entries[place % len(entries)]
            text, reason = WORDS[outcome]
            numbers = [Number("liczba spotkań", number, "own", "unit")] if outcome == "done" else []
            clerk = self.clerks[packet.institution_id]
            self._try(
                services.save_entry, entry, by=clerk, version=entry.version, outcome=outcome, text=text, reason=reason,
                numbers=numbers,
            )  # fmt: skip

    @rule(which=SOMEBODY)
    def a_clerk_fills_everything_in_and_sends(self, which: int) -> None:
        packet = self._packet(which, PacketState.DRAFT, PacketState.RETURNED)
        if packet:
            clerk = self.clerks[packet.institution_id]
            for entry in queries.entries_of(packet):
                if not entry.is_complete:
                    self._try(
                        services.save_entry, entry, by=clerk, version=entry.version, outcome="done",
                        text=f"Wykonano, wpis {entry.pk}.", reason="", numbers=(),
                    )  # fmt: skip
            self._try(self._submit, packet, clerk)

    def _submit(self, packet: Packet, clerk: Any) -> None:
        services.submit_packet(
            packet, by=clerk, signatory="Kierownik", signatory_function="dyrektor", signed_on=clock.today()
        )

    @rule(which=SOMEBODY)
    def a_clerk_hands_over_for_signature(self, which: int) -> None:
        if packet := self._packet(which):
            self._try(services.hand_over_for_signature, packet, by=self.clerks[packet.institution_id])

    @rule(which=SOMEBODY, gives_back=st.booleans())
    def a_head_signs_or_gives_back(self, which: int, gives_back: bool) -> None:
        packet = self._packet(which, PacketState.TO_SIGN)
        if packet and gives_back:
            self._try(services.take_back, packet, by=self.heads[packet.institution_id], note="Do poprawy.")
        elif packet:
            self._try(services.sign_packet, packet, by=self.heads[packet.institution_id])

    @rule(which=SOMEBODY)
    def the_office_accepts(self, which: int) -> None:
        if packet := self._packet(which, PacketState.SUBMITTED, PacketState.DRAFT):
            self._try(services.accept_packet, packet, by=self.coordinator)

    @rule(which=SOMEBODY)
    def the_office_returns(self, which: int) -> None:
        if packet := self._packet(which, PacketState.SUBMITTED, PacketState.ACCEPTED):
            self._try(services.return_packet, packet, by=self.coordinator, note="Ile osób?")

    @rule(which=SOMEBODY)
    def the_office_reopens(self, which: int) -> None:
        if packet := self._packet(which, PacketState.ACCEPTED, PacketState.SUBMITTED):
            self._try(services.reopen_packet, packet, by=self.coordinator, note="Zły obszar.")

    @rule(which=SOMEBODY)
    def a_clerk_hands_over_the_post(self, which: int) -> None:
        body = self.bodies[which % 3]
        held = Holding.objects.filter(post__institution=body, post__role=Role.REPORTER, until=None).first()
        if held and held.since < self.moment.date():
            self.people += 1
            successor = make_person("Nowy", f"Następca{self.people}")
            self._try(handovers.hand_over, held, to=successor, on=self.moment.date(), note="", by=self.coordinator)
            self.clerks[body.pk] = successor

    @rule()
    def the_last_body_is_dissolved_or_comes_back(self) -> None:
        body, successor = self.bodies[2], self.bodies[1]
        body.refresh_from_db()
        if body.dissolved_on:
            self._try(dissolution.undo_dissolution, body, by=self.coordinator)
        else:
            self._try(dissolution.dissolve, body, day=self.moment.date(), successor=successor, by=self.coordinator)
        self._renew()

    @rule(which=SOMEBODY)
    def the_office_takes_an_acceptance_back(self, which: int) -> None:
        if packet := self._packet(which, PacketState.ACCEPTED):
            self._try(services.undo_acceptance, packet, by=self.coordinator)

    @rule(which=SOMEBODY, days=st.integers(0, 30), moves=st.booleans())
    def the_office_gives_more_time(self, which: int, days: int, moves: bool) -> None:
        if packet := self._packet(which):
            until = self.moment.date() + timedelta(days=days)
            self._try(
                services.grant_exception, packet, until=until, moves_deadline=moves, reason="Choroba.",
                by=self.coordinator,
            )  # fmt: skip

    @rule(days=st.integers(1, 20))
    def writing_is_locked(self, days: int) -> None:
        for period in Period.objects.filter(state=PeriodState.OPEN):
            locks_on = max(self.moment.date(), period.due_on) + timedelta(days=days)
            self._try(
                services.move_period_days, period, due_on=period.due_on, grace_until=None, locks_on=locks_on,
                reason="Sesja rady.", by=self.coordinator,
            )  # fmt: skip

    @rule()
    def the_ladder_reminds(self) -> None:
        self._try(ladder.make_round)

    @rule(which=SOMEBODY, body=SOMEBODY, kind=st.sampled_from(("add", "withdraw", "give", "take")))
    def the_council_amends(self, which: int, body: int, kind: str) -> None:
        actions = list(self.programme.undertakings.order_by("pk"))
        action, who = actions[which % len(actions)], self.bodies[body % 3]
        change: amending.Change = {
            "add": amending.AddAction(self.programme.areas.get(), "Działanie dodane.", (who,)),
            "withdraw": amending.Withdraw(action),
            "give": amending.AddDuty(action, who),
            "take": amending.EndDuty(action, who),
        }[kind]
        self._try(
            amending.amend, self.programme, basis="uchwała", effective_on=self.moment.date(), reason="Potrzeba.",
            by=self.coordinator, changes=[change],
        )  # fmt: skip

    @rule(which=SOMEBODY, over=st.booleans())
    def an_action_is_reported_on_after_completion(self, which: int, over: bool) -> None:
        actions = list(self.programme.undertakings.filter(withdrawn_on=None).order_by("pk"))
        if actions:
            action = actions[which % len(actions)]
            said = timetabling.Timetable(reported=ReportedWhen.AFTER_COMPLETION)
            self._try(timetabling.set_schedule, action, said, by=self.coordinator)
            if over:
                self._try(
                    timetabling.complete_undertaking, action, completed_on=self.moment.date(), by=self.coordinator
                )

    @rule()
    def open_periods_follow_and_asking_again_adds_nothing(self) -> None:
        self._renew()
        with clock.pretend(self.moment):
            for period in Period.objects.filter(state=PeriodState.OPEN):
                assert services.renew_obligations(period, by=self.coordinator) == services.Renewal(0, 0, 0)

    def _renew(self) -> None:
        for period in Period.objects.filter(state=PeriodState.OPEN):
            self._try(services.renew_obligations, period, by=self.coordinator)

    @rule()
    @precondition(lambda self: self.programme.periods.filter(state=PeriodState.OPEN).exists())
    def the_oldest_open_period_is_closed(self) -> None:
        period = self.programme.periods.filter(state=PeriodState.OPEN).order_by("year", "part")[0]
        self._try(services.close_period, period, by=self.coordinator)

    @invariant()
    def everything_holds(self) -> None:
        with clock.pretend(self.moment):
            assert invariants.violations(self.memory) == []


@pytest.mark.django_db
def test_whatever_people_do_in_whatever_order_nothing_is_lost_and_nothing_doubled() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Cycle,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=40, deadline=None, derandomize=EXAMPLES == 12,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
