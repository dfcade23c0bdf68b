"""Files of packets: brought to be looked at, taken over in one transaction, taken back."""

from collections.abc import Collection
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.files.services import store
from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import BroughtFile, Entry, Packet
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.roundtrip.fields import (
    AUDIENCE,
    FIGURES,
    GRANTED,
    PLANNED,
    SOURCE,
    SPENT,
    WORDS,
    Fields,
    from_json,
    number_name,
    numbers_in,
)
from bezpiecznik.reporting.roundtrip.filled import Filled
from bezpiecznik.reporting.roundtrip.kinds import MEDIA_TYPES, kind_of
from bezpiecznik.reporting.roundtrip.merge import Course, result
from bezpiecznik.reporting.roundtrip.plan import WRONG, PlanRow, plan, plan_of
from bezpiecznik.reporting.roundtrip.reading import read_filled
from bezpiecznik.reporting.services.asking import asked_together
from bezpiecznik.reporting.services.entries import Figures, Number, figures_of, save_entry
from bezpiecznik.reporting.services.holding import hold_packet
from bezpiecznik.reporting.services.locks import refuse_locked
from bezpiecznik.reporting.services.packets import in_place_of
from bezpiecznik.reporting.wording import parse_decimal


class PlanChanged(Exception):
    """Somebody has written in the packet since the page was shown: nothing was taken over."""


def refuse_closed(packet: Packet) -> None:
    """Raises Refused with what to do when nothing can be written in the packet now."""
    if not packet.period.is_open:
        raise Refused(_("Okres %(period)s nie jest otwarty, więc pliku nie można wczytać.") % {"period": packet.period})
    refuse_locked(packet)
    if not packet.is_editable:
        raise Refused(
            _(
                "Sprawozdania nie można teraz zmieniać (stan: %(state)s). Jeżeli trzeba je poprawić, "
                "prosimy o kontakt z biurem."
            )
            % {"state": packet.get_state_display()}
        )


@transaction.atomic
def bring_file(
    packet: Packet, data: bytes, *, name: str, by: User, on_behalf: bool = False
) -> tuple[BroughtFile, bool]:
    """Keep the file with what it says; the report is as it was. Also tells whether the file is new here.

    Raises UnreadableFile for what is not this packet's file, Refused when the packet is not open for writing.
    """
    return _keep(packet, read_filled(data), data, name=name, by=by, on_behalf=on_behalf)


def packet_of_file(data: bytes) -> tuple[int, Filled]:
    """The key of the packet for which the file was made, and what the file says. Raises UnreadableFile."""
    filled = read_filled(data)
    return filled.seal.packet, filled


@transaction.atomic
def bring_read_file(packet: Packet, filled: Filled, data: bytes, *, name: str, by: User) -> tuple[BroughtFile, bool]:
    """The same for a file read already, brought by the office on the institution's behalf."""
    return _keep(packet, filled, data, name=name, by=by, on_behalf=True)


def _keep(
    packet: Packet, filled: Filled, data: bytes, *, name: str, by: User, on_behalf: bool
) -> tuple[BroughtFile, bool]:
    current = hold_packet(packet)
    refuse_closed(current)
    _refuse_foreign(current, filled)
    brought, is_new = BroughtFile.objects.get_or_create(
        packet=current,
        file=store(data, media_type=MEDIA_TYPES[kind_of(data)]),
        undone_at=None,
        defaults={
            "name": name[:200],
            "reading": filled.to_json(),
            "counts": plan(filled, current, reader=by, own=True).counts,
            "on_behalf": current.institution.name[:300] if on_behalf else "",
            "brought_by": by,
            "brought_at": clock.now(),
        },
    )
    if on_behalf and not brought.on_behalf:
        raise Refused(_("Ten plik wczytał już sam podmiot, więc nic nie trzeba robić."))
    if is_new:
        journal.record(
            Event.FILE_BROUGHT, current, by=by, name=brought.name, sha256=brought.file.sha256, **_behalf(brought)
        )
    return brought, is_new


def _behalf(brought: BroughtFile) -> dict[str, str]:
    return {"on_behalf": brought.on_behalf} if brought.on_behalf else {}


def _refuse_foreign(packet: Packet, filled: Filled) -> None:
    """A file of another packet is told whose it is; one whose duties were moved here (joined bodies) is taken."""
    if filled.seal.packet == packet.pk:
        return
    here = set(Entry.objects.filter(obligation__packet=packet).values_list("pk", flat=True))
    if here & set(filled.seal.entries):
        return
    raise UnreadableFile(
        _("To jest plik innego sprawozdania: %(institution)s, %(period)s. Prosimy wczytać go na stronie tamtego "
          "sprawozdania albo wybrać plik tego.")
        % {"institution": filled.seal.institution, "period": filled.seal.period}
    )  # fmt: skip


