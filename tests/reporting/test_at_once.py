"""Two real connections at the same moment. On PostgreSQL only: SQLite lets one writer in at a time by itself."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from reporting_acts import SIGNED, fill

from bezpiecznik.accounts.models import User
from bezpiecznik.reporting import closing, services
from bezpiecznik.reporting.models import Entry, Packet, PacketVersion, Snapshot
from bezpiecznik.reporting.refusals import EntryChanged, Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs two writers at once: run on PostgreSQL"),
]


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act returned or raised, all begun at the same moment."""
    together, answers = Barrier(len(acts)), [None] * len(acts)

    def run(place: int) -> None:
        together.wait()
        try:
            answers[place] = acts[place]()
        except (EntryChanged, Refused) as told:
            answers[place] = told
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.parametrize("_again", range(5))
def test_of_two_who_save_at_once_one_is_told(entry: Entry, reporter: User, head: User, _again: int) -> None:
    def saving(text: str, by: User) -> Callable[[], Entry]:
        own = Entry.objects.select_related("obligation").get(pk=entry.pk)
        said = {"outcome": "done", "text": text, "reason": "", "numbers": ()}
        return lambda: services.save_entry(own, by=by, version=0, **said)

    answers = at_once(saving("Pierwszy.", reporter), saving("Drugi.", head))

    assert sorted(type(answer).__name__ for answer in answers) == ["Entry", "EntryChanged"]
    kept = next(answer for answer in answers if isinstance(answer, Entry))
    told = next(answer for answer in answers if isinstance(answer, EntryChanged))
    assert (kept.version, told.current.text, Entry.objects.get(pk=entry.pk).text) == (1, kept.text, kept.text)


@pytest.mark.parametrize("_again", range(5))
def test_what_is_sent_while_the_period_is_closed_is_in_the_copy_or_refused(
    packet: Packet, reporter: User, coordinator: User, _again: int
) -> None:
    fill(packet, by=reporter)
    at_once(
        lambda: services.submit_packet(packet, by=reporter, **SIGNED),
        lambda: services.close_period(packet.period, by=coordinator),
    )

    content = closing.read(Snapshot.objects.get())
    assert content["completeness"]["packets"]["received"] == PacketVersion.objects.count()
