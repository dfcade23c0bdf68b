"""Lead and partners on one action: what each reported, what the lead says of it, what the partner answers.

Of others only what was submitted is read. Several leads of one action are each other's partners here: each may quote
the other and say whether their joint result is the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone

from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import ResponsibilityRole
from bezpiecznik.reporting.models import Agreement, Entry, Obligation, Packet, PacketVersion, Period, Stance
from bezpiecznik.reporting.queries.joint import Joint, compare
from bezpiecznik.reporting.queries.packets import Words, words
from bezpiecznik.reporting.versions import (
    AgreementContent,
    EntryContent,
    JointContent,
    NumberContent,
    body,
    number_content,
)

LEAD = ResponsibilityRole.LEAD


@dataclass(frozen=True)
class Sent:
    """What the last submitted version of a packet says of one obligation."""

    words: Words
    version: int
    submitted_at: datetime
    sha256: str


@dataclass(frozen=True)
class Contribution:
    """Another body's part in the action that a packet leads; `sent` is None when it has not submitted yet."""

    obligation: Obligation
    institution: Institution
    role: str
    sent: Sent | None
    agreement: Agreement | None = None
    joint: list[Joint] = field(default_factory=list)
    is_quoted: bool = False
    """Whether the lead's text holds the partner's words with their source."""

    @property
    def stance(self) -> str:
        return self.agreement.stance if self.agreement else Stance.PENDING.value

    @property
    def is_stale(self) -> bool:
        """The other body has written anew since the lead took its stance."""
        return bool(self.agreement and self.sent and self.agreement.words_sha256 != self.sent.sha256)

    @property
    def differs(self) -> bool:
        return any(one.differs for one in self.joint)

    @property
    def is_disputed(self) -> bool:
        return self.stance == Stance.DISPUTED or self.differs

    @property
    def names_nothing(self) -> bool:
        """Submitted, and there is neither text nor reason to quote."""
        return bool(self.sent and not (self.sent.words.text or self.sent.words.reason))


@dataclass(frozen=True)
class LeadSays:
    """A lead's stance on what this packet submitted; `joint` compares what both have submitted."""

    agreement: Agreement
    institution: Institution
    is_stale: bool
    joint: list[Joint]

    @property
    def is_disputed(self) -> bool:
        return self.agreement.stance == Stance.DISPUTED or any(one.differs for one in self.joint)


def words_sha256(content: EntryContent) -> str:
    """Over what an entry says, so that another version with the same words is the same contribution."""
    return digest(as_text({name: content[name] for name in ("outcome", "text", "reason", "numbers")}))


def last_sent(packets: Iterable[int], period: Period) -> dict[int, Sent]:
    """What the last versions of these packets say, by obligation. One query."""
    later = PacketVersion.objects.filter(packet=OuterRef("packet"), no__gt=OuterRef("no"))
    latest = PacketVersion.objects.filter(~Exists(later), packet__in=set(packets))
    return {
        content["obligation"]: Sent(
            words(str(period), content), version.no, version.submitted_at, words_sha256(content)
        )
        for version in latest
        for content in version.content["entries"]
    }


def _around(period: Period, undertakings: set[int]) -> list[Obligation]:
    """Obligations about these actions in the period, leads first, in the document's order."""
    found = Obligation.objects.in_force().filter(period=period, responsibility__undertaking__in=undertakings)
    return list(
        found.select_related("responsibility__institution", "packet").order_by(
            "responsibility__role", "responsibility__place", "pk"
        )
    )


def contributions(
    packet: Packet, entries: Sequence[Entry], *, submitted: dict[int, Sent] | None = None
) -> dict[int, list[Contribution]]:
    """For entries that the packet leads, by the entry's key: all other bodies of the action. Three queries.

    The lead's numbers are those that stand in the entry now; with `submitted` (by obligation) those that were sent.
    """
    leading = [entry for entry in entries if entry.obligation.responsibility.role == LEAD]
    around: dict[int, list[Obligation]] = defaultdict(list)
    for obligation in _around(packet.period, {entry.obligation.responsibility.undertaking_id for entry in leading}):
        around[obligation.responsibility.undertaking_id].append(obligation)
    others = [one for group in around.values() for one in group if one.packet_id != packet.pk]
    sent = last_sent({one.packet_id for one in others if one.packet_id}, packet.period)
    taken = {
        (agreement.lead_id, agreement.partner_id): agreement
        for agreement in Agreement.objects.filter(lead__in=[entry.pk for entry in leading]).select_related(
            "by", "answered_by"
        )
    }
    return {
        entry.pk: [
            _contribution(entry, other, sent.get(other.pk), taken.get((entry.pk, other.pk)), submitted)
            for other in around[entry.obligation.responsibility.undertaking_id]
            if other.packet_id != packet.pk
        ]
        for entry in leading
    }


def _contribution(
    entry: Entry, other: Obligation, sent: Sent | None, agreement: Agreement | None, submitted: dict[int, Sent] | None
) -> Contribution:
    duty = other.responsibility
    joint = compare(_lead_numbers(entry, submitted), sent.words.numbers) if sent else []
    source = _source(duty.institution, sent) if sent else ""
    return Contribution(other, duty.institution, duty.role, sent, agreement, joint, bool(sent) and source in entry.text)


