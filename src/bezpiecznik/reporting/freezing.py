"""Puts together the content of a closed period; its shape stands in `reporting.closing`."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypedDict

from django.db.models import Prefetch
from django.utils import timezone

from bezpiecznik.plans.models import (
    Area,
    PromisedAudience,
    Responsibility,
    ResponsibilityRole,
    Undertaking,
    UndertakingQuerySet,
)
from bezpiecznik.reporting.closing import (
    FORMAT,
    ActionContent,
    AreaContent,
    Content,
    Count,
    ExceptionContent,
    InitiativeContent,
    PacketContent,
    PeriodContent,
    ProgrammeContent,
    Report,
    Signature,
    Withdrawn,
)
from bezpiecznik.reporting.deadlines import Deadline, deadline_of
from bezpiecznik.reporting.models import Agreement, LockException, Obligation, Packet, PacketVersion, Period
from bezpiecznik.reporting.queries.agreements import joint_content, stances_in, words_sha256
from bezpiecznik.reporting.queries.joint import compare
from bezpiecznik.reporting.states import Coverage, Outcome, PacketState, Share
from bezpiecznik.reporting.versions import AgreementContent, Body, EntryContent, VersionContent, body

NEVER: Signature = {
    "submitted_at": None, "submitted_by": "", "signatory": "", "signatory_function": "", "signed_on": None,
    "version": 0,
}  # fmt: skip


Taken = dict[int, list[Agreement]]
"""Stances of leads, by the lead's obligation."""


@dataclass(frozen=True)
class Sent:
    """What stands of one packet: who signed the last version, whether the first came in time, what it says."""

    signature: Signature
    on_time: bool
    entries: dict[int, EntryContent]
    due_on: date | None = None


NOTHING = Sent(NEVER, False, {})


def period_content(period: Period, *, closed_at: datetime, closed_by: str) -> Content:
    """Everything about the period as it stands now. Fifteen queries, however large the programme is."""
    packets = _packets(period)
    sent = {packet.pk: _sent(packet) for packet in packets}
    taken = stances_in(period)
    asked: dict[int, list[Obligation]] = defaultdict(list)
    for obligation in _obligations(period):
        asked[obligation.responsibility.undertaking_id].append(obligation)
    areas = [_area(area, asked, sent, taken) for area in _areas(period)]
    initiatives = [_initiative(one, asked[one.pk], sent, taken) for one in _initiatives(period)]
    reports = [report for area in areas for action in area["actions"] for report in action["reports"]]
    of_initiatives = [report for one in initiatives for report in one["reports"]]
    frozen = [_packet(packet, sent[packet.pk], reports, of_initiatives) for packet in packets]
    owed = [packet for packet in frozen if packet["obligations"]["expected"] or packet["initiatives"]["expected"]]
    return {
        "format": FORMAT,
        "programme": _programme(period),
        "period": _period(period, closed_at=closed_at, closed_by=closed_by),
        "labels": _labels(),
        "areas": areas,
        "initiatives": initiatives,
        "packets": owed,
        "completeness": {
            "obligations": _count(reports),
            "packets": _count_packets(owed),
            "without_reporter": sum(report["reporter"] is None for report in reports),
        },
        "initiatives_completeness": {
            "obligations": _count(of_initiatives),
            "without_reporter": sum(report["reporter"] is None for report in of_initiatives),
        },
    }


def _packets(period: Period) -> list[Packet]:
    versions = Prefetch("versions", PacketVersion.objects.order_by("no"))
    found = period.packets.select_related("institution", "period").prefetch_related(versions).with_exceptions()
    return list(found.order_by("institution__name"))


def _areas(period: Period) -> Iterable[Area]:
    actions = Prefetch("actions", _met(Undertaking.objects.actions(), period).order_by("no"))
    return period.programme.areas.prefetch_related(actions)


def _initiatives(period: Period) -> Iterable[Undertaking]:
    found = _met(Undertaking.objects.initiatives().filter(programme=period.programme_id), period)
    return found.select_related("promised").prefetch_related("money").order_by("no")


def _met(undertakings: UndertakingQuerySet, period: Period) -> UndertakingQuerySet:
    """Those that were in the programme on some day of the period."""
    return undertakings.exclude(withdrawn_on__lte=period.starts_on).exclude(added_by__effective_on__gt=period.ends_on)


def _obligations(period: Period) -> Iterable[Obligation]:
    return period.obligations.select_related("responsibility__institution", "packet__institution").order_by(
        "responsibility__role", "responsibility__place", "pk"
    )


