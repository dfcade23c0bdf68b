"""`bezpiecznik simulate`: live through whole programmes in a scratch database and check that nothing gets lost."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bezpiecznik.demo.loader import RESOLUTION
from bezpiecznik.demo.management.commands.demo import EXAMPLES
from bezpiecznik.demo.simulation.run import Asked, simulate
from bezpiecznik.demo.simulation.scratch import scratch_place

MOST_YEARS, MOST_INSTITUTIONS = 3, 400
"""The resolution speaks of three years."""


class Command(BaseCommand):
    help = "Simulate years of reporting in a scratch database; prints one JSON line with counts and violations."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=1, help="the same seed lives the same life")
        parser.add_argument("--years", type=int, default=3, help="of half-year periods, from the programme's first")
        parser.add_argument("--institutions", type=int, default=40, help="how many report")
        parser.add_argument("--examples", type=Path, default=EXAMPLES, help="folder with the text of the resolution")

    def handle(self, *_args: Any, **options: Any) -> None:
        asked = Asked(options["seed"], options["years"], options["institutions"])
        resolution = options["examples"] / RESOLUTION
        self._refuse(asked, resolution)
        with scratch_place():
            told = simulate(asked, resolution)
        self.stdout.write(json.dumps(told, ensure_ascii=False))
        if told["violations"]:
            raise SystemExit(1)

    def _refuse(self, asked: Asked, resolution: Path) -> None:
        """Exit status 2 with one line, as every command of the house."""
        if not resolution.is_file():
            raise CommandError(f"Brak pliku {resolution}. Wskaż folder przez --examples.", returncode=2)
        if not 1 <= asked.years <= MOST_YEARS or not 1 <= asked.institutions <= MOST_INSTITUTIONS:
            limits = f"lata od 1 do {MOST_YEARS}, podmioty od 1 do {MOST_INSTITUTIONS}"
            raise CommandError(f"Nie można zasymulować tyle: {limits}.", returncode=2)
