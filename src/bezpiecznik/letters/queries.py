"""Reads of the room: the list, the cases to choose from, what was noted of sending."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from bezpiecznik.core.search import matching
from bezpiecznik.documents.models import DocumentFile, FileFormat
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.models import Case, Letter, LetterQuerySet, Sending, Series
from bezpiecznik.letters.states import LetterState

CASES_OFFERED = 50


def listed(letters: LetterQuerySet, wanted: dict[str, Any]) -> LetterQuerySet:
    """Those that fit the cleaned values of the filter: `q`, `state`, `institution`, days `since` and `until`."""
    found = letters.with_sending().select_related("institution", "document", "case").defer("document__snapshot")
    if state := wanted.get("state"):
        found = found.filter(state=state)
    if institution := wanted.get("institution"):
        found = found.filter(institution=institution)
    if since := wanted.get("since"):
        found = found.filter(dated_on__gte=since)
    if until := wanted.get("until"):
        found = found.filter(dated_on__lte=until)
    return matching(found, wanted.get("q") or "")


def written_to() -> QuerySet[Institution]:
    """Institutions that have a letter, to filter by."""
    return Institution.objects.filter(pk__in=Letter.objects.values("institution")).in_polish_order()


def recent_cases() -> QuerySet[Case]:
    return Case.objects.order_by("-opened_on", "-pk")[:CASES_OFFERED]


def notes_of(letter: Letter) -> list[Sending]:
    """All notes of sending, the newest first; the first that was not taken back is in force."""
    return list(letter.sendings.select_related("noted_by", "undone_by").order_by("-pk"))


def note_in_force(letter: Letter) -> Sending | None:
    return letter.sendings.in_force().order_by("-pk").first()


def letters_of_series(series: Series) -> LetterQuerySet:
    found = Letter.objects.filter(series=series).with_sending()
    return found.select_related("institution", "document", "case").order_by("pk")


def counts_of_series(series: Series) -> dict[str, int]:
    """How many letters of the series stand in each state, and how many have their files."""
    states = {state.value: Count("pk", filter=Q(state=state)) for state in LetterState}
    ready = Count("pk", filter=Q(document__files__format=FileFormat.PDF))
    return Letter.objects.filter(series=series).aggregate(**states, ready=ready, all=Count("pk"))


def pdfs_of_series(series: Series) -> list[DocumentFile]:
    """PDF files of the letters of the series that were not cancelled, in the order of their numbers."""
    letters = Letter.objects.filter(series=series).exclude(state=LetterState.CANCELLED)
    found = DocumentFile.objects.filter(document__letter__in=letters, format=FileFormat.PDF)
    return list(found.select_related("file", "document").order_by("document_id"))
