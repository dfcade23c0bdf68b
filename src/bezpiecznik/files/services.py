import hashlib
from collections.abc import Iterable
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction

from bezpiecznik.core.keeping import unreferenced
from bezpiecznik.files.models import StoredFile
from bezpiecznik.files.pictures import clean, small


@transaction.atomic
def store(data: bytes, *, media_type: str) -> StoredFile:
    """Keep these bytes; the same bytes are kept once, whoever brings them.

    Bytes are written before the row, always in the same place: what a transaction that failed left there is written
    over by the next one, and of two people who bring the same bytes at once both get the same row.
    """
    digest = hashlib.sha256(data).hexdigest()
    if known := StoredFile.objects.filter(sha256=digest).first():
        return known
    written = StoredFile(sha256=digest)
    written.content.save(digest, ContentFile(data), save=False)
    stored, _new = StoredFile.objects.get_or_create(
        sha256=digest, defaults={"media_type": media_type, "size": len(data), "content": written.content.name}
    )
    return stored


@transaction.atomic
def discard_unreferenced(files: Iterable[StoredFile]) -> int:
    """Remove those files to which nothing points any more, their bytes after the transaction; how many were removed."""
    gone = list(unreferenced(StoredFile.objects.filter(pk__in=[stored.pk for stored in files])))
    for stored in gone:
        stored.delete()
        transaction.on_commit(partial(_drop_bytes, stored))
    return len(gone)


def _drop_bytes(stored: StoredFile) -> None:
    """Unless somebody has brought the same bytes again meanwhile."""
    if stored.content.name and not StoredFile.objects.filter(sha256=stored.sha256).exists():
        stored.content.storage.delete(stored.content.name)


def store_picture(data: bytes) -> StoredFile:
    """Keep a picture without its hidden data (place, time, camera). Raises `pictures.BadPicture` with a sentence."""
    picture = clean(data)
    return store(picture.content, media_type=picture.media_type)


def store_thumbnail(picture: StoredFile) -> StoredFile:
    """Keep a small copy of a picture kept before."""
    made = small(picture.read())
    return store(made.content, media_type=made.media_type)
