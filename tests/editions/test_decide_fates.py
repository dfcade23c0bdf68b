"""What becomes of each undertaking: decided once, seen by both, merged and taken back; the counts add up."""

from datetime import date

import pytest
from cast import MakeAction
from editions.edition_acts import FateOf, continue_all, decide
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bezpiecznik.accounts.models import User
from bezpiecznik.editions import deciding, items, queries, services, standing
from bezpiecznik.editions.items import Facts
from bezpiecznik.editions.models import DraftItem, Edition, Fate
from bezpiecznik.editions.outcome import counts_of, outcome_of
from bezpiecznik.editions.refusals import Outdated, Refused
from bezpiecznik.editions.states import CHOICES, NEXT, EditionState, FateKind
from bezpiecznik.evaluation.models import GradeValue
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import amending
from bezpiecznik.plans.amending import AddAction, Withdraw
from bezpiecznik.plans.models import Area, Programme, Undertaking

K = FateKind


def test_a_new_edition_carries_areas_and_goals_and_waits_for_every_fate(edition: Edition, programme: Programme) -> None:
    assert [(area.no, area.name) for area in edition.areas.all()] == [(1, "BEZPIECZEŃSTWO W MIEJSCACH PUBLICZNYCH")]
    assert edition.goals == ["Mniej wypadków."]
    assert [fate.undertaking.code for fate in edition.fates.undecided().with_undertaking().in_document_order()] == [
        "1.1", "1.2", "P1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"title": " "}, "ma tytuł"),
        ({"year_from": 2023}, "obejmuje jeszcze rok 2023"),
        ({"year_to": 2022}, "nie może kończyć się"),
        ({}, "jest już w przygotowaniu"),
    ],
)
def test_an_edition_that_makes_no_sense_is_not_begun(
    edition: Edition, coordinator: User, said: dict[str, int], sentence: str
) -> None:
    words = {"title": "Program", "year_from": 2024, "year_to": 2026, **said}
    with pytest.raises(Refused, match=sentence):
        services.start_edition(edition.former, by=coordinator, **words)  # type: ignore[arg-type]


def test_what_is_continued_goes_over_with_its_bodies(
    edition: Edition, fate_of: FateOf, coordinator: User, police: Institution, guard: Institution
) -> None:
    item = decide(fate_of("1.1"), K.CONTINUED, coordinator).item
    assert item is not None
    assert item.wording == "Kierowanie dodatkowych patroli w miejsca zagrożone."
    assert [(duty.role, duty.institution) for duty in item.duties.all()] == [("lead", police), ("partner", guard)]


def test_a_changed_one_needs_other_words(fate_of: FateOf, coordinator: User) -> None:
    with pytest.raises(Refused, match="takie samo"):
        decide(fate_of("1.1"), K.CHANGED, coordinator, wording=fate_of("1.1").undertaking.wording)
    fate = decide(fate_of("1.1"), K.CHANGED, coordinator, wording="Patrole nocne.")
    assert (fate.kind, fate.item and fate.item.wording) == (K.CHANGED, "Patrole nocne.")


def test_dropping_needs_a_reason_and_takes_the_item_out_of_the_draft(fate_of: FateOf, coordinator: User) -> None:
    decide(fate_of("1.1"), K.CONTINUED, coordinator)
    with pytest.raises(Refused, match="powodu"):
        decide(fate_of("1.1"), K.DROPPED, coordinator)
    assert fate_of("1.1").kind == K.CONTINUED
    decide(fate_of("1.1"), K.DROPPED, coordinator, reason="Zadanie ustawowe.")
    assert (fate_of("1.1").item, DraftItem.objects.count()) == (None, 0)


def test_two_become_one_and_the_one_left_alone_is_continued_again(
    edition: Edition, fate_of: FateOf, coordinator: User
) -> None:
    decide(fate_of("1.2"), K.MERGED, coordinator, merge_with=fate_of("1.1"))
    assert {fate_of(code).kind for code in ("1.1", "1.2")} == {K.MERGED}
    assert fate_of("1.1").item == fate_of("1.2").item
    deciding.reopen(fate_of("1.2"), by=coordinator)
    assert (fate_of("1.1").kind, fate_of("1.2").kind) == (K.CONTINUED, "")
    assert DraftItem.objects.count() == 1


def test_nothing_is_merged_with_itself_a_dropped_one_or_another_kind(fate_of: FateOf, coordinator: User) -> None:
    decide(fate_of("1.2"), K.DROPPED, coordinator, reason="…")
    for other in (fate_of("1.1"), fate_of("1.2"), fate_of("P1"), None):
        with pytest.raises(Refused):
            decide(fate_of("1.1"), K.MERGED, coordinator, merge_with=other)
    assert not DraftItem.objects.exists()


def test_an_item_that_gets_other_bodies_counts_as_changed_and_back(
    edition: Edition, fate_of: FateOf, coordinator: User, police: Institution, guard: Institution
) -> None:
    item = decide(fate_of("1.1"), K.CONTINUED, coordinator).item
    assert item is not None
    facts = Facts(item.wording, leads=(police, guard), area=item.area)
    changed = items.change_item(item, facts, by=coordinator, stamp=item.stamp)
    assert fate_of("1.1").kind == K.CHANGED
    with pytest.raises(Outdated):
        items.change_item(item, facts, by=coordinator, stamp=item.stamp)
    items.change_item(changed, Facts(item.wording, (police,), (guard,), item.area), by=coordinator)
    assert fate_of("1.1").kind == K.CONTINUED


