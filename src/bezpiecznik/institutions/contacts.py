"""Writes and reads of the contact directory."""

from typing import Any

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.core.storing import store
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.models import Contact, Institution

FIELDS = ("phone", "email", "address", "e_delivery", "inbox", "website")


class ContactChanged(Exception):
    """Somebody has saved the contact since the page was opened."""


def contact_of(institution: Institution) -> Contact:
    """What is stored, or an empty contact that is not."""
    return Contact.objects.filter(institution=institution).first() or Contact(institution=institution)


def fingerprint(contact: Contact) -> str:
    """Changes with any value that the form shows; 16 hexadecimal digits."""
    return stamp_of([getattr(contact, name) for name in FIELDS])


@transaction.atomic
def set_contact(institution: Institution, *, seen: str | None = None, by: User, **values: Any) -> Contact:
    """Store these fields of the contact; saving what is already there changes nothing.

    Raises ContactChanged when the stored one is not the one whose fingerprint is `seen` (None: whatever is stored),
    and ValidationError when a value is not what it should be.
    """
    Institution.objects.select_for_update().get(pk=institution.pk)
    contact = contact_of(institution)
    if seen is not None and fingerprint(contact) != seen:
        raise ContactChanged
    changed = {
        name: [getattr(contact, name), value] for name, value in values.items() if getattr(contact, name) != value
    }
    if not changed:
        return contact
    for name, (_before, value) in changed.items():
        setattr(contact, name, value)
    contact.updated_at, contact.updated_by = clock.now(), by
    store(contact)
    journal.record(Event.CONTACT_SET, institution, by=by, changed=changed)
    return contact
