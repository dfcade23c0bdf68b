from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    STARTED = "evaluation.started", _("Rozpoczęto ocenę roczną")
    PROPOSED_AGAIN = "evaluation.proposed_again", _("Przeliczono propozycje ocen nierozstrzygniętych")
    PARAGRAPH_EDITED = "evaluation.paragraph_edited", _("Zmieniono opis działania w sprawozdaniu")
    PARAGRAPH_DRAFTED = "evaluation.paragraph_drafted", _("Przywrócono szkic opisu działania")
    OVERRIDDEN = "evaluation.grade_overridden", _("Oceniono działanie inaczej, niż proponowała reguła")
    DECIDED = "evaluation.grade_decided", _("Oceniono działanie zgodnie z propozycją")
    CONFIRMED = "evaluation.grades_confirmed", _("Zatwierdzono propozycje ocen")
    FINISHED = "evaluation.finished", _("Zakończono ocenę roczną i zamrożono materiał dowodowy")
    PUBLISHED = "evaluation.published", _("Opublikowano ocenę roczną")
    TEXT_WITHHELD = "evaluation.text_withheld", _("Ukryto treść na stronie publicznej")
    TEXT_CONFIRMED = "evaluation.text_confirmed", _("Potwierdzono, że treść nie zawiera danych osoby")
    RECOMMENDED = "evaluation.recommended", _("Wpisano zalecenie")
    RECOMMENDATION_CHANGED = "evaluation.recommendation_changed", _("Zmieniono zalecenie")
    RECOMMENDATION_NOTED = "evaluation.recommendation_noted", _("Zapisano, co ustalono o zaleceniu")
    RECOMMENDATION_ENDED = "evaluation.recommendation_ended", _("Zakończono zalecenie")
    RECOMMENDATION_REOPENED = "evaluation.recommendation_reopened", _("Otwarto zalecenie ponownie")
