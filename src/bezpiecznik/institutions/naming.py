"""Names over time: a renaming on a day, past or to come."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import clock, journal
from bezpiecznik.core.journal import Person
from bezpiecznik.institutions.aliases import owner_of
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.history import person, sign
from bezpiecznik.institutions.matching import key_of
from bezpiecznik.institutions.models import Alias, Institution, Name


def names_of(institution: Institution) -> list[Name]:
    """All its names, the first one first; empty for one that was never renamed."""
    return sorted(institution.names.all(), key=lambda name: name.since or date.min)


def name_on(institution: Institution, day: date) -> str:
    """The full name in force on the day."""
    known = [name for name in names_of(institution) if name.since is None or name.since <= day]
    return known[-1].name if known else institution.name


@transaction.atomic
def rename(institution: Institution, *, name: str, abbr: str, since: date, basis: str = "", by: Person) -> Name:
    """From the day on the body bears this name; the old one stays as a spelling under which documents know it.

    A day to come is allowed: `apply_due_names` puts the name in force. Raises ValidationError when another body bears
    the name, when a later name is already written down, or when nothing would change.
    """
    current = Institution.objects.select_for_update().get(pk=institution.pk)
    _refuse(current, name=name, abbr=abbr, since=since)
    if not current.names.exists():
        Name.objects.create(institution=current, name=current.name, abbr=current.abbr)
    added = Name(institution=current, name=name, abbr=abbr, since=since, basis=basis, added_by=person(by))
    added.full_clean()
    added.save()
    journal.record(
        Event.RENAMED, current, by=by, name=[current.name, name], abbr=[current.abbr, abbr], since=str(since)
    )
    for spelling in (current.name, current.abbr, name, abbr):
        _remember(current, spelling, by=by)
    if since <= clock.today():
        _put_in_force(current, added, by=by)
    institution.refresh_from_db()
    return added


@transaction.atomic
def cancel_renaming(name: Name, *, by: Person) -> None:
    """Take back a name that is not in force yet. Raises ValidationError for one that already is."""
    if name.since is None or name.since <= clock.today():
        raise ValidationError(_("Ta nazwa już obowiązuje. Popraw ją w danych podmiotu albo zapisz kolejną zmianę."))
    institution = name.institution
    name.delete()
    if not institution.names.exclude(since=None).exists():
        institution.names.all().delete()
    journal.record(Event.RENAMING_CANCELLED, institution, by=by, name=name.name, since=str(name.since))


@transaction.atomic
def apply_due_names() -> int:
    """Put names in force whose day has come; returns how many. Run twice, the second changes nothing."""
    changed = 0
    due = Name.objects.filter(since__lte=clock.today()).values("institution")
    for institution in Institution.objects.select_for_update().filter(pk__in=due):
        last = [name for name in names_of(institution) if name.since and name.since <= clock.today()][-1]
        if (institution.name, institution.abbr) != (last.name, last.abbr):
            _put_in_force(institution, last, by=None)
            journal.record(Event.NAME_IN_FORCE, institution, by=None, name=last.name, since=str(last.since))
            changed += 1
    return changed


def correct(institution: Institution) -> None:
    """A slip in the name was corrected: the name in force today says the same."""
    known = [name for name in names_of(institution) if name.since is None or name.since <= clock.today()]
    if known:
        Name.objects.filter(pk=known[-1].pk).update(name=institution.name, abbr=institution.abbr)


def _refuse(institution: Institution, *, name: str, abbr: str, since: date) -> None:
    if institution.merged_into_id:
        raise ValidationError(_("Ten wpis połączono z innym: zmień nazwę tamtego."))
    if not institution.exists_on(since):
        raise ValidationError({"since": _("Tego dnia podmiot już nie istnieje.")})
    if (institution.name, institution.abbr) == (name, abbr):
        raise ValidationError({"name": _("To jest obecna nazwa i obecny skrót tego podmiotu.")})
    for field, text in (("name", name), ("abbr", abbr)):
        if text and (owner := owner_of(text, besides=institution)):
            sentence = _("„%(text)s” oznacza już podmiot „%(owner)s”.")
            raise ValidationError({field: sentence % {"text": text, "owner": owner.name}})
    later = [known for known in names_of(institution) if known.since and known.since >= since]
    if later:
        sentence = _("Od dnia %(day)s zapisana jest już nazwa „%(name)s”: podaj późniejszy dzień albo ją odwołaj.")
        raise ValidationError({"since": sentence % {"day": f"{later[0].since:%d.%m.%Y}", "name": later[0].name}})


def _put_in_force(institution: Institution, name: Name, *, by: Person | None) -> None:
    institution.name, institution.abbr = name.name, name.abbr
    institution.full_clean()
    sign(institution, by=by)
    institution.save()


def _remember(institution: Institution, spelling: str, *, by: Person) -> None:
    if spelling and not Alias.objects.filter(folded=key_of(spelling)).exists():
        Alias.objects.create(institution=institution, text=spelling, added_by=person(by))
