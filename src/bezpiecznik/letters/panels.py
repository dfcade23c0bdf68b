"""Letters to an institution, on its page: for those who write them."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.panels import Panel
from bezpiecznik.institutions.rights import Right
from bezpiecznik.letters.models import Letter

SHOWN = 5


def letters(user: User, institution: Institution) -> Panel | None:
    if not rights_of(user).has(Right.MANAGE_LETTERS):
        return None
    found = Letter.objects.filter(institution=institution).with_sending().select_related("document").order_by("-pk")
    context = {"institution": institution, "letters": found.defer("document__snapshot")[:SHOWN]}
    return Panel(_("Pisma do podmiotu"), "letters/panel.html", context, weight=50)
