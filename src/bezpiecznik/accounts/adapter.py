"""Where allauth asks the house: stages of signing in, addresses, mail, secrets, and whom a provider may let in."""

from time import time
from typing import Any, NoReturn

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts import sealing, services
from bezpiecznik.accounts.address import client_address
from bezpiecznik.accounts.models import User

NO_ADDRESS = "0.0.0.0"  # noqa: S104 (what the list of sessions shows where a server gives none)


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up; notices are sent by our own services, and messages said by our own pages."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return ["bezpiecznik.accounts.stages.SecondFactor"]

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request) or NO_ADDRESS

    def add_message(self, *_args: Any, **_words: Any) -> None:
        return None

    def send_mail(self, *_args: Any, **_words: Any) -> None:
        return None

    def is_reauthentication_required(self, *, app: str, **words: Any) -> bool:
        """Whoever has just signed in, by whatever means, needs not say it again."""
        request = context.request
        records = get_authentication_records(request, request.user)
        fresh = time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not any(record["at"] > fresh for record in records)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Whoever has neither a password nor a factor signs in through the provider again."""
        found: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        again = {"id": "again", "description": _("Zaloguj się ponownie"), "url": reverse("accounts:confirm-elsewhere")}
        return found or [again]


class FactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are kept encrypted (`accounts.sealing`)."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "Kod jest niepoprawny albo już był użyty. Poczekaj na następny i spróbuj jeszcze raz.",
        "cannot_delete_authenticator": "Twoja rola wymaga drugiego składnika. Dodaj najpierw inny.",
    }

    def encrypt(self, text: str) -> str:
        return sealing.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.decrypt(encrypted_text)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:
        return str(_("Klucz"))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": context.request.get_host().partition(":")[0], "name": "Bezpiecznik"}


class IdentityAdapter(DefaultSocialAccountAdapter):
    """A provider of identity lets in whoever has an active account here, and nobody else."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Known by issuer and subject, or met for the first time by a verified address."""
        user = sociallogin.user if sociallogin.is_existing else None
        if user is None:
            user = self._by_address(request, sociallogin)
            if user.is_active:
                sociallogin.connect(request, user)
                services.note_identity_linked(user, provider=sociallogin.account.get_provider().name)
        if not user.is_active:
            refuse(request, "inactive")

    def _by_address(self, request: HttpRequest, sociallogin: Any) -> User:
        verified = [address.email.lower() for address in sociallogin.email_addresses if address.verified]
        if not verified:
            refuse(request, "unverified")
        found = User.objects.filter(email__in=verified).first()
        return found or refuse(request, "unknown", address=verified[0])

    def send_notification_mail(self, *_args: Any, **_words: Any) -> None:
        return None

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None,
                                extra_context: Any = None) -> None:  # fmt: skip
        refuse(request, "cancelled" if error == "cancelled" else "failed")


def refuse(request: HttpRequest, why: str, **words: str) -> NoReturn:
    raise ImmediateHttpResponse(refused(request, why, **words))


def refused(request: HttpRequest, why: str, **words: str) -> HttpResponse:
    """Why a provider's answer does not open the house."""
    return render(request, "accounts/identity_refused.html", {"why": why, **words}, status=403)
