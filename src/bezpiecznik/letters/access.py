"""The only door to letters: the office that writes them. A stranger gets 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.documents.access import get_document
from bezpiecznik.documents.models import Document
from bezpiecznik.institutions.access import Visitor, require
from bezpiecznik.institutions.rights import Right
from bezpiecznik.letters.documents import KIND
from bezpiecznik.letters.models import Letter, LetterQuerySet, Series


def letters_of(user: Visitor) -> LetterQuerySet:
    """All letters, for those who write them. Raises Http404 to others."""
    require(user, Right.MANAGE_LETTERS)
    return Letter.objects.all()


def get_letter(user: Visitor, pk: int) -> Letter:
    found = letters_of(user).select_related(
        "institution", "document", "case", "series", "made_by", "cancelled_by", "document__job"
    )
    return get_object_or_404(found, pk=pk)


def get_draft(user: Visitor, pk: int) -> Letter:
    """A letter that still may be changed. One with a number is found no more under the addresses of drafts."""
    letter = get_letter(user, pk)
    if not letter.is_draft:
        raise Http404
    return letter


def get_numbered(user: Visitor, pk: int) -> Letter:
    """A letter that left drafts behind: only such a one is sent or cancelled."""
    letter = get_letter(user, pk)
    if letter.is_draft:
        raise Http404
    return letter


def get_document_to_enter(user: Visitor, pk: int) -> Document:
    """A document of another room to enter in a case: letters have theirs already."""
    require(user, Right.MANAGE_LETTERS)
    document = get_document(user, pk)
    if document.kind == KIND:
        raise Http404
    return document


def get_series(user: Visitor, pk: int) -> Series:
    require(user, Right.MANAGE_LETTERS)
    return get_object_or_404(Series.objects.select_related("made_by", "job"), pk=pk)
