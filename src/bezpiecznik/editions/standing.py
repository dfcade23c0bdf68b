"""Whether an edition may be worked on, and what it may become."""

from django.utils.translation import gettext as _

from bezpiecznik.editions.models import Edition
from bezpiecznik.editions.refusals import Refused
from bezpiecznik.editions.states import NEXT, EditionState


def writable(edition: Edition) -> Edition:
    """The edition as it stands now, locked. Raises Refused where its text stands still."""
    held = Edition.objects.select_for_update(of=("self",)).select_related("former").get(pk=edition.pk)
    if held.state == EditionState.CONSULTATION:
        raise Refused(_("Projekt jest w konsultacjach: jego tekst się nie zmienia, dopóki się nie zakończą."))
    if not held.is_writable:
        raise Refused(_("Praca nad tą edycją jest zakończona."))
    return held


def advance(edition: Edition, to: EditionState) -> None:
    """Raises Refused where the table of states does not lead there."""
    if to not in NEXT[EditionState(edition.state)]:
        words = {"now": edition.get_state_display(), "then": to.label}
        raise Refused(_("Edycja jest %(now)s, więc nie może być %(then)s.") % words)
    edition.state = to
