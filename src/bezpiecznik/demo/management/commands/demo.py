"""`bezpiecznik demo`: fill an empty installation with the demonstration and print who can sign in."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from bezpiecznik.accounts.demo import PASSWORD, cast
from bezpiecznik.demo import people
from bezpiecznik.demo.loader import RESOLUTION, load
from bezpiecznik.institutions.models import Holding

EXAMPLES = settings.CHECKOUT / "examples" / "kielce"


class Command(BaseCommand):
    help = "Load the demonstration: the Kielce programme with made-up reports, and invented people."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--examples", type=Path, default=EXAMPLES, help="folder with the text of the resolution")
        parser.add_argument("--only-people", action="store_true", help="invented people, and nothing else")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Dane pokazowe wczytuje się tylko w trybie pokazowym: ustaw DEMO=1.")
        if options["only_people"]:
            people.meet_cast()
        else:
            self._load(options["examples"])
        self._introduce()

    def _load(self, examples: Path) -> None:
        if not (examples / RESOLUTION).is_file():
            raise CommandError(f"Brak pliku {examples / RESOLUTION}. Wskaż folder przez --examples.")
        load(examples, say=self.stdout.write)

    def _introduce(self) -> None:
        posts = {held.user_id: held.post for held in Holding.objects.select_related("post__institution")}
        self.stdout.write(f"\nOsoby zmyślone, do logowania (hasło: {PASSWORD}):")
        for user in cast():
            post = posts[user.pk]
            place = f", {post.institution.short}" if post.institution else ""
            self.stdout.write(f"  {user.email:<52} {post.get_role_display()}{place}")
