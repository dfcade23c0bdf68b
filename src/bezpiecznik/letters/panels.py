"""What those who write letters see on pages of other rooms: letters to an institution, the case of a document."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.documents.models import Document
from bezpiecznik.institutions.access import Visitor, rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.panels import Panel
from bezpiecznik.institutions.rights import Right
from bezpiecznik.letters.documents import KIND
from bezpiecznik.letters.models import Letter

SHOWN = 5


def letters(user: User, institution: Institution) -> Panel | None:
    if not rights_of(user).has(Right.MANAGE_LETTERS):
        return None
    found = Letter.objects.filter(institution=institution).with_sending().select_related("document").order_by("-pk")
    context = {"institution": institution, "letters": found.defer("document__snapshot")[:SHOWN]}
    return Panel(_("Pisma do podmiotu"), "letters/panel.html", context, weight=50)


def case_of(document: Document, user: Visitor) -> Panel | None:
    """To which case a document of another room belongs."""
    if document.kind == KIND or not rights_of(user).has(Right.MANAGE_LETTERS):
        return None
    return Panel(_("Sprawa"), "letters/case_panel.html", {"document": document.pk, "sign": document.case_sign})
