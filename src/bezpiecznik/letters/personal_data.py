"""Letters that a person wrote, numbered, cancelled or noted as sent; and those they sign."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.letters.models import Letter, Sending


def register() -> None:
    persons.part("letters", _("Pisma"), letters)
    persons.part("sendings", _("Odnotowane wysłania pism"), sendings)
    persons.stay(
        _("Pisma z numerem: z imieniem i nazwiskiem osoby, która je podpisuje, i z adresatem."),
        _("To akta sprawy: ustawa o narodowym zasobie archiwalnym i archiwach; art. 17 ust. 3 lit. b i d RODO."),
    )


def letters(person: User) -> Iterator[Row]:
    """Also by the name of the signatory, which is only written down: namesakes are found too."""
    own = Q(made_by=person) | Q(cancelled_by=person) | Q(signatory=person.get_full_name())
    for letter in Letter.objects.filter(own).select_related("institution", "document", "case"):
        yield {
            _("podmiot"): letter.institution.name,
            _("dotyczy"): letter.subject,
            _("znak sprawy"): letter.case.sign if letter.case else "",
            _("data pisma"): letter.dated_on,
            _("stan"): letter.get_state_display(),
            _("podpisuje"): letter.signatory,
        }


def sendings(person: User) -> Iterator[Row]:
    found = Sending.objects.filter(Q(noted_by=person) | Q(undone_by=person)).select_related("letter")
    for note in found:
        yield {
            _("dotyczy"): note.letter.subject,
            _("droga"): note.get_channel_display(),
            _("data wysłania"): note.sent_on,
            _("odnotowano"): note.noted_at,
            _("cofnięto"): note.undone_at,
        }
