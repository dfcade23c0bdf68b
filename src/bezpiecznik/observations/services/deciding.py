"""From „nowy” to a correction or a reasoned „bez zmian”, and back with a reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.observations.events import Event
from bezpiecznik.observations.facts import Answer
from bezpiecznik.observations.models import Observation
from bezpiecznik.observations.refusals import ObservationChanged, Refused
from bezpiecznik.observations.services.holding import hold, pass_to, save
from bezpiecznik.observations.states import CorrectionKind, ObservationState, Outcome


@transaction.atomic
def consider(observation: Observation, *, by: User) -> Observation:
    """The office looks into it. Once it does, a second call changes nothing."""
    current = hold(observation)
    if current.state == ObservationState.CONSIDERED:
        return current
    if current.state != ObservationState.NEW:
        raise Refused(_("Do rozpatrzenia przyjmuje się nowy sygnał; do rozstrzygniętego można wrócić."))
    pass_to(current, ObservationState.CONSIDERED, by=by)
    save(current, by=by)
    journal.record(Event.CONSIDERED, current, by=by)
    return current


@transaction.atomic
def answer(observation: Observation, *, by: User, version: int, answer: Answer) -> Observation:
    """End it in a correction or in „bez zmian”, with the reason. Raises Refused, ObservationChanged."""
    current = hold(observation)
    if current.version != version:
        raise ObservationChanged(current)
    if not answer.answer.strip():
        raise Refused(_("Napisz uzasadnienie: bez niego sygnał nie jest rozstrzygnięty."))
    if answer.amendment and answer.amendment.programme_id != current.programme_id:
        raise Refused(_("Wskazana zmiana dotyczy innego programu."))
    if answer.outcome == Outcome.CORRECTION and answer.correction not in CorrectionKind.values:
        raise Refused(_("Wskaż, co skorygowano."))
    pass_to(current, ObservationState.ANSWERED, by=by)
    answer.put_into(current)
    current.answered_at, current.answered_by = clock.now(), by
    save(current, by=by)
    journal.record(Event.ANSWERED, current, by=by, outcome=answer.outcome)
    return current


@transaction.atomic
def reopen(observation: Observation, *, by: User, reason: str) -> Observation:
    """Back to be considered: after an answer, after it was set aside or taken for a double. Raises Refused."""
    current = hold(observation)
    _require(reason, _("Napisz, dlaczego wracasz do tego sygnału."))
    if current.state == ObservationState.NEW:
        raise Refused(_("Ten sygnał nie jest jeszcze rozstrzygnięty."))
    pass_to(current, ObservationState.CONSIDERED, by=by, reason=reason.strip())
    # The words of the former answer stay to begin the next one with; nothing is public until it is given.
    current.outcome = current.correction = ""
    current.amendment = current.moved_to = current.answered_at = current.answered_by = current.merged_into = None
    current.answer_public = False
    save(current, by=by)
    journal.record(Event.REOPENED, current, by=by, note=reason.strip())
    return current


@transaction.atomic
def set_aside(observation: Observation, *, by: User, reason: str) -> Observation:
    """Not a matter of the programme, spam, a mistake; it stays with the reason and is left out of the evaluation."""
    current = hold(observation)
    _require(reason, _("Napisz, dlaczego pomijasz ten sygnał."))
    pass_to(current, ObservationState.SET_ASIDE, by=by, reason=reason.strip())
    save(current, by=by)
    journal.record(Event.SET_ASIDE, current, by=by, note=reason.strip())
    return current


@transaction.atomic
def merge(observation: Observation, main: Observation, *, by: User) -> Observation:
    """The signal speaks of the same as `main` and is answered with it. Gives the row that speaks. Raises Refused."""
    current, kept = hold(observation), hold(main)
    kept = hold(kept.merged_into) if kept.merged_into else kept
    if kept.pk == current.pk:
        raise Refused(_("Sygnału nie można połączyć z nim samym."))
    if kept.programme_id != current.programme_id:
        raise Refused(_("Sygnały dotyczą różnych programów."))
    if kept.state == ObservationState.SET_ASIDE:
        raise Refused(_("Ten drugi sygnał jest pominięty. Najpierw do niego wróć."))
    pass_to(current, ObservationState.MERGED, by=by)
    current.merged_into = kept
    save(current, by=by)
    current.doubles.update(merged_into=kept)
    kept.areas.add(*current.areas.all())
    kept.undertakings.add(*current.undertakings.all())
    journal.record(Event.MERGED, current, by=by, main=kept.title)
    return kept


def _require(reason: str, sentence: str) -> None:
    if not reason.strip():
        raise Refused(sentence)
