"""The only door to documents: each kind names the right that opens it; a stranger gets 404."""

from collections.abc import Callable

from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.documents.kinds import KINDS
from bezpiecznik.documents.models import Document, DocumentFile, DocumentQuerySet, Signing
from bezpiecznik.documents.texts import TEXTS, Text
from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.rights import Right

Limit = Callable[[Visitor, Right, DocumentQuerySet], DocumentQuerySet]
LIMITS: list[Limit] = []
"""Higher rooms take away what is outside a person's programmes; each registers when its app is ready."""


def documents_of(user: Visitor, right: Right = Right.READ_DOCUMENTS) -> DocumentQuerySet:
    """Documents over which the person holds the right. Raises Http404 to a stranger."""
    require(user, right)
    return _within_programmes(user, right, Document.objects.all())


def _within_programmes(user: Visitor, right: Right, documents: DocumentQuerySet) -> DocumentQuerySet:
    for limit in LIMITS:
        documents = limit(user, right, documents)
    return documents


def get_document(user: Visitor, pk: int) -> Document:
    return get_object_or_404(_readable(user).select_related("made_by", "job"), pk=pk)


def _readable(user: Visitor) -> DocumentQuerySet:
    """Documents of the kinds that the person's rights open, each within its programmes."""
    rights = rights_of(user)
    found = Document.objects.filter(kind__in=[name for name, kind in KINDS.items() if rights.has(kind.right)])
    return _within_programmes(user, Right.READ_DOCUMENTS, found)


def get_document_to_make(user: Visitor, pk: int) -> Document:
    return get_object_or_404(documents_of(user, Right.MAKE_DOCUMENTS).select_related("made_by", "job"), pk=pk)


def get_signing(user: Visitor, pk: int) -> Signing:
    """A note of signing to take back."""
    document = documents_of(user, Right.MAKE_DOCUMENTS)
    return get_object_or_404(Signing.objects.in_force().filter(document__in=document), pk=pk)


def get_file(user: Visitor, pk: int) -> DocumentFile:
    found = DocumentFile.objects.select_related("file").filter(document__in=_readable(user))
    return get_object_or_404(found, pk=pk)


def require_templates(user: Visitor) -> None:
    """Raise Http404 unless the person makes documents of the whole unit: texts and looks serve all programmes."""
    if not may_edit_templates(user):
        raise Http404


def may_edit_templates(user: Visitor) -> bool:
    return rights_of(user).has_in_all_programmes(Right.MAKE_DOCUMENTS)


def get_text(user: Visitor, kind: str, key: str) -> Text:
    """A fixed text to word anew."""
    require_templates(user)
    known = {(each.kind.value, each.key): each for each in TEXTS.values()}
    if (kind, key) not in known:
        raise Http404
    return known[kind, key]
