"""How events of motions read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.motions.events import Event
from bezpiecznik.motions.states import EffectOutcome, MotionState, Purpose

register(
    {
        Event.DRAFTED: _("Przygotowano projekt wniosku „%(object)s”; podmiot: %(institution)s"),
        Event.CHANGED: _("Zmieniono treść wniosku „%(object)s”"),
        Event.DELETED: _("Usunięto projekt wniosku „%(object)s”; podmiot: %(institution)s"),
        Event.SUBMITTED: _("Złożono wniosek „%(object)s”; podmiot: %(institution)s"),
        Event.COMPLETED: _("Uzupełniono i złożono ponownie wniosek „%(object)s”; podmiot: %(institution)s"),
        Event.ENTERED: _("Wpisano wniosek „%(object)s” otrzymany pismem %(paper)s; podmiot: %(institution)s"),
        Event.RETURNED: _("Zwrócono do uzupełnienia wniosek „%(object)s”: „%(note)s”"),
        Event.ADMITTED: _("Uznano za poprawny formalnie wniosek „%(object)s”"),
        Event.SENT_TO_COMMISSION: _("Skierowano do opinii Komisji wniosek „%(object)s”"),
        Event.LAID: _("Przedłożono prezydentowi wniosek „%(object)s”"),
        Event.GRANTED: _("Uwzględniono wniosek „%(object)s”: „%(note)s”"),
        Event.GRANTED_PARTLY: _("Uwzględniono częściowo wniosek „%(object)s”: „%(note)s”"),
        Event.REFUSED: _("Nie uwzględniono wniosku „%(object)s”: „%(note)s”"),
        Event.WITHDRAWN: _("Wycofano wniosek „%(object)s”"),
        Event.TASK_SET: _("Wniosek „%(object)s” wykonuje %(undertaking)s"),
        Event.TASK_PROPOSED: _("Z wniosku „%(object)s” przygotowano nowe działanie w obszarze %(area)s"),
        Event.TASK_ADDED: _("Z wniosku „%(object)s” wpisano do programu działanie %(undertaking)s"),
        Event.LOOKED_AT: _("Sprawdzono, co wynikło z wniosku „%(object)s”: „%(note)s”"),
        Event.CARRIED_OUT: _("Stwierdzono wykonanie wniosku „%(object)s”: „%(note)s”"),
        Event.ABANDONED: _("Stwierdzono, że wniosek „%(object)s” nie będzie wykonany: „%(note)s”"),
        Event.FILE_ADDED: _("Dołączono plik „%(file)s” do wniosku „%(object)s”"),
        Event.FILE_REMOVED: _("Usunięto plik „%(file)s” z wniosku „%(object)s”"),
        Event.LETTER_DRAFTED: _("Przygotowano projekt pisma o wniosku „%(object)s” (%(purpose)s)"),
    },
    labels={
        "paper": _("pismo podmiotu"),
        "on_behalf": _("w imieniu"),
        "due_on": _("termin"),
        "undertaking": _("działanie"),
        "area": _("obszar"),
        "purpose": _("rodzaj pisma"),
        "outcome": _("wynik"),
        "opinion": _("opinia"),
        "checks": _("sprawdzenie"),
        "point": _("punkt"),
        "met": _("spełniony"),
        "next_on": _("następne sprawdzenie"),
    },
    values={
        "purpose": dict(Purpose.choices),
        "outcome": dict(EffectOutcome.choices),
        "motion_state": dict(MotionState.choices),
    },
)