def _sent(packet: Packet) -> Sent:
    versions = list(packet.versions.all())
    if not versions:
        return replace(NOTHING, due_on=packet.deadline.due_on)
    deadline = deadline_of(packet.period, packet.exceptions.all(), at=versions[0].submitted_at)
    content: VersionContent = versions[-1].content
    signature: Signature = {
        "submitted_at": content["submitted_at"],
        "submitted_by": content["submitted_by"],
        "signatory": content["signatory"],
        "signatory_function": content["signatory_function"],
        "signed_on": content["signed_on"],
        "version": versions[-1].no,
    }
    entries = {entry["obligation"]: entry for entry in content["entries"]}
    return Sent(signature, came_on_time(versions[0], deadline), entries, deadline.due_on)


def came_on_time(first: PacketVersion, deadline: Deadline) -> bool:
    """By the day of the first submission in Poland: a correction asked for later does not make a report late."""
    return not deadline.is_late(timezone.localdate(first.submitted_at))


def _area(area: Area, asked: dict[int, list[Obligation]], sent: dict[int, Sent], taken: Taken) -> AreaContent:
    actions = [_action(area, action, asked[action.pk], sent, taken) for action in area.actions.all()]
    return {"no": area.no, "name": area.name, "official_name": area.official_name, "actions": actions}


def _action(
    area: Area, action: Undertaking, asked: list[Obligation], sent: dict[int, Sent], taken: Taken
) -> ActionContent:
    return {
        "key": action.pk,
        "code": f"{area.no}.{action.no}",
        "no": action.no,
        "wording": action.wording,
        **_asked(asked, sent, taken),
    }


def _initiative(
    initiative: Undertaking, asked: list[Obligation], sent: dict[int, Sent], taken: Taken
) -> InitiativeContent:
    promised: PromisedAudience | None = getattr(initiative, "promised", None)
    return {
        "key": initiative.pk,
        "code": initiative.code,
        "no": initiative.no,
        "wording": initiative.wording,
        "aim": initiative.aim,
        "audience": initiative.audience,
        "term": initiative.term_raw,
        "promised": promised.people if promised else None,
        "money": [
            {"year": line.year, "source": line.source, "amount": f"{line.amount:.2f}"}
            for line in initiative.money.all()
        ],
        **_asked(asked, sent, taken),
    }


class _Asked(TypedDict):
    leads: list[Body]
    partners: list[Body]
    reports: list[Report]
    withdrawn: list[Withdrawn]


def _asked(asked: list[Obligation], sent: dict[int, Sent], taken: Taken) -> _Asked:
    """Who was to report on one undertaking, what they sent, and which duties were withdrawn."""
    in_force = [obligation for obligation in asked if obligation.withdrawn_at is None]
    return {
        "leads": _bodies(in_force, ResponsibilityRole.LEAD),
        "partners": _bodies(in_force, ResponsibilityRole.PARTNER),
        "reports": [_report(obligation, sent, taken) for obligation in in_force],
        "withdrawn": [
            {
                "institution": body(obligation.responsibility.institution),
                "role": obligation.responsibility.role,
                "because": obligation.withdrawn_because,
            }
            for obligation in asked
            if obligation.withdrawn_at is not None
        ],
    }


def _bodies(obligations: list[Obligation], role: ResponsibilityRole) -> list[Body]:
    duties: list[Responsibility] = [obligation.responsibility for obligation in obligations]
    return [body(duty.institution) for duty in duties if duty.role == role]


def _report(obligation: Obligation, sent: dict[int, Sent], taken: Taken) -> Report:
    packet = obligation.packet
    of_packet = sent[packet.pk] if packet else NOTHING
    said = of_packet.entries.get(obligation.pk)
    signature = of_packet.signature if said else NEVER
    report: Report = {
        **signature,  # type: ignore[typeddict-item]
        "institution": body(obligation.responsibility.institution),
        "role": obligation.responsibility.role,
        "reporter": body(packet.institution) if packet else None,
        "state": packet.state if packet else "",
        "reported": said is not None,
        "complete": said["complete"] if said else False,
        "on_time": of_packet.on_time and said is not None,
        "outcome": said["outcome"] if said else "",
        "text": said["text"] if said else "",
        "reason": said["reason"] if said else "",
        "numbers": said["numbers"] if said else [],
        "doubts": said.get("doubts", []) if said else [],
        "agreements": [_agreement(agreement, said, sent) for agreement in taken.get(obligation.pk, ())],
    }
    if said and "figures" in said:
        report["figures"] = said["figures"]
    return report


