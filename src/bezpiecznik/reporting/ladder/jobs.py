"""Many reminders at once, sent in the background. Done again, it finds the work done."""

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.jobs import JobRefused, advance, kind
from bezpiecznik.core.models import Job
from bezpiecznik.reporting.ladder import services
from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.refusals import Refused


@kind(services.SEND)
def send(job: Job) -> str:
    """Remind of the packets named in the job, in the name of its owner; leads to the log of the period."""
    packets = list(Packet.objects.filter(pk__in=job.argument("packets")).order_by("pk"))
    advance(job, _("Wysyłanie przypomnień"), 10)
    by = User.objects.get(pk=job.owner_key)
    try:
        services.remind(packets, by=by, note=job.argument("note"), steps=job.argument("steps"))
    except Refused as refusal:
        if job.attempts <= 1:  # else the first attempt died after its work was done
            raise JobRefused(str(refusal)) from refusal
    return reverse("reporting:reminders", args=(packets[0].period_id,))
