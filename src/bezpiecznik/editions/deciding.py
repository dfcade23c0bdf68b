"""What becomes of each undertaking of the former programme: one at a time, or many that go on together."""

from collections.abc import Iterable, Sequence
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.editions import items
from bezpiecznik.editions.events import Event
from bezpiecznik.editions.models import DraftItem, Edition, Fate
from bezpiecznik.editions.refusals import Outdated, Refused
from bezpiecznik.editions.standing import writable
from bezpiecznik.editions.states import GOES_ON, FateKind


@transaction.atomic
def decide(
    fate: Fate, kind: FateKind, *, by: User, reason: str = "", wording: str = "", merge_with: Fate | None = None,
    stamp: str | None = None,
) -> Fate:  # fmt: skip
    """Decide while the next programme is a draft. Raises Refused with a sentence, Outdated over an unseen decision.

    `wording` is the new text (of what is changed or merged); `merge_with` the fate whose item it becomes.
    """
    edition, held = writable(fate.edition), lock(fate, stamp)
    if edition.is_linked:
        raise Refused(_("Następny program jest już przyjęty: wskaż w nim odpowiednik."))
    left = held.item
    match kind:
        case FateKind.CONTINUED:
            held.item = _own(held, by=by)
        case FateKind.CHANGED:
            held.item = _changed(held, wording, by=by)
        case FateKind.MERGED:
            held.item = _merged(held, merge_with, wording, by=by)
        case FateKind.DROPPED:
            held.item = None
            _require(reason.strip(), _("Rezygnacja z działania wymaga powodu."))
        case _:
            raise Refused(_("Tego rozstrzygnięcia nie wybiera się ręcznie."))
    settle(held, kind, reason=reason, by=by)
    for item in {left, held.item} - {None}:
        items.tidy(item)
    held.refresh_from_db()
    journal.record(Event.DECIDED, edition, by=by, code=held.undertaking.code, fate=held.kind)
    return held


def lock(fate: Fate, stamp: str | None) -> Fate:
    """The fate as it stands now, locked for the change. Raises Outdated, and Refused for what was withdrawn."""
    held = Fate.objects.select_for_update(of=("self",)).with_undertaking().select_related("edition").get(pk=fate.pk)
    if stamp is not None and stamp != held.stamp:
        words = {"fate": held.get_kind_display() or _("cofnięto rozstrzygnięcie"), "who": held.decided_by or ""}
        raise Outdated(
            _("W międzyczasie zapisano: „%(fate)s” (%(who)s). Zapisz jeszcze raz, jeśli ma być inaczej.") % words
        )
    if held.kind == FateKind.WITHDRAWN:
        raise Refused(_("Ta pozycja została skreślona z poprzedniego programu, więc nie przechodzi do następnego."))
    return held


def settle(fate: Fate, kind: FateKind, *, reason: str = "", by: User, batch: str = "") -> None:
    fate.kind, fate.reason, fate.batch = kind, reason.strip(), batch
    fate.decided_at, fate.decided_by = clock.now(), by
    fate.save()


def _require(said: object, sentence: str) -> None:
    if not said:
        raise Refused(sentence)


def _own(fate: Fate, *, by: User) -> DraftItem:
    """An item of its own that says what the former programme says."""
    if fate.item and fate.item.fates.count() == 1 and not items.differs(fate.item, fate.undertaking):
        return fate.item
    return items.make_of(fate, by=by)


def _changed(fate: Fate, wording: str, *, by: User) -> DraftItem:
    _require(wording.strip(), _("Wpisz nowe brzmienie."))
    item = fate.item if fate.item and fate.item.fates.count() == 1 else items.make_of(fate, by=by)
    item.wording = wording.strip()
    _sign(item, by)
    if not items.differs(item, fate.undertaking):
        raise Refused(_("Brzmienie jest takie samo jak dotychczas. Wybierz „kontynuowane” albo zmień treść."))
    return item


def _merged(fate: Fate, other: Fate | None, wording: str, *, by: User) -> DraftItem:
    if other is None or other.pk == fate.pk:
        raise Refused(_("Wskaż działanie, z którym to się łączy."))
    target = lock(other, None)
    if target.edition_id != fate.edition_id or target.undertaking.kind != fate.undertaking.kind:
        raise Refused(_("Łączy się działanie z działaniem, a program jednostki z programem jednostki."))
    if target.kind == FateKind.DROPPED:
        raise Refused(
            _("Z %(code)s zrezygnowano. Najpierw zmień tamto rozstrzygnięcie.") % {"code": target.undertaking.code}
        )
    if target.item is None:
        target.item = items.make_of(target, by=by)
        settle(target, FateKind.MERGED, by=by)
    if wording.strip():
        target.item.wording = wording.strip()
        _sign(target.item, by)
    return target.item


def _sign(item: DraftItem, by: User) -> None:
    item.changed_at, item.changed_by = clock.now(), by
    item.save()


@transaction.atomic
def reopen(fate: Fate, *, by: User, stamp: str | None = None) -> None:
    """Take the decision back: the undertaking waits again."""
    edition, held = writable(fate.edition), lock(fate, stamp)
    _undo(held)
    journal.record(Event.DECIDED, edition, by=by, code=held.undertaking.code, fate="")


def _undo(fate: Fate) -> None:
    left = fate.item
    fate.kind, fate.item, fate.successor, fate.reason, fate.batch = "", None, None, "", ""
    fate.decided_at = fate.decided_by = None
    fate.save()
    items.tidy(left)


@transaction.atomic
def continue_many(edition: Edition, fates: Iterable[Fate], *, by: User) -> str:
    """Let those of them that wait go on as they are; returns the key by which it can be undone, blank for none."""
    held = writable(edition)
    if held.is_linked:
        raise Refused(_("Następny program jest już przyjęty: wskaż w nim odpowiednik."))
    keys = [fate.pk for fate in fates]
    rows = held.fates.undecided().filter(pk__in=keys).with_undertaking().select_for_update(of=("self",))
    waiting, batch = list(rows.in_document_order()), uuid4().hex
    for fate in waiting:
        fate.edition = held
        fate.item = items.make_of(fate, by=by)
        settle(fate, FateKind.CONTINUED, by=by, batch=batch)
    if waiting:
        journal.record(Event.CONTINUED, held, by=by, codes=_codes(waiting), batch=batch)
    return batch if waiting else ""


@transaction.atomic
def undo_batch(edition: Edition, batch: str, *, by: User) -> int:
    """Take back what was decided together, save for what somebody decided or changed since; returns how many."""
    held = writable(edition)
    rows = held.fates.filter(batch=batch, kind=FateKind.CONTINUED).exclude(batch="").with_undertaking()
    undone = list(rows.select_for_update(of=("self",)).in_document_order())
    for fate in undone:
        _undo(fate)
    if undone:
        journal.record(Event.BATCH_UNDONE, held, by=by, codes=_codes(undone), batch=batch)
    return len(undone)


def _codes(fates: Sequence[Fate]) -> str:
    return ", ".join(fate.undertaking.code for fate in fates)


def goes_on(fate: Fate) -> bool:
    return fate.kind in GOES_ON