def _agreement(agreement: Agreement, lead: EntryContent | None, sent: dict[int, Sent]) -> AgreementContent:
    """A stance as it stood when the period was closed, judged by what both had submitted by then."""
    packet = agreement.partner.packet_id
    said = sent[packet].entries.get(agreement.partner_id) if packet in sent else None
    duty = agreement.partner.responsibility
    return {
        "institution": body(duty.institution),
        "role": duty.role,
        "version": agreement.version_no,
        "stance": agreement.stance,
        "stale": said is not None and words_sha256(said) != agreement.words_sha256,
        "quoted": bool(lead and said and f"({duty.institution.short}, sprawozdanie za " in lead["text"]),
        "note": agreement.note,
        "answer": agreement.answer,
        "joint": [joint_content(one) for one in compare(lead["numbers"], said["numbers"])] if lead and said else [],
    }


def _packet(packet: Packet, sent: Sent, reports: list[Report], of_initiatives: list[Report]) -> PacketContent:
    institution = body(packet.institution)
    return {
        **sent.signature,
        "institution": institution,
        "state": packet.state,
        "on_time": sent.on_time,
        "due_on": sent.due_on.isoformat() if sent.due_on else None,
        "exceptions": [_exception(exception) for exception in packet.exceptions.all()],
        "obligations": _count(report for report in reports if report["reporter"] == institution),
        "initiatives": _count(report for report in of_initiatives if report["reporter"] == institution),
    }


def _exception(exception: LockException) -> ExceptionContent:
    withdrawn = exception.withdrawn_at
    return {
        "until": exception.until.isoformat(),
        "moves_deadline": exception.moves_deadline,
        "granted_on": timezone.localdate(exception.at).isoformat(),
        "withdrawn_on": timezone.localdate(withdrawn).isoformat() if withdrawn else None,
    }


def _count(reports: Iterable[Report]) -> Count:
    """Only what somebody was to answer: duties of bodies that report to nobody are not expected."""
    seen: Counter[str] = Counter()
    for report in reports:
        if report["reporter"] is None:
            continue
        seen["expected"] += 1
        seen["received"] += report["reported"]
        seen["accepted"] += report["reported"] and report["state"] == PacketState.ACCEPTED
        seen["on_time"] += report["on_time"]
        seen["complete"] += report["complete"]
    return _as_count(seen)


def _count_packets(packets: Iterable[PacketContent]) -> Count:
    seen: Counter[str] = Counter()
    for packet in packets:
        seen["expected"] += 1
        seen["received"] += packet["version"] > 0
        seen["accepted"] += packet["state"] == PacketState.ACCEPTED
        seen["on_time"] += packet["on_time"]
        counts = (packet["obligations"], packet["initiatives"])
        seen["complete"] += all(count["complete"] == count["expected"] for count in counts)
    return _as_count(seen)


def _as_count(seen: Counter[str]) -> Count:
    return {
        "expected": seen["expected"],
        "received": seen["received"],
        "accepted": seen["accepted"],
        "on_time": seen["on_time"],
        "complete": seen["complete"],
    }


def _programme(period: Period) -> ProgrammeContent:
    programme = period.programme
    return {
        "key": programme.pk,
        "title": programme.title,
        "unit": programme.unit,
        "council": programme.council,
        "act_no": programme.act_no,
        "act_date": programme.act_date.isoformat() if programme.act_date else None,
        "year_from": programme.year_from,
        "year_to": programme.year_to,
        "made_up": programme.made_up,
    }


def _period(period: Period, *, closed_at: datetime, closed_by: str) -> PeriodContent:
    return {
        "key": period.pk,
        "label": str(period),
        "year": period.year,
        "part": period.part,
        "starts_on": period.starts_on.isoformat(),
        "ends_on": period.ends_on.isoformat(),
        "opens_on": period.opens_on.isoformat(),
        "due_on": period.due_on.isoformat(),
        "grace_until": period.grace_until.isoformat() if period.grace_until else None,
        "locks_on": period.locks_on.isoformat() if period.locks_on else None,
        "closed_at": timezone.localtime(closed_at).isoformat(),
        "closed_by": closed_by,
    }


def _labels() -> dict[str, dict[str, str]]:
    """The words of all codes, so that the content can be read without our program."""
    kinds = {
        "outcome": Outcome, "role": ResponsibilityRole, "state": PacketState, "share": Share, "coverage": Coverage,
    }  # fmt: skip
    return {name: {value: str(label) for value, label in kind.choices} for name, kind in kinds.items()}
