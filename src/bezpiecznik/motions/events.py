"""What the journal says of motions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    DRAFTED = "motions.drafted", _("Przygotowano projekt wniosku")
    CHANGED = "motions.changed", _("Zmieniono treść wniosku")
    DELETED = "motions.deleted", _("Usunięto projekt wniosku")
    SUBMITTED = "motions.submitted", _("Złożono wniosek")
    COMPLETED = "motions.completed", _("Uzupełniono wniosek i złożono ponownie")
    ENTERED = "motions.entered", _("Wpisano wniosek otrzymany na piśmie")
    RETURNED = "motions.returned", _("Zwrócono wniosek do uzupełnienia")
    ADMITTED = "motions.admitted", _("Uznano wniosek za poprawny formalnie")
    SENT_TO_COMMISSION = "motions.sent_to_commission", _("Skierowano wniosek do opinii Komisji")
    LAID = "motions.laid", _("Przedłożono wniosek prezydentowi")
    GRANTED = "motions.granted", _("Uwzględniono wniosek")
    GRANTED_PARTLY = "motions.granted_partly", _("Uwzględniono wniosek częściowo")
    REFUSED = "motions.refused", _("Nie uwzględniono wniosku")
    WITHDRAWN = "motions.withdrawn", _("Wycofano wniosek")
    TASK_SET = "motions.task_set", _("Wskazano zadanie, które wykonuje wniosek")
    TASK_PROPOSED = "motions.task_proposed", _("Przygotowano nowe działanie do programu")
    TASK_ADDED = "motions.task_added", _("Wpisano do programu działanie z wniosku")
    LOOKED_AT = "motions.looked_at", _("Sprawdzono, co wynikło z wniosku")
    CARRIED_OUT = "motions.carried_out", _("Stwierdzono wykonanie wniosku")
    ABANDONED = "motions.abandoned", _("Stwierdzono, że wniosek nie będzie wykonany")
    FILE_ADDED = "motions.file_added", _("Dołączono plik do wniosku")
    FILE_REMOVED = "motions.file_removed", _("Usunięto plik z wniosku")
    LETTER_DRAFTED = "motions.letter_drafted", _("Przygotowano projekt pisma o wniosku")
