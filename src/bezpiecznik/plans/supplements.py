"""Writes of what the office says beside the resolution: supplements, and a lead where the document names none."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from bezpiecznik.core import clock, frozen, journal
from bezpiecznik.core.journal import Person
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import (
    Area,
    Goal,
    Responsibility,
    ResponsibilityQuerySet,
    ResponsibilityRole,
    Supplement,
    SupplementKind,
    Undertaking,
)

Said = Mapping[SupplementKind, "str | Goal | None"]
"""A text, or a goal of the programme, for each kind; an empty one takes the supplement away."""


class Outdated(Exception):
    """Somebody else supplemented the same thing in the meantime."""


def stamp_of(thing: Undertaking | Area) -> str:
    """Changes with any supplement of the thing, and with its leads."""
    said = list(thing.supplements.order_by("kind").values_list("kind", "text", "goal"))
    leads = list(_leads(thing).values_list("institution", flat=True)) if isinstance(thing, Undertaking) else []
    return frozen.stamp_of([said, leads])


@transaction.atomic
def supplement(thing: Undertaking | Area, said: Said, *, by: Person, stamp: str | None = None) -> int:
    """Say these things of an undertaking or an area; returns how many changed.

    Raises Outdated when a `stamp` is given and the thing has other supplements by now.
    """
    type(thing)._default_manager.select_for_update().get(pk=thing.pk)
    if stamp is not None and stamp != stamp_of(thing):
        raise Outdated
    changed = {kind: value for kind, value in said.items() if _say(thing, kind, value)}
    if changed:
        journal.record(
            Event.SUPPLEMENTED, thing, by=by, **{kind.value: str(value or "") for kind, value in changed.items()}
        )
    return len(changed)


@transaction.atomic
def supplement_many(things: Iterable[Undertaking], kind: SupplementKind, value: str | Goal, *, by: Person) -> int:
    """Say the same of many undertakings; returns of how many it is new. One line of the journal for each."""
    return sum(supplement(thing, {kind: value}, by=by) for thing in things)


def _say(thing: Undertaking | Area, kind: SupplementKind, value: str | Goal | None) -> bool:
    known = thing.supplements.filter(kind=kind).first()
    goal, text = (value, "") if isinstance(value, Goal) else (None, value or "")
    if known and not value:
        known.delete()
        return True
    if not value or (known and (known.text, known.goal) == (text, goal)):
        return False
    found = known or Supplement(kind=kind, **_of(thing))
    found.text, found.goal = text, goal
    found.save()
    return True


def _of(thing: Undertaking | Area) -> dict[str, Undertaking | Area]:
    return {"area" if isinstance(thing, Area) else "undertaking": thing}


def _leads(undertaking: Undertaking) -> ResponsibilityQuerySet:
    leads = Responsibility.objects.not_over().filter(undertaking=undertaking, role=ResponsibilityRole.LEAD)
    return leads.order_by("place")


@transaction.atomic
def name_lead(undertaking: Undertaking, institution: Institution, *, by: Person) -> bool:
    """Make a body responsible for an undertaking that has nobody; False where somebody is responsible already.

    The duty begins today: reports are asked from the next period on.
    """
    Undertaking.objects.select_for_update().get(pk=undertaking.pk)
    if _leads(undertaking).exists():
        return False
    Responsibility.objects.create(
        undertaking=undertaking, institution=institution, role=ResponsibilityRole.LEAD, since=clock.today()
    )
    journal.record(Event.LEAD_NAMED, undertaking, by=by, institution=str(institution))
    return True
