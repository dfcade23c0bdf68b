"""The whole table of states is walked: what is allowed happens, everything else is refused."""

from datetime import date
from itertools import product

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.packets import advance
from bezpiecznik.reporting.states import NEXT, Days, ObligationState, PacketState, obligation_state


def put(packet: Packet, state: PacketState, *, by: User) -> None:
    Packet.objects.filter(pk=packet.pk).update(
        state=state, submitted_at=clock.now(), submitted_by=by, signatory="H. K.", signed_on=date(2023, 1, 4)
    )
    packet.refresh_from_db()


@pytest.mark.parametrize(("before", "after"), list(product(PacketState, PacketState)))
def test_a_packet_changes_only_by_the_table(
    packet: Packet, reporter: User, before: PacketState, after: PacketState
) -> None:
    put(packet, before, by=reporter)
    if after in NEXT[before]:
        assert advance(packet, after, by=reporter).state == after
        assert [(t.from_state, t.to_state) for t in packet.transitions.all()] == [(before, after)]
    else:
        with pytest.raises(Refused):
            advance(packet, after, by=reporter)
        assert packet.transitions.count() == 0


@pytest.mark.parametrize("state", PacketState)
def test_nothing_moves_in_a_closed_period(
    packet: Packet, reporter: User, coordinator: User, state: PacketState
) -> None:
    put(packet, state, by=reporter)
    services.close_period(packet.period, by=coordinator)
    for after in PacketState:
        with pytest.raises(Refused, match="nie jest otwarty"):
            advance(packet, after, by=reporter)


DAYS = {
    "before": date(2022, 11, 1),
    "during": date(2022, 12, 24),
    "last day": date(2023, 1, 20),
    "late": date(2023, 1, 21),
}
S = ObligationState


@pytest.mark.parametrize(
    ("packet", "begun", "when", "shown"),
    [
        (None, False, "late", S.NOBODY),
        ("draft", False, "before", S.NOT_DUE),
        ("draft", False, "during", S.DUE),
        ("draft", False, "last day", S.DUE),
        ("draft", True, "during", S.DRAFT),
        ("draft", True, "late", S.OVERDUE),
        ("to_sign", True, "during", S.TO_SIGN),
        ("to_sign", True, "late", S.OVERDUE),
        ("returned", True, "during", S.RETURNED),
        ("returned", True, "late", S.OVERDUE),
        ("submitted", True, "late", S.SUBMITTED),
        ("accepted", True, "late", S.ACCEPTED),
    ],
)
def test_overdue_is_never_hidden(packet: str | None, begun: bool, when: str, shown: ObligationState) -> None:
    days = Days(date(2022, 12, 1), date(2023, 1, 20), closed=False, today=DAYS[when])

    assert obligation_state(packet, begun=begun, days=days) == shown


@pytest.mark.parametrize(
    ("packet", "shown"),
    [("draft", S.MISSING), ("to_sign", S.MISSING), ("returned", S.RETURNED), ("accepted", S.ACCEPTED)],
)
def test_after_closing_what_was_never_sent_is_missing(packet: str, shown: ObligationState) -> None:
    days = Days(date(2022, 12, 1), date(2023, 1, 20), closed=True, today=date(2022, 12, 5))

    assert obligation_state(packet, begun=True, days=days) == shown
