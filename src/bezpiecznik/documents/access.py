"""The only door to documents: each kind names the right that opens it; a stranger gets 404."""

from typing import Any

from django.shortcuts import get_object_or_404

from bezpiecznik.documents.kinds import KINDS
from bezpiecznik.documents.models import Document, DocumentFile
from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.rights import Right


def get_document(user: Visitor, pk: int) -> Document:
    found = Document.objects.filter(kind__in=_readable(user)).select_related("made_by", "job")
    return get_object_or_404(found, pk=pk)


def _readable(user: Visitor) -> list[Any]:
    rights = rights_of(user)
    return [name for name, kind in KINDS.items() if rights.has(kind.right)]


def get_document_to_make(user: Visitor, pk: int) -> Document:
    require(user, Right.MAKE_DOCUMENTS)
    return get_document(user, pk)


def get_file(user: Visitor, pk: int) -> DocumentFile:
    found = DocumentFile.objects.filter(document__kind__in=_readable(user)).select_related("file")
    return get_object_or_404(found, pk=pk)
