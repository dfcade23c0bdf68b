"""Letters as a kind of document: registered with the documents room, made on this room's own pages."""

from typing import NoReturn

from django.utils import timezone
from django.utils.translation import gettext as _

from bezpiecznik.core.polish import long_date
from bezpiecznik.documents import kinds
from bezpiecznik.documents.kinds import Kind, NotReady, Wanted
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.institutions.rights import Right
from bezpiecznik.letters.content import letter_content
from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.states import LetterState

KIND = DocumentKind.LETTER


def register() -> None:
    kind = Kind(
        "P", letter_content, find=_refuse, draft=_refuse, right=Right.MANAGE_LETTERS, own_list=True, standing=standing
    )
    kinds.register(KIND, kind)


def standing(document: Document) -> str:
    """Why a letter no longer holds: it was cancelled. Nothing of the reason, which may name somebody."""
    cancelled = Letter.objects.filter(document=document, state=LetterState.CANCELLED).only("cancelled_at").first()
    if cancelled is None or cancelled.cancelled_at is None:
        return ""
    return _("Pismo anulowano %(day)s.") % {"day": long_date(timezone.localdate(cancelled.cancelled_at))}


def _refuse(_wanted: Wanted) -> NoReturn:
    raise NotReady(_("Pisma sporządza się pojedynczo, na stronie „Pisma”."))
