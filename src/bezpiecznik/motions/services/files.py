"""Documents and pictures beside a motion."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.files import sniffing
from bezpiecznik.files.models import StoredFile
from bezpiecznik.files.pictures import BadPicture
from bezpiecznik.files.services import discard_unreferenced, store, store_picture
from bezpiecznik.motions.events import Event
from bezpiecznik.motions.models import Motion, MotionFile
from bezpiecznik.motions.refusals import Refused
from bezpiecznik.motions.services.holding import hold
from bezpiecznik.motions.states import WRITABLE, MotionState

MOST_FILES = 10
"""Beside one motion."""
MOST_BYTES = 15_000_000
"""Of one file."""
LONGEST_NAME = 200


@transaction.atomic
def add_file(motion: Motion, *, data: bytes, name: str, by: User) -> MotionFile:
    """Keep a document, or a picture without its hidden data, beside the motion. Raises Refused with a sentence."""
    held, name = _writable(motion), _short(name)
    _refuse(held, data, name)
    kept = _keep(data, name)
    if held.files.filter(file=kept).exists():
        raise Refused(_("Plik „%(name)s” jest już dołączony.") % {"name": name})
    added = MotionFile.objects.create(motion=held, file=kept, name=name, added_by=by)
    journal.record(Event.FILE_ADDED, held, by=by, file=name)
    return added


@transaction.atomic
def remove_file(beside: MotionFile, *, by: User) -> None:
    """Take the file away; its bytes go too unless something else of the house points to them. Raises Refused."""
    held = _writable(beside.motion)
    current = MotionFile.objects.select_related("file").get(pk=beside.pk)
    stored = current.file
    current.delete()
    discard_unreferenced([stored])
    journal.record(Event.FILE_REMOVED, held, by=by, file=current.name)


def _writable(motion: Motion) -> Motion:
    """A motion whose files may change: as its words, and a paper one also while the office checks it."""
    held = hold(motion)
    on_paper = held.state == MotionState.SUBMITTED and held.paper_on
    if held.kind_of_state not in WRITABLE and not on_paper:
        raise Refused(_("Załączników tego wniosku nie można już zmieniać."))
    return held


def _refuse(motion: Motion, data: bytes, name: str) -> None:
    if motion.files.count() >= MOST_FILES:
        raise Refused(_("Do wniosku można dołączyć najwyżej %(most)d plików.") % {"most": MOST_FILES})
    if not data:
        raise Refused(_("Plik „%(name)s” jest pusty.") % {"name": name})
    if len(data) > MOST_BYTES:
        most = {"name": name, "most": MOST_BYTES // 1_000_000}
        raise Refused(_("Plik „%(name)s” jest za duży: może mieć najwyżej %(most)d MB.") % most)


def _keep(data: bytes, name: str) -> StoredFile:
    if media_type := sniffing.document_type(data, name):
        return store(data, media_type=media_type)
    try:
        return store_picture(data)
    except BadPicture as problem:
        if sniffing.looks_like_picture(data):
            raise Refused(f"{name}: {problem}") from problem
        kinds = {"name": name, "kinds": sniffing.DOCUMENTS}
        raise Refused(_("Plik „%(name)s” nie jest zdjęciem ani dokumentem (%(kinds)s).") % kinds) from problem


def _short(name: str) -> str:
    """The name without a path and control characters; a long one keeps its end, which tells the kind."""
    bare = "".join(sign for sign in name.replace("\\", "/").rsplit("/", 1)[-1] if sign.isprintable()).strip() or "plik"
    return bare if len(bare) <= LONGEST_NAME else bare[: LONGEST_NAME - 12] + bare[-12:]
