"""Reads about one packet: its entries, what is missing, what was said before."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from bezpiecznik.reporting.models import Entry, Obligation, Packet, PacketVersion, Period, Remark
from bezpiecznik.reporting.states import WITH_REASON
from bezpiecznik.reporting.versions import EntryContent, NumberContent

Duty = tuple[int, int, str]
"""Undertaking, institution, role: the same duty in another period."""


@dataclass(frozen=True)
class Missing:
    """One thing that keeps the packet from being sent: a sentence, and the anchor of the place to mend."""

    sentence: str
    anchor: str


@dataclass(frozen=True)
class Words:
    """What was submitted about one duty in some period."""

    period: str
    outcome: str
    text: str
    reason: str
    numbers: list[NumberContent] = field(default_factory=list)


PLACES = {
    "": "wpis-{}",
    "outcome": "stan-realizacji-{}",
    "text": "tekst-{}",
    "reason": "powod-{}",
    "numbers": "liczby-{}",
}
"""Identifiers on the page of filling in, by the name of the field; blank: the whole card."""


def anchor(entry: Entry, field: str = "") -> str:
    """The place of the card on the page, or of one of its fields."""
    return PLACES.get(field, PLACES[""]).format(entry.pk)


def entries_of(packet: Packet) -> list[Entry]:
    """Entries to answer, grouped by the body they speak for (one's own first), in the document's order."""
    found = (
        Entry.objects.filter(obligation__packet=packet, obligation__withdrawn_at=None)
        .select_related(
            "updated_by",
            "obligation__responsibility__institution",
            "obligation__responsibility__undertaking__area",
            "obligation__responsibility__post",
        )
        .prefetch_related("numbers", Prefetch("remarks", Remark.objects.filter(settled_at=None)))
    )
    return sorted(found, key=lambda entry: _place(packet, entry))


def _place(packet: Packet, entry: Entry) -> tuple[bool, str, int, int, str]:
    duty = entry.obligation.responsibility
    area = duty.undertaking.area
    is_other = duty.institution_id != packet.institution_id
    return is_other, duty.institution.name, area.no if area else 0, duty.undertaking.no, duty.role


def missing(packet: Packet, entries: Iterable[Entry] | None = None) -> list[Missing]:
    """What must still be said before the packet can be sent; the same list drives button, page and refusal."""
    asked = entries_of(packet) if entries is None else list(entries)
    if not asked:
        return [Missing(_("Sprawozdanie nie ma żadnego działania do opisania."), "")]
    return [Missing(_sentence(packet, entry), anchor(entry)) for entry in asked if not entry.is_complete]


def _sentence(packet: Packet, entry: Entry) -> str:
    duty = entry.obligation.responsibility
    code = duty.undertaking.code
    if duty.institution_id != packet.institution_id:
        code = f"{code} ({duty.institution.short})"
    if not entry.outcome and entry.fed_at:
        return _("Działanie %(code)s: sprawdź, co uzupełniono z działalności, i wybierz stan realizacji.") % {
            "code": code
        }
    if not entry.outcome:
        return _("Działanie %(code)s: wybierz stan realizacji.") % {"code": code}
    if entry.outcome in WITH_REASON:
        return _("Działanie %(code)s: podaj powód, dla którego nic nie zrobiono albo działanie nie dotyczy.") % {
            "code": code
        }
    return _("Działanie %(code)s: napisz, co zrobiono.") % {"code": code}


def previous_period(period: Period) -> Period | None:
    """The period before this one in the same programme."""
    earlier = Period.objects.filter(programme=period.programme_id).order_by("-year", "-part")
    return next((p for p in earlier if (p.year, p.part) < (period.year, period.part)), None)


def duty_of(obligation: Obligation) -> Duty:
    duty = obligation.responsibility
    return duty.undertaking_id, duty.institution_id, duty.role


def submitted_words(obligations: QuerySet[Obligation], period: Period) -> dict[Duty, Words]:
    """What these obligations of the period say in the last submitted versions, by duty."""
    found = list(obligations.filter(period=period, packet__submitted_at__isnull=False).select_related("responsibility"))
    contents = latest_contents({o.packet_id for o in found if o.packet_id})
    return {duty_of(o): words(str(period), contents[o.pk]) for o in found if o.pk in contents}


def words(period: str, content: EntryContent) -> Words:
    return Words(period, content["outcome"], content["text"], content["reason"], content["numbers"])


def latest_contents(packets: Iterable[int]) -> dict[int, EntryContent]:
    """Entries of the last submitted version of each packet, by obligation."""
    latest: dict[int, PacketVersion] = {}
    for version in PacketVersion.objects.filter(packet__in=set(packets)).order_by("no"):
        latest[version.packet_id] = version
    return {entry["obligation"]: entry for version in latest.values() for entry in version.content["entries"]}


def previous_words(packet: Packet, entries: Iterable[Entry]) -> dict[Duty, Words]:
    """What was submitted in the period before about the same duties, by whichever institution answered for them."""
    before = previous_period(packet.period)
    if before is None:
        return {}
    undertakings = {entry.obligation.responsibility.undertaking_id for entry in entries}
    institutions = {entry.obligation.responsibility.institution_id for entry in entries}
    same = Obligation.objects.filter(
        responsibility__undertaking__in=undertakings, responsibility__institution__in=institutions
    )
    return submitted_words(same, before)


def previous_text(entry: Entry) -> str:
    """The text submitted about the same duty in the period before; blank when there was none."""
    packet = entry.obligation.packet
    before = previous_words(packet, [entry]).get(duty_of(entry.obligation)) if packet else None
    return before.text if before else ""
