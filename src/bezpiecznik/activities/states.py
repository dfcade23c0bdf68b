"""Kinds of activity, how far one is, and who may see it. Tables, kept by the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActivityKind(models.TextChoices):
    """The forms in which institutions work with people, and what they check."""

    MEETING = "meeting", _("spotkanie")
    TRAINING = "training", _("szkolenie")
    DRILL = "drill", _("ćwiczenia albo pokaz")
    CONTEST = "contest", _("konkurs")
    INSPECTION = "inspection", _("kontrola")
    PUBLICATION = "publication", _("publikacja")
    CAMPAIGN = "campaign", _("kampania")
    SERVICE = "service", _("dyżur albo usługa")
    OTHER = "other", _("inna działalność")


class ActivityState(models.TextChoices):
    PLANNED = "planned", _("planowana")
    HELD = "held", _("odbyła się")
    CANCELLED = "cancelled", _("odwołana")


MARKS = {ActivityState.PLANNED: "due", ActivityState.HELD: "done", ActivityState.CANCELLED: "dropped"}
"""The shape that stands for each state on pages."""


class BodyRole(models.TextChoices):
    ORGANISER = "organiser", _("organizator")
    CO_ORGANISER = "co_organiser", _("współorganizator")


class AttachmentKind(models.TextChoices):
    PICTURE = "picture", _("zdjęcie")
    DOCUMENT = "document", _("dokument")
