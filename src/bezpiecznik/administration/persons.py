"""Writes about a person's data: the export that they or the administrator ask for, and making them nameless."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import ACTS, BLOCKS, is_removed
from bezpiecznik.administration.events import Event
from bezpiecznik.administration.kept import export_lasts
from bezpiecznik.administration.models import PersonExport
from bezpiecznik.core import clock, jobs, journal
from bezpiecznik.institutions.kept import is_over

EXPORT = "administration.person_export"


class Refused(Exception):
    """The person's data may not be changed so; `sentences` say why."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


@transaction.atomic
def ask_for_export(person: User, *, by: User) -> PersonExport:
    """Have everything about the person gathered in the background; `by` alone may take it."""
    export = PersonExport.objects.create(person=person, asked_by=by, expires_at=clock.now() + export_lasts())
    export.job = jobs.start(EXPORT, title=_("Eksport danych osoby"), by=by, export=export.pk)
    export.save(update_fields=("job",))
    journal.record(Event.EXPORT_ASKED, person, by=by)
    return export


@transaction.atomic
def take_export(export: PersonExport, *, by: User) -> bytes:
    """The bytes of the ZIP; that they were taken is noted. The export must be ready."""
    journal.record(Event.EXPORT_TAKEN, export.person, by=by)
    return bytes(export.content or b"")


def blocks(person: User) -> list[str]:
    """Why the person may not be made nameless, as sentences; empty when they may."""
    if is_removed(person):
        return [_("Dane tej osoby są już zanonimizowane.")]
    return [sentence for reasons in BLOCKS for sentence in reasons(person)]


@transaction.atomic
def anonymise_person(person: User, *, reason: str = "", by: User) -> None:
    """Take the person's name and ways in out of the house, for good.

    Before the period of keeping has passed a reason is needed. Raises Refused, with sentences, where they still hold a
    post, or are the one who asks. The journal's line bears the number, not the name.
    """
    held = User.objects.select_for_update().get(pk=person.pk)
    if held.pk == by.pk:
        raise Refused(_("Nie możesz zanonimizować własnego konta. Poproś drugiego administratora."))
    if why := blocks(held):
        raise Refused(*why)
    in_time = is_over(held)
    if not in_time and not reason.strip():
        raise Refused(_("Okres przechowywania jeszcze nie minął: podaj powód."))
    for act in ACTS:
        act.do(held)
    PersonExport.objects.filter(person=held).delete()
    journal.record(Event.PERSON_REMOVED, held, by=by, note=reason.strip(), period_over=in_time)
