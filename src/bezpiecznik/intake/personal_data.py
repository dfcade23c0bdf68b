"""Resolutions that a person uploaded or accepted."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.intake.models import Intake, ReviewAct


def register() -> None:
    persons.part("intakes", _("Wczytane uchwały"), intakes)
    persons.part("review_acts", _("Sprawdzanie odczytów uchwał"), acts)


def intakes(person: User) -> Iterator[Row]:
    for intake in Intake.objects.filter(Q(uploaded_by=person) | Q(accepted_by=person)):
        yield {
            _("plik"): intake.file_name,
            _("wczytano"): intake.uploaded_at,
            _("przyjęto"): intake.accepted_at,
            _("stan"): intake.get_state_display(),
        }


def acts(person: User) -> Iterator[Row]:
    for act in ReviewAct.objects.filter(Q(by=person) | Q(undone_by=person)).select_related("intake"):
        yield {
            _("plik"): act.intake.file_name,
            _("czynność"): str(act),
            _("kiedy"): act.at,
            _("cofnięto"): act.undone_at,
        }