def _lead_numbers(entry: Entry, submitted: dict[int, Sent] | None) -> list[NumberContent]:
    if submitted is None:
        return [number_content(number) for number in entry.numbers.all()]
    sent = submitted.get(entry.obligation_id)
    return sent.words.numbers if sent else []


def leads_say(packet: Packet, entries: Sequence[Entry]) -> dict[int, list[LeadSays]]:
    """For entries of a packet, by the entry's key: what leads of other packets say of its contribution. Two queries."""
    by_obligation = {entry.obligation_id: entry.pk for entry in entries}
    taken = list(
        Agreement.objects.filter(partner__in=by_obligation, lead__obligation__withdrawn_at=None)
        .select_related("lead__obligation__responsibility__institution", "by", "answered_by")
        .order_by("pk")
    )
    if not taken:
        return {}
    packets = {agreement.lead.obligation.packet_id for agreement in taken} - {None}
    sent = last_sent({packet.pk, *(pk for pk in packets if pk)}, packet.period)
    said: dict[int, list[LeadSays]] = defaultdict(list)
    for agreement in taken:
        said[by_obligation[agreement.partner_id]].append(_said_by_lead(agreement, sent))
    return dict(said)


def _said_by_lead(agreement: Agreement, sent: dict[int, Sent]) -> LeadSays:
    ours, theirs = sent.get(agreement.partner_id), sent.get(agreement.lead.obligation_id)
    stale = ours is not None and ours.sha256 != agreement.words_sha256
    joint = compare(theirs.words.numbers, ours.words.numbers) if ours and theirs else []
    return LeadSays(agreement, agreement.lead.obligation.responsibility.institution, stale, joint)


def agreements_of(packet: Packet, entries: Sequence[Entry]) -> dict[int, list[AgreementContent]]:
    """What a version keeps of the lead's stances, by the entry's key; bodies that sent nothing are left out."""
    found = contributions(packet, entries)
    return {pk: [_content(one) for one in group if one.sent] for pk, group in found.items()}


def _content(one: Contribution) -> AgreementContent:
    agreement = one.agreement
    return {
        "institution": body(one.institution),
        "role": one.role,
        "version": agreement.version_no if agreement else one.sent.version if one.sent else 0,
        "stance": one.stance,
        "stale": one.is_stale,
        "quoted": one.is_quoted,
        "note": agreement.note if agreement else "",
        "answer": agreement.answer if agreement else "",
        "joint": [joint_content(joint) for joint in one.joint],
    }


def joint_content(joint: Joint) -> JointContent:
    def told(value: object) -> str | None:
        return None if value is None else f"{value:f}"

    return {"measure": joint.measure, "lead": told(joint.lead), "other": told(joint.other)}


def quotation(contribution: Contribution) -> str:
    """„Słowa partnera” (SM, sprawozdanie za 2022 złożone 05.01.2023): the words with their source, to stand in a text.

    `substance.figures.QUOTED` knows this form again, so that quoted words are not taken for copied ones.
    """
    sent = contribution.sent
    if sent is None:
        return ""
    said = (sent.words.text or sent.words.reason).replace("„", "«").replace("”", "»").strip()
    return f"„{said}” {_source(contribution.institution, sent)}" if said else ""


def _source(institution: Institution, sent: Sent) -> str:
    """„(SM, sprawozdanie za 2022 złożone 05.01.2023)”: whose words, out of which report."""
    who = institution.short.replace("(", "[").replace(")", "]")
    return f"({who}, sprawozdanie za {sent.words.period} złożone {timezone.localtime(sent.submitted_at):%d.%m.%Y})"


def with_quotation(text: str, contribution: Contribution) -> str:
    """The text with the partner's words under it; as it was when they stand there already."""
    quoted = quotation(contribution)
    if not quoted or quoted in text:
        return text
    return f"{text.rstrip()}\n\n{quoted}" if text.strip() else quoted


def stances_in(period: Period) -> dict[int, list[Agreement]]:
    """All stances of leads in the period, by the lead's obligation. One query."""
    found = Agreement.objects.filter(lead__obligation__period=period, partner__withdrawn_at=None).select_related(
        "lead", "partner__responsibility__institution"
    )
    by_lead: dict[int, list[Agreement]] = defaultdict(list)
    for agreement in found:
        by_lead[agreement.lead.obligation_id].append(agreement)
    return dict(by_lead)


def disputes_about(undertaking: int) -> dict[int, list[Agreement]]:
    """Disputes about one action, by the key of the period. One query."""
    found = Agreement.objects.filter(
        lead__obligation__responsibility__undertaking=undertaking,
        stance=Stance.DISPUTED,
        partner__withdrawn_at=None,
        lead__obligation__withdrawn_at=None,
    ).select_related("lead__obligation__responsibility__institution", "partner__responsibility__institution")
    by_period: dict[int, list[Agreement]] = defaultdict(list)
    for agreement in found:
        by_period[agreement.lead.obligation.period_id].append(agreement)
    return dict(by_period)
