"""Writes of the register of institutions."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from bezpiecznik.core import journal
from bezpiecznik.core.journal import Person
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.matching import key_of
from bezpiecznik.institutions.models import Alias, Institution, Reporting
from bezpiecznik.institutions.queries import fingerprint


class ChangedMeanwhile(Exception):
    """Somebody has saved the institution since the page was opened."""


@transaction.atomic
def create_institution(
    *,
    name: str,
    abbr: str = "",
    collective: bool = False,
    reporting: Reporting = Reporting.ITSELF,
    reports_through: Institution | None = None,
    by: Person | None,
) -> Institution:
    """Add a body to the register. Raises ValidationError when its name or abbreviation is already there."""
    institution = Institution(
        name=name, abbr=abbr, collective=collective, reporting=reporting, reports_through=reports_through
    )
    institution.full_clean()
    institution.save(force_insert=True)
    journal.record(Event.CREATED, institution, by=by, abbr=abbr)
    return institution


@transaction.atomic
def add_alias(institution: Institution, *, text: str, by: Person | None) -> Alias | None:
    """Remember another spelling. None when it is already known as a spelling of this very institution.

    Raises ValidationError when the spelling belongs to another one.
    """
    key = key_of(text)
    if key in {key_of(institution.name), key_of(institution.abbr)}:
        return None
    known = Alias.objects.filter(folded=key).select_related("institution").first()
    if known and known.institution_id != institution.pk:
        raise ValidationError(f"„{text}” oznacza już podmiot „{known.institution.name}”.")
    if known:
        return None
    alias = Alias.objects.create(institution=institution, text=text)
    journal.record(Event.ALIAS_ADDED, institution, by=by, text=text)
    return alias


@transaction.atomic
def report_through(institution: Institution, other: Institution, *, by: Person | None) -> None:
    """From now on the other body answers for this one. Raises ValidationError for a body itself."""
    institution.reporting, institution.reports_through = Reporting.THROUGH, other
    institution.full_clean()
    institution.save(update_fields=("reporting", "reports_through"))
    journal.record(Event.REPORTING_SET, institution, by=by, through=other.pk)


@transaction.atomic
def edit_institution(institution: Institution, *, seen: str, by: Person, **values: Any) -> None:
    """Save these values over the ones whose fingerprint is `seen`; saving the same values again changes nothing.

    Raises ChangedMeanwhile when a colleague was quicker, and ValidationError when a constraint is broken.
    """
    current = Institution.objects.select_for_update().get(pk=institution.pk)
    if fingerprint(current) != seen:
        raise ChangedMeanwhile
    before = {name: getattr(current, name) for name in values}
    changed = {name: value for name, value in values.items() if before[name] != value}
    if not changed:
        return
    for name, value in changed.items():
        setattr(current, name, value)
    current.full_clean()
    current.save()
    details = {name: [_plain(before[name]), _plain(value)] for name, value in changed.items()}
    journal.record(Event.EDITED, current, by=by, changed=details)


def _plain(value: Any) -> Any:
    """As the journal keeps it: other institutions by name."""
    return value.name if isinstance(value, Institution) else value
