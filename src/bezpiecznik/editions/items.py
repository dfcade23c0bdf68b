"""Items of the draft: made of an undertaking as it stood last, changed, added new, removed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.editions.events import Event
from bezpiecznik.editions.models import DraftArea, DraftDuty, DraftItem, Edition, Fate
from bezpiecznik.editions.refusals import Outdated, Refused
from bezpiecznik.editions.standing import writable
from bezpiecznik.editions.states import FateKind
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Responsibility, ResponsibilityRole, Undertaking, UndertakingKind

TEXTS = ("wording", "aim", "audience", "term_raw", "method", "funding")
SHORT = 80


@dataclass(frozen=True)
class Facts:
    """What an item says. Bodies are in their order."""

    wording: str
    leads: tuple[Institution, ...] = ()
    partners: tuple[Institution, ...] = ()
    area: DraftArea | None = None
    aim: str = ""
    audience: str = ""
    term_raw: str = ""
    method: str = ""
    funding: str = ""


def make_of(fate: Fate, *, by: User) -> DraftItem:
    """The undertaking of the fate as an item of the draft, with the bodies that answer for it on its last days."""
    undertaking = fate.undertaking
    area = fate.edition.areas.get(former=undertaking.area_id) if undertaking.area_id else None
    item = DraftItem.objects.create(
        edition=fate.edition, kind=undertaking.kind, area=area, place=undertaking.no, changed_by=by,
        measures=list(undertaking.measures), **texts_of(undertaking),
    )  # fmt: skip
    DraftDuty.objects.bulk_create(
        DraftDuty(item=item, institution_id=institution, role=role, place=place)
        for place, (institution, role) in enumerate(bodies_of(undertaking))
    )
    return item


def texts_of(undertaking: Undertaking | DraftItem) -> dict[str, str]:
    return {name: getattr(undertaking, name) for name in TEXTS}


def bodies_of(undertaking: Undertaking) -> list[tuple[int, str]]:
    """Institutions (keys) with their roles: duties that are not over, in the document's order."""
    duties = Responsibility.objects.not_over().filter(undertaking=undertaking).order_by("role", "place", "pk")
    return list(dict.fromkeys(duties.values_list("institution", "role")))


def differs(item: DraftItem, undertaking: Undertaking) -> bool:
    """Whether the item says anything else than the undertaking, or is answered for by others."""
    held = list(item.duties.order_by("role", "place", "pk").values_list("institution", "role"))
    return texts_of(item) != texts_of(undertaking) or held != bodies_of(undertaking)


def drop(item: DraftItem) -> None:
    """Take out of the draft what nothing becomes any more."""
    item.duties.all().delete()
    item.delete()


def tidy(item: DraftItem | None) -> None:
    """After a fate has left or joined the item: told anew what it is, or taken out where nothing becomes it."""
    if item is None:
        return
    if item.fates.exists():
        recount(item)
    else:
        drop(item)


@transaction.atomic
def add_item(edition: Edition, facts: Facts, *, by: User) -> DraftItem:
    """A new action (where an area is given) or a new initiative, the last of its place."""
    held = writable(edition)
    _refuse_nonsense(facts, held)
    kind = UndertakingKind.ACTION if facts.area else UndertakingKind.INITIATIVE
    last = held.items.filter(area=facts.area).aggregate(last=Max("place"))["last"] or 0
    item = DraftItem(edition=held, kind=kind, area=facts.area, place=last + 1, changed_by=by)
    _write(item, facts, by=by)
    journal.record(Event.ITEM_ADDED, held, by=by, item=item.wording[:SHORT])
    return item


@transaction.atomic
def change_item(item: DraftItem, facts: Facts, *, by: User, stamp: str | None = None) -> DraftItem:
    """Other words or bodies of an item. What was continued and now differs counts as changed, and back."""
    edition = writable(item.edition)
    held = DraftItem.objects.select_for_update(of=("self",)).select_related("changed_by", "area").get(pk=item.pk)
    if stamp is not None and stamp != held.stamp:
        told = _("W międzyczasie tę pozycję zmienił(a) %(who)s. Sprawdź, co się zmieniło, i zapisz jeszcze raz.")
        raise Outdated(told % {"who": held.changed_by.get_full_name()})
    if held.is_action != bool(facts.area):
        raise Refused(_("Działanie należy do obszaru, a program jednostki nie."))
    _refuse_nonsense(facts, edition)
    held.area = facts.area
    _write(held, facts, by=by)
    recount(held)
    journal.record(Event.ITEM_CHANGED, edition, by=by, item=held.wording[:SHORT])
    return held


def recount(item: DraftItem) -> None:
    """Continued, changed or merged: by how many became the item, and whether it says the same."""
    fates = list(item.fates.select_related("undertaking"))
    if not fates:
        return
    for fate in fates:
        kind = FateKind.MERGED if len(fates) > 1 else _alone(item, fate)
        if fate.kind != kind:
            Fate.objects.filter(pk=fate.pk).update(kind=kind)


def _alone(item: DraftItem, fate: Fate) -> FateKind:
    return FateKind.CHANGED if differs(item, fate.undertaking) else FateKind.CONTINUED


def _write(item: DraftItem, facts: Facts, *, by: User) -> None:
    for name in TEXTS:
        setattr(item, name, getattr(facts, name).strip())
    item.changed_at, item.changed_by = clock.now(), by
    item.save()
    item.duties.all().delete()
    DraftDuty.objects.bulk_create(_duties(item, facts))


def _duties(item: DraftItem, facts: Facts) -> Iterable[DraftDuty]:
    for role, bodies in ((ResponsibilityRole.LEAD, facts.leads), (ResponsibilityRole.PARTNER, facts.partners)):
        for place, institution in enumerate(dict.fromkeys(bodies)):
            yield DraftDuty(item=item, institution=institution, role=role, place=place)


def _refuse_nonsense(facts: Facts, edition: Edition) -> None:
    if not facts.wording.strip():
        raise Refused(_("Wpisz treść."))
    if facts.area and facts.area.edition_id != edition.pk:
        raise Refused(_("Ten obszar należy do innej edycji."))


@transaction.atomic
def remove_item(item: DraftItem, *, by: User) -> None:
    """Take a new item out again; what the former programme became is given up by its fate instead."""
    edition = writable(item.edition)
    if item.fates.exists():
        raise Refused(_("Ta pozycja wynika z poprzedniego programu. Zmień rozstrzygnięcie o jej działaniu."))
    journal.record(Event.ITEM_REMOVED, edition, by=by, item=item.wording[:SHORT])
    drop(item)
