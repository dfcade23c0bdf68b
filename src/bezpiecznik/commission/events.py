"""What the journal says of the Commission."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    # composition
    CREATED = "commission.created", _("Wpisano Komisję")
    CHANGED = "commission.changed", _("Zmieniono dane Komisji")
    TERM_STARTED = "commission.term_started", _("Rozpoczęto kadencję Komisji")
    TERM_MOVED = "commission.term_moved", _("Zmieniono koniec kadencji Komisji")
    APPOINTED = "commission.appointed", _("Wpisano osobę do składu Komisji")
    ENDED = "commission.ended", _("Zakończono udział w Komisji")
    CORRECTED = "commission.corrected", _("Poprawiono wpis o składzie Komisji")
    REMOVED = "commission.removed", _("Usunięto mylny wpis o składzie Komisji")
    REQUEST_DRAFTED = "commission.request_drafted", _("Przygotowano żądanie informacji")
    REQUEST_CHANGED = "commission.request_changed", _("Zmieniono projekt żądania informacji")
    REQUEST_DELETED = "commission.request_deleted", _("Usunięto projekt żądania informacji")
    REQUEST_ASKED = "commission.request_asked", _("Nadano numer żądaniu informacji")
    REQUEST_SENT = "commission.request_sent", _("Odnotowano wysłanie żądania informacji")
    REQUEST_ANSWERED = "commission.request_answered", _("Odnotowano odpowiedź na żądanie informacji")
    REQUEST_REFUSED = "commission.request_refused", _("Odnotowano odmowę udzielenia informacji")
    REQUEST_WITHDRAWN = "commission.request_withdrawn", _("Wycofano żądanie informacji")
    REQUEST_REOPENED = "commission.request_reopened", _("Wznowiono oczekiwanie na informacje")
    REQUEST_FILE_ADDED = "commission.request_file_added", _("Dołączono plik do odpowiedzi na żądanie informacji")
    REQUEST_FILE_REMOVED = "commission.request_file_removed", _("Usunięto plik z odpowiedzi na żądanie informacji")
    REPORT_STARTED = "commission.report_started", _("Rozpoczęto sprawozdanie z działalności Komisji")
    REPORT_CHANGED = "commission.report_changed", _("Zmieniono tekst sprawozdania z działalności Komisji")
    REPORT_APPROVED = "commission.report_approved", _("Zatwierdzono sprawozdanie z działalności Komisji")
    REPORT_REOPENED = "commission.report_reopened", _("Cofnięto zatwierdzenie sprawozdania z działalności Komisji")
    REPORT_SUBMITTED = "commission.report_submitted", _("Przekazano radzie sprawozdanie z działalności Komisji")
    REPORT_ANNOUNCED = "commission.report_announced", _("Ogłoszono sprawozdanie z działalności Komisji")

    # meetings
