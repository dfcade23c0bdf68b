"""How often something may be tried. One mechanism for the whole room, in the database: all workers see one count.

Nobody can lock a colleague out. Guesses are counted where they are made: in a browser that has signed in to the
account before (`accounts.browsers`) by itself, elsewhere by address. Only strangers' browsers share the count of an
account, so many addresses together gain nothing, and the owner's browser stays open. Wrong attempts are counted after
they were made: threads that ask at the same moment may exceed a limit by their number, not more.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from bezpiecznik.accounts.models import Tally
from bezpiecznik.core import clock


@dataclass(frozen=True)
class Limit:
    """At most `most` times in `minutes`, counted for each `who` apart; the window begins with the first time."""

    name: str
    most: int
    minutes: int

    def reached(self, *who: object) -> bool:
        return self.count(*who) >= self.most

    def count(self, *who: object) -> int:
        found = Tally.objects.filter(key=self._key(who), ends_at__gt=clock.now())
        return found.values_list("count", flat=True).first() or 0

    def add(self, *who: object) -> int:
        """Count one more; the count with it."""
        _sweep(self._key(who))
        with transaction.atomic():
            return self._add(self._key(who))

    def _add(self, key: str) -> int:
        ends_at = clock.now() + timedelta(minutes=self.minutes)
        Tally.objects.get_or_create(key=key, defaults={"ends_at": ends_at})
        Tally.objects.filter(key=key).update(count=F("count") + 1)
        return Tally.objects.values_list("count", flat=True).get(key=key)

    def forget(self, *who: object) -> None:
        Tally.objects.filter(key=self._key(who)).delete()

    def _key(self, who: tuple[object, ...]) -> str:
        """A hash: what strangers typed is not kept."""
        return salted_hmac("accounts.limits", "\n".join((self.name, *map(str, who))), algorithm="sha256").hexdigest()


SWEPT_AT_ONCE = 20


def _sweep(key: str) -> None:
    """Forget windows that are over: this one, and some others, row by row, so that two who sweep never block."""
    over = Tally.objects.filter(ends_at__lte=clock.now())
    for old in [key, *over.values_list("key", flat=True)[:SWEPT_AT_ONCE]]:
        over.filter(key=old).delete()


GUESSES_HERE = Limit("guesses-here", most=10, minutes=15)
"""Wrong passwords for an account from one place: a known browser, or an address."""
GUESSES_OF_STRANGERS = Limit("guesses-of-strangers", most=50, minutes=60)
"""Wrong passwords for an account from all browsers that do not know it."""
GUESSES_FROM_ADDRESS = Limit("guesses-from-address", most=100, minutes=60)
"""Wrong passwords for any accounts from one address; an office may stand behind it."""
CODES = Limit("codes", most=5, minutes=15)
"""Wrong codes of the second factor, of whoever has given the password already."""
CODE_USED = Limit("code-used", most=1, minutes=2)
"""A code of the application opens once."""
CONFIRMATIONS = Limit("confirmations", most=10, minutes=15)
"""Wrong passwords and codes of one session where it has to be confirmed who acts."""
RESETS_TO = Limit("resets-to", most=5, minutes=60)
"""Mails with a link to a new password; the five that came are good for that hour, so nobody is locked out."""
RESETS_FROM = Limit("resets-from", most=20, minutes=60)
