"""The simulation as a whole: nothing is lost in it, the same seed lives the same life, and the command says so."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from thoroughness import THOROUGH

from bezpiecznik.demo.loader import RESOLUTION
from bezpiecznik.demo.management.commands.demo import EXAMPLES
from bezpiecznik.demo.simulation.run import Asked, simulate

pytestmark = pytest.mark.django_db


INSTITUTIONS = 3 if THOROUGH else 2


def live(seed: int) -> dict[str, object]:
    """A year of so many institutions, rolled back when it is over."""
    with transaction.atomic():
        told = simulate(Asked(seed=seed, years=1, institutions=INSTITUTIONS), EXAMPLES / RESOLUTION)
        transaction.set_rollback(True)
    del told["seconds"]
    return told


@pytest.mark.one_database
def test_a_year_is_lived_without_a_violation_and_the_same_seed_lives_it_again() -> None:
    """The second life, as dear as the first one, is lived by `make test-thorough`."""
    told = live(7)
    assert told["violations"] == []
    assert told["counts"]["periods"] == 2  # type: ignore[index]
    assert told["counts"]["versions"] >= INSTITUTIONS  # type: ignore[index]
    if THOROUGH:
        assert json.loads(json.dumps(told)) == live(7)


@pytest.mark.parametrize(
    "arguments", [["--years", "0"], ["--years", "4"], ["--institutions", "0"], ["--examples", "/nie/ma"]]
)
def test_what_cannot_be_simulated_is_refused_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("simulate", *arguments)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)
