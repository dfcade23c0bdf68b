"""What a provider hands over is checked: who signed it, for whom, for which question, until when, and by which issuer.

The provider is a small server of ours on this machine: it can lie in every way that a real one does not.
"""

import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import time_machine
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.utils import timezone
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.config.oidc import providers

GO, BACK, DESK = "/konto/logowanie/przez/urzad/", "/konto/logowanie/przez/urzad/powrot/", "/praca/"
HOUR = 3_600
KEY, ANOTHER_KEY = (rsa.generate_private_key(public_exponent=65_537, key_size=2_048) for _no in range(2))


class Provider:
    """Signs what it is told to sign; `issuer`, `claims`, `head` and `key` are turned to lie."""

    def __init__(self, url: str) -> None:
        self.url = self.issuer = url
        self.key, self.head = KEY, {"kid": "1"}
        self.claims: dict[str, Any] = {}

    def metadata(self) -> dict[str, Any]:
        places = ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")
        return {"issuer": self.issuer, **{place: f"{self.url}/{place}" for place in places}}

    def token(self) -> dict[str, Any]:
        kept = {name: value for name, value in self.claims.items() if value is not None}
        return {"access_token": "a", "id_token": jwt.encode(kept, self.key, algorithm="RS256", headers=self.head)}

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return {"keys": [{**public, "kid": "1", "alg": "RS256"}]}

    def answer(self, path: str) -> dict[str, Any]:
        return {"/token_endpoint": self.token, "/jwks_uri": self.keys}.get(path, self.metadata)()


@pytest.fixture
def provider(tmp_path, settings) -> Iterator[Provider]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(known.answer(self.path)).encode()
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 (the library's name)

        def log_message(self, *_args: Any) -> None:
            """The tests tell what matters."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        known = Provider(f"http://127.0.0.1:{server.server_port}")
        said = {"id": "urzad", "name": "Konto urzędowe", "issuer": known.url, "client_id": "bezpiecznik", "secret": "s"}
        (tmp_path / "providers.json").write_text(json.dumps([said]))
        apps = providers(str(tmp_path / "providers.json"), str)
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}
        Thread(target=server.serve_forever, daemon=True).start()
        yield known
        server.shutdown()


def go(client: InspectingClient, provider: Provider, user: User, **lies: Any) -> Any:
    """Out to the provider and back with a token that says the truth, but for the lies. None takes a claim out."""
    asked = parse_qs(urlsplit(client.get(GO)["Location"]).query)
    truth = {
        "iss": provider.url, "sub": "7", "aud": "bezpiecznik", "nonce": asked["nonce"][0],
        "iat": int(time()), "exp": int(time()) + HOUR, "email": user.email, "email_verified": True,
    }  # fmt: skip
    provider.claims = {**truth, **lies}
    return client.get(BACK, {"state": asked["state"][0], "code": "c"})


def assert_refused(client: InspectingClient, answer: Any) -> None:
    assert answer.status_code == 403
    assert "Odpowiedzi dostawcy logowania nie można przyjąć" in answer.content.decode()
    assert client.get(DESK).status_code == 302
    assert not SocialAccount.objects.exists()


def test_a_true_token_opens(client: InspectingClient, provider: Provider, reporter: User) -> None:
    """The scene of the tests below, without a lie: what they see refused is refused for the lie alone."""
    assert go(client, provider, reporter)["Location"] == DESK
    assert client.get(DESK).status_code == 200


@pytest.mark.parametrize(
    "lies",
    [
        {"aud": "inna-aplikacja"},
        {"aud": None},
        {"iss": "https://obcy.example"},
        {"iss": None},
        {"nonce": "innego-pytania"},
        {"nonce": None},
        {"exp": int(time()) - HOUR},
        {"exp": None},
        {"nbf": int(time()) + HOUR},
        {"sub": None},
    ],
    ids="-".join,
)
def test_a_token_that_lies_is_refused(
    client: InspectingClient, provider: Provider, reporter: User, lies: dict[str, Any]
) -> None:
    assert_refused(client, go(client, provider, reporter, **lies))


def test_a_signature_of_another_key_is_refused(client: InspectingClient, provider: Provider, reporter: User) -> None:
    provider.key = ANOTHER_KEY
    assert_refused(client, go(client, provider, reporter))


@pytest.mark.parametrize("head", [{"kid": "2"}, {}])
def test_a_token_signed_by_a_key_that_is_not_published_is_refused(
    client: InspectingClient, provider: Provider, reporter: User, head: dict[str, str]
) -> None:
    provider.head = head
    assert_refused(client, go(client, provider, reporter))


def test_a_token_is_not_used_twice(client: InspectingClient, provider: Provider, reporter: User) -> None:
    """Each sign-in has its own nonce; yesterday's token answers yesterday's question."""
    go(client, provider, reporter)
    old = provider.claims["nonce"]
    client.post("/konto/wylogowanie/")
    assert go(client, provider, reporter, nonce=old).status_code == 403
    assert client.get(DESK).status_code == 302


@pytest.mark.parametrize("change", ["{}/", "{}/inny", "https://obcy.example", None])
def test_a_provider_that_calls_itself_otherwise_lets_nobody_in(
    client: InspectingClient, provider: Provider, reporter: User, change: str | None, caplog
) -> None:
    """Before anybody is sent there, and also when it begins to lie while somebody is away at it."""
    true = provider.issuer
    asked = parse_qs(urlsplit(client.get(GO)["Location"]).query)
    provider.issuer = change and change.format(true)
    with caplog.at_level(logging.WARNING):
        assert_refused(client, client.get(GO))
        assert_refused(client, client.get(BACK, {"state": asked["state"][0], "code": "c"}))

    assert f"Provider urzad is set up as {true!r} and calls itself {provider.issuer!r}" in caplog.text


def test_a_provider_that_does_not_answer_is_no_fault_of_ours(
    client: InspectingClient, provider: Provider, reporter: User, settings
) -> None:
    asked = parse_qs(urlsplit(client.get(GO)["Location"]).query)
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9"
    assert_refused(client, client.get(BACK, {"state": asked["state"][0], "code": "c"}))


def test_whoever_has_only_the_provider_confirms_there_who_they_are(
    client: InspectingClient, provider: Provider, reporter: User
) -> None:
    reporter.set_unusable_password()
    reporter.save()
    with time_machine.travel(timezone.localtime(), tick=False) as clock:
        go(client, provider, reporter)
        unlink = f"/konto/tozsamosc/{SocialAccount.objects.get().pk}/odlaczenie/"
        clock.shift(timedelta(minutes=6))

        for asked in (client.post(unlink), client.get("/konto/klucz/")):
            page = client.page(asked["Location"])
            assert text_of(page.h1) == "Potwierdź, że to Ty"
            assert page.select_one(f"a[href='{GO}?next=/konto/bezpieczenstwo/']") is not None
        assert SocialAccount.objects.exists()

        assert "prompt=login" in client.get(f"{GO}?next=/konto/bezpieczenstwo/")["Location"]
        go(client, provider, reporter)
        client.page("/konto/klucz/")
        assert client.post(unlink)["Location"] == "/konto/bezpieczenstwo/"
        assert not SocialAccount.objects.exists()
