"""Obligations of bodies that do not exist any more. Called by `services.periods`, inside its transaction."""

from collections.abc import Callable

from django.db.models import Q
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting.models import Obligation, Packet, Period
from bezpiecznik.reporting.states import PacketState

SENT = (PacketState.SUBMITTED, PacketState.ACCEPTED)
MakePackets = Callable[[set[Institution | None]], dict[Institution | None, Packet]]


def reason() -> str:
    """Why an obligation was withdrawn; by this sentence it is found again when the dissolution is undone."""
    return _("Podmiot zniesiono i nikt nie składa za niego sprawozdania.")


def hand_over(period: Period, *, packets: MakePackets) -> tuple[int, int]:
    """What a dissolved body has not sent goes to whoever answers for it now, with the words already written.

    What nobody answers for is withdrawn with a reason, as is what comes too late for a packet already sent, or is a
    duty that the successor has as well. Returns how many moved and how many were withdrawn.
    """
    today = clock.today()
    gone = list(
        Obligation.objects.in_force()
        .filter(
            Q(packet__institution__dissolved_on__lte=today)
            | Q(responsibility__institution__dissolved_on__lte=today, responsibility__institution__successor=None),
            period=period,
        )
        .exclude(packet__state__in=SENT)
        .select_related("responsibility__institution__successor", "responsibility__institution__reports_through")
    )
    reporters = {obligation.responsibility.institution.reporter for obligation in gone}
    kept = packets(reporters) if reporters - {None} else {}
    own = _asked_already(period)
    moved, orphaned = [], []
    for obligation in gone:
        duty = obligation.responsibility
        packet = kept.get(duty.institution.reporter)
        doubled = (duty.institution.successor_id, duty.undertaking_id, duty.role) in own
        if packet and packet.state not in SENT and not doubled:
            moved.append(obligation.pk)
            Obligation.objects.filter(pk=obligation.pk).update(packet=packet)
        else:
            orphaned.append(obligation.pk)
    Obligation.objects.filter(pk__in=orphaned).update(withdrawn_at=clock.now(), withdrawn_because=reason())
    return len(moved), len(orphaned)


def restore(period: Period) -> int:
    """Ask again those whose dissolution was undone; returns how many obligations came back."""
    back = Obligation.objects.filter(
        period=period,
        withdrawn_because=reason(),
        responsibility__until=None,
        responsibility__institution__in=Institution.objects.active(),
    )
    return back.update(withdrawn_at=None, withdrawn_because="")


def _asked_already(period: Period) -> set[tuple[int, int, str]]:
    asked = Obligation.objects.in_force().filter(period=period)
    return set(asked.values_list("responsibility__institution", "responsibility__undertaking", "responsibility__role"))
