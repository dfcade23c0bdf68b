"""The work of making files of letters just numbered. Each letter is written by itself, so it may begin again."""

from django.utils.translation import gettext as _

from bezpiecznik.core.jobs import advance, kind
from bezpiecznik.core.models import Job
from bezpiecznik.letters import services
from bezpiecznik.letters.models import Letter, Series


@kind(services.RENDER)
def render(job: Job) -> str:
    """PDF and DOCX of each letter named in the job; what has its files already is passed over."""
    letters = list(Letter.objects.filter(pk__in=job.argument("letters")).select_related("document").order_by("pk"))
    for done, letter in enumerate(letters):
        told = {"done": done + 1, "total": len(letters)}
        advance(job, _("Pismo %(done)s z %(total)s") % told, 100 * done // len(letters))
        services.keep_files(letter)
    if series := Series.objects.filter(pk=job.argument("series")).first():
        return series.get_absolute_url()
    return letters[0].get_absolute_url()
