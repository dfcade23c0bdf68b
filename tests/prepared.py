"""Databases made ready once: that of the tests from our models in two seconds, those of whole installations by command.

Migrating an empty database takes twenty seconds of a processor, and more with each migration. So the database of the
tests is made as models say, and after it runs what migrations do beside tables (triggers, collations, first rows).
`tests/core/test_migrations.py` proves that migrations bring about the same.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.postgres.operations import CreateCollation
from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model
from django.db.models.signals import pre_migrate
from pytest_django.plugin import blocking_manager_key

from bezpiecznik.core import triggers

UNWANTED = {"TASKS_BACKEND", "SECRET_KEY", "DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DEBUG"}


FIRST_ROWS: list[tuple[type[Model], list[Model]]] = []


class NoMigrations:
    """Every application is without migrations, so its tables are made as its models say."""

    def __contains__(self, _label: str) -> bool:
        return True

    def __getitem__(self, _label: str) -> None:
        return None


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """While the database of the tests is made, no application has migrations."""
    settings.MIGRATION_MODULES = NoMigrations()
    pre_migrate.connect(_make_collations, sender=apps.get_app_config("core"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The database as models say, then what migrations do beside tables; all of them are noted as applied."""
    settings.MIGRATION_MODULES = {}
    pre_migrate.disconnect(_make_collations, sender=apps.get_app_config("core"))
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            _do(RunPython, editor)
        FIRST_ROWS.extend((model, rows) for model in apps.get_models() if (rows := _first_rows(model)))
        recorder = MigrationRecorder(connection)
        for app, name in MigrationLoader(None).graph.nodes:
            recorder.record_applied(app, name)


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


def _make_collations(**_signal: Any) -> None:
    settings.MIGRATION_MODULES = {}
    with connection.schema_editor() as editor:
        _do(CreateCollation, editor)
    settings.MIGRATION_MODULES = NoMigrations()


def _do(kind: type[Operation], editor: BaseDatabaseSchemaEditor) -> None:
    """What our migrations do by operations of this kind, in their order, to the models of today."""
    graph = MigrationLoader(None).graph
    today: Any = SimpleNamespace(apps=apps, clear_delayed_apps_cache=lambda: None)
    done: set[tuple[str, str]] = set()
    for key in (key for leaf in graph.leaf_nodes() for key in graph.forwards_plan(leaf)):
        migration = graph.nodes[key]
        if key in done or not type(migration).__module__.startswith("bezpiecznik."):
            continue
        done.add(key)
        for operation in migration.operations:
            # What moves rows of a model that is no more has nothing to move in an empty database.
            if isinstance(operation, kind):
                with suppress(LookupError):
                    operation.database_forwards(key[0], editor, today, today)


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


def run_in(home: Path, *arguments: str, **more: str) -> None:
    """`bezpiecznik …` on this installation, with nothing of the tests' own settings."""
    kept = {key: value for key, value in os.environ.items() if key not in UNWANTED}
    environment = {**kept, "BEZPIECZNIK_HOME": str(home), "DEMO": "1", **more}
    command = [sys.executable, "-m", "bezpiecznik.cli", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}: {done.stderr}"


@pytest.fixture(scope="session")
def migrated_home(homes: Path) -> Path:
    """An installation whose empty database was migrated; copy it before you change anything."""
    return prepared(homes, "migrated", "migrate --verbosity 0")
