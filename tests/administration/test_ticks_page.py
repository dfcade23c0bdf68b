"""Periodic work as the administrator sees it."""

from datetime import timedelta

import pytest
from inspector import InspectingClient, text_of
from mail_scene import NOON

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, ticks
from bezpiecznik.core.models import Tick

pytestmark = pytest.mark.django_db
PAGE = "/administracja/prace-okresowe/"


def test_work_that_was_never_done_means_that_the_clock_stands(client: InspectingClient, administrator: User) -> None:
    page = client.as_(administrator).page(PAGE)
    assert len(page.select("tbody tr")) == len(ticks.TICKS)
    assert "Zegar stoi" in text_of(page.select_one(".callout"))


def test_what_was_done_is_shown_with_its_outcome(client: InspectingClient, administrator: User) -> None:
    ticks.run_due()
    Tick.objects.filter(name="notices.digest").update(failed=True, outcome="OSError: dysk")
    page = client.as_(administrator).page(PAGE)
    assert page.select_one(".callout") is None
    rows = {text_of(row.select_one(".muted")): text_of(row("td")[2]) for row in page.select("tbody tr")}
    assert rows["notices.deliver"] == "wykonano nic nie czekało"
    assert rows["notices.digest"] == "nie udało się OSError: dysk"


def test_a_clock_that_stopped_is_noticed(client: InspectingClient, administrator: User) -> None:
    ticks.run_due()
    Tick.objects.update(due_at=NOON)
    with clock.pretend(NOON + timedelta(hours=1)):
        assert "Zegar stoi" in text_of(client.as_(administrator).page(PAGE).select_one(".callout"))
