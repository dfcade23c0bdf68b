"""Kinds of observation, how they arrive, how far one is and what it ends in. Tables, kept by the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ObservationKind(models.TextChoices):
    CIRCUMSTANCE = "circumstance", _("nowa okoliczność")
    MEDIA = "media", _("doniesienie mediów")
    VOICE = "voice", _("głos mieszkańca")


class Received(models.TextChoices):
    """How it came to the office."""

    TYPED = "typed", _("wpisany przez biuro")
    EMAIL = "email", _("poczta elektroniczna")
    RSS = "rss", _("kanał RSS")
    FORM = "form", _("formularz na stronie publicznej")


class ObservationState(models.TextChoices):
    NEW = "new", _("nowy")
    CONSIDERED = "considered", _("rozpatrywany")
    ANSWERED = "answered", _("rozstrzygnięty")
    MERGED = "merged", _("połączony z innym")
    SET_ASIDE = "set_aside", _("pominięty")


S = ObservationState
NEXT = {
    S.NEW: frozenset({S.CONSIDERED, S.ANSWERED, S.MERGED, S.SET_ASIDE}),
    S.CONSIDERED: frozenset({S.ANSWERED, S.MERGED, S.SET_ASIDE}),
    S.ANSWERED: frozenset({S.CONSIDERED}),
    S.MERGED: frozenset({S.CONSIDERED}),
    S.SET_ASIDE: frozenset({S.CONSIDERED}),
}
"""What may follow what. Back to „rozpatrywany” always with a reason."""

WAITING = frozenset({S.NEW, S.CONSIDERED})
"""The office has not decided yet."""
ON_RECORD = frozenset({S.NEW, S.CONSIDERED, S.ANSWERED})
"""Speak for themselves in the evaluation; a double speaks through the row it was merged into."""

MARKS = {S.NEW: "due", S.CONSIDERED: "ongoing", S.ANSWERED: "done", S.MERGED: "dropped", S.SET_ASIDE: "dropped"}
"""The shape that stands for each state on pages."""


class Outcome(models.TextChoices):
    CORRECTION = "correction", _("korekta")
    NO_CHANGE = "no_change", _("bez zmian")


class CorrectionKind(models.TextChoices):
    """What was corrected."""

    AMENDMENT = "amendment", _("zmiana programu")
    DATE = "date", _("przesunięty termin")
    RECOMMENDATION = "recommendation", _("zalecenie")
    OTHER = "other", _("inna korekta")
