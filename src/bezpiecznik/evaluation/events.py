from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    STARTED = "evaluation.started", _("Rozpoczęto ocenę roczną")
    OVERRIDDEN = "evaluation.grade_overridden", _("Oceniono działanie inaczej, niż proponowała reguła")
    DECIDED = "evaluation.grade_decided", _("Oceniono działanie zgodnie z propozycją")
    CONFIRMED = "evaluation.grades_confirmed", _("Zatwierdzono propozycje ocen")
    FINISHED = "evaluation.finished", _("Zakończono ocenę roczną i zamrożono materiał dowodowy")
    PUBLISHED = "evaluation.published", _("Opublikowano ocenę roczną")
    TEXT_WITHHELD = "evaluation.text_withheld", _("Ukryto treść na stronie publicznej")
    TEXT_CONFIRMED = "evaluation.text_confirmed", _("Potwierdzono, że treść nie zawiera danych osoby")
