"""The only door to documents: coordinator and commission; a stranger gets 404."""

from django.shortcuts import get_object_or_404

from bezpiecznik.documents.models import Document, DocumentFile
from bezpiecznik.institutions.access import Visitor, require
from bezpiecznik.institutions.rights import Right


def get_document(user: Visitor, pk: int) -> Document:
    require(user, Right.READ_DOCUMENTS)
    return get_object_or_404(Document.objects.select_related("made_by", "job"), pk=pk)


def get_document_to_make(user: Visitor, pk: int) -> Document:
    require(user, Right.MAKE_DOCUMENTS)
    return get_document(user, pk)


def get_file(user: Visitor, pk: int) -> DocumentFile:
    require(user, Right.READ_DOCUMENTS)
    return get_object_or_404(DocumentFile.objects.select_related("file"), pk=pk)
