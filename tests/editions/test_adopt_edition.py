"""The draft becomes the next programme, or its resolution is recognised; lines run through both."""

from datetime import date

import pytest
from editions.edition_acts import FateOf, continue_all, decide

from bezpiecznik.accounts.models import User
from bezpiecznik.editions import adopting, deciding, items, linking, services
from bezpiecznik.editions.items import Facts
from bezpiecznik.editions.models import Edition
from bezpiecznik.editions.queries import line_of
from bezpiecznik.editions.refusals import Refused
from bezpiecznik.editions.states import EditionState, FateKind
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import supplements
from bezpiecznik.plans.models import (
    Area,
    Programme,
    ProgrammeState,
    ReportedWhen,
    Responsibility,
    Schedule,
    SupplementKind,
    Undertaking,
)

K = FateKind
ACT = {"act_no": "L/100/2023", "act_date": date(2023, 12, 14)}


@pytest.fixture
def later(programme: Programme, police: Institution) -> Programme:
    """A resolution for 2024-2026 that was read in and accepted: patrols in other words, lights as they were."""
    found = Programme.objects.create(
        title="Program na lata 2024–2026", unit=programme.unit, act_no="L/100/2023", year_from=2024, year_to=2026
    )
    area = Area.objects.create(programme=found, no=1, official_name="Bezpieczeństwo w miejscach publicznych")
    for no, wording in enumerate(
        ("Naprawa oświetlenia ulic i parków.", "Kierowanie dodatkowych patroli nocnych w miejsca zagrożone."), start=1
    ):
        action = Undertaking.objects.create(programme=found, kind="action", area=area, no=no, wording=wording)
        Responsibility.objects.create(undertaking=action, institution=police, role="lead")
    return found


def test_nothing_is_adopted_while_something_waits(edition: Edition, coordinator: User) -> None:
    with pytest.raises(Refused, match="3 pozycje poprzedniego programu czekają na rozstrzygnięcie"):
        adopting.adopt(edition, by=coordinator, **ACT)  # type: ignore[arg-type]
    continue_all(edition, coordinator)
    with pytest.raises(Refused, match="numer i datę"):
        adopting.adopt(edition, by=coordinator)


def test_the_draft_becomes_a_programme_with_new_numbers(
    edition: Edition, fate_of: FateOf, coordinator: User, patrols: Undertaking, lights: Undertaking, guard: Institution,
    police: Institution,
) -> None:  # fmt: skip
    supplements.supplement(lights, {SupplementKind.MEASURE: "liczba lamp"}, by=coordinator)
    Schedule.objects.create(undertaking=lights, reported=ReportedWhen.AFTER_COMPLETION)
    decide(fate_of("1.1"), K.DROPPED, coordinator, reason="Zadanie ustawowe.")
    continue_all(edition, coordinator)
    area = edition.areas.get()
    items.add_item(edition, Facts("Nowe działanie.", leads=(police,), area=area), by=coordinator)

    programme = adopting.adopt(edition, by=coordinator, copy_schedules=True, **ACT)  # type: ignore[arg-type]

    codes = [(one.code, one.wording) for one in programme.undertakings.select_related("area").in_document_order()]
    assert codes == [
        ("1.1", "Naprawa oświetlenia ulic i parków."), ("1.2", "Nowe działanie."), ("P1", "BEZPIECZNY ROWERZYSTA"),
    ]  # fmt: skip
    first = programme.undertakings.get(area__no=1, no=1)
    assert [(duty.institution, duty.role) for duty in first.responsibilities.all()] == [(guard, "lead")]
    assert [said.text for said in first.supplements.all()] == ["liczba lamp"]
    assert first.schedule.reported == ReportedWhen.AFTER_COMPLETION
    assert [goal.text for goal in programme.goals.all()] == ["Mniej wypadków."]
    edition.refresh_from_db()
    edition.former.refresh_from_db()
    assert (edition.state, programme.state) == (EditionState.ADOPTED, ProgrammeState.IN_FORCE)
    assert (programme.supersedes, edition.former.state) == (edition.former, ProgrammeState.ENDED)
    with pytest.raises(Refused, match="zakończona"):
        deciding.reopen(fate_of("1.2"), by=coordinator)


def test_a_line_runs_through_merged_actions_and_stops_at_dropped_ones(
    edition: Edition, fate_of: FateOf, coordinator: User, patrols: Undertaking, lights: Undertaking, bikes: Undertaking
) -> None:
    decide(fate_of("1.2"), K.MERGED, coordinator, merge_with=fate_of("1.1"))
    decide(fate_of("P1"), K.DROPPED, coordinator, reason="Jubileusz.")
    assert line_of(patrols).successors == ()  # the edition is only a draft
    programme = adopting.adopt(edition, by=coordinator, **ACT)  # type: ignore[arg-type]
    joined = programme.undertakings.get()

    assert [fate.undertaking for fate in line_of(joined).ancestors] == [patrols, lights]
    assert [fate.successor for fate in line_of(lights).successors] == [joined]
    assert line_of(joined).keys == [lights.pk, patrols.pk]
    assert [fate.reason for fate in line_of(bikes).gone] == ["Jubileusz."]