def test_a_decision_over_one_that_was_not_seen_is_refused(fate_of: FateOf, coordinator: User) -> None:
    seen = fate_of("1.1").stamp
    decide(fate_of("1.1"), K.CONTINUED, coordinator, stamp=seen)
    with pytest.raises(Outdated, match=r"kontynuowane.*Koordynatorska"):
        decide(fate_of("1.1"), K.DROPPED, coordinator, reason="…", stamp=seen)


def test_many_go_on_together_and_back_but_for_what_somebody_changed_since(
    edition: Edition, fate_of: FateOf, coordinator: User
) -> None:
    batch = continue_all(edition, coordinator)
    assert queries.last_batch(edition) == (batch, 3)
    decide(fate_of("1.2"), K.DROPPED, coordinator, reason="Jednak nie.")
    assert deciding.undo_batch(edition, batch, by=coordinator) == 2
    assert [fate_of(code).kind for code in ("1.1", "1.2", "P1")] == ["", K.DROPPED, ""]
    assert queries.last_batch(edition) == ("", 0)


def test_done_well_are_those_graded_well_in_every_year(
    edition: Edition, patrols: Undertaking, lights: Undertaking, grade_it: "object"
) -> None:
    grade_it(patrols, GradeValue.DONE)  # type: ignore[operator]
    grade_it(patrols, GradeValue.ONGOING, 2021)  # type: ignore[operator]
    grade_it(lights, GradeValue.DONE)  # type: ignore[operator]
    grade_it(lights, GradeValue.PARTIAL, 2021)  # type: ignore[operator]
    assert [fate.undertaking for fate in queries.done_well(edition)] == [patrols]


def test_an_amendment_of_the_former_programme_is_followed(
    edition: Edition, fate_of: FateOf, area: Area, police: Institution, lights: Undertaking, coordinator: User
) -> None:
    decide(fate_of("1.2"), K.CONTINUED, coordinator)
    amending.amend(
        edition.former, basis="uchwała nr XX/2/2023", effective_on=date(2023, 5, 1), reason="…", by=coordinator,
        changes=[Withdraw(lights), AddAction(area, "Monitoring.", leads=(police,))],
    )  # fmt: skip
    assert (fate_of("1.2").kind, fate_of("1.2").reason) == (K.WITHDRAWN, "uchwała nr XX/2/2023")
    assert fate_of("1.3").kind == ""
    assert not DraftItem.objects.exists()
    with pytest.raises(Refused, match="skreślona"):
        decide(fate_of("1.2"), K.CONTINUED, coordinator)


@pytest.mark.parametrize("to", EditionState)
@pytest.mark.parametrize("now", EditionState)
def test_states_lead_where_the_table_says(now: EditionState, to: EditionState) -> None:
    edition = Edition(state=now)
    if to in NEXT[now]:
        standing.advance(edition, to)
        assert edition.state == to
    else:
        with pytest.raises(Refused):
            standing.advance(edition, to)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.integers(0, 4), st.sampled_from([*CHOICES, None]), st.integers(0, 4)), max_size=9))
def test_every_undertaking_has_one_fate_and_the_counts_add_up(
    acts: list[tuple[int, FateKind | None, int]], programme: Programme, make_action: MakeAction, coordinator: User
) -> None:
    """Whatever is decided, merged and taken back in whatever order."""
    for edition in Edition.objects.all():
        Fate.objects.filter(edition=edition).delete()
        for item in edition.items.all():
            items.drop(item)
        edition.areas.all().delete()
        edition.delete()
    while programme.undertakings.count() < 5:
        make_action(f"Działanie {programme.undertakings.count()}.")
    edition = services.start_edition(programme, title="P", year_from=2024, year_to=2026, by=coordinator)
    keys = list(edition.fates.in_document_order().values_list("pk", flat=True))
    for one, kind, other in acts:
        fate, with_ = Fate.objects.get(pk=keys[one]), Fate.objects.get(pk=keys[other])
        try:
            if kind is None:
                deciding.reopen(fate, by=coordinator)
            else:
                deciding.decide(
                    fate, kind, by=coordinator, reason="Powód.", wording=f"Inaczej {other}.", merge_with=with_
                )
        except Refused:
            continue
    told = outcome_of(edition)
    rows = [row for area in told["areas"] for row in area["rows"]]
    assert [row["code"] for row in rows] == [f"1.{no}" for no in range(1, 6)]
    assert counts_of(rows) == told["counts"]
    assert sum(told["counts"].values()) == told["n"] == 5
    progress = queries.progress(edition)
    assert (progress.total, progress.left) == (5, told["counts"]["undecided"])
    for fate in edition.fates.select_related("item"):
        assert (fate.item is not None) == deciding.goes_on(fate)
    for item in edition.items.all():
        sharing = item.fates.count()
        assert sharing > 0
        assert {one.kind for one in item.fates.all()} <= ({K.MERGED} if sharing > 1 else {K.CONTINUED, K.CHANGED})
