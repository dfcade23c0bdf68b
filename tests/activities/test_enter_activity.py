"""Entering, changing, answering whether it was held, cancelling and undoing it."""

from datetime import date

import pytest
from activities.activity_acts import enter, facts

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import services
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.refusals import ActivityChanged, Refused
from bezpiecznik.core import fieldhistory, journal
from bezpiecznik.institutions import dissolution
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking


def change(activity: Activity, *, by: User, version: int | None = None, **said: object) -> Activity:
    links = [link.undertaking for link in activity.undertakings.select_related("undertaking")]
    return services.change_activity(
        activity, by=by, version=version or activity.version, facts=facts(**said), undertakings=links, others=()
    )


def test_an_activity_names_its_bodies_and_undertakings(
    meeting: Activity, police: Institution, guard: Institution, patrols: Undertaking, reporter: User
) -> None:
    joint = enter(police, by=reporter, undertakings=(patrols,), others=(guard, police))
    assert [(body.institution.abbr, body.role) for body in joint.bodies.order_by("pk")] == [
        ("SM", "co_organiser"), ("KMP", "organiser"),
    ]  # fmt: skip
    assert [link.undertaking for link in joint.undertakings.all()] == [patrols]
    line = journal.about(meeting).get()
    assert (line.event, line.actor_name) == ("activities.entered", "Robert Raportowski")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"starts_on": date(2022, 12, 1)}, "Dzień jest w przyszłości: zaznacz, że działalność jest planowana."),
        ({"ends_on": date(2022, 10, 1)}, "Ostatni dzień nie może być wcześniejszy niż pierwszy."),
        ({"found": 3}, "Nieprawidłowości i sankcje podaje się tylko przy kontroli."),
        ({"times": 0}, "Działalność odbyła się co najmniej raz."),
        (
            {"kind": "inspection", "found": 0, "sanctioned": 2},
            "Podano sankcje, a nie stwierdzono żadnych nieprawidłowości: sprawdź obie liczby.",
        ),
    ],
)
def test_what_cannot_be_so_is_refused_with_a_sentence(
    police: Institution, reporter: User, said: dict[str, object], told: str
) -> None:
    with pytest.raises(Refused) as refusal:
        enter(police, by=reporter, **said)
    assert refusal.value.sentences == (told,)
    assert not Activity.objects.exists()


def test_a_dissolved_body_does_nothing_any_more_but_its_past_may_be_entered(
    police: Institution, reporter: User, coordinator: User
) -> None:
    dissolution.dissolve(police, day=date(2022, 11, 1), by=coordinator)
    with pytest.raises(Refused, match="Komenda Miejska Policji tego dnia już nie istnieje"):
        enter(police, by=reporter, starts_on=date(2022, 11, 2))
    assert enter(police, by=reporter).pk


def test_saving_the_same_again_changes_nothing(meeting: Activity, reporter: User) -> None:
    assert change(meeting, by=reporter).version == 1
    assert journal.about(meeting).count() == 1


def test_a_change_is_kept_word_for_word(meeting: Activity, reporter: User) -> None:
    changed = change(meeting, by=reporter, participants=45)
    assert (changed.version, changed.participants) == (2, 45)
    (kept,) = fieldhistory.changes(changed, "participants", "title")
    assert [field.label for field in kept.fields] == ["ile osób"]


def test_who_saves_over_another_version_is_told_and_nothing_is_lost(
    meeting: Activity, reporter: User, coordinator: User
) -> None:
    change(meeting, by=coordinator, participants=45)
    with pytest.raises(ActivityChanged) as told:
        change(meeting, by=reporter, version=1, participants=50)
    assert told.value.current.participants == 45
    meeting.refresh_from_db()
    assert meeting.participants == 45


def test_a_planned_one_is_answered_with_one_act(police: Institution, reporter: User) -> None:
    planned = enter(police, by=reporter, state="planned", participants=None, starts_on=date(2022, 11, 15))
    assert planned.is_overdue
    held = services.mark_held(planned, by=reporter, participants=12)
    assert (held.state, held.participants, held.is_overdue) == ("held", 12, False)
    assert services.mark_held(planned, by=reporter).version == held.version


def test_what_has_not_come_yet_was_not_held(police: Institution, reporter: User) -> None:
    planned = enter(police, by=reporter, state="planned", starts_on=date(2022, 11, 21))
    with pytest.raises(Refused, match="Ten dzień jeszcze nie nadszedł"):
        services.mark_held(planned, by=reporter)


@pytest.mark.parametrize("state", ["planned", "held"])
def test_cancelling_keeps_the_row_and_can_be_undone(police: Institution, reporter: User, state: str) -> None:
    activity = enter(police, by=reporter, state=state)
    with pytest.raises(Refused):
        services.cancel_activity(activity, by=reporter, reason="  ")
    cancelled = services.cancel_activity(activity, by=reporter, reason="Choroba prowadzącego")
    assert (cancelled.state, cancelled.cancelled_because) == ("cancelled", "Choroba prowadzącego")
    assert not Activity.objects.counted().exists()
    with pytest.raises(Refused):
        services.mark_held(activity, by=reporter)
    with pytest.raises(Refused):
        change(cancelled, by=reporter, participants=1)
    back = services.reinstate_activity(activity, by=reporter)
    assert (back.state, back.cancelled_because) == (state, "")
    assert [line.event for line in journal.about(activity)] == [
        "activities.reinstated", "activities.cancelled", "activities.entered",
    ]  # fmt: skip


def test_a_row_of_a_file_is_not_entered_twice(police: Institution, reporter: User) -> None:
    services.create_activity(police, by=reporter, facts=facts(), source_key="plik-1:2")
    with pytest.raises(Refused, match="Ten wiersz pliku jest już wczytany"):
        services.create_activity(police, by=reporter, facts=facts(), source_key="plik-1:2")
