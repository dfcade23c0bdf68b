"""Decisions of a person about faults of a programme's document."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.plans.models import DocumentFinding


def register() -> None:
    persons.part("findings", _("Decyzje o sprawach do uporządkowania w programie"), findings)


def findings(person: User) -> Iterator[Row]:
    for finding in DocumentFinding.objects.filter(decided_by=person):
        yield {
            _("sprawa"): finding.message,
            _("decyzja"): finding.get_state_display(),
            _("powód"): finding.reason,
            _("kiedy"): finding.decided_at,
        }
