"""How a letter left the house: noted by hand, corrected by the next note, taken back without trace being lost."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.letters.events import Event
from bezpiecznik.letters.models import Letter, Sending
from bezpiecznik.letters.refusals import Refused
from bezpiecznik.letters.services.holding import hold
from bezpiecznik.letters.states import Channel, LetterState


@transaction.atomic
def note_sending(
    letter: Letter, *, channel: Channel, sent_on: date, by: User, reference: str = "", received_on: date | None = None
) -> Sending:
    """Note how and when the letter was sent; a second note corrects the first, which is kept.

    Raises Refused for a draft, a cancelled letter, and days that cannot be: before the letter's date, or in the future.
    """
    current = hold(letter, towards=LetterState.SENT)
    _refuse_impossible(current, sent_on, received_on)
    before = current.sendings.in_force().last()
    sending = Sending.objects.create(
        letter=current, channel=channel, sent_on=sent_on, reference=reference, received_on=received_on, noted_by=by
    )
    _set_state(current, LetterState.SENT)
    event = Event.SENT_CORRECTED if before else Event.SENT
    journal.record(event, current, by=by, **_told(sending), before=_told(before) if before else None)
    return sending


@transaction.atomic
def note_series(letters: Sequence[Letter], *, by: User, **words: Any) -> int:
    """The same note for each of these letters, or for none of them; the number of them. Raises Refused."""
    if not letters:
        raise Refused(_("Wszystkie pisma mają już adnotację o wysłaniu."))
    for letter in letters:
        note_sending(letter, by=by, **words)
    return len(letters)


def _refuse_impossible(letter: Letter, sent_on: date, received_on: date | None) -> None:
    if letter.dated_on and sent_on < letter.dated_on:
        raise Refused(
            _("Wysłanie nie może być wcześniejsze niż data pisma (%(day)s).") % {"day": f"{letter.dated_on:%d.%m.%Y}"}
        )
    if max(sent_on, received_on or sent_on) > clock.today():
        raise Refused(_("Ta data jest w przyszłości. Odnotuj to, co już się stało."))
    if received_on and received_on < sent_on:
        raise Refused(_("Doręczenie nie może być wcześniejsze niż wysłanie."))


@transaction.atomic
def undo_sending(letter: Letter, *, by: User) -> Sending | None:
    """Take back the last note; the one before it holds again and is returned. Raises Refused where there is none."""
    current = hold(letter, towards=LetterState.NUMBERED)
    last = current.sendings.in_force().last()
    if last is None:
        raise Refused(_("Nie ma adnotacji, którą można cofnąć."))
    last.undone_at, last.undone_by = clock.now(), by
    last.save(update_fields=("undone_at", "undone_by"))
    before = current.sendings.in_force().last()
    _set_state(current, LetterState.SENT if before else LetterState.NUMBERED)
    journal.record(Event.SENT_UNDONE, current, by=by, **_told(last))
    return before


def _set_state(letter: Letter, state: LetterState) -> None:
    letter.state = state
    letter.save(update_fields=("state",))


def _told(sending: Sending) -> dict[str, str]:
    return {
        "channel": sending.channel,
        "sent_on": sending.sent_on.isoformat(),
        "reference": sending.reference,
        "received_on": sending.received_on.isoformat() if sending.received_on else "",
    }
