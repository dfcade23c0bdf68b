"""Exports of a person's data are there to be taken, not to lie."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.administration.models import PersonExport
from bezpiecznik.core.keeping import Ending, Kept, delete_from, register
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP

EXPORT_DAYS = declare(
    Option(
        "administration.keep_exports",
        _("Eksport danych osoby: ile dni do pobrania"),
        default=7,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 1, "max_value": 30},
    )
)


def export_lasts() -> timedelta:
    return timedelta(days=EXPORT_DAYS.value())


def register_kept() -> None:
    register(
        Kept(
            name="administration.exports",
            title=_("Eksporty danych osób"),
            holds=_("Plik ze wszystkim, co system wie o osobie."),
            basis=_("art. 15 i 20 RODO; art. 5 ust. 1 lit. e RODO"),
            ending=Ending.DELETED,
            period=EXPORT_DAYS,
            count=PersonExport.objects.count,
            due=lambda before: PersonExport.objects.filter(asked_at__lt=before),
            remove=delete_from(PersonExport),
        )
    )
