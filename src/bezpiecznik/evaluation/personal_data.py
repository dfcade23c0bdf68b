"""Grades that a person gave, and what they decided about texts before publication."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.evaluation.models import Grade, Recommendation, RecommendationNote, TextDecision


def register() -> None:
    persons.part("grades", _("Rozstrzygnięte oceny"), grades)
    persons.part("text_decisions", _("Rozstrzygnięcia o treściach"), text_decisions)
    persons.part("paragraphs", _("Opisy działań, które ta osoba zredagowała"), paragraphs)
    persons.part("recommendations", _("Zalecenia, które ta osoba wpisała albo zakończyła"), recommendations)
    persons.part("recommendation_notes", _("Ustalenia o zaleceniach"), recommendation_notes)


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


def paragraphs(person: User) -> Iterator[Row]:
    found = Grade.objects.filter(paragraph_by=person).defer("statements_json", "search_text")
    for grade in found.select_related("evaluation", "undertaking__area"):
        yield {
            _("rok"): grade.evaluation.year,
            _("działanie"): grade.undertaking.code,
            _("opis"): grade.paragraph,
            _("kiedy"): grade.paragraph_at,
        }


def recommendations(person: User) -> Iterator[Row]:
    found = Recommendation.objects.filter(made_by=person) | Recommendation.objects.filter(closed_by=person)
    for one in found.distinct():
        yield {
            _("zalecenie"): str(one),
            _("treść"): one.text,
            _("wpisano"): one.made_at,
            _("zakończono"): one.closed_on,
        }


def recommendation_notes(person: User) -> Iterator[Row]:
    for note in RecommendationNote.objects.filter(by=person).select_related("recommendation"):
        yield {_("zalecenie"): str(note.recommendation), _("co ustalono"): note.text, _("dzień"): note.on}
