"""Whose a change of an institution is: each service names the person, whoever's request it came in."""

from typing import Any

from bezpiecznik.accounts.models import User
from bezpiecznik.core import fieldhistory
from bezpiecznik.core.journal import Person
from bezpiecznik.institutions.models import Institution, InstitutionQuerySet


def person(by: Person | None) -> User | None:
    """The account that acts; None for the system itself."""
    return by if isinstance(by, User) else None


def sign(institution: Institution, *, by: Person | None) -> None:
    """The next `save()` of the institution is this person's."""
    fieldhistory.sign(institution, by=person(by))


def change(rows: InstitutionQuerySet, *, by: Person | None, **values: Any) -> None:
    """Set the values on each row, with its history: `QuerySet.update` would leave none. For a few rows."""
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)
        sign(row, by=by)
        row.save(update_fields=tuple(values))
