"""What the room does by itself: registered, and worth a few words to the administrator."""

from datetime import timedelta

import pytest
from quiet_noon import NOON
from stand_ins import SmtpServer

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, ticks
from bezpiecznik.notices import services

pytestmark = pytest.mark.django_db


def test_a_digest_due_now_leaves_in_the_same_tick(smtp: SmtpServer, reporter: User) -> None:
    for what in ("a", "b"):
        services.send("test.news", to=reporter, what=what)
    with clock.pretend(NOON + timedelta(days=1)):
        done = ticks.run_due()
    assert (done["notices.digest"], done["notices.deliver"]) == ("zebrano 2", "wysłano 1")
    assert done["notices.bounces"] == "nie podano skrzynki (BOUNCE_IMAP_URL)"
