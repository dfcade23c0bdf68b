"""Letters as a kind of document: registered with the documents room, made on this room's own pages."""

from typing import NoReturn

from django.utils.translation import gettext as _

from bezpiecznik.documents import kinds
from bezpiecznik.documents.kinds import Kind, NotReady, Wanted
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.institutions.rights import Right
from bezpiecznik.letters.content import letter_content

KIND = DocumentKind.LETTER


def register() -> None:
    kind = Kind("P", letter_content, find=_refuse, draft=_refuse, right=Right.MANAGE_LETTERS, own_list=True)
    kinds.register(KIND, kind)


def _refuse(_wanted: Wanted) -> NoReturn:
    raise NotReady(_("Pisma sporządza się pojedynczo, na stronie „Pisma”."))
