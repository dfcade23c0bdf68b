"""What reporting does every night by itself."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import ticks
from bezpiecznik.core.polish import forms
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import services
from bezpiecznik.reporting.states import PeriodState


@ticks.daily("reporting.follow_programme", title=_("Obowiązki sprawozdawcze za zmianami programu"))
def follow_programme() -> str:
    """Ask what the programme asks by now: an action completed, a body dissolved, a date moved."""
    programmes = Programme.objects.filter(periods__state=PeriodState.OPEN).distinct().order_by("pk")
    changed = 0
    for programme in programmes:
        renewed = services.renew_open_periods(programme, by=None)
        changed += sum(renewal != services.Renewal(0, 0) for renewal in renewed.values())
    return f"{changed} {forms(changed, 'okres,okresy,okresów')}"
