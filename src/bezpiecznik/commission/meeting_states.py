"""How far a meeting is, who came, how one voted, and the kinds of opinion that the statute knows. Tables."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("planowane")
    INVITED = "invited", _("zaproszenia wysłane")
    IN_SESSION = "in_session", _("trwa")
    HELD = "held", _("odbyło się, protokół do przyjęcia")
    ADOPTED = "adopted", _("odbyło się, protokół przyjęty")
    CANCELLED = "cancelled", _("odwołane")


_S = MeetingState
NEXT: dict[MeetingState, frozenset[MeetingState]] = {
    _S.PLANNED: frozenset({_S.INVITED, _S.CANCELLED}),
    _S.INVITED: frozenset({_S.IN_SESSION, _S.CANCELLED}),
    _S.IN_SESSION: frozenset({_S.HELD}),
    _S.HELD: frozenset({_S.ADOPTED}),
    _S.ADOPTED: frozenset(),
    _S.CANCELLED: frozenset(),
}
COMING = (_S.PLANNED, _S.INVITED)
"""Not begun yet: may be moved or cancelled, its agenda freely changed."""
OVER = (_S.HELD, _S.ADOPTED)
WRITTEN = (_S.IN_SESSION, _S.HELD)
"""The office writes what was said until the minutes are adopted."""

MARKS = {
    _S.PLANNED: "draft",
    _S.INVITED: "due",
    _S.IN_SESSION: "ongoing",
    _S.HELD: "partial",
    _S.ADOPTED: "done",
    _S.CANCELLED: "dropped",
}
"""The shape that stands for each state on pages."""


class MeetingMode(models.TextChoices):
    ON_SITE = "on_site", _("na miejscu")
    REMOTE = "remote", _("zdalnie")
    MIXED = "mixed", _("na miejscu i zdalnie")


class Answer(models.TextChoices):
    NONE = "none", _("bez odpowiedzi")
    COMING = "coming", _("będzie")
    DECLINED = "declined", _("nie będzie")


class Presence(models.TextChoices):
    UNKNOWN = "unknown", _("nie sprawdzono")
    PRESENT = "present", _("obecność")
    ABSENT = "absent", _("nieobecność")
    EXCUSED = "excused", _("nieobecność usprawiedliwiona")
    SUBSTITUTE = "substitute", _("zastępstwo")


class Channel(models.TextChoices):
    MAIL = "mail", _("e-mail")
    LETTER = "letter", _("pismo")
    HAND = "hand", _("przekazane inaczej")


class OpinionKind(models.TextChoices):
    """Art. 38a ust. 2 pkt 1-7, in the order of the act; whole labels with their source: `opinion_kinds.json`."""

    THREATS = "threats", _("ocena zagrożeń porządku publicznego i bezpieczeństwa obywateli")
    SERVICES = "services", _("praca Policji i innych służb, inspekcji i straży")
    PROGRAMME = "programme", _("projekt programu zapobiegania przestępczości")
    COOPERATION = "cooperation", _("inne programy współdziałania Policji i służb")
    BUDGET = "budget", _("projekt budżetu")
    LOCAL_LAW = "local_law", _("projekty aktów prawa miejscowego i innych dokumentów")
    OTHER = "other", _("inne zagadnienia zlecone przez przewodniczącego")


class Position(models.TextChoices):
    POSITIVE = "positive", _("pozytywna")
    NEGATIVE = "negative", _("negatywna")
    REMARKS = "remarks", _("pozytywna z uwagami")


class BallotKind(models.TextChoices):
    OPEN = "open", _("jawne")
    BY_NAME = "by_name", _("jawne imienne")


class Choice(models.TextChoices):
    FOR = "for", _("za")
    AGAINST = "against", _("przeciw")
    ABSTAIN = "abstain", _("wstrzymuje się")
