"""What stands between the password and the desk."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest


def second_factor_of(sociallogin: object) -> bool:
    """Whether the provider of identity says that it asked for a second factor, and is trusted in that."""
    account = getattr(sociallogin, "account", None)
    return bool(account and account.extra_data.get("second_factor"))


class SecondFactor(AuthenticateStage):
    """Our second factor, unless the provider of identity has asked for its own and is trusted in that."""

    def _should_handle(self, request: HttpRequest) -> bool:
        signal_words = self.login.signal_kwargs or {}
        return not second_factor_of(signal_words.get("sociallogin")) and bool(super()._should_handle(request))
