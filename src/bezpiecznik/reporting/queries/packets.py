"""Reads about one packet: its entries, what is missing, what was said before."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.reporting.models import Entry, EntryNumber, Obligation, Packet, PacketVersion, Part, Period, Remark
from bezpiecznik.reporting.states import WITH_REASON
from bezpiecznik.reporting.versions import EntryContent, FiguresContent, NumberContent
from bezpiecznik.reporting.wording import titled

Duty = tuple[int, int, str]
"""Undertaking, institution, role: the same duty in another period."""


@dataclass(frozen=True)
class Missing:
    """One thing to mend or to look at: a sentence, the anchor of the place, and the entry (none: the packet)."""

    sentence: str
    anchor: str
    entry: int = 0


@dataclass(frozen=True)
class Words:
    """What was submitted about one duty in some period."""

    period: str
    outcome: str
    text: str
    reason: str
    numbers: list[NumberContent] = field(default_factory=list)
    figures: FiguresContent | None = None
    """Of an initiative: people and money."""


PLACES = {
    "": "wpis-{}",
    "outcome": "stan-realizacji-{}",
    "text": "tekst-{}",
    "reason": "powod-{}",
    "numbers": "liczby-{}",
    "figures": "liczby-programu-{}",
    "audience": "odbiorcy-{}",
    "planned": "zaplanowano-{}",
    "granted": "przyznano-{}",
    "spent": "wydano-{}",
    "source": "zrodlo-{}",
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
            "figures",
            "obligation__responsibility__institution",
            "obligation__responsibility__undertaking__area",
            "obligation__responsibility__undertaking__promised",
            "obligation__responsibility__post",
        )
        .prefetch_related("numbers", Prefetch("remarks", Remark.objects.filter(settled_at=None)))
    )
    return sorted(found, key=lambda entry: _place(packet, entry))


def _place(packet: Packet, entry: Entry) -> tuple[bool, str, bool, int, int, str]:
    duty = entry.obligation.responsibility
    area = duty.undertaking.area
    is_other = duty.institution_id != packet.institution_id
    of_area = area.no if area else 0
    return is_other, duty.institution.name, area is None, of_area, duty.undertaking.no, duty.role


def missing(packet: Packet, entries: Iterable[Entry] | None = None) -> list[Missing]:
    """What must still be said before the packet can be sent; the same list drives button, page and refusal."""
    asked = entries_of(packet) if entries is None else list(entries)
    if not asked:
        return [Missing(_("Sprawozdanie nie ma żadnego działania do opisania."), "")]
    return [_missing(packet, entry) for entry in asked if not entry.is_complete]


_EMPTY = {
    (True, False): gettext_lazy(
        "%(code)s: podaj powód, dla którego nic nie zrobiono, działanie pominięto albo nie dotyczy."
    ),
    (True, True): gettext_lazy("%(code)s: „%(said)s” to jeszcze nie powód. Napisz w kilku słowach, dlaczego."),
    (False, False): gettext_lazy("%(code)s: napisz, co zrobiono."),
    (False, True): gettext_lazy(
        "%(code)s: „%(said)s” to jeszcze nie opis. Napisz, co zrobiono, albo wybierz inny stan i podaj powód."
    ),
}
"""By whether a reason is asked for, and whether something stands there that says nothing."""


def code_of(packet: Packet, entry: Entry) -> str:
    """`Działanie 1.3`, with the body spoken for where that is another one: `Działanie 1.3 (szkoły)`."""
    duty = entry.obligation.responsibility
    code = titled(duty.undertaking.code)
    return code if duty.institution_id == packet.institution_id else f"{code} ({duty.institution.short})"


def _missing(packet: Packet, entry: Entry) -> Missing:
    """An incomplete entry lacks one of three: what was done with it, the reason, or the words."""
    code = {"code": code_of(packet, entry)}
    if entry.fed_at:
        sentence = _("%(code)s: sprawdź, co uzupełniono z działalności, i wybierz stan realizacji.") % code
        return Missing(sentence, anchor(entry, "outcome"), entry.pk)
    if not entry.outcome:
        return Missing(_("%(code)s: wybierz stan realizacji.") % code, anchor(entry, "outcome"), entry.pk)
    field = "reason" if entry.outcome in WITH_REASON else "text"
    said = getattr(entry, field).strip()
    sentence = _EMPTY[field == "reason", bool(said)] % {**code, "said": said}
    return Missing(sentence, anchor(entry, field), entry.pk)


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
    said = content["outcome"], content["text"], content["reason"], content["numbers"]
    return Words(period, *said, figures=content.get("figures"))


def latest_contents(packets: Iterable[int]) -> dict[int, EntryContent]:
    """Entries of the last submitted version of each packet, by obligation."""
    latest: dict[int, PacketVersion] = {}
    for version in PacketVersion.objects.filter(packet__in=set(packets)).order_by("no"):
        latest[version.packet_id] = version
    return {entry["obligation"]: entry for version in latest.values() for entry in version.content["entries"]}


def former_period(period: Period) -> Period | None:
    """The same half of the year before; none where periods are whole years, for then it is the period before."""
    if period.part == Part.YEAR:
        return None
    same = Period.objects.filter(programme=period.programme_id, year=period.year - 1, part=period.part)
    return same.first()


def previous_words(packet: Packet, entries: Iterable[Entry]) -> dict[Duty, Words]:
    """What was submitted in the period before about the same duties, by whichever institution answered for them."""
    before = previous_period(packet.period)
    return words_in(before, entries) if before else {}


def former_words(packet: Packet, entries: Iterable[Entry]) -> dict[Duty, Words]:
    """What was submitted about the same duties in the same half of the year before."""
    former = former_period(packet.period)
    return words_in(former, entries) if former else {}


def words_in(period: Period, entries: Iterable[Entry]) -> dict[Duty, Words]:
    """What was submitted in that period about the duties of these entries."""
    duties = [entry.obligation.responsibility for entry in entries]
    same = Obligation.objects.filter(
        responsibility__undertaking__in={duty.undertaking_id for duty in duties},
        responsibility__institution__in={duty.institution_id for duty in duties},
    )
    return submitted_words(same, period)


def measures_of(entries: Iterable[Entry]) -> dict[Duty, list[str]]:
    """Names of measures to pick from, by duty: what the same body counted before, then what the programme names."""
    asked = {duty_of(entry.obligation): entry.obligation.responsibility.undertaking.measures for entry in entries}
    columns = ("undertaking", "institution", "role")
    used = (
        EntryNumber.objects.filter(
            entry__obligation__responsibility__undertaking__in={duty[0] for duty in asked},
            entry__obligation__responsibility__institution__in={duty[1] for duty in asked},
        )
        .order_by("measure")
        .values_list(*(f"entry__obligation__responsibility__{name}" for name in columns), "measure")
        .distinct()
    )
    found: dict[Duty, list[str]] = {duty: [] for duty in asked}
    for undertaking, institution, role, measure in used:
        found.get((undertaking, institution, role), []).append(measure)
    return {duty: list(dict.fromkeys([*found[duty], *named])) for duty, named in asked.items()}
