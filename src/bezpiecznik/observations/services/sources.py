"""Channels, and letters of senders who are not on the list."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.observations.events import Event
from bezpiecznik.observations.facts import Facts
from bezpiecznik.observations.models import Channel, IncomingLetter, LetterState, Observation
from bezpiecznik.observations.refusals import Refused
from bezpiecznik.observations.services.arrivals import receive_media
from bezpiecznik.observations.states import ObservationKind, Received
from bezpiecznik.plans.models import Programme


@transaction.atomic
def keep_channel(channel: Channel, *, by: User) -> Channel:
    """Add a channel or change one; it is fetched anew at the next round, whatever stopped it before."""
    is_new = channel.pk is None
    channel.etag = channel.modified = channel.error = ""
    channel.failures, channel.due_at = 0, clock.now()
    channel.save()
    journal.record(Event.CHANNEL_ADDED if is_new else Event.CHANNEL_CHANGED, channel, by=by)
    return channel


@transaction.atomic
def accept_letter(letter: IncomingLetter, programme: Programme, *, by: User) -> Observation:
    """It is a signal after all. Raises Refused for one that is settled, or known from elsewhere."""
    current = _hold(letter)
    facts = Facts(ObservationKind.MEDIA, current.subject, current.sent_on, text=current.text)
    observation = receive_media(programme, facts=facts, received=Received.EMAIL, source_key=current.key)
    if observation is None:
        raise Refused(_("Ten sygnał już wpłynął."))
    current.observation = observation
    _settle(current, LetterState.ACCEPTED, by=by)
    journal.record(Event.LETTER_ACCEPTED, current, by=by, signal=observation.title)
    return observation


@transaction.atomic
def reject_letter(letter: IncomingLetter, *, by: User) -> None:
    """Not a signal: its words and its sender go at once; what remains is that it came, so that it comes no more."""
    current = _hold(letter)
    current.subject, current.text, current.attachments = "", "", []
    _settle(current, LetterState.REJECTED, by=by)
    journal.record(Event.LETTER_REJECTED, current, by=by)


def _hold(letter: IncomingLetter) -> IncomingLetter:
    current = IncomingLetter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    if not current.is_waiting:
        raise Refused(_("Ta wiadomość jest już rozstrzygnięta."))
    return current


def _settle(letter: IncomingLetter, state: LetterState, *, by: User) -> None:
    """The sender's address is needed no more."""
    letter.state, letter.decided_at, letter.decided_by, letter.sender = state, clock.now(), by, ""
    letter.save()
