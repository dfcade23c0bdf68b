"""An opinion of the Commission on which a motion rests stays."""

import pytest
from django.urls import reverse
from inspector import InspectingClient
from motion_acts import MONDAY

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import AgendaItem, Commission, Meeting, Opinion, Term
from bezpiecznik.core import clock
from bezpiecznik.motions import services
from bezpiecznik.motions.models import Motion


@pytest.fixture
def opinion(coordinator: User) -> Opinion:
    """Given today, without a number yet."""
    commission = Commission.objects.create(name="Komisja", created_on=MONDAY, created_by_act="zarządzenie nr 1")
    term = Term.objects.create(commission=commission, starts_on=MONDAY, ends_on=MONDAY.replace(year=2026))
    meeting = Meeting.objects.create(
        commission=commission, term=term, year=2023, no=1, starts_at=clock.now(), place="sala 12", state="in_session",
        opened_at=clock.now(), made_by=coordinator,
    )  # fmt: skip
    item = AgendaItem.objects.create(meeting=meeting, no=1, title="Opinia o wniosku")
    return Opinion.objects.create(
        item=item, kind="other", subject="Lampy", text="Zasadny.", position="positive", given_on=MONDAY,
        given_by=coordinator,
    )  # fmt: skip


def test_removing_it_is_refused_in_a_sentence(
    client: InspectingClient, admitted: Motion, opinion: Opinion, coordinator: User
) -> None:
    services.lay_before_president(admitted, opinion=opinion, by=coordinator)
    client.force_login(coordinator)

    page = client.post(reverse("commission:remove-opinion", args=[opinion.pk]), follow=True)

    assert "Na tej opinii opiera się wniosek. Nie usuwaj jej" in page.content.decode()
    assert Opinion.objects.filter(pk=opinion.pk).exists()
