"""The background job that opens a period. Safe to run again: everything is written in one transaction, once."""

from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.jobs import JobRefused, advance, kind
from bezpiecznik.core.models import Job
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Period
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.periods import OPEN


@kind(OPEN)
def open_period(job: Job) -> str:
    """Open the period named in the job, in the name of its owner; leads to the matrix."""
    advance(job, _("Ustalanie, kto ma sprawozdawać"), 10)
    period = Period.objects.select_related("programme").get(pk=job.argument("period"))
    by = User.objects.get(pk=job.owner_key)
    advance(job, _("Zakładanie obowiązków i zawiadamianie podmiotów"), 30)
    try:
        services.open_period(period, by=by)
    except Refused as refusal:
        if job.attempts <= 1:  # else the first attempt died after its work was done
            raise JobRefused(str(refusal)) from refusal
    return period.get_absolute_url()
