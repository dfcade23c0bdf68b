"""What anybody may learn of a document by the code on it: that it is ours and holds, and nothing of its content."""

import hashlib
from dataclasses import dataclass
from datetime import date

from bezpiecznik.documents.kinds import KINDS
from bezpiecznik.documents.models import Document, DocumentFile, DocumentKind


@dataclass(frozen=True)
class File:
    """A file of the register: the hash noted when it was made, and whether the bytes kept still have it."""

    format: str
    sha256: str
    holds: bool


@dataclass(frozen=True)
class Verified:
    """A document as a stranger sees it; `title` is blank where the kind is not for everybody."""

    number: str
    kind: str
    title: str
    issued_on: date
    snapshot_sha256: str
    files: tuple[File, ...]
    withdrawn: str
    """Why it no longer holds, in a sentence; blank where it does."""

    @property
    def holds(self) -> bool:
        return not self.withdrawn and bool(self.files) and all(file.holds for file in self.files)

    def format_of(self, sha256: str) -> str:
        """In which format the register keeps a file of this hash; blank where it keeps none."""
        return next((file.format for file in self.files if file.sha256 == sha256), "")


def verified(code: str) -> Verified | None:
    """The document of this code; None where there is none."""
    document = Document.objects.without_snapshot().filter(verify_code=code).exclude(verify_code="").first()
    kind = KINDS.get(DocumentKind(document.kind)) if document else None
    if document is None or kind is None:
        return None
    return Verified(
        number=document.number,
        kind=document.get_kind_display(),
        title=document.title if kind.public else "",
        issued_on=document.issued_on,
        snapshot_sha256=document.snapshot_sha256,
        files=tuple(_file(kept) for kept in document.files.select_related("file").order_by("format", "volume")),
        withdrawn=kind.standing(document) if kind.standing else "",
    )


def _file(kept: DocumentFile) -> File:
    try:
        counted = hashlib.sha256(kept.file.read()).hexdigest()
    except FileNotFoundError:
        counted = ""
    return File(kept.label, kept.file.sha256, counted == kept.file.sha256)
