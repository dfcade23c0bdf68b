"""What goes into a packet's file, gathered once for every format. A constant number of queries."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from bezpiecznik.core import clock
from bezpiecznik.core.identity import CONTACT_EMAIL, OFFICE_NAME
from bezpiecznik.plans.models import ResponsibilityRole
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.queries.packets import latest_contents
from bezpiecznik.reporting.roundtrip.fields import Fields, fields_of
from bezpiecznik.reporting.roundtrip.seal import Seal, SealedEntry
from bezpiecznik.reporting.versions import EntryContent, entry_content, figures_content


@dataclass(frozen=True)
class Row:
    """One entry: what it is about, what was said in the period before, and what it says now."""

    pk: int
    version: int
    label: str
    wording: str
    role: str
    remarks: tuple[str, ...]
    before: queries.Words | None
    fields: Fields


@dataclass(frozen=True)
class PacketContent:
    """A packet ready to be written in a file."""

    packet: Packet
    made_at: str
    due_on: date
    office: str
    email: str
    made_up: bool
    rows: tuple[Row, ...]

    @property
    def seal(self) -> Seal:
        entries = {row.pk: SealedEntry(row.label, row.wording, row.version, row.fields) for row in self.rows}
        return Seal(self.packet.pk, str(self.packet.period), self.packet.institution.name, self.made_at, entries)


def content_of(packet: Packet, *, own: bool = True) -> PacketContent:
    """The packet as it stands now. To the office (`own=False`) only what was sent: words not sent are nobody else's."""
    entries = queries.entries_of(packet)
    before = queries.previous_words(packet, entries)
    sent = {} if own else latest_contents([packet.pk])
    labels = _labels(packet, entries)
    rows = tuple(
        Row(
            pk=entry.pk,
            version=entry.version,
            label=labels[entry.pk],
            wording=entry.obligation.responsibility.undertaking.wording,
            role=_role(packet, entry),
            remarks=tuple(remark.text for remark in entry.remarks.all()),
            before=before.get(queries.duty_of(entry.obligation)),
            fields=_fields(
                entry_content(entry) if own else sent.get(entry.obligation_id),
                initiative=not entry.obligation.responsibility.undertaking.is_action,
            ),
        )
        for entry in entries
    )
    return PacketContent(
        packet=packet,
        made_at=clock.now().isoformat(timespec="seconds"),
        due_on=packet.deadline.due_on,
        office=OFFICE_NAME.value(),
        email=CONTACT_EMAIL.value(),
        made_up=settings.DEMO or packet.period.programme.made_up,
        rows=rows,
    )


def fields_now(entry: Entry) -> Fields:
    """What the entry says at this moment."""
    return _fields(entry_content(entry))


def _fields(content: EntryContent | None, *, initiative: bool = False) -> Fields:
    if content is None:
        return fields_of("", "", "", [], figures_content(None) if initiative else None)
    figures = content.get("figures")
    return fields_of(content["outcome"], content["text"], content["reason"], content["numbers"], figures)


def _role(packet: Packet, entry: Entry) -> str:
    duty = entry.obligation.responsibility
    role = str(ResponsibilityRole(duty.role).label)
    return role if duty.institution_id == packet.institution_id else f"{role}, w imieniu: {duty.institution.name}"


def _labels(packet: Packet, entries: list[Entry]) -> dict[int, str]:
    """What each row is called in the file: its code; where several rows have it, other bodies and roles are added."""
    duties = {entry.pk: entry.obligation.responsibility for entry in entries}
    labels = {pk: duty.undertaking.code for pk, duty in duties.items()}
    others = {
        pk: f" – {duty.institution.short}" if duty.institution_id != packet.institution_id else ""
        for pk, duty in duties.items()
    }
    roles = {pk: f" – {ResponsibilityRole(duty.role).label}" for pk, duty in duties.items()}
    for more in (others, roles):
        often = Counter(labels.values())
        labels = {pk: told + more[pk] if often[told] > 1 else told for pk, told in labels.items()}
    return labels
