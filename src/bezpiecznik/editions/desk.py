"""What the next programme asks of the office today."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms
from bezpiecznik.editions import access
from bezpiecznik.editions.models import Comment, Consultation, Edition
from bezpiecznik.editions.states import OPEN, EditionState
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right


def todos(user: Any) -> Iterable[Todo]:
    """Fates to decide, comments to answer, consultations to close."""
    if not (access.may_prepare(user) and rights_of(user).has(Right.READ_GRADES)):
        return
    for edition in Edition.objects.filter(state__in=OPEN):
        if edition.is_writable and (n := edition.fates.undecided().count()):
            words = forms(n, _("pozycja czeka,pozycje czekają,pozycji czeka"))
            told = _("Następny program: %(n)d %(words)s na rozstrzygnięcie") % {"n": n, "words": words}
            yield Todo(told, edition.get_absolute_url(), _("Rozstrzygaj"), Weight.TO_DECIDE)
    waiting = Comment.objects.filter(verdict="", consultation__edition__state__in=OPEN)
    for consultation in Consultation.objects.filter(edition__state__in=OPEN):
        if n := waiting.filter(consultation=consultation).count():
            words = forms(n, _("uwaga czeka,uwagi czekają,uwag czeka"))
            told = _("Konsultacje programu: %(n)d %(words)s na odpowiedź") % {"n": n, "words": words}
            yield Todo(told, consultation.get_absolute_url(), _("Odpowiedz"), Weight.TO_DECIDE)
        if consultation.is_over and Edition.objects.filter(pk=consultation.edition_id, state=EditionState.CONSULTATION):
            told = _("Minął ostatni dzień konsultacji programu")
            yield Todo(told, consultation.get_absolute_url(), _("Zakończ konsultacje"), Weight.TO_DECIDE)
