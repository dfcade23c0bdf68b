"""The content of a `PacketVersion`: what was submitted, word for word, with names as text."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NotRequired, TypedDict

from bezpiecznik.activities.models import Activity
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting.models import Doubt, Entry, EntryNumber, InitiativeFigures, Packet

FORMAT = "bezpiecznik/packet-1"


class Body(TypedDict):
    abbr: str
    name: str
    short: str


class NumberContent(TypedDict):
    measure: str
    value: str
    share: str
    coverage: str


class FiguresContent(TypedDict):
    """Of an initiative: people reached; money as a decimal with a point. None: not said, which is not zero."""

    audience: int | None
    planned: str | None
    granted: str | None
    spent: str | None
    source: str


class DoubtContent(TypedDict):
    """A question that stood when the packet was sent, with the answer of the institution (blank: none)."""

    code: str
    field: str
    about: str
    sentence: str
    answer: str
    answered_at: str | None


class JointContent(TypedDict):
    """One measure that both count as joint, as the lead and as the other body gives it; None: not given."""

    measure: str
    lead: str | None
    other: str | None


class AgreementContent(TypedDict):
    """The lead's stance on what another body reported of the same action; `stale` when that body wrote anew since."""

    institution: Body
    role: str
    version: int
    stance: str
    stale: bool
    quoted: bool
    note: str
    answer: str
    joint: list[JointContent]


class QuotedContent(TypedDict):
    """An activity from which the words of an entry were made, as it stood when the packet was sent."""

    key: int
    kind: str
    title: str
    date: str
    place: str
    times: int
    participants: int | None
    institution: str


class EntryContent(TypedDict):
    obligation: int
    undertaking: int
    code: str
    wording: str
    area: str
    institution: Body
    role: str
    outcome: str
    text: str
    reason: str
    complete: bool
    numbers: list[NumberContent]
    figures: NotRequired[FiguresContent]
    """Only of initiatives."""
    doubts: NotRequired[list[DoubtContent]]
    agreements: NotRequired[list[AgreementContent]]
    activities: NotRequired[list[QuotedContent]]


class VersionContent(TypedDict):
    format: str
    period: str
    institution: Body
    submitted_at: str
    submitted_by: str
    signatory: str
    signatory_function: str
    signed_on: str
    entries: list[EntryContent]


def body(institution: Institution) -> Body:
    return {"abbr": institution.abbr, "name": institution.name, "short": institution.short}


def number_content(number: EntryNumber) -> NumberContent:
    """The value as a decimal with a point and no needless zeros: `12.5`, `340`."""
    value = f"{number.value:f}"
    plain = value.rstrip("0").rstrip(".") if "." in value else value
    return {"measure": number.measure, "value": plain, "share": number.share, "coverage": number.coverage}


def figures_content(figures: InitiativeFigures | None) -> FiguresContent:
    def plain(amount: Decimal | None) -> str | None:
        return None if amount is None else f"{amount:.2f}"

    if figures is None:
        return {"audience": None, "planned": None, "granted": None, "spent": None, "source": ""}
    return {
        "audience": figures.audience,
        "planned": plain(figures.planned),
        "granted": plain(figures.granted),
        "spent": plain(figures.spent),
        "source": figures.source,
    }


def entry_content(entry: Entry) -> EntryContent:
    """Reads the obligation's responsibility, undertaking, area, institution, numbers and figures: select them along."""
    duty = entry.obligation.responsibility
    content: EntryContent = {
        "obligation": entry.obligation_id,
        "undertaking": duty.undertaking_id,
        "code": duty.undertaking.code,
        "wording": duty.undertaking.wording,
        "area": str(duty.undertaking.area or ""),
        "institution": body(duty.institution),
        "role": duty.role,
        "outcome": entry.outcome,
        "text": entry.text,
        "reason": entry.reason,
        "complete": entry.is_complete,
        "numbers": [number_content(number) for number in entry.numbers.all()],
    }
    if not duty.undertaking.is_action:
        content["figures"] = figures_content(getattr(entry, "figures", None))
    return content


def doubt_content(doubt: Doubt) -> DoubtContent:
    return {
        "code": doubt.code,
        "field": doubt.field,
        "about": doubt.about,
        "sentence": doubt.sentence,
        "answer": doubt.answer,
        "answered_at": doubt.answered_at.isoformat() if doubt.answered_at else None,
    }


def quoted_content(activity: Activity) -> QuotedContent:
    return {
        "key": activity.pk,
        "kind": activity.kind,
        "title": activity.title,
        "date": activity.starts_on.isoformat(),
        "place": activity.place,
        "times": activity.times,
        "participants": activity.participants,
        "institution": activity.institution.short,
    }


def version_content(
    packet: Packet,
    entries: list[Entry],
    *,
    doubts: Mapping[int, Sequence[Doubt]] | None = None,
    agreements: Mapping[int, Iterable[AgreementContent]] | None = None,
    activities: Mapping[int, Iterable[Activity]] | None = None,
) -> dict[str, Any]:
    """A copy of the submitted packet that needs nothing else to be read; the rest is given by entry."""
    if packet.submitted_at is None or packet.submitted_by is None or packet.signed_on is None:
        raise ValueError("Only a submitted packet has a version.")
    content: VersionContent = {
        "format": FORMAT,
        "period": str(packet.period),
        "institution": body(packet.institution),
        "submitted_at": packet.submitted_at.isoformat(),
        "submitted_by": packet.submitted_by.get_full_name(),
        "signatory": packet.signatory,
        "signatory_function": packet.signatory_function,
        "signed_on": packet.signed_on.isoformat(),
        "entries": [
            {
                **entry_content(entry),
                "doubts": [doubt_content(doubt) for doubt in (doubts or {}).get(entry.pk, ())],
                "agreements": list((agreements or {}).get(entry.pk, ())),
                "activities": [quoted_content(activity) for activity in (activities or {}).get(entry.pk, ())],
            }
            for entry in entries
        ],
    }
    return dict(content)
