"""The check of everything that must hold, room by room: `bezpiecznik verify` and „Sprawdź teraz” on the journal's page.

A room puts its checks in its `verification.py`, which is found by its name:

    register(_("migawki okresów"), snapshots)     # a function that gives a sentence for each thing that does not hold

A sentence that is a `Note` is worth telling but no fault. Checks stream: they may meet a million rows.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core import chain, clock, jobs, journal
from bezpiecznik.core.chain import Note
from bezpiecznik.core.events import Event
from bezpiecznik.core.journal import SYSTEM, Person
from bezpiecznik.core.models import Job, JournalHead, Verification
from bezpiecznik.core.polish import forms

__all__ = ["CHECKS", "Note", "Outcome", "keep", "register", "request", "run"]

Check = Callable[[], Iterator[str]]
CHECKS: dict[str, tuple[str | Promise, Check]] = {}
KEPT_FAULTS = 200
VERIFY = "core.verify"


def register(title: str | Promise, check: Check) -> None:
    """Add a check under its title (also its order of telling); the same function registered twice counts once."""
    CHECKS[f"{check.__module__}.{check.__qualname__}"] = (title, check)


register(gettext_lazy("dziennik"), chain.problems)


@dataclass
class Outcome:
    """What a check of everything found, and how many lines of the journal it covers."""

    started_at: datetime
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    head: JournalHead | None = None
    checked: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """One line: that all holds and what was looked at, or how many things do not."""
        count = len(self.faults)
        if count:
            return f"{count} {forms(count, _('niezgodność,niezgodności,niezgodności'))}"
        lines = self.head.count if self.head else 0
        told = {
            "lines": lines,
            "what": ", ".join(self.checked),
            "hash": self.head.hash if self.head else journal.BEGINNING,
        }
        return _("Wszystko się zgadza: %(what)s. Wpisów dziennika: %(lines)s, skrót ostatniego: %(hash)s.") % told


def run(*, expect: str = "", advance: Callable[[str, int], None] | None = None) -> Outcome:
    """Check everything; writes nothing. `expect` is a receipt's hash; `advance(stage, percent)` is told of progress."""
    outcome = Outcome(started_at=clock.now(), head=JournalHead.objects.first())
    if expect and (problem := chain.receipt_problem(expect)):
        outcome.faults.append(problem)
    for done, (title, check) in enumerate(CHECKS.values()):
        if advance:
            advance(str(title), 100 * done // len(CHECKS))
        outcome.checked.append(str(title))
        for sentence in check():
            (outcome.notes if isinstance(sentence, Note) else outcome.faults).append(sentence)
    return outcome


@transaction.atomic
def keep(outcome: Outcome, *, by: Person | None) -> Verification:
    """Remember the result, with the person who asked for it, and a line of the journal."""
    kept = Verification.objects.create(
        started_at=outcome.started_at,
        finished_at=clock.now(),
        actor_key=str(by.pk) if by else "",
        actor_name=by.get_full_name() if by else SYSTEM,
        faults=outcome.faults[:KEPT_FAULTS],
        fault_count=len(outcome.faults),
        notes=[str(note) for note in outcome.notes[:KEPT_FAULTS]],
        summary=outcome.summary,
        head_count=outcome.head.count if outcome.head else 0,
        head_hash=outcome.head.hash if outcome.head else "",
    )
    journal.record(Event.VERIFIED, kept, by=by, faults=kept.fault_count)
    return kept


def request(*, by: Person) -> Job:
    """Check everything in the background; the job ends at the page of its result."""
    return jobs.start(VERIFY, title=_("Sprawdzanie dziennika, migawek i plików"), by=by, asker=by.get_full_name())


@dataclass(frozen=True)
class _Asker:
    """Who asked for the job, as the journal wants a person: the room of accounts stands above this one."""

    pk: str
    name: str

    def get_full_name(self) -> str:
        return self.name


@jobs.kind(VERIFY)
def verify(job: Job) -> str:
    """Safe to run again: only the result of a run that came to its end is kept."""
    outcome = run(advance=lambda stage, percent: jobs.advance(job, stage, percent))
    return keep(outcome, by=_Asker(job.owner_key, job.argument("asker"))).get_absolute_url()
