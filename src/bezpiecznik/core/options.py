"""Settings that the city's IT changes on screen, without touching the machine. Each room declares its own.

    QUIET_FROM = declare(Option("notices.quiet_from", _("Cisza od godziny"), default=20, make=forms.IntegerField))

Secrets and whatever differs between machines stay in the environment (`config.settings`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django import forms
from django.db import transaction
from django.utils.functional import Promise

from bezpiecznik.core import clock, journal
from bezpiecznik.core.events import Event
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.core.journal import Person
from bezpiecznik.core.models import OptionValue

T = TypeVar("T")


@dataclass(frozen=True)
class Option(Generic[T]):
    """One setting: `key` begins with its room; the form field that `make` gives (with label and help) cleans values.

    Values are kept as JSON, so T is bool, int, str, or a list or dict of these.
    """

    key: str
    title: str | Promise
    default: T
    make: Callable[..., forms.Field]
    help: str | Promise = ""
    group: str | Promise = ""
    arguments: dict[str, Any] = field(default_factory=dict)

    def value(self) -> T:
        """What is in force now: the stored value, else the default. One query."""
        kept = OptionValue.objects.filter(key=self.key).values_list("value", flat=True).first()
        return self.default if kept is None else kept

    def field(self) -> forms.Field:
        """The form field that cleans values of the setting."""
        return self.make(label=self.title, help_text=self.help, **self.arguments)


OPTIONS: dict[str, Option[Any]] = {}


def declare(option: Option[T]) -> Option[T]:
    """Make the option known to the page of settings. Raises ValueError for a key declared twice."""
    if option.key in OPTIONS:
        raise ValueError(f"Option declared twice: {option.key}")
    OPTIONS[option.key] = option
    return option


class ChangedMeanwhile(Exception):
    """Somebody else has changed the setting since the page was opened."""


def stamp(option: Option[Any]) -> str:
    """Changes with each change of the setting: whoever saves over a value they have not seen is told."""
    kept = OptionValue.objects.filter(key=option.key).first()
    return digest(as_text([kept.value, kept.changed_at.isoformat()])) if kept else ""


@transaction.atomic
def change(option: Option[T], value: T, *, seen: str, by: Person) -> None:
    """Set the value in force. Saving what is in force already changes nothing. Raises ChangedMeanwhile."""
    kept = _held(option, seen)
    before = kept.value if kept else option.default
    if before == value:
        return
    row = kept or OptionValue(key=option.key)
    row.value, row.changed_at, row.changed_by = value, clock.now(), by.get_full_name()
    row.save()
    _note(Event.OPTION_CHANGED, option, before, value, by=by)


@transaction.atomic
def reset(option: Option[Any], *, seen: str, by: Person) -> None:
    """Back to the default. Raises ChangedMeanwhile."""
    kept = _held(option, seen)
    if kept is None:
        return
    kept.delete()
    if kept.value != option.default:
        _note(Event.OPTION_RESET, option, kept.value, option.default, by=by)


def _held(option: Option[Any], seen: str) -> OptionValue | None:
    kept = OptionValue.objects.select_for_update().filter(key=option.key).first()
    if stamp(option) != seen:
        raise ChangedMeanwhile
    return kept


def _note(event: Event, option: Option[Any], before: Any, after: Any, *, by: Person) -> None:
    title = str(option.title)
    journal.record(event, OptionValue(key=option.key), by=by, title=title, changed={title: [before, after]})
