"""Obligations of a period made to agree with the programme. Called by `services.periods`, inside its transaction.

Whatever was sent stays: the institution did answer for the time in which it was responsible.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Responsibility
from bezpiecznik.reporting.models import Entry, Obligation, Packet, Period
from bezpiecznik.reporting.queries.asking import by_timetable, duties_in, why_asked
from bezpiecznik.reporting.services import dissolved

BATCH = 1_000
OF_UNDERTAKING = ("undertaking__area", "undertaking__schedule", "undertaking__withdrawn_by", "ended_by")


@dataclass(frozen=True)
class Difference:
    """How many obligations of a packet came and went."""

    added: int
    withdrawn: int


def add(period: Period) -> list[Obligation]:
    """Ask what the programme asks and was not asked in the period yet."""
    asked = duties_in(period).exclude(obligations__period=period)
    duties = list(
        asked.select_related(
            "institution__reports_through", "institution__successor", "undertaking__schedule"
        ).order_by("pk")
    )
    kept = packets(period, {duty.institution.reporter for duty in duties} - {None})
    made = Obligation.objects.bulk_create(
        (
            Obligation(
                period=period,
                responsibility=duty,
                packet=kept.get(duty.institution.reporter),
                asked_because=why_asked(duty.undertaking),
            )
            for duty in duties
        ),
        batch_size=BATCH,
    )
    answered = [Entry(obligation=obligation) for obligation in made if obligation.packet_id]
    Entry.objects.bulk_create(answered, batch_size=BATCH)
    return made


def packets(period: Period, reporters: set[Institution | None]) -> dict[Institution | None, Packet]:
    """A packet for each reporting institution; those that exist are kept."""
    asked = sorted((reporter for reporter in reporters if reporter), key=lambda reporter: reporter.pk)
    missing = (Packet(period=period, institution=reporter) for reporter in asked)
    Packet.objects.bulk_create(missing, ignore_conflicts=True, batch_size=BATCH)
    kept = Packet.objects.filter(period=period).select_related("institution")
    return {packet.institution: packet for packet in kept}


def restore(period: Period) -> list[Obligation]:
    """Ask again what was withdrawn and is asked by now: a date was moved back, a duty given again. Words are there."""
    back = list(
        Obligation.objects.filter(period=period, withdrawn_at__isnull=False, responsibility__in=duties_in(period))
        .exclude(withdrawn_because=dissolved.reason())
        .select_related("packet")
    )
    keys = [obligation.pk for obligation in back]
    Obligation.objects.filter(pk__in=keys).update(withdrawn_at=None, withdrawn_because="")
    return back


def withdraw_ended(period: Period) -> list[Obligation]:
    """Close what the programme does not ask any more, each with the reason that names the amendment."""
    asked = Responsibility.objects.filter(by_timetable(period), undertaking__programme=period.programme_id)
    found = (
        Obligation.objects.in_force()
        .filter(period=period)
        .exclude(packet__state__in=dissolved.SENT)
        .exclude(
            responsibility__in=asked.in_force(period.ends_on).exclude(undertaking__withdrawn_on__lte=period.ends_on)
        )
        .select_related("packet", *(f"responsibility__{name}" for name in OF_UNDERTAKING))
    )
    ended = list(found)
    by_reason: dict[str, list[int]] = defaultdict(list)
    for obligation in ended:
        by_reason[_why_ended(obligation.responsibility, period)].append(obligation.pk)
    for because, keys in by_reason.items():
        Obligation.objects.filter(pk__in=keys).update(withdrawn_at=clock.now(), withdrawn_because=because)
    return ended


def _why_ended(duty: Responsibility, period: Period) -> str:
    undertaking = duty.undertaking
    if undertaking.withdrawn_on and undertaking.withdrawn_on <= period.ends_on:
        return _("Skreślono z programu: %(basis)s.") % {"basis": undertaking.withdrawn_by}
    if duty.until and duty.until <= period.ends_on:
        if duty.ended_by:
            return _("Podmiot przestał za to odpowiadać: %(basis)s.") % {"basis": duty.ended_by}
        return _("Podmiot przestał odpowiadać za to działanie w programie.")
    if duty.since and duty.since > period.ends_on:
        return _("Podmiot odpowiada za to dopiero od późniejszego dnia.")
    return _("Według terminarza nie sprawozdaje się o tym w tym okresie.")


def refresh_reasons(period: Period) -> None:
    """What is asked says why it is asked by the timetable as it stands now."""
    found = (
        Obligation.objects.in_force()
        .filter(period=period)
        .select_related("responsibility__undertaking__schedule")
        .only("asked_because", "responsibility__undertaking__kind", "responsibility__undertaking__term_raw",
              "responsibility__undertaking__open_ended", "responsibility__undertaking__schedule")
    )  # fmt: skip
    stale: dict[str, list[int]] = defaultdict(list)
    for obligation in found:
        why = why_asked(obligation.responsibility.undertaking)
        if why != obligation.asked_because:
            stale[why].append(obligation.pk)
    for why, keys in stale.items():
        Obligation.objects.filter(pk__in=keys).update(asked_because=why)


def differences(added: Iterable[Obligation], withdrawn: Iterable[Obligation]) -> dict[int, Difference]:
    """What changed in each packet, by its key."""
    came = Counter(one.packet_id for one in added if one.packet_id)
    went = Counter(one.packet_id for one in withdrawn if one.packet_id)
    return {packet: Difference(came[packet], went[packet]) for packet in came.keys() | went.keys()}
