"""One-time links end in time, with the addresses mailed for them."""

from datetime import timedelta

import pytest
from link_acts import invite

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.keeping import KEPT
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import LinkToken, OneTimeLink, Packet

pytestmark = pytest.mark.django_db


def removed_after(days: int) -> int:
    with clock.pretend(clock.now() + timedelta(days=days)):
        return KEPT["reporting.links"].remove_some(10)


def test_a_link_ends_a_year_after_its_last_address_expired(
    packet: Packet, police: Institution, coordinator: User
) -> None:
    invite(police, by=coordinator)
    invite(police, by=coordinator)
    until = max(LinkToken.objects.values_list("expires_at", flat=True)) - clock.now()

    assert removed_after(until.days + 364) == 0
    assert removed_after(until.days + 366) == 1
    assert (OneTimeLink.objects.count(), LinkToken.objects.count(), User.objects.filter(first_name="Ewa").count()) == (
        0, 0, 1,
    )  # fmt: skip


def test_one_revoked_late_stays_for_a_year_from_then(packet: Packet, police: Institution, coordinator: User) -> None:
    link = invite(police, by=coordinator)
    with clock.pretend(clock.now() + timedelta(days=300)):
        services.revoke_link(link, by=coordinator)

    assert removed_after(600) == 0
    assert removed_after(666) == 1
