"""Photos and documents beside an activity."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities.events import Event
from bezpiecznik.activities.models import Activity, Attachment
from bezpiecznik.activities.refusals import Refused
from bezpiecznik.activities.services.holding import hold
from bezpiecznik.activities.states import AttachmentKind
from bezpiecznik.core import journal
from bezpiecznik.files import sniffing
from bezpiecznik.files.models import StoredFile
from bezpiecznik.files.pictures import BadPicture
from bezpiecznik.files.services import discard_unreferenced, store, store_picture, store_thumbnail

MOST_FILES = 20
"""Beside one activity."""
MOST_BYTES = 15_000_000
"""Of one file."""
LONGEST_NAME = 200


@dataclass(frozen=True)
class _Kept:
    kind: AttachmentKind
    file: StoredFile
    thumbnail: StoredFile | None = None


@transaction.atomic
def add_file(
    activity: Activity, *, by: User, data: bytes, name: str, description: str = "", shows_people: bool = False
) -> Attachment:
    """Keep a photo (without its hidden data) or a document beside the activity. Raises Refused with a sentence."""
    current, name = hold(activity), _short(name)
    _refuse(current, data, name)
    kept = _keep(data, name)
    if current.attachments.filter(file=kept.file).exists():
        raise Refused(_("Plik „%(name)s” jest już dołączony.") % {"name": name})
    attachment = Attachment.objects.create(
        activity=current,
        file=kept.file,
        kind=kept.kind,
        thumbnail=kept.thumbnail,
        name=name,
        description=description.strip(),
        shows_people=shows_people and kept.kind == AttachmentKind.PICTURE,
        added_by=by,
    )
    journal.record(Event.FILE_ADDED, current, by=by, file=name)
    return attachment


@transaction.atomic
def change_attachment(attachment: Attachment, *, by: User, description: str, shows_people: bool) -> Attachment:
    """Say what the file shows. Saving the same changes nothing."""
    hold(attachment.activity)
    current = Attachment.objects.select_related("activity").get(pk=attachment.pk)
    said = (description.strip(), shows_people and current.is_picture)
    if said == (current.description, current.shows_people):
        return current
    current.description, current.shows_people = said
    current.save(update_fields=("description", "shows_people"))
    journal.record(Event.FILE_CHANGED, current.activity, by=by, file=current.name, shows_people=current.shows_people)
    return current


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: User) -> None:
    """Take the file away; its bytes go too unless something else of the house points to them."""
    activity = hold(attachment.activity)
    current = Attachment.objects.select_related("file", "thumbnail").get(pk=attachment.pk)
    files = [stored for stored in (current.file, current.thumbnail) if stored]
    current.delete()
    discard_unreferenced(files)
    journal.record(Event.FILE_REMOVED, activity, by=by, file=attachment.name)


def _refuse(activity: Activity, data: bytes, name: str) -> None:
    if activity.attachments.count() >= MOST_FILES:
        raise Refused(_("Do jednej działalności można dołączyć najwyżej %(most)d plików.") % {"most": MOST_FILES})
    if not data:
        raise Refused(_("Plik „%(name)s” jest pusty.") % {"name": name})
    if len(data) > MOST_BYTES:
        raise Refused(
            _("Plik „%(name)s” jest za duży: może mieć najwyżej %(most)d MB.")
            % {"name": name, "most": MOST_BYTES // 1_000_000}
        )


def _keep(data: bytes, name: str) -> _Kept:
    try:
        if media_type := sniffing.document_type(data):
            return _Kept(AttachmentKind.DOCUMENT, store(data, media_type=media_type))
        picture = store_picture(data)
        return _Kept(AttachmentKind.PICTURE, picture, store_thumbnail(picture))
    except BadPicture as problem:
        if sniffing.looks_like_picture(data):
            raise Refused(f"{name}: {problem}") from problem
        raise Refused(
            _("Plik „%(name)s” nie jest zdjęciem (JPEG, PNG, WebP, TIFF, GIF) ani dokumentem (%(kinds)s).")
            % {"name": name, "kinds": sniffing.DOCUMENTS}
        ) from problem


def _short(name: str) -> str:
    """The name without a path and control characters, its ending kept when it is cut."""
    bare = "".join(sign for sign in name.replace("\\", "/").rsplit("/", 1)[-1] if sign.isprintable()).strip() or "plik"
    if len(bare) <= LONGEST_NAME:
        return bare
    stem, dot, ending = bare.rpartition(".")
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}{dot}{ending}" if dot and len(ending) < 10 else bare[:LONGEST_NAME]
