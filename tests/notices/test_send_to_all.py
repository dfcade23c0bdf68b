"""One duty to many at once: the same rows as one by one, in a few queries."""

from typing import Any

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.notices import services
from bezpiecznik.notices.models import Message
from bezpiecznik.notices.services import Letter

WORDS = {"institution": "KMP", "period": "2023", "due": "31 stycznia 2024"}
SAME = ("kind", "address", "subject", "body", "act", "url", "duty", "urgent", "secret", "state", "search_text")


def test_each_is_worded_as_if_it_went_alone(reporter: User) -> None:
    alone = services.send("reporting.opened", to=reporter, url="/praca/", **WORDS)
    services.send_to_all("reporting.opened", [Letter(reporter, "/praca/", WORDS)])
    together = Message.objects.latest("pk")

    assert together.pk != alone.pk
    assert [getattr(together, name) for name in SAME] == [getattr(alone, name) for name in SAME]
    assert together.token != alone.token


@pytest.mark.parametrize("rows", [1, 3])
def test_many_cost_as_much_as_one(reporter: User, rows: int, django_assert_num_queries: Any) -> None:
    letters = [Letter(reporter, "/praca/", WORDS)] * rows
    with django_assert_num_queries(5):  # two of them are the savepoint
        assert services.send_to_all("reporting.opened", letters) == rows


@pytest.mark.parametrize("kind", ["reporting.accepted", "reporting.link"])
def test_what_people_may_leave_or_what_cannot_wait_goes_one_by_one(reporter: User, kind: str) -> None:
    with pytest.raises(ValueError, match=kind):
        services.send_to_all(kind, [Letter(reporter, "", WORDS)])
