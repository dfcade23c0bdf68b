"""Grades that a person gave, and what they decided about texts before publication."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.evaluation.models import Grade, TextDecision


def register() -> None:
    persons.part("grades", _("Rozstrzygnięte oceny"), grades)
    persons.part("text_decisions", _("Rozstrzygnięcia o treściach"), text_decisions)


def grades(person: User) -> Iterator[Row]:
    found = Grade.objects.filter(decided_by=person).defer("statements_json", "search_text")
    for grade in found.select_related("evaluation", "undertaking__area"):
        yield {
            _("rok"): grade.evaluation.year,
            _("ocena"): str(grade),
            _("uzasadnienie"): grade.reason,
            _("kiedy"): grade.decided_at,
        }


def text_decisions(person: User) -> Iterator[Row]:
    for decision in TextDecision.objects.filter(decided_by=person):
        yield {
            _("kiedy"): decision.decided_at,
            _("rozstrzygnięcie"): decision.get_verdict_display(),
            _("powód"): decision.reason,
        }
