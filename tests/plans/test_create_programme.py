"""A programme enters the plan whole, in the council's own words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Goal, Programme, ProgrammeState, Provision, Responsibility, Undertaking
from bezpiecznik.plans.quality import quality_of
from bezpiecznik.plans.services import ProgrammeRefused, create_programme
from bezpiecznik.resolution import Reading, read
from bezpiecznik.resolution.model import Action, Initiative, Passage

KIELCE = Path(__file__).parents[2] / "examples" / "kielce" / "uchwala-XLII-829-2021.txt"


@pytest.fixture(scope="module")
def kielce() -> Reading:
    return read(KIELCE.read_bytes())


def undertakings(reading: Reading) -> Iterator[Action | Initiative]:
    for area in reading.areas:
        yield from area.actions
    yield from reading.initiatives


def duties(reading: Reading) -> list[str]:
    actions = [a for area in reading.areas for a in area.actions]
    leads = [name for row in [*actions, *reading.initiatives] for name in _leads(row)]
    return leads + [name for action in actions for name in action.partners]


def _leads(row: Action | Initiative) -> tuple[str, ...]:
    return row.responsible if isinstance(row, Action) else row.executors


@pytest.fixture
def bodies(kielce: Reading, db: None) -> dict[str, Institution]:
    return {name: Institution.objects.create(name=name) for name in dict.fromkeys(duties(kielce))}


@pytest.fixture
def accepted(kielce: Reading, bodies: dict[str, Institution], coordinator: User) -> Programme:
    return create_programme(kielce, institutions=bodies, by=coordinator)


def test_nothing_of_the_kielce_resolution_is_lost(accepted: Programme, kielce: Reading) -> None:
    assert (accepted.areas.count(), accepted.goals.count()) == (11, 12)
    assert (Undertaking.objects.actions().count(), Undertaking.objects.initiatives().count()) == (110, 36)
    assert {kind: accepted.provisions.filter(kind=kind).count() for kind in ("form", "participant", "commission_task")
            } == {"form": 9, "participant": 14, "commission_task": 7}  # fmt: skip
    assert Responsibility.objects.count() == len(duties(kielce))


def test_wording_numbering_and_place_are_those_of_the_document(accepted: Programme, kielce: Reading) -> None:
    kept = Undertaking.objects.actions().order_by("area__no", "no")
    read_ones = [(area.no, a.no, a.text, a.source.line) for area in kielce.areas for a in area.actions]
    assert [(row.area.no, row.no, row.wording, row.source_line) for row in kept.select_related("area")] == read_ones

    names = Undertaking.objects.initiatives().order_by("no").values_list("no", "wording", "aim", "method")
    assert list(names) == [(i.no, i.name, i.goal, i.method) for i in kielce.initiatives]


def test_what_few_documents_say_is_kept_too(kielce: Reading, bodies: dict[str, Institution], coordinator: User) -> None:
    """For whom an action is, how and for which goal it is done, and on which diagnosis its area rests."""
    first = kielce.areas[0]
    action = replace(first.actions[0], audience="seniorzy", method="dyżury", goal="spokojne ulice")
    area = replace(first, actions=(action,), diagnosis=Passage("W 2020 r. 14 rozbojów."))
    programme = create_programme(replace(kielce, areas=(area,)), institutions=bodies, by=coordinator)

    kept = programme.undertakings.actions().select_related("area").get()
    assert (kept.audience, kept.method, kept.aim) == ("seniorzy", "dyżury", "spokojne ulice")
    assert kept.area is not None
    assert kept.area.diagnosis == "W 2020 r. 14 rozbojów."
    assert quality_of(programme).areas[0].score.missing == 3  # no deadline, measure or money


def test_cells_with_names_stay_as_the_document_writes_them(accepted: Programme, kielce: Reading) -> None:
    first = kielce.areas[0].actions[0]
    kept = Undertaking.objects.get(area__no=1, no=1)
    assert (kept.leads_raw, kept.partners_raw) == (first.responsible_raw, first.partners_raw)
    assert [r.institution.name for r in kept.responsibilities.filter(role="partner")] == list(first.partners)


def test_added_rows_are_found_by_inflected_words(accepted: Programme) -> None:
    whole = set(Undertaking.objects.values_list("pk", "search_text"))
    for row in Undertaking.objects.all():
        row.save()
    assert set(Undertaking.objects.values_list("pk", "search_text")) == whole
    assert all(text for _pk, text in whole)


def test_a_name_without_an_institution_leaves_nothing_behind(
    kielce: Reading, bodies: dict[str, Institution], coordinator: User
) -> None:
    last = list(bodies)[-1]
    with pytest.raises(KeyError, match=last):
        create_programme(kielce, institutions={k: v for k, v in bodies.items() if k != last}, by=coordinator)

    assert [model.objects.count() for model in (Programme, Area, Goal, Provision, Undertaking, Responsibility)] == [
        0
    ] * 6


def test_two_names_of_one_body_make_one_duty(
    kielce: Reading, bodies: dict[str, Institution], coordinator: User
) -> None:
    police = bodies["KMP"]
    programme = create_programme(kielce, institutions=dict.fromkeys(bodies, police), by=coordinator)
    first = programme.undertakings.get(area__no=1, no=1)
    assert sorted(first.responsibilities.values_list("role", "institution")) == [
        ("lead", police.pk), ("partner", police.pk),
    ]  # fmt: skip


def test_the_same_resolution_does_not_enter_twice(
    accepted: Programme, kielce: Reading, bodies: dict[str, Institution], coordinator: User
) -> None:
    with pytest.raises(ProgrammeRefused, match="XLII/829/2021 jest już w rejestrze"):
        create_programme(kielce, institutions=bodies, by=coordinator)
    assert Programme.objects.get() == accepted


@pytest.mark.parametrize("missing", ["title", "unit", "years_from", "years_to"])
def test_a_programme_needs_a_title_a_unit_and_years(kielce: Reading, coordinator: User, missing: str) -> None:
    reading = replace(kielce, meta=replace(kielce.meta, **{missing: None}))
    with pytest.raises(ProgrammeRefused, match="musi mieć tytuł"):
        create_programme(reading, institutions={}, by=coordinator)


@pytest.mark.parametrize(("until", "state"), [(2020, ProgrammeState.ENDED), (2021, ProgrammeState.IN_FORCE)])
def test_the_edition_before_is_linked_and_ends_with_its_years(
    kielce: Reading, bodies: dict[str, Institution], coordinator: User, until: int, state: ProgrammeState
) -> None:
    earlier = Programme.objects.create(title="Poprzedni", unit="Miasto Kielce", year_from=2018, year_to=until)

    programme = create_programme(kielce, institutions=bodies, by=coordinator)

    earlier.refresh_from_db()
    assert (programme.supersedes, earlier.state) == (earlier, state)


def test_the_journal_tells_who_put_it_in(accepted: Programme, coordinator: User) -> None:
    (line,) = journal.about(accepted)
    assert (line.sentence, line.actor_name) == ("Wpisano program do rejestru", coordinator.get_full_name())
