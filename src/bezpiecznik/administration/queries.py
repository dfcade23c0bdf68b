"""Reads of the pages about keeping and about a person's data."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import REMOVED_DOMAIN, parts
from bezpiecznik.core import clock
from bezpiecznik.core.keeping import Kept, in_order
from bezpiecznik.institutions.kept import PERSON_DAYS, without_post


@dataclass(frozen=True)
class KeptRow:
    """A class of data with its numbers now; `due` is None where nothing is ever due."""

    kept: Kept
    days: int | None
    count: int
    due: int | None


def kept_rows() -> list[KeptRow]:
    return [_row(kept) for kept in in_order()]


def _row(kept: Kept) -> KeptRow:
    due = kept.due_now()
    return KeptRow(kept, kept.days(), kept.count(), None if due is None else due.count())


def people(wanted: dict[str, Any]) -> QuerySet[User]:
    """Those who fit the filter's cleaned values (`q`, `state`)."""
    found = User.objects.all()
    if wanted.get("state") == "due":
        found = without_post(clock.now() - timedelta(days=PERSON_DAYS.value()))
    if wanted.get("state") == "removed":
        found = found.filter(email__endswith=f"@{REMOVED_DOMAIN}")
    for word in wanted.get("q", "").split():
        name = Q(first_name__icontains=word) | Q(last_name__icontains=word)
        found = found.filter(name | Q(email__icontains=word) | Q(function__icontains=word))
    return found


COUNTED = 500


def sizes(person: User) -> list[tuple[str, int, bool]]:
    """Each part of the export with how many rows it holds; counted to 500, the last says whether there are more."""
    counted = ((part, sum(1 for _row in islice(part.rows(person), COUNTED + 1))) for part in parts())
    return [(str(part.title), min(n, COUNTED), n > COUNTED) for part, n in counted]
