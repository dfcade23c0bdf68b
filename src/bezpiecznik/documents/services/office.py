"""The look of documents changed: a new version for documents to come; those made before keep theirs."""

from typing import Any

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.documents import office
from bezpiecznik.documents.events import Event
from bezpiecznik.documents.logos import Drawn
from bezpiecznik.documents.models import DocumentKind, OfficeLook
from bezpiecznik.documents.services.texts import ChangedMeanwhile
from bezpiecznik.files.services import store

COPIED = ("logo", "logo_alt", "logo_width", "logo_height", "header", "footer", "unit", "signatories")


@transaction.atomic
def change_look(
    *, header: str, footer: str, unit: str, logo: Drawn | None, logo_alt: str, drop_logo: bool, seen: int, by: User
) -> OfficeLook:
    """Put a new version in force; `logo` None keeps the one there is, unless `drop_logo`. Raises ChangedMeanwhile."""
    row = _next(seen, by)
    row.header, row.footer, row.unit = header, footer, unit
    if logo:
        row.logo = store(logo.data, media_type="image/png")
        row.logo_width, row.logo_height = logo.width, logo.height
    elif drop_logo:
        row.logo, row.logo_width, row.logo_height = None, 0, 0
    row.logo_alt = logo_alt if row.logo else ""
    return _kept(row, by)


@transaction.atomic
def change_signatories(kind: DocumentKind | None, people: list[dict[str, str]], *, seen: int, by: User) -> OfficeLook:
    """Say who signs documents of a kind (None: of all kinds that have nobody of their own). Raises ChangedMeanwhile."""
    row = _next(seen, by)
    key = kind.value if kind else office.ALL_OTHERS
    others = {name: listed for name, listed in row.signatories.items() if name != key}
    row.signatories = {**others, **({key: people} if people else {})}
    return _kept(row, by)


def _next(seen: int, by: User) -> OfficeLook:
    """An unsaved copy of the version in force, which must be the one that the person saw (0: none)."""
    OfficeLook.objects.select_for_update(of=("self",)).last()  # the oldest, which stays: others wait for it here
    last = OfficeLook.objects.first()
    if (last.pk if last else 0) != seen:
        raise ChangedMeanwhile
    copied: dict[str, Any] = {name: getattr(last, name) for name in COPIED} if last else {}
    return OfficeLook(**copied, made_by=by)


def _kept(row: OfficeLook, by: User) -> OfficeLook:
    row.save()
    journal.record(Event.LOOK_CHANGED, row, by=by, sha256=row.sha256)
    return row
