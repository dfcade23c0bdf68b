"""Databases made ready once: installations by command, copied by whoever needs one, and what each table begins with.

The database of the tests is made as that of a new installation is (`core.new_database`).
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from pytest_django.plugin import blocking_manager_key

from bezpiecznik.core import triggers

UNWANTED = {"TASKS_BACKEND", "SECRET_KEY", "DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DEBUG"}


FIRST_ROWS: list[tuple[type[Model], list[Model]]] = []


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The database, and what stands in its tables from the beginning."""
    with django_db_blocker.unblock():
        FIRST_ROWS.extend((model, rows) for model in apps.get_models() if (rows := _first_rows(model)))


def _first_rows(model: type[Model]) -> list[Model]:
    """What migrations leave in a table of ours; the framework writes its own rows after each emptying."""
    return list(model._base_manager.all()) if model.__module__.startswith("bezpiecznik.") else []


def empties_tables(item: pytest.Item) -> bool:
    """Whether the test has transactions of its own, so that every table is emptied after it."""
    marker = item.get_closest_marker("django_db")
    own = "transactional_db" in getattr(item, "fixturenames", ())
    return own or bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(autouse=True)
def _tables_may_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """The journal's triggers stand aside while tables are emptied."""
    if not empties_tables(request.node):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    triggers.remove()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None]:
    """Once tables were emptied, triggers and what stood there from the beginning come back: order does not matter.

    Here and not in a fixture, because the emptying is the framework's own fixture, which may end last.
    """
    yield
    if nextitem is not None and empties_tables(item):
        bring_back(item.config)


def bring_back(config: pytest.Config) -> None:
    """The journal's triggers, and the rows that stood in tables from the beginning."""
    with config.stash[blocking_manager_key].unblock():
        triggers.install()
        for model, rows in FIRST_ROWS:
            model._base_manager.bulk_create(rows, ignore_conflicts=True)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of prepared installations, one for all processes of this run of tests, or for all its legs."""
    if given := os.environ.get("PREPARED_HOMES"):
        return Path(given)
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def prepared(homes: Path, name: str, command: str, *, like: Path | None = None) -> Path:
    """An installation after this command, not served: made by whoever needs it first, the others wait."""
    home = homes / f"home-{name}"
    with (homes / f"home-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.exists():
            making = homes / f"making-{name}"
            if like:
                shutil.copytree(like, making)
            run_in(making, *command.split())
            shutil.move(making, home)
    return home


def run_in(home: Path, *arguments: str, **more: str) -> str:
    """What `bezpiecznik …` says on this installation, with nothing of the tests' own settings."""
    kept = {key: value for key, value in os.environ.items() if key not in UNWANTED}
    environment = {**kept, "BEZPIECZNIK_HOME": str(home), "DEMO": "1", **more}
    command = [sys.executable, "-m", "bezpiecznik.cli", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def migrated_home(homes: Path) -> Path:
    """An installation whose empty database was migrated; copy it before you change anything."""
    return prepared(homes, "migrated", "migrate --verbosity 0")
