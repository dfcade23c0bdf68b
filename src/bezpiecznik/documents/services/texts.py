"""The office's own words in documents: put in force, and taken back."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.documents.events import Event
from bezpiecznik.documents.models import FixedText
from bezpiecznik.documents.texts import Text


class ChangedMeanwhile(Exception):
    """Somebody saved other words since the page was opened."""


@transaction.atomic
def save_text(text: Text, *, body: str, seen: int, by: User) -> FixedText:
    """Put the office's own words in force for documents made from now on; `seen` is the version that the person saw.

    Words that say what the default says put the default in force. Raises ChangedMeanwhile.
    """
    own = "" if body == str(text.default) else body
    return _save(text, own, seen=seen, by=by, event=Event.TEXT_CHANGED)


@transaction.atomic
def restore_text(text: Text, *, seen: int, by: User) -> FixedText:
    """Put the default back in force. Raises ChangedMeanwhile."""
    return _save(text, "", seen=seen, by=by, event=Event.TEXT_RESTORED)


def _save(text: Text, body: str, *, seen: int, by: User, event: Event) -> FixedText:
    known = {"kind": text.kind, "key": text.key}
    row, _fresh = FixedText.objects.get_or_create(**known, defaults={"changed_by": by, "version": 0})
    row = FixedText.objects.select_for_update().get(pk=row.pk)
    if row.version != seen:
        raise ChangedMeanwhile
    before = row.body or str(text.default)
    row.body, row.version, row.changed_at, row.changed_by = body, seen + 1, clock.now(), by
    fieldhistory.sign(row, by=by)
    row.save()
    told = {str(_("treść")): [before, body or str(text.default)]}
    journal.record(event, row, by=by, kind=row.get_kind_display(), title=str(text.title), changed=told)
    return row
