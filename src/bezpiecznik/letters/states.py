"""The life of a letter, and the ways in which one leaves the house."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterState(models.TextChoices):
    DRAFT = "draft", _("projekt")
    NUMBERED = "numbered", _("do wysłania")
    SENT = "sent", _("wysłane")
    CANCELLED = "cancelled", _("anulowane")


NEXT: dict[LetterState, frozenset[LetterState]] = {
    LetterState.DRAFT: frozenset({LetterState.NUMBERED}),
    LetterState.NUMBERED: frozenset({LetterState.SENT, LetterState.CANCELLED}),
    LetterState.SENT: frozenset({LetterState.SENT, LetterState.NUMBERED}),
    LetterState.CANCELLED: frozenset(),
}
"""A draft is deleted; a letter with a number is only cancelled, and only while nobody has sent it."""


class Channel(models.TextChoices):
    E_DELIVERY = "e-delivery", _("e-Doręczenia")
    POST = "post", _("poczta")
    IN_PERSON = "in-person", _("osobiście")
    EPUAP = "epuap", _("ePUAP")
    EZD = "ezd", _("EZD")
