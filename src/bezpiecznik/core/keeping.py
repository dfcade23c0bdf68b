"""What is kept how long. Each room registers its classes of data when its app is ready; the work is done from above.

    register(Kept(name="notices.messages", title=…, holds=…, basis=…, ending=Ending.DELETED, period=DAYS, …))

Nothing that was reported, decided or published is ever removed: such a class has the ending `KEPT` and no `due`.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.options import Option


class Ending(models.TextChoices):
    """What happens when the period is over."""

    DELETED = "deleted", _("usuwane")
    EMPTIED = "emptied", _("treść usuwana, wpis zostaje")
    ON_DECISION = "on_decision", _("anonimizowane decyzją administratora")
    KEPT = "kept", _("zachowywane")


@dataclass(frozen=True)
class Kept:
    """One class of data. `period` is in days; its least value stands in the form field of the option.

    `due(before)` gives the rows whose time began before that moment; `remove(keys)` ends them and tells how many.
    Without `remove` the system only shows them.
    """

    name: str
    title: str | Promise
    holds: str | Promise
    basis: str | Promise
    ending: Ending
    count: Callable[[], int]
    why: str | Promise = ""
    period: Option[int] | None = None
    due: Callable[[datetime], QuerySet[Any]] | None = None
    remove: Callable[[Sequence[Any]], int] | None = None
    address: str = ""
    """The name of the address where those due are listed, if there is one."""

    def days(self) -> int | None:
        return self.period.value() if self.period else None

    @property
    def least(self) -> int | None:
        """The fewest days that the setting allows."""
        return self.period.arguments.get("min_value") if self.period else None

    def due_now(self) -> QuerySet[Any] | None:
        """Rows whose period is over at this moment."""
        days = self.days()
        return self.due(clock.now() - timedelta(days=days)) if self.due and days is not None else None

    @transaction.atomic
    def remove_some(self, limit: int) -> int:
        """End at most so many of those due, in one transaction; how many were ended."""
        rows = self.due_now()
        if rows is None or self.remove is None:
            return 0
        keys = list(rows.order_by("pk").values_list("pk", flat=True)[:limit])
        return self.remove(keys) if keys else 0


KEPT: dict[str, Kept] = {}


def register(kept: Kept) -> Kept:
    """Make the class known. Raises ValueError for a name registered twice."""
    if kept.name in KEPT:
        raise ValueError(f"Kept data registered twice: {kept.name}")
    KEPT[kept.name] = kept
    return kept


ON_FILE = _("ustawa o narodowym zasobie archiwalnym i archiwach; art. 6 ust. 1 lit. c i e RODO")
"""Why files of the office are kept, in one wording for all rooms."""


def keep_on_file(
    name: str, *, title: str | Promise, holds: str | Promise, why: str | Promise, count: Callable[[], int],
    basis: str | Promise = ON_FILE,
) -> Kept:  # fmt: skip
    """Make a class known that the system never removes, and why."""
    return register(Kept(name=name, title=title, holds=holds, basis=basis, ending=Ending.KEPT, count=count, why=why))


def in_order() -> list[Kept]:
    """All classes, from the ground floor up: rooms make themselves known in the order of loading, the highest first."""
    rooms: dict[str, list[Kept]] = {}
    for kept in KEPT.values():
        rooms.setdefault(kept.name.partition(".")[0], []).append(kept)
    return [kept for room in reversed(rooms.values()) for kept in room]


def delete_from(model: type[models.Model]) -> Callable[[Sequence[Any]], int]:
    """A `remove` that deletes rows of the model; the number of its own rows deleted."""

    def remove(keys: Sequence[Any]) -> int:
        _all, by_model = model._default_manager.filter(pk__in=keys).delete()
        return by_model.get(model._meta.label, 0)

    return remove


def unreferenced(rows: QuerySet[Any], *, but: Collection[type[models.Model]] = ()) -> QuerySet[Any]:
    """Those rows to which no other row of the house points, whatever room it is in; rows of `but` do not count."""
    for relation in rows.model._meta.get_fields(include_hidden=True):
        if relation.related_model in but:
            continue
        if relation.auto_created and (relation.one_to_many or relation.one_to_one) and not relation.concrete:
            pointing = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
            rows = rows.filter(~Exists(pointing))
    return rows
