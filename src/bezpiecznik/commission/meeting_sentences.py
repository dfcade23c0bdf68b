"""How events of meetings read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.events import Event
from bezpiecznik.commission.meeting_states import Answer, MeetingMode, OpinionKind, Position
from bezpiecznik.core.sentences import register

register(
    {
        Event.MEETING_PLANNED: _("Zaplanowano: %(object)s, %(when)s, %(place)s"),
        Event.MEETING_MOVED: _("Zmieniono termin lub miejsce: %(object)s, teraz %(when)s, %(place)s"),
        Event.MEETING_CANCELLED: _("Odwołano: %(object)s; powód: „%(note)s”"),
        Event.AGENDA_ADDED: _("%(object)s: dodano do porządku obrad „%(item)s”"),
        Event.AGENDA_CHANGED: _("%(object)s: zmieniono punkt „%(item)s”"),
        Event.AGENDA_ORDERED: _("%(object)s: punkt „%(item)s” ma teraz numer %(no)s"),
        Event.AGENDA_REMOVED: _("%(object)s: usunięto z porządku obrad „%(item)s”"),
        Event.PAPER_ADDED: _("%(object)s: dodano materiał „%(paper)s” do punktu „%(item)s”"),
        Event.PAPER_REMOVED: _("%(object)s: usunięto materiał „%(paper)s” z punktu „%(item)s”"),
        Event.INVITED: _("%(object)s: wysłano zaproszenia, osób: %(persons)s"),
        Event.GUEST_ADDED: _("%(object)s: dodano gościa (%(name)s)"),
        Event.GUEST_REMOVED: _("%(object)s: usunięto gościa (%(name)s)"),
        Event.ANSWERED: _("%(object)s: %(name)s – %(answer)s"),
        Event.OPENED: _("Otwarto: %(object)s; osób z prawem głosu %(seats)s, kworum %(quorum)s"),
        Event.ATTENDANCE_KEPT: _("%(object)s, obecność: %(persons)s"),
        Event.QUORUM_LOST: _("%(object)s: nie ma kworum (obecnych z prawem głosu %(here)s, potrzeba %(quorum)s)"),
        Event.QUORUM_REACHED: _("%(object)s: jest kworum (obecnych z prawem głosu %(here)s, potrzeba %(quorum)s)"),
        Event.ITEM_WRITTEN: _("%(object)s: zapisano przebieg punktu „%(item)s”"),
        Event.CLOSED: _("Zamknięto: %(object)s"),
        Event.VOTED: _(
            "%(object)s: głosowano nad „%(subject)s”; za %(in_favour)s, przeciw %(against)s, wstrzymało się "
            "%(abstained)s"
        ),
        Event.VOTE_WITHDRAWN: _("%(object)s: usunięto mylny zapis głosowania nad „%(subject)s”"),
        Event.OPINION_GIVEN: _("Komisja wydała opinię „%(object)s” na posiedzeniu nr %(meeting)s: %(position)s"),
        Event.OPINION_CHANGED: _("Poprawiono treść opinii „%(object)s”"),
        Event.OPINION_REMOVED: _("Usunięto mylny zapis opinii „%(object)s”"),
        Event.OPINION_ISSUED: _("Nadano numer %(number)s opinii „%(object)s”"),
        Event.TASK_SET: _("Dodano zadanie „%(object)s”: %(owner)s, termin %(due)s"),
        Event.TASK_DONE: _("Zamknięto zadanie „%(object)s”: „%(note)s”"),
        Event.TASK_REOPENED: _("Otwarto ponownie zadanie „%(object)s”"),
        Event.TASK_REMOVED: _("Usunięto mylny zapis zadania „%(object)s”"),
        Event.MINUTES_ADOPTED: _("%(object)s: przyjęto protokół %(number)s"),
        Event.PACK_MADE: _("%(object)s: sporządzono materiały %(number)s"),
    },
    labels={
        "when": _("kiedy"),
        "place": _("miejsce"),
        "mode": _("tryb"),
        "item": _("punkt"),
        "paper": _("materiał"),
        "persons": _("osoby"),
        "name": _("osoba"),
        "answer": _("odpowiedź"),
        "seats": _("osób z prawem głosu"),
        "quorum": _("kworum"),
        "here": _("obecnych z prawem głosu"),
        "subject": _("przedmiot"),
        "in_favour": _("za"),
        "against": _("przeciw"),
        "abstained": _("wstrzymało się"),
        "position": _("stanowisko"),
        "meeting": _("posiedzenie"),
        "owner": _("kto"),
        "due": _("termin"),
    },
    values={
        "mode": dict(MeetingMode.choices),
        "answer": dict(Answer.choices),
        "kind": dict(OpinionKind.choices),
        "position": dict(Position.choices),
    },
)
