"""`bezpiecznik names`: puts names of institutions in force whose day has come. `tick` does it daily."""

from typing import Any

from django.core.management.base import BaseCommand

from bezpiecznik.institutions.naming import apply_due_names


class Command(BaseCommand):
    help = "Put names of institutions in force whose day has come."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"Nowe nazwy, które zaczęły obowiązywać: {apply_due_names()}")
