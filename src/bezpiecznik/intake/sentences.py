"""How events of a resolution on its way into the programme read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.intake.events import Event

register(
    {
        Event.UPLOADED: _("Wczytano dokument uchwały: %(object)s"),
        Event.READ: _("Odczytano dokument uchwały %(object)s; obszarów: %(areas)s, uwag: %(findings)s"),
        Event.READ_AGAIN: _("Zlecono ponowny odczyt dokumentu %(object)s"),
        Event.CORRECTED: _("Poprawiono odczyt dokumentu %(object)s, pozycja %(row)s"),
        Event.UNDONE: _("Cofnięto poprawkę odczytu dokumentu %(object)s, pozycja %(row)s"),
        Event.REMOVED: _("Usunięto pozycję %(row)s odczytu dokumentu %(object)s: „%(wording)s”"),
        Event.RESTORED: _("Przywrócono pozycję %(row)s odczytu dokumentu %(object)s"),
        Event.ADDED: _("Dopisano pozycję %(row)s do odczytu dokumentu %(object)s"),
        Event.PART_SEEN: _("Sprawdzono część odczytu dokumentu %(object)s: %(part)s"),
        Event.NAMES_DECIDED: _("Ustalono podmioty z dokumentu %(object)s: %(names)s"),
        Event.MERGED: _("Połączono pozycje odczytu dokumentu %(object)s: do %(row)s włączono %(merged)s"),
        Event.REPAIRED: _("Poprawiono odczyt dokumentu %(object)s zgodnie z propozycją, pozycja %(row)s"),
        Event.FAULT_SET_ASIDE: _("Odłożono uwagę do dokumentu %(object)s, bo: %(reason)s"),
        Event.FAULT_REOPENED: _("Przywrócono uwagę do dokumentu %(object)s"),
        Event.LEFT_SETTLED: _("Rozstrzygnięto wpis, którego nie przeniesiono do nowego odczytu dokumentu %(object)s"),
        Event.CARRIED_OVER: _("Odczytano ponownie dokument %(object)s; decyzji nieprzeniesionych: %(left)s"),
        Event.TAKEN_BACK: _("Cofnięto czynność sprawdzania odczytu dokumentu %(object)s: %(act)s"),
        Event.ACCEPTED: _("Przyjęto dokument %(object)s do programu"),
        Event.ABANDONED: _("Porzucono wczytany dokument %(object)s"),
        Event.BROUGHT_BACK: _("Przywrócono porzucony dokument %(object)s"),
    },
    labels={
        "row": _("pozycja"),
        "was": _("było"),
        "now": _("jest"),
        "dropped": _("cofnięto"),
        "values": _("treść"),
        "size": _("rozmiar w bajtach"),
        "areas": _("obszary"),
        "findings": _("uwagi do dokumentu"),
        "programme": _("klucz programu"),
        "wording": _("treść"),
        "part": _("część"),
        "names": _("nazwy"),
        "responsible": _("podmioty odpowiedzialne"),
        "partners": _("partnerzy"),
        "merged": _("włączone pozycje"),
        "fault": _("uwaga"),
        "reason": _("powód"),
        "left": _("nieprzeniesione"),
        "act": _("czynność"),
    },
    values={"part": {"*": _("wszystkie")}},
)
