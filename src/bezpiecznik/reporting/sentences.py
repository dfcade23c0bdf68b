"""How events of reporting read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.states import Outcome

register(
    {
        Event.PERIOD_PLANNED: _(
            "Zaplanowano okres sprawozdawczy %(object)s: od %(opens_on)s, termin składania %(due_on)s"
        ),
        Event.PERIOD_OPENED: _("Otwarto okres sprawozdawczy %(object)s; obowiązków: %(obligations)s"),
        Event.OBLIGATIONS_RENEWED: _(
            "Uzupełniono obowiązki w okresie %(object)s: dodano %(added)s, wycofano %(withdrawn)s"
        ),
        Event.PERIOD_CLOSED: _("Zamknięto okres sprawozdawczy %(object)s i zamrożono jego migawkę"),
        Event.ENTRY_SAVED: _("Zapisano wpis w sprawozdaniu %(object)s; stan realizacji: %(outcome)s"),
        Event.WORDS_TAKEN_OVER: _(
            "Przejęto treść z poprzedniego okresu w sprawozdaniu %(object)s; wpisów: %(entries)s"
        ),
        Event.TAKING_OVER_UNDONE: _(
            "Cofnięto przejęcie treści z poprzedniego okresu w sprawozdaniu %(object)s; wpisów: %(entries)s"
        ),
        Event.CONTRIBUTION_SAVED: _("Zapisano wkład do sprawozdania %(object)s; wkład składa: %(institution)s"),
        Event.PACKET_HANDED_OVER: _("Przekazano sprawozdanie %(object)s do podpisu"),
        Event.PACKET_TAKEN_BACK: _("Cofnięto sprawozdanie %(object)s do wypełniania"),
        Event.PACKET_SUBMITTED: _("Złożono sprawozdanie %(object)s, wersja %(version)s; podpis: %(signatory)s"),
        Event.PACKET_RETURNED: _("Zwrócono sprawozdanie %(object)s do poprawy: „%(note)s”"),
        Event.PACKET_ACCEPTED: _("Przyjęto sprawozdanie %(object)s"),
        Event.PACKET_REOPENED: _("Otwarto ponownie przyjęte sprawozdanie %(object)s: „%(note)s”"),
    },
    labels={
        "version": _("wersja"),
        "signatory": _("podpisał(a)"),
        "obligations": _("obowiązki"),
        "added": _("dodano"),
        "withdrawn": _("wycofano"),
        "remarks": _("uwag do wpisów"),
        "entries": _("wpisy"),
        "entry": _("klucz wpisu"),
        "outcome": _("stan realizacji"),
        "opens_on": _("otwarcie"),
        "due_on": _("termin składania"),
    },
    values={"outcome": {**dict(Outcome.choices), "": _("nie wybrano")}},
)