@transaction.atomic
def apply_file(brought: BroughtFile, *, by: User, own: bool, seen: str, chosen: Collection[str] = ()) -> int:
    """Take over what the page with the digest `seen` showed; `chosen` are the disputed fields in which the file wins.

    How many entries were changed. Applied already: nothing happens. Raises PlanChanged, Refused.
    """
    packet = hold_packet(brought.packet)
    held = (
        BroughtFile.objects.select_for_update(of=("self",))
        .select_related("packet__period__programme", "packet__institution", "file")
        .get(pk=brought.pk)
    )
    if held.applied_at:
        return 0
    refuse_closed(packet)
    planned = plan_of(held, reader=by, own=own)
    if planned.digest != seen:
        raise PlanChanged
    with asked_together():
        held.changes = {str(row.entry.pk): change for row in planned.rows if (change := _take(row, chosen, by=by))}
    held.applied_at, held.applied_by = clock.now(), by
    held.save(update_fields=("changes", "applied_at", "applied_by"))
    _record(Event.FILE_APPLIED, held, packet, by=by)
    return len(held.changes)


def _record(event: Event, brought: BroughtFile, packet: Packet, *, by: User) -> None:
    deputy = in_place_of(packet, by=by, right=Right.WRITE_REPORT)
    told: dict[str, Any] = {"name": brought.name, "entries": len(brought.changes), "sha256": brought.file.sha256}
    journal.record(event, packet, by=by, **told, **_behalf(brought), **deputy)


def _take(row: PlanRow, chosen: Collection[str], *, by: User) -> dict[str, object] | None:
    """Write what the file says in this row; what to remember for taking it back, None where nothing changed."""
    if row.course in {WRONG, Course.SAME}:
        return None
    wins = {one.merged.name for one in row.fields if one.key in chosen}
    taken = {one.merged.name for one in row.changing if one.course == Course.TAKEN or one.merged.name in wins}
    if not taken:
        return None
    after = result([one.merged for one in row.fields], wins)
    before = _stored(row.entry)
    kept: Fields = {name: after.get(name, "") if name in taken else before[name] for name in WORDS}
    kept |= {name: value for name, value in after.items() if name not in WORDS}
    saved = _save(row.entry, kept, version=row.entry.version, by=by)
    return {"before": before, "version": saved.version}


def _stored(entry: Entry) -> Fields:
    """Letter for letter what stands: an undo brings exactly this back."""
    words: Fields = {name: getattr(entry, name) for name in WORDS}
    numbers: Fields = {
        number_name(number.measure): (number.measure, str(number.value), number.share, number.coverage)
        for number in entry.numbers.all()
    }
    if entry.obligation.responsibility.undertaking.is_action:
        return words | numbers
    said = asdict(figures_of(entry))
    return words | numbers | {name: "" if said[name] is None else str(said[name]) for name in FIGURES}


def _save(entry: Entry, fields: Fields, *, version: int, by: User) -> Entry:
    outcome, text, reason = (str(fields.get(name, "")) for name in WORDS)
    numbers = [
        Number(measure, parse_decimal(value), share, coverage) for measure, value, share, coverage in numbers_in(fields)
    ]
    figures = _figures(fields) if AUDIENCE in fields else None
    return save_entry(
        entry, by=by, version=version, outcome=outcome, text=text, reason=reason, numbers=numbers, figures=figures
    )


def _figures(fields: Fields) -> Figures:
    audience, source = str(fields[AUDIENCE]), str(fields[SOURCE])
    planned, granted, spent = (
        Decimal(str(fields[name])) if fields[name] else None for name in (PLANNED, GRANTED, SPENT)
    )
    return Figures(int(audience) if audience else None, planned, granted, spent, source=" ".join(source.split()))


@transaction.atomic
def undo_file(brought: BroughtFile, *, by: User) -> None:
    """Bring back what stood before the file, as long as nobody has changed any of its entries since. Raises Refused."""
    packet = hold_packet(brought.packet)
    held = BroughtFile.objects.select_for_update(of=("self",)).select_related("file").get(pk=brought.pk)
    if held.undone_at or not held.applied_at:
        return
    refuse_closed(packet)
    entries = {entry.pk: entry for entry in queries.entries_of(packet)}
    since = [pk for pk, change in held.changes.items() if _changed_since(entries.get(int(pk)), change["version"])]
    if since:
        raise Refused(
            _(
                "Od wczytania pliku ktoś zmienił wpisy, więc nie można go cofnąć w całości. "
                "Prosimy poprawić je pojedynczo."
            )
        )
    with asked_together():
        for pk, change in held.changes.items():
            _save(entries[int(pk)], from_json(change["before"]), version=change["version"], by=by)
    held.undone_at, held.undone_by = clock.now(), by
    held.save(update_fields=("undone_at", "undone_by"))
    _record(Event.FILE_UNDONE, held, packet, by=by)


def _changed_since(entry: Entry | None, version: int) -> bool:
    return entry is None or entry.version != version
