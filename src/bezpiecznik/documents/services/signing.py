"""Notes of signing: made, and taken back."""

from datetime import date

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.documents.events import Event
from bezpiecznik.documents.models import Document, Signing


@transaction.atomic
def note_signing(document: Document, *, signed_on: date, signed_by: str, by: User) -> Signing:
    """Keep who signed the document and when."""
    signing = Signing.objects.create(document=document, signed_on=signed_on, signed_by=signed_by, noted_by=by)
    journal.record(Event.SIGNED, document, by=by, signed_on=signed_on.isoformat(), signed_by=signed_by)
    return signing


@transaction.atomic
def undo_signing(signing: Signing, *, by: User) -> None:
    """Take a note back; it stays in the history. One taken back already is left alone."""
    held = Signing.objects.select_for_update(of=("self",)).select_related("document").get(pk=signing.pk)
    if held.undone_at:
        return
    held.undone_at, held.undone_by = clock.now(), by
    held.save(update_fields=("undone_at", "undone_by"))
    journal.record(Event.SIGNING_UNDONE, held.document, by=by, signed_by=held.signed_by)
