"""Every write of the room: a number in the register, the files, and the proof that they can be made again."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs, journal
from bezpiecznik.core.frozen import digest
from bezpiecznik.documents import office, rendering, verify_address
from bezpiecznik.documents.events import Event
from bezpiecznik.documents.kinds import KINDS, Material, NotReady, Paper, Wanted
from bezpiecznik.documents.models import MEDIA_TYPES, Document, DocumentFile, DocumentKind, FileFormat, Register
from bezpiecznik.documents.queries import of_snapshot
from bezpiecznik.documents.rendering import FileKey
from bezpiecznik.files.services import store
from bezpiecznik.institutions.refusals import Refused

RENDER = "documents.render"


@transaction.atomic
def request_document(kind: DocumentKind, material: Material, *, issued_on: date, by: User) -> Document:
    """Enter the document in the register under the next number and have its files made in the background."""
    document = enter_document(kind, material, issued_on=issued_on, by=by)
    document.job = jobs.start(RENDER, title=document.title, by=by, document=document.pk)
    document.save(update_fields=("job",))
    return document


@transaction.atomic
def request_once(kind: DocumentKind, wanted: Wanted, *, already: str, issued_on: date, by: User) -> Document:
    """The wanted document, unless it was made of the very same data before.

    Raises Refused: with the sentence of NotReady, or with `already`.
    """
    _held(kind, wanted.year)  # whoever wants the same at once waits, and then finds it made
    try:
        material = KINDS[kind].find(wanted)
    except NotReady as reason:
        raise Refused(str(reason)) from reason
    if of_snapshot(kind, digest(material.snapshot)).exists():
        raise Refused(already)
    return request_document(kind, material, issued_on=issued_on, by=by)


@transaction.atomic
def enter_document(kind: DocumentKind, material: Material, *, issued_on: date, by: User | None) -> Document:
    """Give the document its number, without files yet. `by=None` is the command line."""
    code = verify_address.new_code()
    document = Document.objects.create(
        kind=kind,
        number=_next_number(kind, material.year),
        year=material.year,
        title=material.title,
        subject=material.subject,
        case_sign=material.case_sign,
        issued_on=issued_on,
        snapshot=material.snapshot,
        snapshot_sha256=digest(material.snapshot),
        look=office.in_force(),
        verify_code=code,
        verify_url=verify_address.address_of(code),
        made_by=by,
    )
    journal.record(Event.REQUESTED, document, by=by, sha256=document.snapshot_sha256)
    return document


def _next_number(kind: DocumentKind, year: int) -> str:
    """`SR/2022/1`. The row of the register stays locked to the end of the transaction, so no number is lost."""
    row = _held(kind, year)
    row.last += 1
    row.save(update_fields=("last",))
    return f"{KINDS[kind].prefix}/{year}/{row.last}"


def _held(kind: DocumentKind, year: int) -> Register:
    Register.objects.get_or_create(kind=kind, year=year)
    return Register.objects.select_for_update().get(kind=kind, year=year)


def render_again(document: Document) -> dict[FileKey, bytes]:
    """All files of the document made anew from its snapshot. Writes nothing."""
    return {key: rendering.made(key, content) for key, content in rendering.contents_of(document).items()}


def render_draft(kind: DocumentKind, wanted: Wanted, *, issued_on: date) -> tuple[Document, dict[FileKey, bytes]]:
    """A draft of the document and its files, made of what there is today; nothing is kept. Raises NotReady."""
    material = KINDS[kind].draft(wanted)
    draft = Document(
        kind=kind,
        number=_("projekt %(prefix)s/%(year)s") % {"prefix": KINDS[kind].prefix, "year": material.year},
        year=material.year,
        title=material.title,
        issued_on=issued_on,
        subject=material.subject,
        snapshot=material.snapshot,
        snapshot_sha256=digest(material.snapshot),
        look=office.in_force(),
    )
    return draft, render_again(draft)


def render_paper(kind: DocumentKind, paper: Paper) -> tuple[Document, dict[FileKey, bytes]]:
    """A document of what its own room keeps, and its files. Nothing is entered in the register."""
    document = paper_document(kind, paper)
    return document, render_again(document)


def paper_document(kind: DocumentKind, paper: Paper) -> Document:
    """As `render_paper`, before its files are made: an unsaved document."""
    return Document(
        kind=kind,
        number=paper.number,
        year=paper.year,
        title=paper.title,
        issued_on=paper.issued_on,
        snapshot=paper.snapshot,
        snapshot_sha256=paper.sha256,
    )


@transaction.atomic
def keep_files(document: Document, files: dict[FileKey, bytes], *, by: User | None) -> None:
    """Store the files that the document does not have yet; a second call changes nothing."""
    Document.objects.select_for_update().get(pk=document.pk)
    made = [_keep(document, key, data) for key, data in files.items()]
    if any(created for _file, created in made):
        hashes = {key.noted: file.file.sha256 for key, (file, _created) in zip(files, made, strict=True)}
        journal.record(Event.ISSUED, document, by=by, files=hashes)


def _keep(document: Document, key: FileKey, data: bytes) -> tuple[DocumentFile, bool]:
    if kept := document.files.select_related("file").filter(format=key.format, volume=key.volume).first():
        return kept, False
    stored = store(data, media_type=MEDIA_TYPES[key.format])
    name = rendering.file_name(document, key)
    return document.files.create(format=key.format, volume=key.volume, name=name, file=stored), True


@transaction.atomic
def retry_rendering(document: Document, *, by: User) -> None:
    """Start the work anew where it ended without files; the number stays. Otherwise nothing happens."""
    held = Document.objects.select_for_update(of=("self",)).select_related("job").get(pk=document.pk)
    if held.files.exists() or (held.job and not held.job.is_over):
        return
    held.job = jobs.start(RENDER, title=held.title, by=by, document=held.pk)
    held.save(update_fields=("job",))
    journal.record(Event.RETRIED, held, by=by)


@transaction.atomic
def note_case_sign(document: Document, sign: str, *, by: User) -> Document:
    """Note in the register to which case the document belongs; its files, made or being made, do not bear the sign."""
    document.case_sign, document.case_printed = sign, False
    document.save(update_fields=("case_sign", "case_printed", "search_text"))
    journal.record(Event.CASE_NOTED, document, by=by, case=sign)
    return document


def check_rendering(document: Document, *, by: User) -> dict[FileKey, bool]:
    """Whether each stored file is made again byte for byte, and no volume is missing; kept in the journal.

    Empty, and not noted, where there are no files yet.
    """
    anew = render_again(document)
    files = document.files.select_related("file").order_by("format", "volume")
    kept = {FileKey(FileFormat(file.format), file.volume): file.file.read() for file in files}
    if not kept:
        return {}
    formats = {key.format for key in kept}
    missing = {key: False for key in anew if key.format in formats and key not in kept}
    same = {key: data == anew.get(key) for key, data in kept.items()} | missing
    journal.record(Event.CHECKED, document, by=by, same={key.noted: value for key, value in same.items()})
    return same
