"""A new database, made as our models say instead of by all that migrations ever did to it.

Migrating an empty database takes the better part of a minute of a processor, and more with each migration. So tables
are made from models, beside them is done what migrations do beside tables (collations before, triggers and first rows
after), and all migrations are noted as done: from then on the database is migrated like any other. That both ways bring
about the same is proved by `tests/core/test_migrations.py`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.postgres.operations import CreateCollation
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.recorder import MigrationRecorder

Ours = tuple[str, Operation]


class CutShort(Exception):
    """There are tables, and nothing is noted of how they came about."""


class _NoMigrations:
    """Every application is without migrations, so its tables are made as its models say."""

    def __contains__(self, _label: str) -> bool:
        return True

    def __getitem__(self, _label: str) -> None:
        return None


def is_new(connection: BaseDatabaseWrapper) -> bool:
    """Whether there is no table at all. Raises CutShort where our tables stand without their migrations."""
    tables = set(connection.introspection.table_names())
    noted = MigrationRecorder(connection).applied_migrations()
    if not noted and any(model._meta.db_table in tables for model in apps.get_models()):
        raise CutShort
    return not tables


def make(connection: BaseDatabaseWrapper, make_tables: Callable[[], Any]) -> None:
    """Make everything in an empty database; `make_tables` is the framework's way for what has no migrations.

    On PostgreSQL all of it or nothing; SQLite cannot make tables within a transaction of ours.
    """
    graph = MigrationLoader(None).graph
    operations = list(_ours(graph))
    whole = transaction.atomic(using=connection.alias) if connection.vendor == "postgresql" else nullcontext()
    with whole:
        _do(CreateCollation, operations, connection)
        with _without_migrations():
            make_tables()
        _do(RunPython, operations, connection)
        recorder = MigrationRecorder(connection)
        for app, name in graph.nodes:
            recorder.record_applied(app, name)


@contextmanager
def _without_migrations() -> Iterator[None]:
    kept = settings.MIGRATION_MODULES
    settings.MIGRATION_MODULES = _NoMigrations()
    try:
        yield
    finally:
        settings.MIGRATION_MODULES = kept


def _ours(graph: Any) -> Iterator[Ours]:
    """Operations of our migrations with their applications, in the order in which they would be done."""
    done: set[tuple[str, str]] = set()
    for key in (key for leaf in graph.leaf_nodes() for key in graph.forwards_plan(leaf)):
        migration = graph.nodes[key]
        if key not in done and type(migration).__module__.startswith("bezpiecznik."):
            yield from ((key[0], operation) for operation in migration.operations)
        done.add(key)


def _do(kind: type[Operation], operations: list[Ours], connection: BaseDatabaseWrapper) -> None:
    """Do the operations of this kind to the models of today."""
    today: Any = SimpleNamespace(apps=apps, clear_delayed_apps_cache=lambda: None)
    with connection.schema_editor() as editor:
        for app, operation in operations:
            # What moves rows of a model that is no more has nothing to move in an empty database.
            if isinstance(operation, kind):
                with suppress(LookupError):
                    operation.database_forwards(app, editor, today, today)
