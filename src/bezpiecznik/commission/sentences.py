"""How events of the Commission read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.events import Event
from bezpiecznik.core.sentences import register

# composition
register(
    {
        Event.CREATED: _("Wpisano Komisję „%(object)s”, utworzoną aktem: %(act)s"),
        Event.CHANGED: _("Zmieniono dane Komisji „%(object)s”"),
        Event.TERM_STARTED: _("Rozpoczęto kadencję Komisji %(object)s"),
        Event.TERM_MOVED: _("Zmieniono koniec kadencji Komisji na: %(object)s, bo: „%(note)s”"),
        Event.APPOINTED: _("Wpisano do składu Komisji: %(object)s (%(seat)s), od %(since)s"),
        Event.ENDED: _("Zakończono udział w Komisji: %(object)s, ostatni dzień %(until)s (%(reason)s)"),
        Event.CORRECTED: _("Poprawiono wpis o składzie Komisji: %(object)s"),
        Event.REMOVED: _("Usunięto mylny wpis o składzie Komisji: %(object)s (%(seat)s), bo: „%(note)s”"),
        Event.REQUEST_DRAFTED: _("Przygotowano żądanie informacji „%(object)s” do: %(whom)s"),
        Event.REQUEST_CHANGED: _("Zmieniono projekt żądania informacji „%(object)s”"),
        Event.REQUEST_DELETED: _("Usunięto projekt żądania informacji „%(object)s”"),
        Event.REQUEST_ASKED: _("Nadano numer %(number)s żądaniu informacji; odpowiedź do %(due_on)s"),
        Event.REQUEST_SENT: _("Odnotowano wysłanie żądania informacji %(object)s: %(sent_on)s, %(way)s"),
        Event.REQUEST_ANSWERED: _("Odnotowano odpowiedź na żądanie informacji %(object)s z dnia %(answered_on)s"),
        Event.REQUEST_REFUSED: _("Odnotowano odmowę udzielenia informacji %(object)s: „%(note)s”"),
        Event.REQUEST_WITHDRAWN: _("Wycofano żądanie informacji %(object)s, bo: „%(note)s”"),
        Event.REQUEST_REOPENED: _("Wznowiono oczekiwanie na informacje %(object)s, bo: „%(note)s”"),
        Event.REQUEST_FILE_ADDED: _("Dołączono plik „%(file)s” do odpowiedzi na żądanie %(object)s"),
        Event.REQUEST_FILE_REMOVED: _("Usunięto plik „%(file)s” z odpowiedzi na żądanie %(object)s"),
        Event.REPORT_STARTED: _("Rozpoczęto sprawozdanie z działalności Komisji za rok %(year)s"),
        Event.REPORT_CHANGED: _("Zmieniono teksty: %(object)s"),
        Event.REPORT_APPROVED: _("Zatwierdzono pod numerem %(number)s: %(object)s"),
        Event.REPORT_REOPENED: _("Cofnięto zatwierdzenie, bo „%(note)s”: %(object)s"),
        Event.REPORT_SUBMITTED: _("Przekazano radzie %(submitted_on)s: %(object)s"),
        Event.REPORT_ANNOUNCED: _("Ogłoszono w: %(journal)s, poz. %(position)s, %(on)s: %(object)s"),
    },
    labels={
        "act": _("akt"),
        "seat": _("miejsce w składzie"),
        "since": _("od"),
        "until": _("do"),
        "ends_on": _("koniec kadencji"),
        "starts_on": _("początek kadencji"),
        "name": _("imię i nazwisko albo nazwa"),
        "function": _("funkcja"),
        "basis": _("podstawa powołania"),
        "kind": _("miejsce w składzie"),
        "of_other_unit": _("z drugiej jednostki"),
        "joint_with": _("wspólna z"),
        "created_on": _("data utworzenia"),
        "created_by_act": _("akt tworzący"),
        "ended_by": _("dlaczego udział się skończył"),
        "ended_because": _("powód zakończenia"),
        "whom": _("adresat"),
        "due_on": _("termin odpowiedzi"),
        "way": _("droga wysłania"),
        "sent_on": _("wysłano"),
        "answered_on": _("data odpowiedzi"),
        "answer_note": _("co wynikało z odpowiedzi"),
        "position": _("pozycja"),
        "cooperation": _("współdziałanie z innymi"),
        "assessment": _("ocena ogólna"),
        "plans": _("zamierzenia na następny rok"),
    },
)

# meetings
