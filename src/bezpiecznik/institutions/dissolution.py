"""Bodies that cease to exist on a day, with or without somebody who takes their tasks over."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import journal
from bezpiecznik.core.journal import Person
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.history import sign
from bezpiecznik.institutions.models import Institution


@transaction.atomic
def dissolve(institution: Institution, *, day: date, successor: Institution | None = None, by: Person) -> None:
    """From the day on the body does not exist: new periods ask its successor, or nobody. What it reported stays.

    Raises ValidationError when others report through it and nobody succeeds it, or the successor cannot be one.
    """
    current = _held(institution)
    _refuse(current, day, successor)
    current.dissolved_on, current.successor = day, successor
    current.full_clean()
    sign(current, by=by)
    current.save()
    details = {"successor": successor.name} if successor else {}
    journal.record(Event.DISSOLVED, current, by=by, day=str(day), **details)
    institution.refresh_from_db()


@transaction.atomic
def undo_dissolution(institution: Institution, *, by: Person) -> None:
    """The body exists after all. Nothing happens when it was not dissolved."""
    current = _held(institution)
    if current.dissolved_on is None:
        return
    journal.record(Event.DISSOLUTION_UNDONE, current, by=by, day=str(current.dissolved_on))
    current.dissolved_on, current.successor = None, None
    sign(current, by=by)
    current.save()
    institution.refresh_from_db()


def _held(institution: Institution) -> Institution:
    """The row as it stands now; all are held, so that two at once do not name each other as successors."""
    return next(row for row in Institution.objects.select_for_update().order_by("pk") if row.pk == institution.pk)


def _refuse(institution: Institution, day: date, successor: Institution | None) -> None:
    if institution.merged_into_id:
        raise ValidationError(_("Ten wpis połączono z innym: znieś tamten."))
    if institution.dissolved_on:
        raise ValidationError(_("Zniesienie jest już zapisane. Cofnij je, jeśli dzień albo następca mają być inne."))
    if successor and not successor.exists_on(day):
        raise ValidationError({"successor": _("Następca musi istnieć w dniu zniesienia.")})
    others = [other.name for other in institution.reports_for.in_polish_order() if other.exists_on(day)]
    if others and not successor:
        sentence = _("Przez ten podmiot sprawozdają: %(names)s. Wskaż następcę albo najpierw zmień to u nich.")
        raise ValidationError({"successor": sentence % {"names": ", ".join(others)}})
