"""`bezpiecznik renew_secrets`: after a change of the signing key, before the former one is dropped."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bezpiecznik.accounts import services


class Command(BaseCommand):
    help = "Encrypt the secrets of second factors with the newest signing key, so that former keys can be dropped."

    def handle(self, *_args: Any, **_options: Any) -> None:
        done, unreadable = services.renew_secrets()
        self.stdout.write(f"Encrypted anew: {done}.")
        if unreadable:
            raise CommandError(f"Encrypted with a key that is not here any more: {unreadable}. Add these factors anew.")
