"""The words of the period before taken over into all blank entries at once, and that taken back.

Numbers are never taken over: a number of the last period is not a fact of this one.
"""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.asking import ask_again
from bezpiecznik.reporting.services.entries import Words, replace_words
from bezpiecznik.reporting.services.holding import hold_packet
from bezpiecznik.reporting.services.packets import in_place_of

BLANK: Words = {"outcome": "", "text": "", "reason": ""}


@transaction.atomic
def take_over_previous(packet: Packet, *, by: User) -> dict[int, int]:
    """Fill every blank entry with the outcome and the words of the period before.

    Returns the versions made, by the entry's key: `undo_taking_over` takes them. Raises Refused when the packet is not
    open for writing.
    """
    current = _held(packet)
    entries = queries.entries_of(current)
    before = queries.previous_words(current, entries)
    saved = []
    for entry in entries:
        words = before.get(queries.duty_of(entry.obligation))
        if words and entry.is_blank:
            said: Words = {"outcome": words.outcome, "text": words.text, "reason": words.reason}
            saved.append(replace_words(entry, by=by, version=entry.version, said=said, numbers=()))
    if saved:
        ask_again(current, saved)
        deputy = in_place_of(current, by=by, right=Right.WRITE_REPORT)
        journal.record(Event.WORDS_TAKEN_OVER, current, by=by, entries=len(saved), **deputy)
    return {entry.pk: entry.version for entry in saved}


@transaction.atomic
def undo_taking_over(packet: Packet, versions: Mapping[int, int], *, by: User) -> int:
    """Make blank again those of these entries that nobody changed since; how many. Raises Refused."""
    current = _held(packet)
    untouched = [entry for entry in queries.entries_of(current) if versions.get(entry.pk) == entry.version]
    blank = [replace_words(entry, by=by, version=entry.version, said=BLANK, numbers=()) for entry in untouched]
    if untouched:
        ask_again(current, blank)
        deputy = in_place_of(current, by=by, right=Right.WRITE_REPORT)
        journal.record(Event.TAKING_OVER_UNDONE, current, by=by, entries=len(untouched), **deputy)
    return len(untouched)


def _held(packet: Packet) -> Packet:
    current = hold_packet(packet)
    if not current.is_editable:
        raise Refused(_("Sprawozdanie przekazano dalej albo zamknięto okres: nie można go już zmieniać."))
    return current
