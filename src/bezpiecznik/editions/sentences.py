"""How events of editions read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.editions.events import Event
from bezpiecznik.editions.states import FateKind, Verdict

register(
    {
        Event.STARTED: _("Rozpoczęto przygotowanie programu „%(object)s”; pozycji do rozstrzygnięcia: %(n)s"),
        Event.PASSAGES_CHANGED: _("Zmieniono cele i postanowienia projektu „%(object)s”"),
        Event.AREA_SAVED: _("Zapisano obszar „%(area)s” w projekcie „%(object)s”"),
        Event.DECIDED: _("Rozstrzygnięto w projekcie „%(object)s”: %(code)s – %(fate)s"),
        Event.CONTINUED: _("Rozstrzygnięto w projekcie „%(object)s”, że będą kontynuowane działania: %(codes)s"),
        Event.BATCH_UNDONE: _("Cofnięto w projekcie „%(object)s” decyzję zbiorczą o działaniach: %(codes)s"),
        Event.ITEM_ADDED: _("Dodano do projektu „%(object)s”: %(item)s"),
        Event.ITEM_CHANGED: _("Zmieniono w projekcie „%(object)s”: %(item)s"),
        Event.ITEM_REMOVED: _("Usunięto z projektu „%(object)s”: %(item)s"),
        Event.LINKED: _("Wskazano uchwałę, która przyjęła „%(object)s”: %(act_no)s"),
        Event.CONFIRMED: _("Potwierdzono w „%(object)s” proponowane odpowiedniki działań: %(codes)s"),
        Event.PUBLISHED: _("Ogłoszono konsultacje „%(object)s” od %(opens_on)s do %(closes_on)s"),
        Event.COMMENTED: _("%(institution)s zgłasza uwagę do projektu „%(object)s” (%(anchor)s)"),
        Event.ANSWERED: _("Odpowiedziano na uwagę do projektu „%(object)s” (%(anchor)s): %(verdict)s"),
        Event.WITHHELD: _("Ukryto przed mieszkańcami uwagę do projektu „%(object)s” (%(anchor)s): „%(reason)s”"),
        Event.CLOSED: _("Zakończono konsultacje „%(object)s”; uwag: %(n)s"),
        Event.ADOPTED: _("Przyjęto program „%(object)s”, uchwała nr %(act_no)s"),
        Event.ABANDONED: _("Zaniechano przygotowania programu „%(object)s”: „%(reason)s”"),
    },
    labels={
        "n": _("liczba"),
        "area": _("obszar"),
        "code": _("pozycja"),
        "codes": _("pozycje"),
        "fate": _("rozstrzygnięcie"),
        "item": _("pozycja projektu"),
        "act_no": _("nr uchwały"),
        "opens_on": _("od dnia"),
        "closes_on": _("do dnia"),
        "institution": _("podmiot"),
        "anchor": _("fragment"),
        "verdict": _("odpowiedź"),
        "reason": _("powód"),
        "cleared": _("uznano, że to nie są dane osób"),
        "batch": _("decyzja zbiorcza"),
    },
    values={"fate": dict(FateKind.choices), "verdict": dict(Verdict.choices)},
)
