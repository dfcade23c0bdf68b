"""Writes of recommendations: made, changed while open, noted about, ended with what became of them, opened again."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.fieldhistory import sign
from bezpiecznik.evaluation.events import Event
from bezpiecznik.evaluation.models import Recommendation, RecommendationNote, RecommendationState
from bezpiecznik.evaluation.states import RECOMMENDATION_NEXT, Addressee
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme, Undertaking
from bezpiecznik.reporting.refusals import Refused


@transaction.atomic
def recommend(
    programme: Programme,
    *,
    year: int,
    text: str,
    by: User,
    addressee: str = Addressee.OFFICE,
    institution: Institution | None = None,
    area: Area | None = None,
    undertaking: Undertaking | None = None,
    due_on: date | None = None,
) -> Recommendation:
    """Enter a recommendation of the evaluation of a year. Raises Refused for the very same text to the same body."""
    held = Programme.objects.select_for_update().get(pk=programme.pk)
    same = held.recommendations.filter(year=year, text=text.strip(), addressee=addressee, institution=institution)
    if same.exists():
        raise Refused(_("Takie zalecenie już jest."))
    last = held.recommendations.filter(year=year).aggregate(last=Max("no"))["last"] or 0
    made = Recommendation(
        programme=held, year=year, no=last + 1, text=text.strip(), addressee=addressee, institution=institution,
        area=None if undertaking else area, undertaking=undertaking, due_on=due_on, made_by=by,
    )  # fmt: skip
    _save(made, by=by)
    journal.record(Event.RECOMMENDED, made, by=by, recommended=made.text)
    return made


@transaction.atomic
def change_recommendation(recommendation: Recommendation, *, by: User, seen: str | None = None, **said: Any) -> None:
    """Say it otherwise (`text`, `addressee`, `institution`, `area`, `undertaking`, `due_on`).

    `seen` is the stamp of what the person saw. Raises Refused when it ended, and when it was said otherwise since.
    """
    held = _held(recommendation)
    if not held.is_open:
        raise Refused(_("Zalecenie jest zakończone. Najpierw otwórz je ponownie."))
    if seen not in {None, held.stamp}:
        told = _("W międzyczasie ktoś zmienił to zalecenie. Sprawdź, co się zmieniło, i zapisz jeszcze raz.")
        raise Refused(told)
    before = {name: getattr(held, name) for name in said}
    for name, value in said.items():
        setattr(held, name, value)
    if held.undertaking:
        held.area = None
    changed = [name for name in said if before[name] != getattr(held, name)]
    if changed:
        _save(held, by=by)
        journal.record(Event.RECOMMENDATION_CHANGED, held, by=by, fields=changed)


@transaction.atomic
def note(recommendation: Recommendation, *, on: date, text: str, by: User) -> RecommendationNote:
    """Write down what was found out. Raises Refused for a day to come and for a blank text."""
    held = _held(recommendation)
    if on > clock.today():
        raise Refused(_("Ten dzień jeszcze nie nadszedł."))
    if not text.strip():
        raise Refused(_("Napisz, co ustalono."))
    made, new = RecommendationNote.objects.get_or_create(
        recommendation=held, on=on, text=text.strip(), defaults={"by": by}
    )  # fmt: skip
    if new:
        journal.record(Event.RECOMMENDATION_NOTED, held, by=by, note=made.text)
    return made


@transaction.atomic
def end(recommendation: Recommendation, *, state: RecommendationState, outcome: str, by: User) -> None:
    """Done or given up, with what became of it. Raises Refused without that, and where the state cannot follow."""
    held = _towards(recommendation, state)
    if not outcome.strip():
        raise Refused(_("Napisz, co stało się z zaleceniem."))
    held.state, held.outcome = state, outcome.strip()
    held.closed_on, held.closed_by = clock.today(), by
    _save(held, by=by)
    journal.record(Event.RECOMMENDATION_ENDED, held, by=by, became=state.value, note=held.outcome)


@transaction.atomic
def reopen(recommendation: Recommendation, *, reason: str, by: User) -> None:
    """It is to be done after all; what became of it before stays as a note. Raises Refused without a reason."""
    held = _towards(recommendation, RecommendationState.OPEN)
    if not reason.strip():
        raise Refused(_("Napisz, dlaczego otwierasz zalecenie ponownie."))
    RecommendationNote.objects.create(recommendation=held, on=clock.today(), text=held.outcome, by=by)
    held.state, held.outcome, held.closed_on, held.closed_by = RecommendationState.OPEN, "", None, None
    _save(held, by=by)
    journal.record(Event.RECOMMENDATION_REOPENED, held, by=by, note=reason.strip())


def _held(recommendation: Recommendation) -> Recommendation:
    return Recommendation.objects.select_for_update(of=("self",)).with_subject().get(pk=recommendation.pk)


def _towards(recommendation: Recommendation, state: RecommendationState) -> Recommendation:
    held = _held(recommendation)
    if state not in RECOMMENDATION_NEXT[RecommendationState(held.state)]:
        raise Refused(
            _("Zalecenie jest w stanie „%(state)s” i nie można go już tak zmienić.")
            % {"state": held.get_state_display()}
        )
    return held


def _save(recommendation: Recommendation, *, by: User) -> None:
    sign(recommendation, by=by)
    recommendation.fill_search_text()
    recommendation.full_clean()
    recommendation.save()
