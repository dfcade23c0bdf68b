"""Outer providers of identity: what the file may say, whose word is trusted, and what a GET may write."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.stages import second_factor_of
from bezpiecznik.accounts.views.identity import Door, _second_factor
from bezpiecznik.config.oidc import providers

GIVEN = {"id": "urzad", "name": "Konto urzędowe", "issuer": "https://id.miasto.example", "client_id": "b"}


def read(tmp_path: Path, content: object, **environment: str) -> list[dict[str, object]]:
    path = tmp_path / "providers.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return providers(str(path), environment.__getitem__)


def test_without_a_file_there_are_none() -> None:
    assert providers("", str) == []


def test_the_secret_comes_from_the_file_from_another_or_from_the_environment(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("z pliku\n")
    said = [
        {**GIVEN, "secret": "wprost"},
        {**GIVEN, "secret_file": str(tmp_path / "secret")},
        {**GIVEN, "secret_env": "TAJEMNICA"},
    ]
    found = read(tmp_path, said, TAJEMNICA="ze środowiska")
    assert [one["secret"] for one in found] == ["wprost", "z pliku", "ze środowiska"]
    assert found[0]["settings"] == {
        "issuer": "https://id.miasto.example",
        "server_url": "https://id.miasto.example",
        "oauth_pkce_enabled": True,
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "providers.json"),
        ({}, "a list of objects is expected"),
        ([{"id": "urzad"}], "urzad: missing client_id, issuer, name"),
        ([{**GIVEN, "trust_mail": True}], "urzad: unknown trust_mail"),
        ([{**GIVEN, "issuer": "https://id.example/.well-known/openid-configuration"}], "issuer without"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, content: object, said: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=said):
        read(tmp_path, content)


@pytest.mark.parametrize(
    ("ours", "claims", "trusted"),
    [
        ({}, {"amr": ["mfa"]}, False),
        ({"trust_second_factor": True}, {"amr": ["pwd"]}, False),
        ({"trust_second_factor": True}, {"amr": ["pwd", "otp"]}, True),
        ({"trust_second_factor": True}, {"amr": "mfa"}, True),
        ({"trust_second_factor": True, "second_factor_acr": ["high"]}, {"acr": "high"}, True),
        ({"trust_second_factor": True, "second_factor_acr": ["high"]}, {"acr": "low"}, False),
    ],
)
def test_the_providers_second_factor_counts_only_where_it_is_trusted(
    ours: dict[str, object], claims: dict[str, object], trusted: bool
) -> None:
    assert _second_factor(ours, claims) is trusted
    account = SocialAccount(extra_data={"second_factor": trusted})
    assert second_factor_of(SimpleNamespace(account=account)) is trusted


@pytest.mark.parametrize("token", ["", "nie.token", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJIUzI1NiJ9.e30.c2ln"])
def test_a_token_unsigned_or_signed_by_a_shared_secret_is_not_taken(token: str) -> None:
    door = Door(RequestFactory().get("/"), "urzad")
    with pytest.raises(OAuth2Error):
        door._claims(SimpleNamespace(client_id="b"), token)


def test_another_site_starts_no_sign_in_here(client: InspectingClient, db: None) -> None:
    answer = client.get("/konto/logowanie/przez/urzad/", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer["Location"] == "/konto/logowanie/"


def test_an_unknown_provider_is_not_there(client: InspectingClient, db: None) -> None:
    assert client.get("/konto/logowanie/przez/urzad/").status_code == 404
    assert client.get("/konto/logowanie/przez/urzad/powrot/?state=x&code=y").status_code == 404


def test_an_identity_is_unlinked_by_its_owner_only(client: InspectingClient, reporter: User, neighbour: User) -> None:
    own, foreign = (
        SocialAccount.objects.create(user=user, provider="urzad", uid=user.email) for user in (reporter, neighbour)
    )
    client.post("/konto/logowanie/", {"username": reporter.email, "password": "hasło-na-próbę-1"})
    assert "urzad" in text_of(client.page("/konto/bezpieczenstwo/"))
    assert client.post(f"/konto/tozsamosc/{foreign.pk}/odlaczenie/").status_code == 404
    assert client.post(f"/konto/tozsamosc/{own.pk}/odlaczenie/")["Location"] == "/konto/bezpieczenstwo/"
    assert list(SocialAccount.objects.all()) == [foreign]


def test_an_identity_is_unlinked_after_it_was_confirmed_who_asks(client: InspectingClient, reporter: User) -> None:
    """By the password, after which the button that was pressed does what it says."""
    identity = SocialAccount.objects.create(user=reporter, provider="urzad", uid="7")
    unlink = f"/konto/tozsamosc/{identity.pk}/odlaczenie/"
    asked = client.as_(reporter).post(unlink)["Location"]
    assert asked.startswith("/konto/potwierdzenie/?next=")
    assert SocialAccount.objects.exists()

    client.page(asked)
    client.post(asked, {"password": "nie to", "next": unlink})
    assert SocialAccount.objects.exists()
    assert client.post(asked, {"password": "hasło-na-próbę-1", "next": unlink})["Location"] == "/konto/bezpieczenstwo/"
    assert not SocialAccount.objects.exists()


def test_a_person_with_a_factor_is_asked_for_it_after_an_untrusted_provider(reporter: User) -> None:
    """The stage itself, as allauth calls it."""
    from allauth.account.models import Login

    from bezpiecznik.accounts.stages import SecondFactor

    TOTP.activate(reporter, generate_totp_secret())
    request = RequestFactory().get("/")
    request.session = {}
    asked = []
    for vouched in (False, True):
        account = SocialAccount(extra_data={"second_factor": vouched})
        login = Login(user=reporter, signal_kwargs={"sociallogin": SimpleNamespace(account=account)})
        asked.append(SecondFactor(None, request, login)._should_handle(request))
    assert asked == [True, False]


def test_over_tls_cookies_are_of_this_host_only() -> None:
    names = "SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, SESSION_COOKIE_SECURE"
    ask = f"from bezpiecznik.config.settings import *; print({names})"
    environment = {**os.environ, "HTTPS": "True", "SECRET_KEY": "x"}
    said = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["__Host-sesja", "__Host-csrf", "True"]
