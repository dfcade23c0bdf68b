"""How events of the programme read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import SupplementKind

register(
    {
        Event.CREATED: _("Wpisano do rejestru program „%(object)s” z uchwały nr %(act_no)s"),
        Event.LEAD_NAMED: _("Wskazano podmiot odpowiedzialny za „%(object)s”: %(institution)s"),
        Event.SUPPLEMENTED: _("Uzupełniono, czego nie mówi uchwała: „%(object)s”"),
        Event.AMENDED: _("Wpisano zmianę programu „%(object)s”: %(basis)s, obowiązuje od %(effective_on)s"),
        Event.ENDED: _("Zakończono program „%(object)s”, bo zastąpił go następny"),
        Event.FINDING_SETTLED: _("Załatwiono sprawę do uporządkowania w programie „%(object)s”: %(finding)s"),
        Event.FINDING_SET_ASIDE: _("Odłożono sprawę do uporządkowania w programie „%(object)s”: %(finding)s"),
        Event.FINDING_REOPENED: _("Otwarto ponownie sprawę do uporządkowania w programie „%(object)s”: %(finding)s"),
    },
    labels={
        "act_no": _("nr uchwały"),
        "successor": _("klucz następnego programu"),
        "institution": _("podmiot"),
        "finding": _("uwaga do dokumentu"),
        "reason": _("powód"),
        "basis": _("podstawa"),
        "effective_on": _("obowiązuje od"),
        "changes": _("co zmieniono"),
        **{str(kind): kind.label for kind in SupplementKind},
    },
)
