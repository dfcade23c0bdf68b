"""The intruder of our tests: somebody with the database's password who takes the triggers away and knows the code."""

import json
from collections.abc import Callable
from typing import Any

from django.db import connection

from bezpiecznik.core import chain, journal, triggers
from bezpiecznik.core.models import JournalAnchor, JournalEntry, JournalHead, JournalWords


def sql(text: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text, params or None)


def behind_the_back(act: Callable[[], None]) -> None:
    """Do it without the triggers, and put them back, so that their absence is not what betrays it."""
    triggers.remove()
    act()
    triggers.install()


def lines() -> list[JournalEntry]:
    return list(JournalEntry.objects.order_by("pk"))


def change(**values: Any) -> None:
    """Something else in the second line, which keeps its seal."""
    JournalEntry.objects.filter(pk=2).update(**values)


def remove(*numbers: int) -> None:
    JournalWords.objects.filter(pk__in=numbers).delete()
    JournalEntry.objects.filter(pk__in=numbers).delete()


def move(number: int, to: int) -> None:
    JournalWords.objects.filter(pk=number).delete()
    JournalEntry.objects.filter(pk=number).update(id=to)


def swap() -> None:
    for number, to in ((2, 99), (3, 2), (99, 3)):
        move(number, to)


def renumber() -> None:
    """All lines in order, with their seals, ten further on; the head as well."""
    for line in reversed(lines()):
        move(line.pk, line.pk + 10)
    JournalHead.objects.update(count=14)


def close_the_gap() -> None:
    """The second line is gone, and those after it take up its number."""
    remove(2)
    move(3, 2)
    move(4, 3)
    JournalHead.objects.update(count=3)


def duplicate() -> None:
    """The last line once more, at the end: the database is told that hashes need not differ."""
    copy = JournalEntry.objects.get(pk=4)
    copy.pk, copy.hash = 5, "d" * 64
    copy.save(force_insert=True)


def reseal(first: int = 1) -> None:
    """Every seal made anew from this line on, as if nothing had happened; the head as well."""
    previous = JournalEntry.objects.get(pk=first - 1).hash if first > 1 else journal.BEGINNING
    for line in JournalEntry.objects.filter(pk__gte=first).order_by("pk"):
        line.previous_hash = previous
        line.hash = journal.seal(line)
        line.save()
        previous = line.hash
    JournalHead.objects.update(hash=previous)


def reseal_one() -> None:
    """Only the changed line gets a new seal."""
    change(sentence="Nic nie było")
    line = JournalEntry.objects.get(pk=2)
    JournalEntry.objects.filter(pk=2).update(hash=journal.seal(line))


def cut_the_end() -> None:
    remove(3, 4)


def cut_the_end_without_head() -> None:
    """The head is thrown away as well, so that it does not remember."""
    remove(3, 4)
    JournalHead.objects.all().delete()


def forge_head() -> None:
    JournalHead.objects.update(hash="a" * 64)


def add_beside() -> None:
    """A line written by hand, well sealed, but not told to the head."""
    line = JournalEntry.objects.get(pk=4)
    line.pk, line.previous_hash, line.sentence = 5, line.hash, "Przyjęto sprawozdanie"
    line.hash = journal.seal(line)
    line.save(force_insert=True)


def forge_anchor() -> None:
    """The first two lines are gone, and an anchor is made up to explain it."""
    last = JournalEntry.objects.get(pk=2)
    anchor = JournalAnchor(
        up_to=2, hash=last.hash, removed=2, archive="nie/ma.jsonl", archive_sha256="b" * 64, at=last.at,
        actor_name="system", previous_seal=journal.BEGINNING,
    )  # fmt: skip
    anchor.seal = chain.seal_of_anchor(anchor)
    anchor.save()
    remove(1, 2)


def change_json() -> None:
    """Past Django: the text of the details itself."""
    text = json.dumps({"note": "inna uwaga"})
    sql("UPDATE core_journalentry SET data = %s WHERE id = 2", text)


KINDS: dict[str, tuple[Callable[[], None], str]] = {
    "sentence": (lambda: change(sentence="Nic nie było"), "Wpis nr 2 zmieniono po zapisaniu"),
    "event": (lambda: change(event="test.other"), "Wpis nr 2 zmieniono po zapisaniu"),
    "object label": (lambda: change(object_label="Inne biuro"), "Wpis nr 2 zmieniono po zapisaniu"),
    "object key": (lambda: change(object_key="999"), "Wpis nr 2 zmieniono po zapisaniu"),
    "object type": (lambda: change(object_type="plans.area"), "Wpis nr 2 zmieniono po zapisaniu"),
    "actor": (lambda: change(actor_name="Ktoś Inny"), "Wpis nr 2 zmieniono po zapisaniu"),
    "actor key": (lambda: change(actor_key="77"), "Wpis nr 2 zmieniono po zapisaniu"),
    "time": (lambda: change(at="2019-01-01T12:00:00Z"), "Wpis nr 2 zmieniono po zapisaniu"),
    "details": (change_json, "Wpis nr 2 zmieniono po zapisaniu"),
    "previous hash": (lambda: change(previous_hash="c" * 64), "Wpis nr 2 nie łączy się"),
    "hash": (lambda: change(hash="c" * 64), "Wpis nr 3 nie łączy się"),
    "removed first": (lambda: remove(1), "Brakuje wpisu nr 1."),
    "removed from the middle": (lambda: remove(2, 3), "Brakuje wpisów nr 2–3."),
    "removed and closed up": (close_the_gap, "Wpis nr 2 nie łączy się"),
    "cut off at the end": (cut_the_end, "brakuje wpisów: powinien kończyć się na nr 4, a kończy się na nr 2"),
    "cut off with the head": (cut_the_end_without_head, "Brakuje zapisu, na którym wpisie dziennik się kończy."),
    "swapped": (swap, "Wpis nr 2 nie łączy się"),
    "renumbered": (renumber, "Brakuje wpisów nr 1–10."),
    "duplicated": (duplicate, "Wpis nr 5 zmieniono po zapisaniu"),
    "added beside": (add_beside, "dopisano coś obok systemu: wpisy po nr 4"),
    "resealed alone": (reseal_one, "Wpis nr 3 nie łączy się"),
    "head forged": (forge_head, "nie zgadza się z ostatnim wpisem (nr 4)"),
    "anchor forged": (forge_anchor, "Ostatnia kotwica dziennika nie zgadza się"),
}
"""Each kind of change: what the intruder does with a journal of four lines, and how the verifier begins to tell it."""
