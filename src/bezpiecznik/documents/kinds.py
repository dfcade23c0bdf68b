"""Kinds of document: which room knows what stands in one. This room knows how to print, the owner knows what.

The owning room registers its kind when its app is ready:

    kinds.register(DocumentKind.ANNUAL_REPORT, Kind(prefix="SR", build=…, find=…, draft=…))
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from bezpiecznik.documents.content import DocumentContent
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.institutions.rights import Right


class NotReady(Exception):
    """There is nothing to make the document of yet; the message is a sentence for the person who asked."""


@dataclass(frozen=True)
class Meta:
    """What the register adds to the snapshot: the document's own number, title, date and the snapshot's sha256."""

    number: str
    title: str
    issued_on: date
    snapshot_sha256: str


@dataclass(frozen=True)
class Material:
    """What a document is made of: frozen JSON with names as text, the year it speaks of and its title.

    `subject` and `case_sign` are kept with the document (`Document.subject`, `Document.case_sign`).
    """

    year: int
    snapshot: str
    title: str
    subject: str = ""
    case_sign: str = ""


def kept_material(document: Document) -> Material:
    """What a document of the register was made of: the very same, so that it is found again under its own number."""
    return Material(
        document.year, document.snapshot, document.title, subject=document.subject, case_sign=document.case_sign
    )


@dataclass(frozen=True)
class Wanted:
    """Which document of a kind: of what year and half (none: whole years), whose, in which programme, of what thing.

    `programme` None: the only one that has it. `subject` as in `Document.subject`; blank: the latest of the year.
    """

    year: int
    half: int | None = None
    institution: str = ""
    programme: int | None = None
    subject: str = ""


@dataclass(frozen=True, kw_only=True)
class Paper(Material):
    """Material that is kept elsewhere: it brings the number and the sha256 it has there, and is never registered."""

    number: str
    sha256: str
    issued_on: date


Build = Callable[[dict[str, Any], Meta], DocumentContent]
Find = Callable[[Wanted], Material]
FindPaper = Callable[[Wanted], Paper]


@dataclass(frozen=True)
class Kind:
    """`prefix` begins the number; `build` makes content of a snapshot; `find` gives the material of a year.

    `find` gives what the wanted document is made of; it raises NotReady, with a sentence. `draft` takes the same and
    gives what the document would be made of if all were finished now. `right` lets a person read it.
    `own_list` says that its room lists these documents itself, so that the common list leaves them out. `paper` finds
    one institution's document, where its room keeps what it is made of; it raises NotReady. `tabular` documents get a
    workbook (XLSX) of their tables beside PDF and DOCX. `public` says that anybody with the paper's code may read its
    title on the page of verification. `standing` gives a sentence where a document no longer holds (it was cancelled,
    say), else "".
    """

    prefix: str
    build: Build
    find: Find
    draft: Find
    right: Right = Right.READ_DOCUMENTS
    own_list: bool = False
    paper: FindPaper | None = None
    tabular: bool = False
    public: bool = False
    standing: Callable[[Document], str] | None = None


KINDS: dict[DocumentKind, Kind] = {}


def register(name: DocumentKind, kind: Kind) -> None:
    KINDS[name] = kind


def listed() -> list[DocumentKind]:
    """Kinds that stand in the common list."""
    return [name for name in DocumentKind if name in KINDS and not KINDS[name].own_list]
