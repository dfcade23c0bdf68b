"""Writes of the register of institutions."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import journal
from bezpiecznik.core.journal import Person
from bezpiecznik.core.storing import store
from bezpiecznik.institutions import naming
from bezpiecznik.institutions.aliases import owner_of, uses
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.history import person, sign
from bezpiecznik.institutions.kinds import Kind, supposed
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
    kind: Kind | None = None,
    own: bool | None = None,
    parent: Institution | None = None,
    by: Person | None,
) -> Institution:
    """Add a body to the register. Kind and `own` not given are supposed from the name and marked so.

    Raises ValidationError when its name or abbreviation is already there.
    """
    guess = supposed(name)
    institution = Institution(
        name=name,
        abbr=abbr,
        collective=collective,
        reporting=reporting,
        reports_through=reports_through,
        kind=guess.kind if kind is None else kind,
        own=guess.own if own is None else own,
        supposed=kind is None,
        parent=parent,
    )
    sign(institution, by=by)
    store(institution, force_insert=True)
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
    if owner := owner_of(text, besides=institution):
        raise ValidationError(f"„{text}” oznacza już podmiot „{owner.name}”.")
    if Alias.objects.filter(folded=key).exists():
        return None
    return store_alias(institution, text=text, by=by)


@transaction.atomic
def store_alias(institution: Institution, *, text: str, by: Person | None) -> Alias:
    """Remember a spelling of which the caller knows that it is nobody's yet; else see `add_alias`."""
    alias = Alias.objects.create(institution=institution, text=text, added_by=person(by))
    journal.record(Event.ALIAS_ADDED, institution, by=by, text=text)
    return alias


@transaction.atomic
def remove_alias(alias: Alias, *, by: Person) -> None:
    """Forget a spelling. Raises ValidationError when something that was adopted relies on it."""
    if places := uses(alias):
        sentence = _("Nie można usunąć pisowni „%(text)s”: używa jej %(places)s.")
        raise ValidationError(sentence % {"text": alias.text, "places": "; ".join(places)})
    alias.delete()
    journal.record(Event.ALIAS_REMOVED, alias.institution, by=by, text=alias.text)


@transaction.atomic
def report_through(institution: Institution, other: Institution, *, by: Person | None) -> None:
    """From now on the other body answers for this one. Raises ValidationError for a body itself."""
    institution.reporting, institution.reports_through = Reporting.THROUGH, other
    institution.full_clean()
    sign(institution, by=by)
    institution.save(update_fields=("reporting", "reports_through"))
    journal.record(Event.REPORTING_SET, institution, by=by, through=other.pk)


@transaction.atomic
def edit_institution(institution: Institution, *, seen: str, by: Person, **values: Any) -> None:
    """Save these values over the ones whose fingerprint is `seen`; saving the same values again changes nothing.

    Raises ChangedMeanwhile when a colleague was quicker, and ValidationError when a constraint is broken.
    """
    current = _held(institution, parent_changes="parent" in values)
    if fingerprint(current) != seen:
        raise ChangedMeanwhile
    if any(getattr(current, name) != value for name, value in values.items()):
        change_held(current, by=by, **values)
    else:
        confirm_kind(current, by=by)


@transaction.atomic
def change_held(institution: Institution, *, by: Person, **values: Any) -> None:
    """Save values over a row that the caller holds and has just read; for a tree, holds whole.

    Raises ValidationError when a constraint is broken.
    """
    before = {name: getattr(institution, name) for name in values}
    changed = {name: value for name, value in values.items() if before[name] != value}
    for name, value in changed.items():
        setattr(institution, name, value)
    institution.supposed = False
    sign(institution, by=by)
    store(institution)
    naming.correct(institution)
    details = {name: [_plain(before[name]), _plain(value)] for name, value in changed.items()}
    journal.record(Event.EDITED, institution, by=by, changed=details)


@transaction.atomic
def confirm_kind(institution: Institution, *, by: Person) -> None:
    """A person has looked at what the name let one suppose, and agrees. Nothing happens when there was no doubt."""
    if institution.supposed:
        institution.supposed = False
        sign(institution, by=by)
        institution.save(update_fields=("supposed",))
        journal.record(Event.KIND_CONFIRMED, institution, by=by, kind=institution.kind, own=institution.own)


def _held(institution: Institution, *, parent_changes: bool) -> Institution:
    """The row as it stands now, held. A tree is held whole: two changes at once could close a circle."""
    rows = Institution.objects.select_for_update().order_by("pk")
    return next(row for row in rows if row.pk == institution.pk) if parent_changes else rows.get(pk=institution.pk)


def _plain(value: Any) -> Any:
    """As the journal keeps it: other institutions by name."""
    return value.name if isinstance(value, Institution) else value
