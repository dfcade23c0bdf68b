"""What the desk says of indicators: figures of the half-year that ended, not entered yet."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms
from bezpiecznik.indicators import access, queries
from bezpiecznik.indicators.states import ended_half, period_label


def to_enter(user: User) -> Iterable[Todo]:
    """One line, to those who keep indicators."""
    if not access.may_manage(user):
        return
    year, half = ended_half(clock.today())
    if missing := len(queries.missing(year, half)):
        words = forms(missing, _("wskaźnika,wskaźników,wskaźników"))
        told = {"n": missing, "words": words, "period": period_label(year, half)}
        sentence = _("Brakuje wartości %(n)s %(words)s za %(period)s.") % told
        yield Todo(sentence, reverse("indicators:values", args=(year, half)), _("Wpisz wartości"), Weight.TO_WRITE)
