"""Settings that the city's IT changes on screen, without touching the machine. Each room declares its own.

    QUIET_FROM = declare(Option("notices.quiet_from", _("Cisza od godziny"), default=20, make=forms.IntegerField))

Secrets and whatever differs between machines stay in the environment (`config.settings`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django import forms
from django.utils.functional import Promise

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


OPTIONS: dict[str, Option[Any]] = {}


def declare(option: Option[T]) -> Option[T]:
    """Make the option known to the page of settings. Raises ValueError for a key declared twice."""
    if option.key in OPTIONS:
        raise ValueError(f"Option declared twice: {option.key}")
    OPTIONS[option.key] = option
    return option
