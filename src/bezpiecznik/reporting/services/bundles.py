"""The files of a period in one ZIP: asked for, and kept when they are made."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs, journal
from bezpiecznik.core.models import Job
from bezpiecznik.files.services import discard_unreferenced, store
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import FileBundle, Period

BUNDLE = "reporting.bundle"


def ask_for_bundle(period: Period, *, by: User) -> Job:
    """Have the files made in the background."""
    about = reverse("reporting:period-files", args=(period.pk,))
    title = _("Pliki sprawozdań za %(period)s") % {"period": period}
    return jobs.start(BUNDLE, title=title, by=by, about=about, period=period.pk, by_key=str(by.pk))


@transaction.atomic
def keep_bundle(period: Period, data: bytes, *, packets: int, by: User) -> FileBundle:
    """In place of the one made before, whose file is removed when nothing else needs it."""
    stored = store(data, media_type="application/zip")
    former = FileBundle.objects.select_for_update(of=("self",)).select_related("file").filter(period=period).first()
    values = {"file": stored, "packets": packets, "made_at": clock.now(), "made_by": by}
    bundle, _new = FileBundle.objects.update_or_create(period=period, defaults=values)
    if former and former.file_id != stored.pk:
        discard_unreferenced([former.file])
    journal.record(Event.FILES_BUNDLED, period, by=by, packets=packets, sha256=stored.sha256)
    return bundle
