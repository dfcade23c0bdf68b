"""Asking about entries anew: after each save, and once more when the packet leaves the institution."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.translation import gettext as _

from bezpiecznik.reporting.doubt_options import ANSWERS_REQUIRED, thresholds
from bezpiecznik.reporting.models import Doubt, Entry, Packet
from bezpiecznik.reporting.queries.substance import doubts_in, facts_of
from bezpiecznik.reporting.substance.checks import doubts_of
from bezpiecznik.reporting.substance.facts import Finding
from bezpiecznik.reporting.wording import titled

LONGEST_MEASURE = 200
Waiting = dict[int, tuple[Packet, dict[int, Entry]]]
_waiting: ContextVar[Waiting | None] = ContextVar("entries to be asked about together", default=None)


@contextmanager
def asked_together() -> Iterator[None]:
    """Many entries are saved at once: those of one packet are asked about when the last of them is written."""
    if _waiting.get() is not None:
        yield
        return
    waiting: Waiting = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    for packet, entries in waiting.values():
        ask_again(packet, list(entries.values()))


def ask_after_saving(packet: Packet, entry: Entry) -> None:
    """At once, or with the others that are saved together."""
    waiting = _waiting.get()
    if waiting is None:
        ask_again(packet, [entry])
    else:
        waiting.setdefault(packet.pk, (packet, {}))[1][entry.pk] = entry


def ask_again(packet: Packet, entries: Sequence[Entry]) -> None:
    """Look at these entries of a packet that is held. What is corrected vanishes; what stays keeps its answer.

    A constant number of queries, however many entries there are.
    """
    facts, limits = facts_of(packet, entries), thresholds()
    found = {
        (entry.pk, finding.code.value, finding.about[:LONGEST_MEASURE]): finding
        for entry in entries
        for finding in doubts_of(facts[entry.pk], limits)
    }
    standing = {
        (doubt.entry_id, doubt.code, doubt.about): doubt
        for doubt in Doubt.objects.filter(entry__in=[entry.pk for entry in entries])
    }
    gone = [doubt.pk for key, doubt in standing.items() if key not in found or doubt.detail != _kept(found[key])]
    if gone:
        Doubt.objects.filter(pk__in=gone).delete()
    Doubt.objects.bulk_create(
        Doubt(entry_id=entry, code=code, about=about, detail=_kept(finding))
        for (entry, code, about), finding in found.items()
        if (entry, code, about) not in standing or standing[entry, code, about].pk in gone
    )


def _kept(finding: Finding) -> dict[str, object]:
    return dict(finding.detail)


def unanswered(packet: Packet) -> list[str]:
    """Questions that keep the packet from being sent, as sentences; none unless the settings ask for answers."""
    if not ANSWERS_REQUIRED.value():
        return []
    waiting = doubts_in(packet).unanswered().select_related("entry__obligation__responsibility__undertaking__area")
    return [
        _("%(code)s, pytanie bez odpowiedzi: %(question)s")
        % {"code": titled(doubt.entry.obligation.responsibility.undertaking.code), "question": doubt.sentence}
        for doubt in waiting
    ]
