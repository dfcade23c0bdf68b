"""The test world: strict, fast, with the cast of `cast.py` and the inspecting client of `inspector.py`."""

import os
import tempfile

os.environ["TASKS_BACKEND"] = "django_tasks.backends.dummy.DummyBackend"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
os.environ["BEZPIECZNIK_HOME"] = tempfile.mkdtemp(prefix="bezpiecznik-tests-")
os.environ.setdefault("SECRET_KEY", "only-for-tests")

from collections.abc import Iterator
from pathlib import Path

import pytest
from inspector import InspectingClient

pytest_plugins = ["cast"]


@pytest.fixture(autouse=True)
def _quick_and_private(settings, tmp_path: Path) -> None:
    """Cheap password hashes; files of each test in a folder of their own."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def client() -> Iterator[InspectingClient]:
    """A browser without JavaScript that inspects every page it opens."""
    return InspectingClient()
