"""The process of the provider: `serve.py '{"folder": …, "port": …, "callback": …, "people": {…}}'`."""

import json
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

ASKED = json.loads(sys.argv[1])
PEOPLE = ASKED["people"]
CLIENT_ID, SECRET = "bezpiecznik", "tajemnica-na-probe"
KEY = rsa.generate_private_key(public_exponent=65_537, key_size=2_048).private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
)
settings.configure(
    SECRET_KEY="only-for-tests",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF="__main__",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "oauth2_provider"],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{ASKED['folder']}/provider.sqlite3"}},
    SESSION_COOKIE_NAME="provider-session",  # browsers share cookies among the ports of one host
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    LOGIN_URL="/kto/",
    USE_TZ=True,
    OAUTH2_PROVIDER={
        "OIDC_ENABLED": True,
        "OIDC_ISS_ENDPOINT": f"http://127.0.0.1:{ASKED['port']}/o",
        "OIDC_RSA_PRIVATE_KEY": KEY.decode(),
        "OAUTH2_VALIDATOR_CLASS": "__main__.Validator",
        "SCOPES": {"openid": "identity", "profile": "name", "email": "address"},
        "PKCE_REQUIRED": True,
    },
)
django.setup()

from django.contrib.auth import login  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect  # noqa: E402
from django.urls import include, path  # noqa: E402
from django.utils.html import format_html, format_html_join  # noqa: E402
from django.views.decorators.csrf import csrf_exempt  # noqa: E402
from oauth2_provider.models import Application  # noqa: E402
from oauth2_provider.oauth2_validators import OAuth2Validator  # noqa: E402


class Validator(OAuth2Validator):
    oidc_claim_scope = None

    def get_additional_claims(self, request):
        return PEOPLE[request.user.username]


def ready(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("OK")


@csrf_exempt
def who(request: HttpRequest) -> HttpResponse:
    """The provider's own sign-in: a button for each of its people."""
    if request.method == "POST":
        login(request, User.objects.get(username=request.POST["name"]))
        return HttpResponseRedirect(request.GET["next"])
    buttons = format_html_join("", '<button name="name" value="{}">{}</button>', ((name, name) for name in PEOPLE))
    return HttpResponse(format_html("<title>Kto?</title><h1>Kto?</h1><form method='post'>{}</form>", buttons))


urlpatterns = [path("stan/", ready), path("kto/", who), path("o/", include("oauth2_provider.urls"))]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_args):
        """The tests tell what matters."""


def main() -> None:
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    for name in PEOPLE:
        User.objects.create_user(name)
    Application.objects.create(
        name="Bezpiecznik", client_id=CLIENT_ID, client_secret=SECRET, client_type="confidential",
        authorization_grant_type="authorization-code", redirect_uris=ASKED["callback"], algorithm="RS256",
        skip_authorization=True,
    )  # fmt: skip
    make_server("127.0.0.1", ASKED["port"], get_wsgi_application(), Server, Quiet).serve_forever()


if __name__ == "__main__":
    main()
