"""Keys, cookies and the rest of what an installation behind TLS stands on."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core import signing
from django.core.exceptions import ImproperlyConfigured

from bezpiecznik.config import keys
from bezpiecznik.config.keys import signing_keys

ROOT = Path(__file__).resolve().parents[2]


def test_the_first_run_makes_a_long_key_that_only_our_account_reads(tmp_path: Path) -> None:
    home = tmp_path / "home"
    [key] = signing_keys(given="", home=home)

    assert len(key) >= 50
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "secret-key").stat().st_mode) == 0o600
    assert signing_keys(given="", home=home) == [key]
    assert [path.name for path in home.iterdir()] == ["secret-key"]


def test_of_two_processes_that_start_at_once_both_have_the_same_key(tmp_path: Path) -> None:
    [key] = signing_keys(given="", home=tmp_path)
    keys._make(tmp_path / "secret-key")  # the slower one saw no file yet

    assert signing_keys(given="", home=tmp_path) == [key]


def test_an_empty_file_of_keys_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch()
    with pytest.raises(ImproperlyConfigured, match="empty"):
        signing_keys(given="", home=tmp_path)


def test_the_key_is_changed_without_losing_what_the_old_one_signed(tmp_path: Path, settings: Any) -> None:
    (tmp_path / "secret-key").write_text("nowy-klucz\nstary-klucz\n")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "stary-klucz", []
    link = signing.dumps("list")
    settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS = signing_keys(given="", home=tmp_path)

    assert signing.loads(link) == "list"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(signing.BadSignature):
        signing.loads(link)


BEHIND_TLS = """
import django
django.setup()
from django.conf import settings
from django.test import Client
settings.ALLOWED_HOSTS = ["testserver"]
answer = Client().get("/konto/logowanie/", secure=True)
for cookie in answer.cookies.values():
    print(cookie.OutputString())
print(answer["Strict-Transport-Security"])
print(Client().get("/konto/logowanie/").status_code, Client().get("/stan/").status_code)
from django.contrib.messages.storage import default_storage
print(settings.SESSION_COOKIE_NAME, default_storage(None).cookie_name)
"""


def installation(home: Path, *command: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """A process of an installation behind TLS, as the checklist tells to set it up."""
    known = {key: value for key, value in os.environ.items() if key in {"PATH", "PYTHONPATH"}}
    environment = {
        **known, "PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "bezpiecznik.config.settings",
        "BEZPIECZNIK_HOME": str(home), "HTTPS": "True", "ALLOWED_HOSTS": "bezpiecznik.example",
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", **more,
    }  # fmt: skip
    return subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, migrated_home: Path) -> Path:
    return Path(shutil.copytree(migrated_home, tmp_path_factory.mktemp("tls") / "home"))


def test_behind_tls_cookies_belong_to_this_host_alone(prepared: Path) -> None:
    done = installation(prepared, "-c", BEHIND_TLS)
    token, *_others, hsts, without_tls, names = done.stdout.splitlines()

    assert token.startswith("__Host-csrf=")
    for part in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert part in token
    assert "Domain" not in token
    assert hsts == "max-age=31536000; includeSubDomains"
    assert without_tls == "301 200"  # people are led to TLS; a machine asking for the state is not led silently
    assert names == "__Host-sesja __Host-messages"


def test_the_advice_for_installations_has_nothing_to_add(prepared: Path) -> None:
    done = installation(
        prepared,
        "-m",
        "bezpiecznik.cli",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        EMAIL_URL="smtp://mail.example",
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_advice_names_what_is_wrong_with_an_installation(prepared: Path) -> None:
    prepared.chmod(0o755)
    done = installation(
        prepared, "-m", "bezpiecznik.cli", "check", "--deploy", "--fail-level", "WARNING", DEMO="1", DEBUG="1",
        HTTPS="False", SECRET_KEY="krótki", EMAIL_URL="smtp://",
    )  # fmt: skip
    prepared.chmod(0o700)

    assert done.returncode == 1
    for code in ("bezpiecznik.W001", "bezpiecznik.W002", "bezpiecznik.W003", "bezpiecznik.W004",
                 "security.W009", "security.W018"):  # fmt: skip
        assert code in done.stderr


def test_nothing_of_debugging_is_on_unless_asked_for(prepared: Path) -> None:
    words = "from django.conf import settings as s; print(s.DEBUG, s.DEMO, s.ALLOWED_HOSTS)"

    assert installation(prepared, "-c", words).stdout.split(maxsplit=2)[:2] == ["False", "False"]
