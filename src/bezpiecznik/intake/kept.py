"""Uploads that were abandoned: removed with their file, unless something else stands on it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, register, unreferenced
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP
from bezpiecznik.files.services import discard_unreferenced
from bezpiecznik.intake.models import Intake, IntakeState, ReviewAct

ABANDONED_DAYS = declare(
    Option(
        "intake.keep_abandoned",
        _("Porzucone wczytania: ile dni"),
        default=90,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 7, "max_value": 730},
    )
)


def remove(keys: Sequence[Any]) -> int:
    rows = Intake.objects.filter(pk__in=keys, state=IntakeState.ABANDONED).select_related("file", "text")
    files = [file for intake in rows for file in (intake.file, intake.text) if file]
    ReviewAct.objects.filter(intake__in=[intake.pk for intake in rows]).delete()
    rows.delete()
    discard_unreferenced(files)
    return len(files)


def register_kept() -> None:
    abandoned = Intake.objects.filter(state=IntakeState.ABANDONED)
    register(
        Kept(
            name="intake.abandoned",
            title=_("Porzucone wczytania uchwał"),
            holds=_("Plik i odczyt, których nie przyjęto do programu."),
            basis=_("art. 5 ust. 1 lit. e RODO"),
            ending=Ending.DELETED,
            period=ABANDONED_DAYS,
            count=abandoned.count,
            due=lambda before: unreferenced(abandoned.filter(uploaded_at__lt=before), but=(ReviewAct,)),
            remove=remove,
        )
    )
