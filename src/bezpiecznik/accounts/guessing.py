"""One attempt to guess a password: where it is made, and whether signing in rests there."""

from dataclasses import dataclass

from django.http import HttpRequest

from bezpiecznik.accounts import browsers, services
from bezpiecznik.accounts.address import client_address
from bezpiecznik.accounts.limits import GUESSES_FROM_ADDRESS, GUESSES_HERE, GUESSES_OF_STRANGERS
from bezpiecznik.accounts.models import User


@dataclass(frozen=True)
class Guess:
    email: str
    user: User | None
    mark: str
    """The mark of a browser that knows the account; empty for a stranger's."""
    address: str

    @classmethod
    def of(cls, request: HttpRequest, email: str) -> "Guess":
        user = User.objects.filter(email=email).first()
        return cls(email, user, browsers.mark_of(request, user), client_address(request) or "")

    @property
    def place(self) -> str:
        return self.mark or f"from {self.address}"

    @property
    def rests(self) -> bool:
        """Whether no more guesses are taken here now. A browser that knows the account waits only for itself."""
        if GUESSES_HERE.reached(self.email, self.place):
            return True
        return not self.mark and (
            GUESSES_OF_STRANGERS.reached(self.email) or GUESSES_FROM_ADDRESS.reached(self.address)
        )

    def failed(self) -> bool:
        """Count a wrong password; whether signing in rests here from now on."""
        here = GUESSES_HERE.add(self.email, self.place)
        strangers = 0 if self.mark else GUESSES_OF_STRANGERS.add(self.email)
        if not self.mark:
            GUESSES_FROM_ADDRESS.add(self.address)
        if self.user and (here == GUESSES_HERE.most or strangers == GUESSES_OF_STRANGERS.most):
            services.note_pause(self.user, failed=max(here, strangers), kind="password")
        return self.rests
