"""How events of the evaluation read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.evaluation.events import Event
from bezpiecznik.evaluation.states import GradeValue, RecommendationState

register(
    {
        Event.STARTED: _("Rozpoczęto ocenę roczną za %(object)s; działań: %(actions)s"),
        Event.PROPOSED_AGAIN: _(
            "Przeliczono propozycje nierozstrzygniętych ocen za %(object)s; "
            "działań: %(actions)s, zmienionych: %(differing)s"
        ),
        Event.PARAGRAPH_EDITED: _("Zmieniono opis działania w sprawozdaniu rocznym: %(object)s"),
        Event.PARAGRAPH_DRAFTED: _("Przywrócono szkic opisu działania: %(object)s"),
        Event.RECOMMENDED: _("Wpisano zalecenie %(object)s: „%(recommended)s”"),
        Event.RECOMMENDATION_CHANGED: _("Zmieniono zalecenie %(object)s"),
        Event.RECOMMENDATION_NOTED: _("Zapisano, co ustalono o zaleceniu %(object)s: „%(note)s”"),
        Event.RECOMMENDATION_ENDED: _("Zalecenie %(object)s: %(became)s. „%(note)s”"),
        Event.RECOMMENDATION_REOPENED: _("Otwarto ponownie zalecenie %(object)s, bo: „%(note)s”"),
        Event.OVERRIDDEN: _(
            "Oceniono działanie inaczej, niż proponowała reguła: „%(given)s” zamiast „%(proposed)s”, bo: „%(note)s”"
        ),
        Event.DECIDED: _("Oceniono działanie zgodnie z propozycją: %(object)s"),
        Event.CONFIRMED: _("Zatwierdzono propozycje ocen za %(object)s dla działań: %(actions)s"),
        Event.FINISHED: _("Zakończono ocenę roczną za %(object)s i zamrożono materiał dowodowy"),
        Event.PUBLISHED: _("Opublikowano ocenę roczną za %(object)s"),
    },
    labels={
        "proposed": _("propozycja"),
        "given": _("nadana ocena"),
        "actions": _("działania"),
        "differing": _("zmienione propozycje"),
        "recommended": _("zalecenie"),
        "became": _("stan zalecenia"),
    },
    values={
        "proposed": dict(GradeValue.choices),
        "given": dict(GradeValue.choices),
        "became": dict(RecommendationState.choices),
    },
)
