"""Saving one entry: whoever saves over a version they have not seen is told, and nothing is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, TypedDict

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities.models import Activity
from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Act, Entry, EntryActivity, EntryNumber, InitiativeFigures, Packet
from bezpiecznik.reporting.refusals import EntryChanged, Refused
from bezpiecznik.reporting.services import receipts
from bezpiecznik.reporting.services.asking import ask_after_saving
from bezpiecznik.reporting.services.holding import hold_packet_of
from bezpiecznik.reporting.services.locks import refuse_locked
from bezpiecznik.reporting.services.packets import in_place_of
from bezpiecznik.reporting.services.receipts import Attempt
from bezpiecznik.reporting.versions import figures_content, number_content

OF_ENTRY = ("updated_by", "obligation__responsibility__undertaking__area", "figures")


class Words(TypedDict):
    """What stands in the fields of an entry, beside its numbers."""

    outcome: str
    text: str
    reason: str


@dataclass(frozen=True)
class Number:
    """A number as it was typed in: what is counted, how many, whose, and for which territory."""

    measure: str
    value: Decimal
    share: str
    coverage: str


@dataclass(frozen=True)
class Figures:
    """What is said of an initiative in numbers. None: not said, which is not zero."""

    audience: int | None = None
    planned: Decimal | None = None
    granted: Decimal | None = None
    spent: Decimal | None = None
    source: str = ""


@transaction.atomic
def save_entry(
    entry: Entry,
    *,
    by: User,
    version: int,
    outcome: str,
    text: str,
    reason: str,
    numbers: Sequence[Number],
    attempt: Attempt | None = None,
    figures: Figures | None = None,
    quoted: Iterable[Activity] | None = None,
) -> Entry:
    """Keep what was said. `version` is the one the person saw; `attempt` tells a repeated request from a new one.
    `figures` are of initiatives; None leaves them alone.

    Raises EntryChanged when another one stands there now, Refused when the packet is not open for writing. Saving the
    same words again changes nothing. What looks doubtful in them is asked about. Returns the entry as stored; to a
    sending that came before, with the version it made then, so that what others saved since is not written over unseen.
    Words proposed from activities become the person's when saved, also unchanged; `quoted` are the activities from
    which the words are made now (None: as before).
    """
    packet = hold_packet_of(entry)
    refuse_locked(packet)
    current = Entry.objects.select_related(*OF_ENTRY).get(pk=entry.pk)
    if current.obligation.responsibility.undertaking.is_action:
        figures = None
    said: Words = {"outcome": outcome, "text": text.strip(), "reason": reason.strip()}
    sent: list[Any] = [said, sorted(_plain(number) for number in numbers)]
    if figures is not None:
        sent.append([str(value) for value in asdict(figures).values()])
    if receipt := receipts.known(attempt, Act.SAVE, entry.pk, by=by, said=sent):
        current.version = receipt.version
        return current
    if not packet.is_editable or current.obligation.withdrawn_at:
        raise Refused(_("Tego wpisu nie można już zmieniać: sprawozdanie przekazano dalej albo zamknięto okres."))
    same_words = _says(current) == (said, set(numbers)) and figures in {None, figures_of(current)}
    if same_words and not current.fed_at and quoted is None:
        return current
    rewritten = quoted is None and _is_rewritten(current, said, numbers)
    version = receipts.seen(version, attempt, Act.SAVE, entry.pk, by=by)
    saved = replace_words(current, by=by, version=version, said=said, numbers=numbers, figures=figures)
    quote(current, quoted, is_blank=rewritten or not (text.strip() or numbers))
    receipts.keep(attempt, Act.SAVE, entry.pk, by=by, said=sent, version=saved.version)
    ask_after_saving(packet, saved)
    _note_in_journal(current, packet, by=by, outcome=outcome)
    return saved


def replace_words(
    current: Entry,
    *,
    by: User,
    version: int,
    said: Words,
    numbers: Sequence[Number],
    figures: Figures | None = None,
) -> Entry:
    """The next version of an entry held by the caller, with its history. Raises EntryChanged."""
    if current.version:
        fieldhistory.keep_baseline(current, **_beside(current))
    kept = Entry.objects.filter(pk=current.pk, version=version).update(
        **said, version=F("version") + 1, updated_at=clock.now(), updated_by=by, fed_at=None
    )
    if not kept:
        raise EntryChanged(current)
    _replace_numbers(current, numbers)
    if figures is not None:
        InitiativeFigures.objects.update_or_create(entry=current, defaults=asdict(figures))
    saved = _stored(current)
    fieldhistory.keep(saved, by=by, **_beside(saved))
    return saved


def _stored(entry: Entry) -> Entry:
    found = Entry.objects.select_related(*OF_ENTRY)
    return found.prefetch_related("numbers").get(pk=entry.pk)


def _plain(number: Number) -> tuple[str, str, str, str]:
    return number.measure, str(number.value), number.share, number.coverage


def figures_of(entry: Entry) -> Figures:
    """What is stored; all of it unsaid where nothing is."""
    stored: InitiativeFigures | None = getattr(entry, "figures", None)
    if stored is None:
        return Figures()
    return Figures(stored.audience, stored.planned, stored.granted, stored.spent, stored.source)


def _beside(entry: Entry) -> dict[str, Any]:
    """What the history keeps beside the words: the numbers, and the figures of an initiative."""
    numbers = [number_content(number) for number in entry.numbers.all()]
    stored: InitiativeFigures | None = getattr(entry, "figures", None)
    return {"numbers": numbers, "figures": figures_content(stored) if stored else {}}


def _says(entry: Entry) -> tuple[dict[str, str], set[Number]]:
    stored = {Number(n.measure, n.value, n.share, n.coverage) for n in entry.numbers.all()}
    return {"outcome": entry.outcome, "text": entry.text, "reason": entry.reason}, stored


def _is_rewritten(current: Entry, said: Words, numbers: Sequence[Number]) -> bool:
    """Whether nothing is left of what was proposed from activities: the person told it in words of their own."""
    _words, proposed = _says(current)
    return bool(current.fed_at) and current.text not in said["text"] and proposed.isdisjoint(numbers)


def _replace_numbers(entry: Entry, numbers: Sequence[Number]) -> None:
    entry.numbers.all().delete()
    EntryNumber.objects.bulk_create(
        EntryNumber(entry=entry, measure=n.measure, value=n.value, share=n.share, coverage=n.coverage) for n in numbers
    )


def quote(entry: Entry, activities: Iterable[Activity] | None, *, is_blank: bool = False) -> None:
    """Keep from which activities the words are made; what is blank is made of none."""
    if is_blank:
        entry.quoted.all().delete()
    elif activities is not None:
        keys = {activity.pk for activity in activities}
        entry.quoted.exclude(activity__in=keys).delete()
        has = set(entry.quoted.values_list("activity", flat=True))
        EntryActivity.objects.bulk_create(EntryActivity(entry=entry, activity_id=key) for key in sorted(keys - has))


def _note_in_journal(before: Entry, packet: Packet, *, by: User, outcome: str) -> None:
    """Saving as one types would drown the journal: a line stands for a new hand or a new outcome, not a new comma."""
    if before.updated_by_id != by.pk or before.outcome != outcome:
        deputy = in_place_of(packet, by=by, right=Right.WRITE_REPORT)
        journal.record(Event.ENTRY_SAVED, packet, by=by, entry=before.pk, outcome=outcome, **deputy)
