"""The life of a request for information, and of the yearly report."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RequestState(models.TextChoices):
    DRAFT = "draft", _("projekt")
    ASKED = "asked", _("czeka na odpowiedź")
    ANSWERED = "answered", _("udzielono informacji")
    REFUSED = "refused", _("odmówiono: informacja wyłączona")
    WITHDRAWN = "withdrawn", _("wycofane")


S = RequestState
REQUEST_NEXT: dict[RequestState, frozenset[RequestState]] = {
    S.DRAFT: frozenset({S.ASKED}),
    S.ASKED: frozenset({S.ANSWERED, S.REFUSED, S.WITHDRAWN}),
    S.ANSWERED: frozenset({S.ASKED}),
    S.REFUSED: frozenset({S.ASKED}),
    S.WITHDRAWN: frozenset(),
}
"""A draft is deleted; one with a number stays. An answer noted by mistake, or one that was not whole, is waited for
again."""


class ReportState(models.TextChoices):
    DRAFT = "draft", _("w przygotowaniu")
    APPROVED = "approved", _("zatwierdzone")
    SUBMITTED = "submitted", _("przekazane radzie")
    ANNOUNCED = "announced", _("ogłoszone w dzienniku urzędowym")


P = ReportState
REPORT_NEXT: dict[ReportState, frozenset[ReportState]] = {
    P.DRAFT: frozenset({P.APPROVED}),
    P.APPROVED: frozenset({P.SUBMITTED, P.DRAFT}),
    P.SUBMITTED: frozenset({P.ANNOUNCED}),
    P.ANNOUNCED: frozenset(),
}
"""What the council has is not taken back; before that an approval may be, with a reason."""


class EndReason(models.TextChoices):
    RECALLED = "recalled", _("odwołanie z ważnych powodów")
    MANDATE = "mandate", _("mandat wygasł")
    RESIGNED = "resigned", _("rezygnacja")
    REPLACED = "replaced", _("zmiana delegowania albo wskazania")
    OFFICE = "office", _("zmiana na urzędzie prezydenta lub starosty")
    DEATH = "death", _("śmierć")
