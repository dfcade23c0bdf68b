"""One whole simulation, from the resolution to the last closed period."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from bezpiecznik.core import verification
from bezpiecznik.demo.simulation import changes, council, office, town
from bezpiecznik.demo.simulation.life import Life
from bezpiecznik.notices.models import Message
from bezpiecznik.plans.models import Amendment, ReportedWhen
from bezpiecznik.reporting.models import Entry, Obligation, Packet, PacketVersion, Period, Reminder


@dataclass(frozen=True)
class Asked:
    """What is to be lived through. The programme of the resolution names the first year."""

    seed: int
    years: int
    institutions: int


def simulate(asked: Asked, resolution: Path) -> dict[str, Any]:
    """Live through it in the present database, which must be empty; returns counts and violations, ready for JSON."""
    began = perf_counter()
    random = Random(asked.seed)  # noqa: S311 (luck, not secrets)
    made = town.found(resolution, institutions=asked.institutions, random=random)
    life = Life(made, random, today=town.BEGINS)
    years = range(made.programme.year_from, made.programme.year_from + asked.years)
    last = office.plan_years(life, years)
    life.on(life.today, council.set_timetable)
    for year in years:
        changes.foresee(life, year)
        council.foresee(life, year)
    life.daily += [office.follow, office.remind, office.review]
    life.live(last)
    return {
        "format": "bezpiecznik/simulation-1",
        "seed": asked.seed,
        "years": asked.years,
        "institutions": asked.institutions,
        "counts": _counts(),
        "done": dict(sorted(life.done.items())),
        "looks": life.looks,
        "violations": [*life.faults, *verification.run().faults],
        "seconds": round(perf_counter() - began, 1),
    }


def _counts() -> dict[str, int]:
    obligations = Obligation.objects.all()
    return {
        "periods": Period.objects.count(),
        "packets": Packet.objects.count(),
        "obligations": obligations.count(),
        "asked_after_completion": obligations.filter(
            responsibility__undertaking__schedule__reported=ReportedWhen.AFTER_COMPLETION
        ).count(),
        "obligations_withdrawn": obligations.exclude(withdrawn_at=None).count(),
        "entries": Entry.objects.filter(version__gt=0).count(),
        "versions": PacketVersion.objects.count(),
        "reminders": Reminder.objects.count(),
        "messages": Message.objects.count(),
        "amendments": Amendment.objects.count(),
    }
