"""Editions of the world of rights, made when an address asks for one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from rights_world import World

from bezpiecznik.core import clock
from bezpiecznik.editions import consulting, deciding, items, services
from bezpiecznik.editions.items import Facts
from bezpiecznik.editions.models import Comment, Consultation, DraftArea, DraftItem, Edition, Fate
from bezpiecznik.editions.states import OPEN, Who
from bezpiecznik.plans import amending
from bezpiecznik.plans.amending import Reword
from bezpiecznik.plans.models import Amendment


def edition(world: World) -> Edition:
    """The programme that follows the one of the world."""
    known = Edition.objects.filter(former=world.programme, state__in=OPEN).first()
    by = world.people["coordinator"]
    return known or services.start_edition(world.programme, title="Następny", year_from=2040, year_to=2042, by=by)


def fate(world: World) -> Fate:
    return edition(world).fates.with_undertaking().in_document_order()[0]


def area(world: World) -> DraftArea:
    return edition(world).areas.all()[0]


def item(world: World) -> DraftItem:
    """A new one, which may be removed."""
    found = edition(world)
    facts = Facts("Nowe działanie.", area=area(world))
    return found.items.first() or items.add_item(found, facts, by=world.people["coordinator"])


def consultation(world: World) -> Consultation:
    """It goes on today."""
    found, by = edition(world), world.people["coordinator"]
    if known := found.consultations.first():
        return known
    deciding.continue_many(found, found.fates.undecided(), by=by)
    closes_on = clock.today() + timedelta(days=14)
    return consulting.publish(found, opens_on=clock.today(), closes_on=closes_on, cleared=True, by=by)


def comment(world: World) -> Comment:
    found = consultation(world)
    place = found.paragraphs[0]
    return found.comments.first() or consulting.comment(
        found, anchor=place["anchor"], sha256=place["sha256"], text="Więcej patroli.", who=Who.RESIDENT
    )


def amendment(world: World) -> Amendment:
    known = world.programme.amendments.first()
    return known or amending.amend(
        world.programme, basis="uchwała nr XX/2/2022", effective_on=world.programme.act_date or clock.today(),
        reason="…", by=world.people["coordinator"], changes=[Reword(world.patrols, "aim", "Spokój.")],
    )  # fmt: skip


OF_EDITION = (
    "detail", "continue", "undo-batch", "confirm-sure", "draft", "passages", "add-area", "add-item", "outcome",
    "publish", "link", "adopt", "abandon",
)  # fmt: skip
ARGUMENTS: dict[str, Callable[[World], tuple[Any, ...]]] = {
    "plans:amendment": lambda w: (amendment(w).pk,),
    **dict.fromkeys(("editions:start", "editions:consolidated"), lambda w: (w.programme.pk,)),
    **dict.fromkeys([f"editions:{name}" for name in OF_EDITION], lambda w: (edition(w).pk,)),
    "editions:document": lambda w: (edition(w).pk, "draft-programme"),
    **dict.fromkeys(("editions:fate", "editions:reopen"), lambda w: (fate(w).pk,)),
    "editions:area": lambda w: (area(w).pk,),
    **dict.fromkeys(("editions:item", "editions:remove-item"), lambda w: (item(w).pk,)),
    **dict.fromkeys(
        ("editions:consultation", "editions:close", "portal:consultation"), lambda w: (consultation(w).pk,)
    ),
    **dict.fromkeys(("editions:comment", "editions:withhold"), lambda w: (comment(w).pk,)),
    "portal:comment": lambda w: (consultation(w).pk, "dzialanie-1-1"),
}
