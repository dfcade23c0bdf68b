"""Lines of the journal and of the log of readings as the pages show them: filtered, in words, with links."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.administration.journal_forms import SYSTEM_KEY
from bezpiecznik.core.lists import Column
from bezpiecznik.core.models import AccessEntry, JournalEntry
from bezpiecznik.core.search import matching
from bezpiecznik.core.sentences import Told, tell
from bezpiecznik.institutions.access import administers, rights_of
from bezpiecznik.institutions.rights import Right

Lines = TypeVar("Lines", bound=QuerySet[Any])

OPENED_WITH: dict[str, Right] = {
    "plans.programme": Right.READ_PLAN,
    "plans.undertaking": Right.READ_PLAN,
    "institutions.institution": Right.READ_PLAN,
    "institutions.post": Right.ADMINISTER,
    "accounts.user": Right.ADMINISTER,
    "intake.intake": Right.MANAGE_PLAN,
    "reporting.period": Right.READ_REPORTS,
    "reporting.packet": Right.REVIEW_REPORTS,
    "evaluation.evaluation": Right.GRADE,
    "evaluation.grade": Right.GRADE,
    "documents.document": Right.READ_DOCUMENTS,
    "core.verification": Right.READ_JOURNAL,
}
"""Objects that have a page, and the right that surely opens it."""


@dataclass(frozen=True)
class Line:
    """A line in words; `url` leads to its object where that still exists and may be seen, else it is blank."""

    entry: JournalEntry
    told: Told
    url: str


def journal_lines(wanted: dict[str, Any]) -> QuerySet[JournalEntry]:
    """Lines that fit the filter's cleaned values."""
    found = _of_days_and_person(JournalEntry.objects.all(), wanted)
    if room := wanted.get("room"):
        found = found.filter(event__startswith=f"{room}.")
    if chosen := wanted.get("object"):
        kind, _colon, key = chosen.partition(":")
        found = found.filter(object_type=kind, object_key=key)
    return matching(found, wanted.get("q", ""), field="words__search_text")


def readings(wanted: dict[str, Any]) -> QuerySet[AccessEntry]:
    """Readings that fit the filter's cleaned values."""
    return matching(_of_days_and_person(AccessEntry.objects.all(), wanted), wanted.get("q", ""))


def _of_days_and_person(found: Lines, wanted: dict[str, Any]) -> Lines:
    if person := wanted.get("person"):
        found = found.filter(actor_key="" if person == SYSTEM_KEY else person)
    if since := wanted.get("since"):
        found = found.filter(at__gte=_midnight(since))
    if until := wanted.get("until"):
        found = found.filter(at__lt=_midnight(until + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def in_words(user: User, entries: Iterable[JournalEntry]) -> list[Line]:
    """The lines with sentences and links; one query for each kind of object among them."""
    listed = list(entries)
    urls = _urls(user, listed)
    return [Line(entry, tell(entry), urls.get((entry.object_type, entry.object_key), "")) for entry in listed]


def _urls(user: User, entries: list[JournalEntry]) -> dict[tuple[str, str], str]:
    keys: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if _opens(user, entry.object_type):
            keys[entry.object_type].add(entry.object_key)
    found: dict[tuple[str, str], str] = {}
    for kind, wanted in keys.items():
        model: Any = apps.get_model(kind)
        if hasattr(model, "get_absolute_url"):
            rows = model._base_manager.filter(pk__in=wanted).only("pk")
            found |= {(kind, str(row.pk)): row.get_absolute_url() for row in rows}
    return found


def _opens(user: User, kind: str) -> bool:
    right = OPENED_WITH.get(kind)
    if right is None:
        return False
    return rights_of(user).has(right) or (right in {Right.ADMINISTER, Right.READ_JOURNAL} and administers(user))


def moment(value: datetime) -> str:
    """For files, to the second, in Europe/Warsaw: `2026-11-26 12:30:05`."""
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M:%S}"


def _details(entry: JournalEntry) -> str:
    told = tell(entry)
    changes = [f"{change.label}: {change.before} → {change.after}" for change in told.changes]
    return "; ".join([*changes, *(f"{label}: {value}" for label, value in told.facts)])


JOURNAL_COLUMNS: list[Column[JournalEntry]] = [
    Column(_("Nr"), lambda entry: entry.pk),
    Column(_("Kiedy"), lambda entry: moment(entry.at)),
    Column(_("Kto"), lambda entry: entry.actor_name),
    Column(_("Co się stało"), lambda entry: tell(entry).sentence),
    Column(_("Obiekt"), lambda entry: entry.object_label),
    Column(_("Szczegóły"), _details),
    Column(_("Skrót wpisu"), lambda entry: entry.hash),
]
READING_COLUMNS: list[Column[AccessEntry]] = [
    Column(_("Kiedy"), lambda entry: moment(entry.at)),
    Column(_("Kto"), lambda entry: entry.actor_name),
    Column(_("Co otwarto"), lambda entry: entry.page),
    Column(_("Czego dotyczy"), lambda entry: entry.object_label),
    Column(_("Adres strony"), lambda entry: entry.path),
    Column(_("Adres sieciowy"), lambda entry: entry.address),
]
