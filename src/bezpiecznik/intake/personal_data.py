"""Resolutions that a person uploaded or accepted."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.intake.models import Intake


def register() -> None:
    persons.part("intakes", _("Wczytane uchwały"), intakes)


def intakes(person: User) -> Iterator[Row]:
    for intake in Intake.objects.filter(Q(uploaded_by=person) | Q(accepted_by=person)):
        yield {
            _("plik"): intake.file_name,
            _("wczytano"): intake.uploaded_at,
            _("przyjęto"): intake.accepted_at,
            _("stan"): intake.get_state_display(),
        }
