"""Whether stored files are what they were: bytes on the disk against the sha256 and size that were written down."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.verification import Note, register
from bezpiecznik.files.models import StoredFile

BLOCK = 1 << 20
CHUNK = 500


def stored_files() -> Iterator[str]:
    """A sentence for each file that is missing or changed; files that no row names are only noted."""
    known: set[str] = set()
    for stored in StoredFile.objects.order_by("pk").iterator(CHUNK):
        known.add(str(stored.content.name))
        yield from _problems(stored)
    yield from _orphans(known)


def _problems(stored: StoredFile) -> Iterator[str]:
    told = {"file": stored.content.name}
    try:
        with stored.content.open("rb") as stream:
            size, sha256 = _measure(iter(lambda: stream.read(BLOCK), b""))
    except FileNotFoundError:
        yield _("Brakuje pliku %(file)s: przywróć go z kopii zapasowej.") % told
        return
    if size != stored.size:
        yield _("Plik %(file)s ma inny rozmiar, niż zapisano.") % told
    elif sha256 != stored.sha256:
        yield _("Plik %(file)s zmieniono po zapisaniu.") % told


def _measure(blocks: Iterator[bytes]) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    for block in blocks:
        size += len(block)
        digest.update(block)
    return size, digest.hexdigest()


def _orphans(known: set[str]) -> Iterator[str]:
    """What a transaction that failed left on the disk: harmless."""
    root = Path(settings.MEDIA_ROOT)
    lost = [path for path in root.glob("*/*") if path.is_file() and str(path.relative_to(root)) not in known]
    if lost:
        yield Note(_("Pliki na dysku, o których baza danych nie wie: %(count)d.") % {"count": len(lost)})


register(gettext_lazy("przechowywane pliki"), stored_files)
