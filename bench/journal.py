"""The journal at 100,000 lines: how many lines a second the verifier reads, and server time of the journal's page.

Time is the processor's, so that a busy machine does not fail it. Claims: 100,000 lines verified in under 15 s; the
page, its filters, search and last page in under 150 ms each.
"""

import sys
from datetime import UTC, datetime, timedelta
from statistics import median
from time import process_time

from town import people, programme, scratch_installation, timed

LINES, RUNS, LIMIT_MS, LIMIT_SECONDS = 100_000, 5, 150, 15
START = datetime(2023, 1, 2, 8, tzinfo=UTC)


def fill(bodies, persons):
    """A chain as the journal itself would write it, in bulk."""
    from bezpiecznik.core import journal
    from bezpiecznik.core.models import JournalEntry, JournalHead, JournalWords
    from bezpiecznik.institutions.events import Event as Institutions
    from bezpiecznik.reporting.events import Event as Reporting

    begin = journal.head()
    previous, lines, words = begin.hash, [], []
    for number in range(begin.count + 1, LINES + 1):
        body, person = bodies[number % len(bodies)], persons[number % len(persons)]
        event = (Institutions.EDITED, Reporting.PACKET_ACCEPTED, Reporting.ENTRY_SAVED)[number % 3]
        line = JournalEntry(
            pk=number, event=event.value, sentence=str(event.label), object_type="institutions.institution",
            object_key=str(body.pk), object_label=body.name, actor_key=str(person.pk),
            actor_name=person.get_full_name(), at=START + timedelta(minutes=number), previous_hash=previous,
            data={"changed": {"name": [body.name, body.name + " w Kielcach"]}, "note": "Uwaga koordynatora."},
        )  # fmt: skip
        previous = line.hash = journal.seal(line)
        lines.append(line)
        words.append(JournalWords(entry=line, search_text=journal.words_of(line)))
    JournalEntry.objects.bulk_create(lines, batch_size=2_000)
    JournalWords.objects.bulk_create(words, batch_size=2_000)
    assert begin._state.adding, "the journal was not empty"
    JournalHead.objects.create(pk=1, count=LINES, hash=previous, at=lines[-1].at)


def main():
    with scratch_installation():
        from django.db import connection
        from django.test import Client
        from django.test.utils import CaptureQueriesContext, setup_test_environment

        from bezpiecznik.core import chain
        from bezpiecznik.institutions.models import Institution

        setup_test_environment()
        programme()
        persons = people()
        bodies = list(Institution.objects.all())
        with timed(f"write {LINES:,} lines in bulk"):
            fill(bodies, persons)
        begun = process_time()
        assert list(chain.problems()) == []
        took = process_time() - begun
        print(f"verify: {LINES:,} lines in {took:.1f} s, {LINES / took:,.0f} lines/s")
        client = Client()
        client.force_login(persons[0], backend="django.contrib.auth.backends.ModelBackend")
        base = "/administracja/dziennik/"
        slow = ["verify"] if took > LIMIT_SECONDS else []
        for query in (
            "", "?page=2000", "?sort=at", "?q=instytucja", "?q=hydrant", f"?person={persons[1].pk}", "?room=reporting",
            f"?object=institutions.institution:{bodies[7].pk}", "?since=2023-02-01&until=2023-02-02",
        ):  # fmt: skip
            with CaptureQueriesContext(connection) as queries:
                assert client.get(base + query).status_code == 200
                asked = len(queries)
            runs = []
            for _run in range(RUNS):
                begun = process_time()
                client.get(base + query)
                runs.append((process_time() - begun) * 1000)
            print(f"{median(runs):7.1f} ms {asked:3} queries  {base}{query}")
            slow += [query or "first page"] if median(runs) > LIMIT_MS else []
        print(f"over the limits: {slow or 'none'}")
        return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
