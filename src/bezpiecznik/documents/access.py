"""The only door to documents: coordinator and commission; a stranger gets 404."""

from collections.abc import Callable

from django.shortcuts import get_object_or_404

from bezpiecznik.documents.models import Document, DocumentFile, DocumentQuerySet
from bezpiecznik.institutions.access import Visitor, require
from bezpiecznik.institutions.rights import Right

Limit = Callable[[Visitor, Right, DocumentQuerySet], DocumentQuerySet]
LIMITS: list[Limit] = []
"""Higher rooms take away what is outside a person's programmes; each registers when its app is ready."""


def documents_of(user: Visitor, right: Right = Right.READ_DOCUMENTS) -> DocumentQuerySet:
    """Documents over which the person holds the right. Raises Http404 to a stranger."""
    require(user, right)
    found = Document.objects.all()
    for limit in LIMITS:
        found = limit(user, right, found)
    return found


def get_document(user: Visitor, pk: int) -> Document:
    return get_object_or_404(documents_of(user).select_related("made_by", "job"), pk=pk)


def get_document_to_make(user: Visitor, pk: int) -> Document:
    return get_object_or_404(documents_of(user, Right.MAKE_DOCUMENTS).select_related("made_by", "job"), pk=pk)


def get_file(user: Visitor, pk: int) -> DocumentFile:
    found = DocumentFile.objects.select_related("file").filter(document__in=documents_of(user))
    return get_object_or_404(found, pk=pk)
