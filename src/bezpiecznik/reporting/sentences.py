"""How events of reporting read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Stance
from bezpiecznik.reporting.states import Outcome
from bezpiecznik.reporting.substance.facts import DoubtCode

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
        Event.PERIOD_DAYS_MOVED: _("Zmieniono terminy okresu %(object)s: „%(reason)s”"),
        Event.EXCEPTION_GRANTED: _("Udzielono wyjątku dla sprawozdania %(object)s do %(until)s: „%(reason)s”"),
        Event.EXCEPTION_WITHDRAWN: _("Cofnięto wyjątek dla sprawozdania %(object)s do %(until)s: „%(reason)s”"),
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
        Event.ACCEPTANCE_UNDONE: _("Cofnięto przyjęcie sprawozdania %(object)s"),
        Event.REMARK_ANSWERED: _("Odpowiedziano na uwagę do wpisu w sprawozdaniu %(object)s"),
        Event.REMARK_SETTLED: _("Uznano za załatwioną uwagę do wpisu w sprawozdaniu %(object)s"),
        Event.DOUBT_ANSWERED: _("Odpowiedziano na pytanie o treść w sprawozdaniu %(object)s: %(code)s"),
        Event.DOUBT_SETTLED: _("Uznano za wyjaśnioną wątpliwość w sprawozdaniu %(object)s: %(code)s"),
        Event.STANCE_TAKEN: _("Zajęto stanowisko w sprawozdaniu %(object)s wobec wkładu: %(partner)s – %(stance)s"),
        Event.STANCE_ANSWERED: _("Odpowiedziano na stanowisko podmiotu odpowiedzialnego: %(object)s"),
        Event.REMINDED: _("Przypomniano o sprawozdaniu %(object)s: %(step)s"),
        Event.NOBODY_TO_REMIND: _("O sprawozdaniu %(object)s nie ma komu przypomnieć: %(step)s"),
        Event.LADDER_PAUSED: _("Wstrzymano przypomnienia o sprawozdaniu %(object)s: „%(note)s”"),
        Event.LADDER_RESUMED: _("Wznowiono przypomnienia o sprawozdaniu %(object)s"),
        Event.FILE_BROUGHT: _("Wczytano do przejrzenia plik „%(name)s” sprawozdania %(object)s"),
        Event.FILE_APPLIED: _("Wczytano z pliku „%(name)s” odpowiedzi sprawozdania %(object)s; wpisów: %(entries)s"),
        Event.FILE_UNDONE: _("Cofnięto wczytanie pliku „%(name)s” w sprawozdaniu %(object)s; wpisów: %(entries)s"),
        Event.FILES_BUNDLED: _("Przygotowano pliki sprawozdań okresu %(object)s: %(packets)s"),
        Event.PACKET_REOPENED: _("Otwarto ponownie przyjęte sprawozdanie %(object)s: „%(note)s”"),
    },
    labels={
        "step": _("krok"),
        "to": _("do kogo"),
        "version": _("wersja"),
        "signatory": _("podpisał(a)"),
        "obligations": _("obowiązki"),
        "added": _("dodano"),
        "withdrawn": _("wycofano"),
        "name": _("plik"),
        "entries": _("wpisów"),
        "packets": _("sprawozdań"),
        "on_behalf": _("w imieniu"),
        "remarks": _("uwag do wpisów"),
        "entry": _("klucz wpisu"),
        "outcome": _("stan realizacji"),
        "code": _("rodzaj wątpliwości"),
        "partner": _("partner"),
        "stance": _("stanowisko"),
        "answer": _("odpowiedź"),
        "opens_on": _("otwarcie"),
        "due_on": _("termin składania"),
        "grace_until": _("liczone jako w terminie do"),
        "locks_on": _("blokada od"),
        "until": _("do dnia"),
        "moves_deadline": _("przesuwa termin"),
        "reason": _("powód"),
    },
    values={
        "outcome": {**dict(Outcome.choices), "": _("nie wybrano")},
        "code": dict(DoubtCode.choices),
        "stance": dict(Stance.choices),
    },
)
