"""Words of the Kielce resolution are found without diacritics and in other inflected forms."""

from pathlib import Path

import pytest

from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme
from bezpiecznik.plans.queries import actions
from bezpiecznik.plans.services import create_programme
from bezpiecznik.resolution import Reading, read

KIELCE = Path(__file__).parents[2] / "examples" / "kielce" / "uchwala-XLII-829-2021.txt"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(KIELCE.read_bytes())


@pytest.fixture
def kielce(db: None, reading: Reading) -> Programme:
    duties = [
        names for area in reading.areas for action in area.actions for names in (action.responsible, action.partners)
    ]
    duties += [initiative.executors for initiative in reading.initiatives]
    names = {name for group in duties for name in group}
    return create_programme(
        reading, institutions={name: Institution.objects.create(name=name) for name in names}, by=None
    )


def found(programme: Programme, words: str) -> list[str]:
    return [action.code for action in actions(programme, {"q": words}).in_document_order()]


def holding(programme: Programme, *fragments: str) -> list[str]:
    """Actions whose wording holds any of these letters, read plainly."""
    all_actions = actions(programme, {}).in_document_order()
    return [a.code for a in all_actions if any(fragment in a.wording.casefold() for fragment in fragments)]


@pytest.mark.parametrize(
    ("words", "fragments"),
    [
        ("zagrozen", ("zagroże",)),
        ("zagrożenie", ("zagroże",)),
        ("ZAGROŻENIAMI", ("zagroże",)),
        ("patrolami", ("patrol",)),
        ("patrole", ("patrol",)),
        ("powodz", ("powodz", "powódź")),
    ],
)
def test_any_form_finds_every_form(kielce: Programme, words: str, fragments: tuple[str, ...]) -> None:
    assert found(kielce, words) == holding(kielce, *fragments) != []


def test_school_is_found_in_all_its_cases(kielce: Programme) -> None:
    """`szkole` also meets words of the same stem (`szkolny`, `szkolenie`): more than asked, never less."""
    forms = ("szkół", "szkoły", "szkołach", "szkole ")
    assert set(holding(kielce, *forms)) <= set(found(kielce, "szkole"))
    assert found(kielce, "szkole") == found(kielce, "szkoła") == found(kielce, "szkolach")


def test_all_words_must_be_there(kielce: Programme) -> None:
    both = found(kielce, "patrole zagrozenia")
    assert both == [code for code in found(kielce, "patrole") if code in found(kielce, "zagrozenia")] != []


def test_a_number_finds_the_action_of_that_number(kielce: Programme) -> None:
    assert found(kielce, "3.13") == found(kielce, " 3.13. ") == ["3.13"]
