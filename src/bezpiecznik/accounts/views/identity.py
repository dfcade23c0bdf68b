"""Signing in through an outer provider of identity (OpenID Connect): out to it, and back."""

import hashlib
import hmac
import logging
import secrets
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.core.internal.deferred import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from requests import RequestException

from bezpiecznik.accounts.adapter import refused

log = logging.getLogger(__name__)
SIGNED_BY = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
SECOND_FACTOR_METHODS = frozenset({"mfa", "otp", "hwk", "swk", "fido", "pop", "sc"})
"""Values of `amr` (RFC 8176) that tell of more than a password."""
FROM_HERE = frozenset({"", "none", "same-origin"})


class Door(OpenIDConnectOAuth2Adapter):
    """allauth's flow with a nonce, a signature checked by the provider's keys, and identity as issuer and subject."""

    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider publishes of itself. Raises OAuth2Error where it speaks for another issuer than ours."""
        found: dict[str, Any] = super().openid_config
        ours, theirs = self.get_provider().app.settings["issuer"], found.get("issuer")
        if theirs != ours:  # sign for sign: OpenID Connect Discovery 4.3
            log.warning("Provider %s is set up as %r and calls itself %r", self.provider_id, ours, theirs)
            raise OAuth2Error("metadata of another issuer")
        return found

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **words: Any) -> Any:
        claims = self._claims(app, words["response"].get("id_token") or "")
        told = {"id_token": claims}
        if "email" not in claims:  # some providers tell the address only when asked
            told["userinfo"] = self._fetch_user_info(token.token)
            if told["userinfo"].get("sub") != claims["sub"]:
                raise OAuth2Error("userinfo speaks of somebody else")
            told["userinfo"] = {**claims, **told["userinfo"]}
        login = self.get_provider().sociallogin_from_response(request, told)
        login.account.uid = hashlib.sha256(f"{claims['iss']}\n{claims['sub']}".encode()).hexdigest()
        login.account.extra_data = {
            "iss": claims["iss"],
            "sub": claims["sub"],
            "second_factor": _second_factor(app.settings, claims),
        }
        for address in login.email_addresses:
            address.verified = address.verified or bool(app.settings.get("trust_email"))
        return login

    def _claims(self, app: Any, id_token: str) -> dict[str, Any]:
        try:
            if jwt.get_unverified_header(id_token).get("alg") not in SIGNED_BY:
                raise OAuth2Error("signed by an algorithm that is not taken")
        except jwt.PyJWTError as problem:
            raise OAuth2Error("no identity token") from problem
        try:
            claims: dict[str, Any] = jwtkit.verify_and_decode(
                credential=id_token,
                keys_url=self.openid_config["jwks_uri"],
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
            )
        except KeyError as absent:  # the library expects each token and key to be numbered
            raise OAuth2Error(f"without {absent}") from absent
        if missing := {"sub", "exp", "iat"} - set(claims):
            raise OAuth2Error(f"without {', '.join(sorted(missing))}")
        if not self.nonce or not hmac.compare_digest(str(claims.get("nonce", "")), self.nonce):
            raise OAuth2Error("answers another question (nonce)")
        return claims


def _second_factor(settings: dict[str, Any], claims: dict[str, Any]) -> bool:
    """Whether the provider says that more than a password was asked for, and we are set to trust it."""
    if not settings.get("trust_second_factor"):
        return False
    methods = claims.get("amr", [])
    by_method = bool(SECOND_FACTOR_METHODS & set(methods if isinstance(methods, list) else [methods]))
    return by_method or claims.get("acr") in settings.get("second_factor_acr", [])


class Return(OAuth2CallbackView):
    """The browser comes back. What it brings is taken once, and only if this browser was sent out for it."""

    adapter: Door

    def _get_state(self, request: HttpRequest, provider: Any) -> tuple[Any, Any]:
        state, response = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce", "")
        return state, response


@require_safe
@login_not_required
def go(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send the browser to the provider. Only from our own page: another site starts no sign-in here."""
    if request.headers.get("Sec-Fetch-Site", "") not in FROM_HERE:
        return redirect("accounts:sign-in")
    nonce = secrets.token_urlsafe(24)
    next_url = get_next_redirect_url(request)
    try:
        door = Door(request, provider_id)
        _asked = door.openid_config  # nobody is sent to another issuer; the library goes out without comparing
        provider = door.get_provider()
        answer: HttpResponse = provider.redirect(
            request, AuthProcess.LOGIN, next_url=next_url, auth_params={"nonce": nonce, **_again(request)}, nonce=nonce
        )
    except SocialApp.DoesNotExist as unknown:
        raise Http404 from unknown
    except (RequestException, OAuth2Error):
        return refused(request, "failed")
    return answer


def _again(request: HttpRequest) -> dict[str, str]:
    """Whoever is signed in here confirms who they are: the provider is to ask them anew."""
    return {"prompt": "login"} if request.user.is_authenticated else {}


@require_safe
@login_not_required
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    try:
        answer: HttpResponseBase = Return.adapter_view(Door(request, provider_id))(request)
    except SocialApp.DoesNotExist as unknown:
        raise Http404 from unknown
    except (RequestException, OAuth2Error):  # before the token is fetched the library lets these through
        return refused(request, "failed")
    return answer