def test_a_resolution_is_matched_confirmed_and_adopted(
    edition: Edition, fate_of: FateOf, coordinator: User, later: Programme, patrols: Undertaking
) -> None:
    decide(fate_of("1.2"), K.CONTINUED, coordinator)
    assert linking.link(edition, later, by=coordinator) == 2
    scores = {
        code: (fate_of(code).proposed and fate_of(code).proposed.code, fate_of(code).score) for code in ("1.1", "1.2")
    }  # type: ignore[union-attr]
    assert scores["1.2"] == ("1.1", 100)
    assert scores["1.1"][0] == "1.2"
    assert (fate_of("P1").proposed, fate_of("P1").score) == (None, None)
    edition.refresh_from_db()
    with pytest.raises(Refused, match="wskaż w nim odpowiednik"):
        decide(fate_of("1.1"), K.CONTINUED, coordinator)

    linking.confirm_sure(edition, edition.fates.all(), by=coordinator)
    assert (fate_of("1.2").kind, fate_of("1.2").successor) == (K.CONTINUED, later.undertakings.get(no=1))
    linking.confirm(fate_of("1.1"), later.undertakings.get(no=2), by=coordinator)
    assert fate_of("1.1").kind == K.CHANGED
    assert adopting.missing_to_adopt(edition) == ["1 pozycja poprzedniego programu czeka na rozstrzygnięcie."]
    linking.give_up(fate_of("P1"), reason="Uchwała go nie ma.", by=coordinator)

    assert adopting.adopt(edition, by=coordinator) == later
    assert [fate.undertaking for fate in line_of(later.undertakings.get(no=2)).ancestors] == [patrols]


def test_two_confirmed_as_one_are_merged_and_apart_again(
    edition: Edition, fate_of: FateOf, coordinator: User, later: Programme
) -> None:
    linking.link(edition, later, by=coordinator)
    one, other = later.undertakings.order_by("no")
    linking.confirm(fate_of("1.1"), one, by=coordinator)
    linking.confirm(fate_of("1.2"), one, by=coordinator)
    assert {fate_of("1.1").kind, fate_of("1.2").kind} == {K.MERGED}
    linking.confirm(fate_of("1.1"), other, by=coordinator)
    assert (fate_of("1.1").kind, fate_of("1.2").kind) == (K.CHANGED, K.CONTINUED)


def test_counterparts_confirmed_in_another_resolution_are_forgotten(
    edition: Edition, fate_of: FateOf, coordinator: User, later: Programme, programme: Programme
) -> None:
    decide(fate_of("1.2"), K.CHANGED, coordinator, wording="Naprawa lamp.")
    linking.link(edition, later, by=coordinator)
    linking.confirm(fate_of("1.1"), later.undertakings.get(no=2), by=coordinator)
    linking.confirm(fate_of("1.2"), later.undertakings.get(no=1), by=coordinator)
    assert (fate_of("1.2").kind, linking.missing_links(Edition.objects.get())) == (K.CONTINUED, 0)
    right = Programme.objects.create(
        title="Program", unit=programme.unit, act_no="L/7/2024", year_from=2024, year_to=2026
    )

    linking.link(edition, right, by=coordinator)

    assert [(fate_of(code).kind, fate_of(code).successor) for code in ("1.1", "1.2")] == [("", None), (K.CHANGED, None)]
    edition.refresh_from_db()
    assert linking.missing_links(edition) == 1
    assert "2 pozycje poprzedniego programu czekają na rozstrzygnięcie." in adopting.missing_to_adopt(edition)


def test_the_same_resolution_taken_again_keeps_what_was_confirmed(
    edition: Edition, fate_of: FateOf, coordinator: User, later: Programme
) -> None:
    linking.link(edition, later, by=coordinator)
    one = later.undertakings.get(no=1)
    linking.confirm(fate_of("1.2"), one, by=coordinator)
    linking.link(edition, later, by=coordinator)
    assert (fate_of("1.2").kind, fate_of("1.2").successor) == (K.CONTINUED, one)


def test_a_counterpart_in_another_resolution_counts_as_missing(
    edition: Edition, fate_of: FateOf, coordinator: User, later: Programme, programme: Programme
) -> None:
    linking.link(edition, later, by=coordinator)
    linking.confirm(fate_of("1.2"), later.undertakings.get(no=1), by=coordinator)
    other = Programme.objects.create(
        title="Program", unit=programme.unit, act_no="L/7/2024", year_from=2024, year_to=2026
    )
    Edition.objects.update(programme=other)  # as it may stand in a database from before
    assert linking.missing_links(Edition.objects.get()) == 1


def test_an_abandoned_edition_says_why_and_leaves_room_for_another(edition: Edition, coordinator: User) -> None:
    with pytest.raises(Refused, match="powód"):
        services.abandon(edition, reason=" ", by=coordinator)
    services.abandon(edition, reason="Nowa kadencja.", by=coordinator)
    again = services.start_edition(edition.former, title="P", year_from=2024, year_to=2026, by=coordinator)
    assert again.fates.count() == 3
