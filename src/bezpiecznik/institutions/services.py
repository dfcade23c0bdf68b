"""Writes of the register of institutions."""

from django.core.exceptions import ValidationError
from django.db import transaction

from bezpiecznik.core import journal
from bezpiecznik.core.journal import Person
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.matching import key_of
from bezpiecznik.institutions.models import Alias, Institution, Reporting


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
