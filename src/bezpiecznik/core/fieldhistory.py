"""Old wording and values, kept where they matter: who changed what, when, from what to what.

A model declares `history = kept_history(_("historia ocen"), _("historie ocen"), without=("search_text",))`; then each
`save()` keeps the state after it, with the person of the request (or whom `sign` names). The state before the first
change is kept too, when it comes, so that rows made in bulk cost nothing until somebody touches them.

`QuerySet.update` and `bulk_create` go past `save()`: a service that changes kept fields so calls `keep_baseline` before
and `keep` after. `changes` gives what the page shows (`core/_changes.html`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from simple_history.models import HistoricalRecords

from bezpiecznik.core import clock
from bezpiecznik.core.worddiff import Piece, pieces

MOST_SHOWN = 200
ONE_SITTING = timedelta(minutes=15)
"""Saves of one person that follow within it are one change: pages save as one types."""

Words = Mapping[str, Callable[[Any], str]]


def kept_history(
    one: str | Promise, many: str | Promise, *, without: Sequence[str] = (), bases: Sequence[type[Model]] = ()
) -> Any:
    """The history of a model's rows, but for the fields `without`; `bases` add columns of their own."""
    return HistoricalRecords(
        verbose_name=one, verbose_name_plural=many, excluded_fields=list(without), bases=[*bases, Model]
    )


def stamp(history_instance: Any, **_signal: Any) -> None:
    """Receiver: the moment is the house's, also where it is pretended."""
    history_instance.history_date = clock.now()


def before_save(sender: type[Model], instance: Any, **signal: Any) -> None:
    """Receiver of `pre_save`: the first change of a row made in bulk still has something to be compared with."""
    kept = hasattr(sender._meta, "simple_history_manager_attribute")
    if kept and not instance._state.adding and not signal.get("raw"):
        keep_baseline(instance)


def sign(obj: Any, *, by: Any) -> None:
    """The next `save()` of the object is this person's, whoever's request it is."""
    obj._history_user = by


def keep_baseline(obj: Any, **extra: Any) -> None:
    """Keep what is stored now, unless something is kept already. To be called before the change."""
    model = type(obj)
    if model.history.filter(**{model._meta.pk.name: obj.pk}).exists():
        return
    if stored := model._base_manager.filter(pk=obj.pk).first():
        _row(stored, None, "+", extra).save()


def keep(obj: Any, *, by: Any, **extra: Any) -> None:
    """Keep how the row stands now; `extra` fills columns of the history's own.

    Goes over the state that the same person left a moment ago (`ONE_SITTING`).
    """
    model = type(obj)
    last = model.history.filter(**{model._meta.pk.name: obj.pk}).order_by("-history_date", "-history_id").first()
    row = _row(obj, by, "~" if last else "+", extra)
    if last and by and last.history_user_id == by.pk and last.history_date > clock.now() - ONE_SITTING:
        row.history_id, row.history_type = last.history_id, last.history_type
        row.save(force_update=True)
    else:
        row.save()


def _row(obj: Any, by: Any, kind: str, extra: dict[str, Any]) -> Any:
    model = type(obj).history.model
    values = {field.attname: getattr(obj, field.attname) for field in model.tracked_fields}
    return model(history_date=clock.now(), history_type=kind, history_user=by, **values, **extra)


@dataclass(frozen=True)
class FieldChange:
    """One field: its name in words, and what of its text went, came and stayed."""

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Change:
    """What one person changed at one moment; `who` is blank where nobody signed in did it."""

    at: datetime
    who: str
    fields: tuple[FieldChange, ...]


def changes(obj: Any, *fields: str, words: Words | None = None) -> list[Change]:
    """Changes of these fields, newest first. `words` turn values into text where `str` or the choices do not."""
    kept = obj.history.select_related("history_user").order_by("-history_date", "-history_id")[: MOST_SHOWN + 1]
    told = (_change(after, before, fields, words or {}, {}) for after, before in pairwise(kept))
    return [change for change in told if change.fields]


def changes_among(model: Any, *fields: str, named: Callable[[Any], str], **of: Any) -> list[Change]:
    """Changes of many rows of one model at once (`of` filters their history), newest first; `named` names a row."""
    kept = model.history.filter(**of).select_related("history_user").order_by(model._meta.pk.name, "-history_date")
    found = []
    for _key, rows in groupby(kept, key=attrgetter(model._meta.pk.name)):
        for after, before in pairwise(rows):
            labels = {name: f"{named(after)}, {after._meta.get_field(name).verbose_name}" for name in fields}
            found.append(_change(after, before, fields, {}, labels))
    return sorted((one for one in found if one.fields), key=lambda one: one.at, reverse=True)[:MOST_SHOWN]


def _change(after: Any, before: Any, fields: Sequence[str], words: Words, labels: Mapping[str, Any]) -> Change:
    changed = tuple(_changed(after, before, fields, words, labels))
    who = after.history_user.get_full_name() if after.history_user else ""
    return Change(after.history_date, who, changed)


def _changed(
    after: Any, before: Any, fields: Sequence[str], words: Words, labels: Mapping[str, Any]
) -> Iterator[FieldChange]:
    for name in fields:
        old, new = (_text(row, name, words) for row in (before, after))
        if old != new:
            label = labels.get(name) or after._meta.get_field(name).verbose_name
            yield FieldChange(str(label), pieces(old, new))


def _text(row: Any, name: str, words: Words) -> str:
    value = getattr(row, name)
    if name in words:
        return words[name](value)
    choices = dict(row._meta.get_field(name).flatchoices)
    return str(choices.get(value, "" if value is None else value))
