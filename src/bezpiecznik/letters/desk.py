"""What the desk says of letters: numbered ones that nobody noted as sent."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.states import LetterState


def to_send(user: User) -> Iterable[Todo]:
    """One line for all of them, to those who write letters."""
    if not rights_of(user).has(Right.MANAGE_LETTERS):
        return
    waiting = Letter.objects.filter(state=LetterState.NUMBERED).count()
    if waiting:
        words = forms(waiting, "pismo czeka,pisma czekają,pism czeka")
        sentence = _("%(n)s %(words)s na odnotowanie wysłania.") % {"n": waiting, "words": words}
        url = f"{reverse('letters:list')}?state={LetterState.NUMBERED}"
        yield Todo(sentence, url, _("Pokaż pisma"), Weight.NOTICE)
