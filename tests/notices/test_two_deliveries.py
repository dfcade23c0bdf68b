"""Several workers at once send each message once. On PostgreSQL only: SQLite lets one writer in at a time."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from quiet_noon import NOON
from stand_ins import SmtpServer

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.notices import services
from bezpiecznik.notices.delivery import deliver_due
from bezpiecznik.notices.digest import gather_due
from bezpiecznik.notices.models import Message

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs two writers at once: run on PostgreSQL"),
]


def at_once(workers: int, act) -> None:
    together = Barrier(workers)

    def run() -> None:
        together.wait()
        try:
            with clock.pretend(NOON.replace(day=27)):
                act()
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_four_workers_send_twenty_messages_once_each(smtp: SmtpServer, reporter: User) -> None:
    for no in range(20):
        services.send("test.duty", to=reporter, what=str(no))
    at_once(4, deliver_due)
    assert sorted(letter["Subject"] for letter in smtp.letters()) == sorted(f"Zadanie: {no}" for no in range(20))


def test_of_two_who_gather_at_once_one_makes_the_digest(reporter: User) -> None:
    for what in ("a", "b"):
        services.send("test.news", to=reporter, what=what)
    at_once(3, gather_due)
    assert Message.objects.filter(kind="notices.digest").count() == 1
