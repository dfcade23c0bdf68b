"""Lines of the journal as sentences. Each room says how its events read, in its `sentences.py`, found by its name:

    register(
        {Event.PACKET_RETURNED: _("Zwrócono sprawozdanie %(object)s do poprawy: „%(note)s”")},
        labels={"version": _("wersja")},                       # names of details
        values={"outcome": dict(Outcome.choices)},             # words for coded values
    )

`%(object)s` is the label of the object, everything else a detail of the line. Sentences name no person (who did it
stands beside) and use impersonal verbs, for nobody's gender is known here. Without a sentence, or where a detail is
missing, the label of the event with its object is read, and all details are listed below.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.models import JournalEntry

Text = str | Promise
SENTENCES: dict[str, Text] = {}
LABELS: dict[str, Text] = {}
VALUES: dict[str, Mapping[Any, Text]] = {}
CHANGED = "changed"
"""The detail that maps names of fields to [before, after]; `was` and `now` (name to value) say the same."""
PAIR = 2


def register(
    sentences: Mapping[Any, Text] | None = None,
    *,
    labels: Mapping[str, Text] | None = None,
    values: Mapping[str, Mapping[Any, Text]] | None = None,
) -> None:
    SENTENCES.update({_value(event): sentence for event, sentence in (sentences or {}).items()})
    LABELS.update(labels or {})
    VALUES.update(values or {})


def _value(event: Any) -> str:
    return str(event.value) if isinstance(event, models.TextChoices) else str(event)


@dataclass(frozen=True)
class Change:
    """One field before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Told:
    """A line as people read it: one sentence, what changed, and the other details."""

    sentence: str
    changes: tuple[Change, ...]
    facts: tuple[tuple[str, str], ...]


def tell(entry: JournalEntry) -> Told:
    sentence, used = _sentence(entry)
    rest = {name: value for name, value in entry.data.items() if name not in used}
    changed = rest.pop(CHANGED, {})
    if isinstance(rest.get("was"), dict) and isinstance(rest.get("now"), dict):
        was, now = rest.pop("was"), rest.pop("now")
        changed = {name: [was.get(name), now.get(name)] for name in {**was, **now}}
    changes = tuple(_changes(changed))
    return Told(sentence, changes, tuple((label_of(name), in_words(name, value)) for name, value in rest.items()))


def _sentence(entry: JournalEntry) -> tuple[str, set[str]]:
    """The sentence, and the details that stand in it."""
    words = _Words(entry)
    template = SENTENCES.get(entry.event)
    if template is not None:
        try:
            return str(template) % words, words.used
        except KeyError:
            words = _Words(entry)
    return f"{entry.sentence}: {entry.object_label}", words.used


class _Words(dict[str, str]):
    """What a sentence may ask for; it remembers what it was asked."""

    def __init__(self, entry: JournalEntry) -> None:
        super().__init__({name: in_words(name, value) for name, value in entry.data.items()})
        self["object"] = entry.object_label
        self.used: set[str] = set()

    def __getitem__(self, name: str) -> str:
        found = super().__getitem__(name)
        self.used.add(name)
        return found


def _changes(changed: Any) -> Iterator[Change]:
    if not isinstance(changed, dict):
        return
    for name, pair in changed.items():
        if isinstance(pair, list) and len(pair) == PAIR:
            yield Change(label_of(name), in_words(name, pair[0]), in_words(name, pair[1]))


def label_of(name: str) -> str:
    return str(LABELS.get(name, name))


def in_words(name: str, value: Any) -> str:
    """A detail as people write it; a coded value in the words of its room."""
    words = VALUES.get(name)
    if words is not None and isinstance(value, str | int) and value in words:
        return str(words[value])
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    if isinstance(value, list):
        return ", ".join(in_words(name, inner) for inner in value) or _("nic")
    if isinstance(value, dict):
        return "; ".join(f"{label_of(key)}: {in_words(key, inner)}" for key, inner in value.items()) or _("nic")
    return _("puste") if value is None or value == "" else str(value)


register(
    {
        "core.journal_trimmed": gettext_lazy(
            "Przeniesiono do archiwum %(archive)s najstarsze wpisy dziennika, do nr %(up_to)s włącznie"
        ),
        "core.access_trimmed": gettext_lazy("Usunięto najstarsze odczyty stron: %(removed)s"),
        "core.option_changed": gettext_lazy("Zmieniono ustawienie „%(title)s”"),
        "core.option_reset": gettext_lazy("Przywrócono domyślną wartość ustawienia „%(title)s”"),
        "core.job_cancelled": gettext_lazy("Przerwano zadanie w tle „%(object)s” przy %(percent)s%%"),
        "core.verified": gettext_lazy("Sprawdzono dziennik, migawki i pliki; niezgodności: %(faults)s"),
    },
    labels={
        "note": gettext_lazy("uwaga"),
        "sha256": gettext_lazy("skrót (sha256)"),
        "seal": gettext_lazy("pieczęć"),
        "archive": gettext_lazy("archiwum"),
        "removed": gettext_lazy("usunięto"),
        "percent": gettext_lazy("procent"),
        "stage": gettext_lazy("etap"),
        "value": gettext_lazy("wartość"),
        "files": gettext_lazy("pliki"),
        "text": gettext_lazy("tekst"),
    },
)
