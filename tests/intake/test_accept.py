"""From the draft to the plan: seen by a person, whole, once."""

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import chain, journal
from bezpiecznik.institutions.models import Alias, Institution, Reporting
from bezpiecznik.intake import corrections, services
from bezpiecznik.intake.draft import draft_of
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.refusals import NotInReview, NotReady, Outdated
from bezpiecznik.intake.review_page import review_of
from bezpiecznik.plans.models import Programme, Responsibility, Undertaking
from bezpiecznik.resolution import read


@pytest.fixture
def seen(in_review: Intake, coordinator: User) -> Intake:
    corrections.accept_all_parts(in_review, by=coordinator)
    in_review.refresh_from_db()
    return in_review


def missing(intake: Intake) -> list[str]:
    intake.refresh_from_db()
    return [problem.sentence for problem in review_of(intake).missing]


def test_the_kielce_resolution_goes_the_whole_way(kielce: bytes, coordinator: User) -> None:
    intake = services.read_now(services.upload(kielce, name="uchwala.txt", by=coordinator))
    corrections.accept_all_parts(intake, by=coordinator)
    programme = services.accept(intake, by=coordinator)

    reading = read(kielce)
    actions = [action for area in reading.areas for action in area.actions]
    duties = sum(len(a.responsible) + len(a.partners) for a in actions) + sum(
        len(i.executors) for i in reading.initiatives
    )
    kept = programme.undertakings.actions().select_related("area").order_by("area__no", "no")
    assert [row.wording for row in kept] == [action.text for action in actions]
    assert (programme.areas.count(), len(kept), programme.undertakings.initiatives().count()) == (11, 110, 36)
    assert Responsibility.objects.count() == duties
    intake.refresh_from_db()
    assert (intake.state, intake.programme, intake.accepted_by) == (IntakeState.ACCEPTED, programme, coordinator)


def test_one_body_stands_behind_each_name_of_the_kielce_resolution(kielce: bytes, coordinator: User) -> None:
    intake = services.read_now(services.upload(kielce, name="uchwala.txt", by=coordinator))
    corrections.accept_all_parts(intake, by=coordinator)
    services.accept(intake, by=coordinator)

    police = Institution.objects.get(abbr="KMP")
    assert (police.name, police.collective, police.reporting) == (
        "Komenda Miejska Policji w Kielcach", False, Reporting.ITSELF,
    )  # fmt: skip
    assert Institution.objects.filter(abbr="KP").count() == 1
    unknown = Institution.objects.get(abbr="PSSE")
    assert unknown.name == "PSSE"
    councils = Institution.objects.get(name="Rady osiedli")
    assert (councils.abbr, councils.collective, councils.reporting) == ("", True, Reporting.NONE)
    assert Alias.objects.get(folded="kp psp").institution.abbr == "KM PSP"


def test_nothing_enters_unseen(in_review: Intake, coordinator: User) -> None:
    assert missing(in_review)[:2] == [
        "Sprawdź część „Dane uchwały i cel główny” i potwierdź ją przyciskiem „Sprawdzone”.",
        "Sprawdź część „Cele szczegółowe” i potwierdź ją przyciskiem „Sprawdzone”.",
    ]
    with pytest.raises(NotReady, match="Sprawdź część „Obszar 2”"):
        services.accept(in_review, by=coordinator)
    assert Programme.objects.count() == 0


def test_the_second_to_accept_is_told_who_was_first(seen: Intake, coordinator: User, member: User) -> None:
    programme = services.accept(seen, by=coordinator)
    with pytest.raises(NotInReview, match=f"przyjęto już do programu: .*{coordinator.get_full_name()}"):
        services.accept(seen, by=member)
    assert Programme.objects.get() == programme


def test_who_accepts_accepts_what_was_on_the_page(seen: Intake, coordinator: User) -> None:
    row = draft_of(seen).rows[0]
    corrections.correct(seen, row.key, {"title": "Inny tytuł"}, stamp=row.stamp, by=coordinator)
    with pytest.raises(Outdated):
        services.accept(seen, version=seen.version, by=coordinator)
    seen.refresh_from_db()
    assert services.accept(seen, version=seen.version, by=coordinator).title == "Inny tytuł"


