"""Where the next programme is here already, read from its resolution: what each former undertaking became in it."""

from collections.abc import Iterable
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.editions import items, likeness
from bezpiecznik.editions.deciding import lock, settle
from bezpiecznik.editions.events import Event
from bezpiecznik.editions.items import bodies_of
from bezpiecznik.editions.likeness import SAME_WORDS, SURE, Proposal, Told
from bezpiecznik.editions.models import Edition, Fate
from bezpiecznik.editions.refusals import Refused
from bezpiecznik.editions.standing import writable
from bezpiecznik.editions.states import GOES_ON, FateKind
from bezpiecznik.plans.models import Programme, ResponsibilityRole, Undertaking


@transaction.atomic
def link(edition: Edition, programme: Programme, *, by: User) -> int:
    """Take an accepted resolution for the next programme and propose counterparts; returns how many were found.

    What was decided about the draft stays decided, and waits only for its counterpart to be confirmed. Counterparts
    confirmed in another resolution are forgotten.
    """
    held = writable(edition)
    if programme.pk == held.former_id or programme.year_from <= held.former.year_from:
        raise Refused(_("Wskaż program, który następuje po poprzednim."))
    if Edition.objects.filter(programme=programme).exclude(pk=held.pk).exists():
        raise Refused(_("Ten program jest już następnym programem innej edycji."))
    held.programme = programme
    held.year_from, held.year_to, held.title = programme.year_from, programme.year_to, programme.title
    held.save()
    _forget_others(held)
    found = propose(held)
    journal.record(Event.LINKED, held, by=by, act_no=programme.act_no)
    return found


def _forget_others(edition: Edition) -> None:
    """What was confirmed in another resolution waits again: as the draft decided it, or undecided where it did not."""
    rows = edition.fates.filter(successor__isnull=False).exclude(successor__programme=edition.programme_id)
    for fate in rows.select_related("item"):
        fate.successor, fate.batch = None, ""
        if fate.item is None:
            fate.kind, fate.decided_at, fate.decided_by = "", None, None
        fate.save()
        if fate.item:
            items.recount(fate.item)


def propose(edition: Edition) -> int:
    """Compare all texts anew and keep the proposals."""
    fates = list(edition.fates.exclude(kind=FateKind.WITHDRAWN).with_undertaking())
    later = Undertaking.objects.in_force().filter(programme=edition.programme).select_related("area")
    proposals = likeness.match([_told_of(fate) for fate in fates], [_told(one, one.pk) for one in later])
    for fate in fates:
        found: Proposal | None = proposals.get(fate.pk)
        fate.proposed_id, fate.score = (found.later, found.score) if found else (None, None)
    Fate.objects.bulk_update(fates, ("proposed", "score"))
    return len(proposals)


def _told_of(fate: Fate) -> Told:
    told = _told(fate.undertaking, fate.pk)
    return Told(told.key, fate.item.wording, told.kind, told.area, told.bodies) if fate.item else told


def _told(one: Undertaking, key: int) -> Told:
    leads = frozenset(str(body) for body, role in bodies_of(one) if role == ResponsibilityRole.LEAD)
    return Told(key, one.wording, one.kind, one.area.name if one.area else "", leads)


def kind_of(fate: Fate, successor: Undertaking) -> FateKind:
    """Continued where the words are the same, changed where they are not; merged where others became it too."""
    if fate.edition.fates.filter(successor=successor).exclude(pk=fate.pk).exists():
        return FateKind.MERGED
    same = likeness.match([_told(fate.undertaking, 1)], [_told(successor, 2)])
    return FateKind.CONTINUED if same and same[1].words >= SAME_WORDS else FateKind.CHANGED


@transaction.atomic
def confirm(fate: Fate, successor: Undertaking, *, by: User, stamp: str | None = None) -> None:
    """The undertaking became this one. Others that became it too count as merged with it."""
    edition, held = writable(fate.edition), lock(fate, stamp)
    if edition.programme_id is None or successor.programme_id != edition.programme_id:
        raise Refused(_("Wskaż pozycję następnego programu."))
    if successor.kind != held.undertaking.kind:
        raise Refused(_("Odpowiednikiem działania jest działanie, a programu jednostki program jednostki."))
    _link(held, successor, by=by)
    journal.record(Event.DECIDED, edition, by=by, code=held.undertaking.code, fate=held.kind)


@transaction.atomic
def give_up(fate: Fate, *, reason: str, by: User, stamp: str | None = None) -> None:
    """The undertaking has no counterpart in the adopted programme, for this reason."""
    edition, held = writable(fate.edition), lock(fate, stamp)
    if not reason.strip():
        raise Refused(_("Rezygnacja z działania wymaga powodu."))
    left, held.successor, held.item = held.successor, None, None
    settle(held, FateKind.DROPPED, reason=reason, by=by)
    _recount(edition, left)
    journal.record(Event.DECIDED, edition, by=by, code=held.undertaking.code, fate=held.kind)


@transaction.atomic
def confirm_sure(edition: Edition, fates: Iterable[Fate], *, by: User) -> int:
    """Confirm together those of the proposals that are sure and not decided otherwise; returns how many."""
    held = writable(edition)
    keys = [fate.pk for fate in fates]
    rows = held.fates.filter(pk__in=keys, successor=None, score__gte=SURE).exclude(kind=FateKind.DROPPED)
    sure = list(rows.with_undertaking().select_related("proposed__area").in_document_order())
    batch = uuid4().hex
    for fate in sure:
        assert fate.proposed is not None  # noqa: S101 (what has a score has a counterpart)
        fate.edition = held
        _link(fate, fate.proposed, by=by, batch=batch)
    if sure:
        codes = ", ".join(fate.undertaking.code for fate in sure)
        journal.record(Event.CONFIRMED, held, by=by, codes=codes)
    return len(sure)


def _link(fate: Fate, successor: Undertaking, *, by: User, batch: str = "") -> None:
    left, fate.successor = fate.successor, successor
    settle(fate, kind_of(fate, successor), by=by, batch=batch)
    _recount(fate.edition, successor)
    if left and left != successor:
        _recount(fate.edition, left)


def _recount(edition: Edition, successor: Undertaking | None) -> None:
    """One alone is not merged; two and more are."""
    if successor is None:
        return
    rows = list(edition.fates.filter(successor=successor, kind__in=GOES_ON).with_undertaking())
    for fate in rows:
        fate.edition = edition
        kind = kind_of(fate, successor)
        if kind != fate.kind:
            Fate.objects.filter(pk=fate.pk).update(kind=kind)


def missing_links(edition: Edition) -> int:
    """How many that go on have no counterpart confirmed yet in the programme that follows."""
    there = {"successor__isnull": False, "successor__programme": edition.programme_id}
    return edition.fates.filter(kind__in=GOES_ON).exclude(**there).count()
