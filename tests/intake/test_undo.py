"""The last act of a review is taken back, whoever did it and whenever; nothing that stood there is lost."""

from collections.abc import Callable

import pytest
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.intake import corrections, kept, merging, services, undoing
from bezpiecznik.intake.draft import Kind, Row, draft_of
from bezpiecznik.intake.models import Intake, ReviewAct
from bezpiecznik.intake.names import Decision
from bezpiecznik.intake.parts import parts_of
from bezpiecznik.intake.refusals import NotInReview, Outdated

FIRST, SECOND = "areas:0:0", "areas:0:1"

Act = Callable[[Intake, User], object]


def row(intake: Intake, key: str = FIRST) -> Row:
    intake.refresh_from_db()
    found = draft_of(intake).row(key)
    assert found is not None
    return found


def correct(intake: Intake, by: User) -> None:
    corrections.correct(intake, FIRST, {"text": "Inaczej."}, stamp=row(intake).stamp, by=by)


def remove(intake: Intake, by: User) -> None:
    corrections.remove(intake, FIRST, stamp=row(intake).stamp, by=by)


def restore(intake: Intake, by: User) -> None:
    corrections.restore(intake, SECOND, by=by)


def drop_a_correction(intake: Intake, by: User) -> None:
    corrections.undo(intake, SECOND, by=by)


def add(intake: Intake, by: User) -> None:
    corrections.add(intake, Kind.ACTION, {**row(intake).values, "no": 7}, parent="areas:0", by=by)


def merge(intake: Intake, by: User) -> None:
    merging.merge(intake, FIRST, {"areas:1:0": row(intake, "areas:1:0").stamp}, stamp=row(intake).stamp, by=by)


def see_a_part(intake: Intake, by: User) -> None:
    intake.refresh_from_db()
    part = next(part for part in parts_of(draft_of(intake), ()) if part.key == "area-1")
    corrections.accept_part(intake, part.key, stamp=part.stamp, by=by)


def decide_names(intake: Intake, by: User) -> None:
    said = {"psse": Decision(target="new", abbr="PSSE", name="Sanepid")}
    corrections.decide_names(intake, said, stamp=draft_of(intake).names_stamp, by=by)


def last(intake: Intake) -> ReviewAct:
    act = undoing.last_act(intake)
    assert act is not None
    return act


@pytest.fixture
def begun(in_review: Intake, coordinator: User) -> Intake:
    """A review in which the second action was corrected and then removed."""
    corrections.correct(in_review, SECOND, {"text": "Rozmowy."}, stamp=row(in_review, SECOND).stamp, by=coordinator)
    corrections.remove(in_review, SECOND, stamp=row(in_review, SECOND).stamp, by=coordinator)
    in_review.refresh_from_db()
    return in_review


@pytest.mark.parametrize(
    "act",
    [correct, remove, restore, drop_a_correction, add, merge, see_a_part, decide_names],
    ids=lambda act: act.__name__,
)
def test_each_kind_of_act_is_taken_back(begun: Intake, coordinator: User, member: User, act: Act) -> None:
    before = (begun.corrected, begun.accepted_areas)
    act(begun, coordinator)
    begun.refresh_from_db()
    assert (begun.corrected, begun.accepted_areas) != before

    undoing.take_back(begun, act=last(begun).pk, by=member)

    begun.refresh_from_db()
    assert (begun.corrected, begun.accepted_areas) == before
    undone = ReviewAct.objects.exclude(undone_at=None).get()
    assert (undone.by, undone.undone_by) == (coordinator, member)


def test_acts_are_taken_back_one_after_another_to_the_very_beginning(begun: Intake, coordinator: User) -> None:
    correct(begun, coordinator)
    merge(begun, coordinator)
    see_a_part(begun, coordinator)
    for _act in range(5):
        undoing.take_back(begun, act=last(begun).pk, by=coordinator)
    begun.refresh_from_db()
    assert (begun.corrected, begun.accepted_areas, undoing.last_act(begun)) == ({}, [], None)


def test_the_button_says_what_it_takes_back_and_whose_it_is(
    client: InspectingClient, begun: Intake, coordinator: User
) -> None:
    client.as_(coordinator)
    address = f"{begun.get_absolute_url()}?part=area-1"
    bar = client.page(address).select_one(".intake-last")
    assert text_of(bar).startswith("Ostatnio: Usunięto pozycję odczytu: 1.2 (Krystyna Koordynatorska,")

    data = {field["name"]: field["value"] for field in bar.select("input[name]")}
    answer = client.post(bar["action"], data, follow=True)

    assert answer.redirect_chain == [(address, 302)]
    assert "Cofnięto: Usunięto pozycję odczytu: 1.2." in text_of(soup(answer))
    assert not row(begun, SECOND).deleted
    assert row(begun, SECOND).values["text"] == "Rozmowy."


def test_the_second_of_two_takes_back_only_what_was_on_the_page(
    client: InspectingClient, begun: Intake, coordinator: User
) -> None:
    seen = last(begun).pk
    correct(begun, coordinator)
    answer = client.as_(coordinator).post(f"{begun.get_absolute_url()}cofnij/", {"act": seen}, follow=True)
    assert "Ktoś zmienił coś w międzyczasie: obejrzyj, co byłoby teraz cofnięte." in text_of(soup(answer))
    assert row(begun).values["text"] == "Inaczej."


@pytest.mark.parametrize("sent", ["", "x", "999999", "-1", "²", "9" * 40])
def test_an_act_that_is_not_there_takes_nothing_back(
    client: InspectingClient, begun: Intake, coordinator: User, sent: str
) -> None:
    client.as_(coordinator).post(f"{begun.get_absolute_url()}cofnij/", {"act": sent})
    assert row(begun, SECOND).deleted


@pytest.mark.parametrize("back", ["https://zly.example/", "//zly.example", "/praca/", "/praca/wczytanie/12345/"])
def test_the_way_back_leads_only_into_this_review(
    client: InspectingClient, begun: Intake, coordinator: User, back: str
) -> None:
    answer = client.as_(coordinator).post(f"{begun.get_absolute_url()}cofnij/", {"act": last(begun).pk, "back": back})
    assert answer["Location"] == begun.get_absolute_url()


def test_an_act_that_changes_nothing_leaves_no_trace_on_the_stack(begun: Intake, coordinator: User) -> None:
    before = last(begun)
    corrections.correct(begun, FIRST, {"text": row(begun).values["text"]}, stamp=row(begun).stamp, by=coordinator)
    assert last(begun) == before


def test_nothing_is_taken_back_after_the_review(begun: Intake, coordinator: User) -> None:
    act = last(begun)
    services.abandon(begun, by=coordinator)
    with pytest.raises(NotInReview):
        undoing.take_back(begun, act=act.pk, by=coordinator)


def test_one_act_is_taken_back_once(begun: Intake, coordinator: User) -> None:
    act = last(begun)
    undoing.take_back(begun, act=act.pk, by=coordinator)
    with pytest.raises(Outdated):
        undoing.take_back(begun, act=act.pk, by=coordinator)


def test_the_journal_tells_of_taking_back(begun: Intake, coordinator: User) -> None:
    undoing.take_back(begun, act=last(begun).pk, by=coordinator)
    line = journal.about(begun).latest("pk")
    assert line.data["act"] == "Usunięto pozycję odczytu: 1.2"


def test_an_abandoned_review_is_removed_with_its_acts(begun: Intake, coordinator: User) -> None:
    services.abandon(begun, by=coordinator)
    assert kept.remove([begun.pk]) > 0
    assert (Intake.objects.count(), ReviewAct.objects.count()) == (0, 0)
