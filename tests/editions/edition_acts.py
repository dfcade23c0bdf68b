"""Acts that several tests of editions share."""

from collections.abc import Callable
from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.editions import deciding
from bezpiecznik.editions.models import Edition, Fate
from bezpiecznik.editions.states import FateKind

FateOf = Callable[[str], Fate]
IN_NOVEMBER = date(2023, 11, 20)


def continue_all(edition: Edition, by: User) -> str:
    return deciding.continue_many(edition, edition.fates.undecided(), by=by)


def decide(fate: Fate, kind: FateKind, by: User, **said: object) -> Fate:
    return deciding.decide(fate, kind, by=by, **said)  # type: ignore[arg-type]
