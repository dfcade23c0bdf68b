"""A letter held until the end of the transaction, if it may still go where it is wanted."""

from django.utils.translation import gettext as _

from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.refusals import Refused
from bezpiecznik.letters.states import NEXT, LetterState


def hold(letter: Letter, *, towards: LetterState) -> Letter:
    """The letter as it stands now. Raises Refused where its state does not lead `towards` that one."""
    held = Letter.objects.select_for_update(of=("self",)).select_related("institution", "document", "case")
    current = held.get(pk=letter.pk)
    if towards not in NEXT[LetterState(current.state)]:
        raise Refused(_("Nie można tego zrobić: stan pisma to „%(state)s”.") % {"state": current.get_state_display()})
    return current


def hold_draft(letter: Letter) -> Letter:
    return hold(letter, towards=LetterState.NUMBERED)
