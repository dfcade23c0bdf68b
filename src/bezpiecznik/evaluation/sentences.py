"""How events of the evaluation read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.evaluation.events import Event
from bezpiecznik.evaluation.states import GradeValue

register(
    {
        Event.STARTED: _("Rozpoczęto ocenę roczną za %(object)s; działań: %(actions)s"),
        Event.OVERRIDDEN: _(
            "Oceniono działanie inaczej, niż proponowała reguła: „%(given)s” zamiast „%(proposed)s”, bo: „%(note)s”"
        ),
        Event.DECIDED: _("Oceniono działanie zgodnie z propozycją: %(object)s"),
        Event.CONFIRMED: _("Zatwierdzono propozycje ocen za %(object)s dla działań: %(actions)s"),
        Event.FINISHED: _("Zakończono ocenę roczną za %(object)s i zamrożono materiał dowodowy"),
        Event.PUBLISHED: _("Opublikowano ocenę roczną za %(object)s"),
    },
    labels={"proposed": _("propozycja"), "given": _("nadana ocena"), "actions": _("działania")},
    values={"proposed": dict(GradeValue.choices), "given": dict(GradeValue.choices)},
)
