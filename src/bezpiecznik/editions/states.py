"""The life of an edition that is prepared, and what may become of an undertaking: tables kept by the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EditionState(models.TextChoices):
    DRAFT = "draft", _("w przygotowaniu")
    CONSULTATION = "consultation", _("w konsultacjach")
    CONSULTED = "consulted", _("po konsultacjach")
    ADOPTED = "adopted", _("przyjęta")
    ABANDONED = "abandoned", _("zaniechana")


E = EditionState
NEXT: dict[EditionState, frozenset[EditionState]] = {
    E.DRAFT: frozenset({E.CONSULTATION, E.ADOPTED, E.ABANDONED}),
    E.CONSULTATION: frozenset({E.CONSULTED, E.ABANDONED}),
    E.CONSULTED: frozenset({E.CONSULTATION, E.ADOPTED, E.ABANDONED}),
    E.ADOPTED: frozenset(),
    E.ABANDONED: frozenset(),
}
OPEN = (E.DRAFT, E.CONSULTATION, E.CONSULTED)
WRITABLE = (E.DRAFT, E.CONSULTED)
"""In between the text stands still: people are reading it."""


class FateKind(models.TextChoices):
    CONTINUED = "continued", _("kontynuowane")
    CHANGED = "changed", _("zmienione")
    MERGED = "merged", _("połączone z innym")
    DROPPED = "dropped", _("rezygnacja")
    WITHDRAWN = "withdrawn", _("skreślone wcześniej")


GOES_ON = (FateKind.CONTINUED, FateKind.CHANGED, FateKind.MERGED)
CHOICES = tuple(kind for kind in FateKind if kind != FateKind.WITHDRAWN)
"""What a person decides; what was withdrawn by an amendment has its fate already."""


class Who(models.TextChoices):
    """On whose behalf a comment is made; nobody is asked for a name."""

    RESIDENT = "resident", _("mieszkaniec lub mieszkanka")
    ORGANISATION = "organisation", _("organizacja społeczna")
    BODY = "body", _("instytucja albo firma")
    INSTITUTION = "institution", _("podmiot programu")


class Verdict(models.TextChoices):
    TAKEN = "taken", _("uwzględniono")
    PARTLY = "partly", _("uwzględniono częściowo")
    REFUSED = "refused", _("nie uwzględniono")
    NOTED = "noted", _("przyjęto do wiadomości")
