"""Reads of the room: the list, the documents of a snapshot, and what no longer holds."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bezpiecznik.core.frozen import digest
from bezpiecznik.core.search import matching
from bezpiecznik.documents import kinds
from bezpiecznik.documents.models import Document, DocumentFile, DocumentKind, DocumentQuerySet, FileFormat, FixedText
from bezpiecznik.documents.texts import Text, of_kind


def listed(documents: DocumentQuerySet, wanted: dict[str, Any]) -> DocumentQuerySet:
    """Those of the documents that fit the filter's cleaned values (`q`, `kind`, `year`), without their snapshots.

    Kinds that their rooms list themselves are left out.
    """
    documents = documents.without_snapshot().filter(kind__in=kinds.listed())
    found = documents.select_related("made_by", "job").prefetch_related("files__file")
    if kind := wanted.get("kind"):
        found = found.filter(kind=kind)
    if year := wanted.get("year"):
        found = found.filter(year=year)
    return matching(found, wanted.get("q") or "")


def years() -> list[int]:
    """Years that have documents, the latest first."""
    return list(
        Document.objects.filter(kind__in=kinds.listed()).order_by("-year").values_list("year", flat=True).distinct()
    )


def of_snapshot(kind: DocumentKind, sha256: str) -> DocumentQuerySet:
    """Documents made from this very snapshot, the latest first."""
    return Document.objects.filter(kind=kind, snapshot_sha256=sha256).order_by("-pk")


def pdf_to_look_at(document: Document) -> DocumentFile | None:
    """The PDF shown page by page on screen: the first volume of a divided one; None before it is made."""
    pdfs = document.files.select_related("file").filter(format=FileFormat.PDF)
    return pdfs.order_by("volume").first()


@dataclass(frozen=True)
class TextInForce:
    """A fixed text with the office's own words, if there are any."""

    text: Text
    own: FixedText | None

    @property
    def version(self) -> int:
        return self.own.version if self.own else 0

    @property
    def is_own(self) -> bool:
        return bool(self.own and self.own.body)

    @property
    def body(self) -> str:
        return self.own.body if self.own and self.own.body else str(self.text.default)


def texts_in_force() -> list[tuple[str, list[TextInForce]]]:
    """All fixed texts under the kind of document they stand in, kinds in the order of the register."""
    own = {(row.kind, row.key): row for row in FixedText.objects.select_related("changed_by")}
    found = [
        (str(kind.label), [TextInForce(text, own.get((kind, text.key))) for text in of_kind(kind)])
        for kind in DocumentKind
    ]
    return [(label, texts) for label, texts in found if texts]


def text_in_force(text: Text) -> TextInForce:
    rows = FixedText.objects.select_related("changed_by").filter(kind=text.kind, key=text.key)
    return TextInForce(text, rows.first())


def verify() -> list[str]:
    """One sentence for each snapshot or stored file that no longer agrees with its hash; empty when all holds."""
    return [*_broken_snapshots(), *_broken_files()]


def snapshot_holds(document: Document) -> bool:
    """Whether the frozen data still agree with their sha256."""
    return digest(document.snapshot) == document.snapshot_sha256


def _broken_snapshots() -> Iterator[str]:
    for document in Document.objects.order_by("pk").iterator():
        if not snapshot_holds(document):
            yield f"Document {document.number}: the snapshot does not agree with its sha256."


def _broken_files() -> Iterator[str]:
    for kept in DocumentFile.objects.select_related("document", "file").order_by("pk").iterator():
        try:
            data = kept.file.read()
        except FileNotFoundError:
            yield f"Document {kept.document.number}: the {kept.format} file is missing."
            continue
        if hashlib.sha256(data).hexdigest() != kept.file.sha256:
            yield f"Document {kept.document.number}: the {kept.format} file does not agree with its sha256."
