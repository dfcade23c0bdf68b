"""What goes to the council, and the life of each such matter."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatterKind(models.TextChoices):
    PROGRAMME_REPORT = "programme_report", _("sprawozdanie roczne z realizacji programu")
    COMMISSION_REPORT = "commission_report", _("sprawozdanie z działalności Komisji")
    STATE_REPORT = "state_report", _("informacja do raportu o stanie samorządu")
    PROGRAMME = "programme", _("projekt programu na następne lata")


class MatterState(models.TextChoices):
    DRAFT = "draft", _("w przygotowaniu")
    SUBMITTED = "submitted", _("przekazana")
    ADOPTED = "adopted", _("przyjęta uchwałą")
    NOTED = "noted", _("przyjęta do wiadomości")
    REJECTED = "rejected", _("nieprzyjęta")
    WITHDRAWN = "withdrawn", _("wycofana")


S = MatterState
NEXT: dict[MatterState, frozenset[MatterState]] = {
    S.DRAFT: frozenset({S.SUBMITTED, S.WITHDRAWN}),
    S.SUBMITTED: frozenset({S.ADOPTED, S.NOTED, S.REJECTED, S.WITHDRAWN, S.DRAFT}),
    S.ADOPTED: frozenset({S.SUBMITTED}),
    S.NOTED: frozenset({S.SUBMITTED}),
    S.REJECTED: frozenset({S.SUBMITTED}),
    S.WITHDRAWN: frozenset(),
}
"""A step back corrects what was noted by mistake; it needs a reason and stays in the journal."""
OUTCOMES = (S.ADOPTED, S.NOTED, S.REJECTED)

WITHOUT_RESOLUTION = frozenset({MatterKind.STATE_REPORT})
"""What the council only hears, as a part of another report: no draft resolution is made."""