def test_a_failure_in_the_middle_leaves_nothing(
    seen: Intake, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_args: object, **_kwargs: object) -> None:
        raise ZeroDivisionError

    before = Institution.objects.count()
    # The very last write of the acceptance breaks, as when the machine dies there.
    monkeypatch.setattr("bezpiecznik.intake.services._close", break_down)
    with pytest.raises(ZeroDivisionError):
        services.accept(seen, by=coordinator)

    assert (Programme.objects.count(), Undertaking.objects.count(), Institution.objects.count()) == (0, 0, before)
    seen.refresh_from_db()
    assert seen.state == IntakeState.REVIEW


def test_corrections_enter_the_plan_and_the_reading_stays(seen: Intake, coordinator: User) -> None:
    first = draft_of(seen).row("areas:0:0")
    assert first is not None
    read_before = seen.reading
    corrections.correct(seen, first.key, {"text": "Kontrole.", "partners": ["SM"]}, stamp=first.stamp, by=coordinator)
    programme = services.accept(seen, by=coordinator)

    action = programme.undertakings.get(area__no=1, no=1)
    assert (action.wording, [r.institution.short for r in action.responsibilities.all()]) == (
        "Kontrole.",
        ["KMP", "SM"],
    )
    seen.refresh_from_db()
    assert seen.reading == read_before
    assert seen.corrected["changes"] == {"areas:0:0": {"text": "Kontrole.", "partners": ["SM"]}}


def test_a_removed_action_stays_out_and_an_added_one_comes_in(seen: Intake, coordinator: User) -> None:
    second = draft_of(seen).row("areas:0:1")
    assert second is not None
    corrections.remove(seen, second.key, stamp=second.stamp, by=coordinator)
    values = {**second.values, "no": 3, "text": "Działanie, którego nie odczytano."}
    corrections.add(seen, second.kind, values, parent=second.parent, by=coordinator)
    programme = services.accept(seen, by=coordinator)

    assert list(programme.undertakings.filter(area__no=1).order_by("no").values_list("no", "wording")) == [
        (1, "Kontrole miejsc szczególnie zagrożonych."),
        (3, "Działanie, którego nie odczytano."),
    ]


def test_two_actions_of_one_number_are_named(seen: Intake, coordinator: User) -> None:
    second = draft_of(seen).row("areas:0:1")
    assert second is not None
    corrections.correct(seen, second.key, {"no": 1}, stamp=second.stamp, by=coordinator)
    assert missing(seen) == ["W obszarze 1 dwa działania mają numer 1: popraw jedno z nich."]


def test_an_undefined_front_is_named(seen: Intake, coordinator: User) -> None:
    meta = draft_of(seen).rows[0]
    empty = {"title": "", "unit": "", "years_from": None, "years_to": None}
    corrections.correct(seen, meta.key, empty, stamp=meta.stamp, by=coordinator)
    assert missing(seen) == [
        "Podaj tytuł programu.",
        "Podaj nazwę miasta lub powiatu.",
        "Podaj pierwszy i ostatni rok programu.",
    ]


def test_a_resolution_that_is_in_the_plan_is_named(seen: Intake, coordinator: User, small: bytes) -> None:
    services.accept(seen, by=coordinator)
    other = services.read_now(services.upload(small + b"\n", name="kopia.txt", by=coordinator))
    corrections.accept_all_parts(other, by=coordinator)
    assert missing(other) == ["Program z uchwały nr X/12/2024 jest już w rejestrze."]


def test_the_journal_tells_the_whole_way(seen: Intake, coordinator: User) -> None:
    services.accept(seen, by=coordinator)
    assert [line.sentence for line in journal.about(seen).order_by("pk")] == [
        "Wczytano dokument uchwały",
        "Odczytano dokument uchwały",
        "Sprawdzono część odczytu",
        "Przyjęto dokument do programu",
    ]
    assert list(chain.problems()) == []
