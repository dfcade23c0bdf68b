"""Gathering of a person's data in the background. It computes first and writes once."""

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.administration.models import PersonExport
from bezpiecznik.administration.person_export import archive
from bezpiecznik.administration.persons import EXPORT
from bezpiecznik.core.jobs import JobRefused, advance, kind
from bezpiecznik.core.models import Job


@kind(EXPORT)
def export_person(job: Job) -> str:
    """Safe to run again: the same export is written over. The result's address is the page where it is taken."""
    export = PersonExport.objects.select_related("person", "asked_by").filter(pk=job.argument("export")).first()
    if export is None:
        raise JobRefused(_("Ten eksport już usunięto. Zleć go jeszcze raz."))
    advance(job, _("Zbieranie danych"), 20)
    content = archive(export.person)
    advance(job, _("Zapisywanie pliku"), 90)
    PersonExport.objects.filter(pk=export.pk).update(content=content)
    own = export.person_id == export.asked_by_id
    return reverse("own_data:page") if own else reverse("administration:person-data", args=(export.person_id,))
