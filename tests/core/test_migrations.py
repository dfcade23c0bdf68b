"""Migrations and models: the database of an installation is that of the tests, whose tables are made by models."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from prepared import run_in

CONDITION = re.compile(r'CONSTRAINT "(\w+)" (?:CHECK|UNIQUE)')
Ask = Callable[[str], list[tuple[Any, ...]]]
OF_SQLITE = {
    "columns": 'SELECT m.name, c.name, c.type, c."notnull", c.pk FROM sqlite_master m, pragma_table_info(m.name) c '
    "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'",
    "references": 'SELECT m.name, f."from", f."table", f."to" FROM sqlite_master m, pragma_foreign_key_list(m.name) f',
    "indexes": 'SELECT m.name, i."unique", i.partial, (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x) '
    "FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table'",
    "triggers": "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'",
    "conditions": "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
}
# Django itself numbers `auth_group_permissions` otherwise by migrations than by models; we have no groups.
OF_POSTGRES = {
    "columns": "SELECT table_name, column_name, data_type, is_nullable, character_maximum_length, collation_name "
    "FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'auth_group_permissions'",
    "constraints": "SELECT conrelid::regclass::text, contype::text, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "indexes": "SELECT tablename, regexp_replace(indexdef, 'INDEX \\S+ ', '') FROM pg_indexes "
    "WHERE schemaname = 'public'",
    "triggers": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "collations": "SELECT collname, collprovider::text FROM pg_collation WHERE collnamespace = 'public'::regnamespace",
}


def of_the_tests(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


def compared(migrated: Ask, questions: dict[str, str]) -> None:
    """What the two databases consist of, and how many rows each table begins with."""
    differing = {}
    for name, question in questions.items():
        ours, theirs = ({_told(name, row) for row in ask(question)} for ask in (of_the_tests, migrated))
        if changed := sorted(map(str, ours ^ theirs)):
            differing[name] = changed
    assert differing == {}, "Migrations and models differ"
    tables = {str(row[0]) for row in of_the_tests(questions["columns"])}
    counts = {table: f'SELECT count(*) FROM "{table}"' for table in tables}  # noqa: S608 (our own tables)
    assert {table: of_the_tests(ask) for table, ask in counts.items()} == {
        table: migrated(ask) for table, ask in counts.items()
    }, "Rows that migrations leave in an empty database"


def _told(name: str, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Conditions of a table of SQLite stand in its text, in the order of their making."""
    return (row[0], *sorted(CONDITION.findall(row[1]))) if name == "conditions" else row


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="on SQLite")
def test_migrations_make_what_models_say(tmp_path: Path) -> None:
    run_in(tmp_path, "migrate", "--step-by-step", "--verbosity", "0")
    migrated = sqlite3.connect(f"file:{tmp_path / 'bezpiecznik.sqlite3'}?mode=ro", uri=True)
    try:
        compared(lambda question: migrated.execute(question).fetchall(), OF_SQLITE)
    finally:
        migrated.close()


@pytest.mark.timeout(900)
@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="on PostgreSQL")
def test_migrations_make_what_models_say_on_postgresql(homes: Path) -> None:
    """In a database of its own beside that of the tests, by the command of an installation."""
    known = connection.settings_dict
    name = f"{known['NAME']}_migrated"
    server = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/".format(**known)
    with psycopg.connect(f"{server}postgres", autocommit=True) as beside:
        beside.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            run_in(homes / "on-postgresql", "migrate", "--step-by-step", "--verbosity", "0", DATABASE_URL=server + name)
            with psycopg.connect(server + name) as migrated:
                compared(lambda question: migrated.execute(question).fetchall(), OF_POSTGRES)
        finally:
            beside.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.skipif(connection.vendor != "sqlite", reason="on SQLite")
def test_a_new_database_is_migrated_like_any_other_from_then_on(migrated_home: Path, tmp_path: Path) -> None:
    home = shutil.copytree(migrated_home, tmp_path / "home")
    assert run_in(home, "migrate", "--plan").splitlines()[-1].strip() == "No planned migration operations."
    run_in(home, "migrate", "indicators", "zero")
    assert "indicators.0001_indicators" in run_in(home, "migrate", "--plan")
    run_in(home, "migrate", "--verbosity", "0")
    assert "No planned migration operations." in run_in(home, "migrate", "--plan")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="on SQLite")
def test_a_database_whose_making_was_cut_short_is_not_taken_for_one(migrated_home: Path, tmp_path: Path) -> None:
    home = shutil.copytree(migrated_home, tmp_path / "home")
    with closing(sqlite3.connect(home / "bezpiecznik.sqlite3", isolation_level=None)) as database:
        database.execute("DELETE FROM django_migrations")
    with pytest.raises(AssertionError, match=r"zostało przerwane\. Usuń ją, załóż pustą"):
        run_in(home, "migrate")
