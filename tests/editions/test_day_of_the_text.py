"""The consolidated text is made of days on which there is something to consolidate."""

import pytest

from bezpiecznik.editions.forms import DayForm
from bezpiecznik.plans.models import Programme

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "taken"), [("1990-01-01", False), ("2099-01-01", False), ("2022-06-30", True), ("2023-12-31", True)]
)
def test_a_day_outside_the_programme_is_refused(programme: Programme, day: str, taken: bool) -> None:
    form = DayForm({"day": day}, programme=programme)
    assert form.is_valid() is taken
    if not taken:
        assert form.errors["day"][0].startswith("Wybierz dzień od ")
