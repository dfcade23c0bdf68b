"""The settings of the house as tests need them: nothing of the surroundings, an idle queue, cheap hashes."""

import os
import tempfile

os.environ["BEZPIECZNIK_HOME"] = tempfile.mkdtemp(prefix="bezpiecznik-tests-")
os.environ["TASKS_BACKEND"] = "django_tasks.backends.dummy.DummyBackend"
os.environ["SECRET_KEY"] = "only-for-tests"
for unwanted in ("DEMO", "DEBUG", "HTTPS", "BREACHED_PASSWORDS", "OIDC_PROVIDERS", "SECOND_FACTOR_REQUIRED"):
    os.environ.pop(unwanted, None)

from bezpiecznik.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES["limits"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
"""Tests ask quicker than people; those of the limits bring a cache of their own."""
SECOND_FACTOR_REQUIRED = False  # tests of it switch it on
WHITENOISE_AUTOREFRESH = True  # static files are looked for when asked for, not counted for each client
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    waits = "-c lock_timeout=60s -c statement_timeout=180s"  # who waits for ever is told, and so is the reader of CI
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = waits
