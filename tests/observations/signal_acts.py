"""The shortest ways to enter and decide signals in tests."""

from datetime import date
from typing import Any

from bezpiecznik.accounts.models import User
from bezpiecznik.observations import services
from bezpiecznik.observations.facts import Answer, Facts
from bezpiecznik.observations.models import Observation
from bezpiecznik.plans.models import Programme

LIST = "/praca/sygnaly/"
DAY = date(2022, 11, 3)
NO_CHANGE = Answer("no_change", "Przystanki doświetlono już w ramach działania 1.1.")


def facts(**said: Any) -> Facts:
    return Facts(**{"kind": "media", "title": "Ciemno na przystankach", "happened_on": DAY, **said})


def enter(programme: Programme, *, by: User, areas: Any = (), undertakings: Any = (), **said: Any) -> Observation:
    """A media item of 3 November 2022, unless something else is said."""
    return services.register_observation(programme, by=by, facts=facts(**said), areas=areas, undertakings=undertakings)


def decide(signal: Observation, *, by: User, answer: Answer = NO_CHANGE) -> Observation:
    signal.refresh_from_db()
    return services.answer(signal, by=by, version=signal.version, answer=answer)
