"""Triggers that keep the journal append-only: what the application may not do by mistake, the database refuses.

Lines are neither changed nor removed, except those up to the newest anchor (`JournalAnchor`); anchors are neither
changed nor removed, and release only lines older than two years; the head (`JournalHead`) only grows, by one.
Whoever rules the database can take the triggers away: `missing` tells, and the hashes tell the rest.

On SQLite a table that Django rebuilds (an altered column) loses its triggers: let such a migration end with `Install`.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

LINE, ANCHOR, HEAD = "core_journalentry", "core_journalanchor", "core_journalhead"
NO_CHANGE = "Wpisów dziennika nie można zmieniać."
NO_REMOVAL = "Wpisów dziennika nie można usuwać, dopóki nie obejmie ich retencja."
NO_OVERWRITING = "Wpisu dziennika nie można zastąpić innym."
ANCHOR_STAYS = "Kotwic dziennika nie można zmieniać ani usuwać."
ANCHOR_FITS = "Kotwica musi wskazywać istniejący wpis dziennika, a wpisy do niej muszą mieć co najmniej dwa lata."
HEAD_GROWS = "Koniec dziennika może tylko rosnąć, o jeden wpis."

RELEASED = "OLD.id <= COALESCE((SELECT MAX(up_to) FROM core_journalanchor), 0)"
FITS = (
    "EXISTS (SELECT 1 FROM core_journalentry WHERE id = NEW.up_to AND hash = NEW.hash) "
    "AND NOT EXISTS (SELECT 1 FROM core_journalanchor WHERE up_to >= NEW.up_to) "
    "AND NOT EXISTS (SELECT 1 FROM core_journalentry WHERE id <= NEW.up_to AND at > TWO_YEARS_AGO)"
)
GROWS = "NEW.id = OLD.id AND NEW.count = OLD.count + 1"


def _sqlite(name: str, table: str, verb: str, sentence: str, when: str = "") -> str:
    condition = f" WHEN {when}" if when else ""
    return f"CREATE TRIGGER {name} BEFORE {verb} ON {table}{condition} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"


FITS_SQLITE = FITS.replace("TWO_YEARS_AGO", "datetime('now', '-730 days')")
FITS_POSTGRES = FITS.replace("TWO_YEARS_AGO", "now() - interval '730 days'")
LINE_TAKEN = "EXISTS (SELECT 1 FROM core_journalentry WHERE id = NEW.id OR hash = NEW.hash)"
ANCHOR_TAKEN = "EXISTS (SELECT 1 FROM core_journalanchor WHERE id = NEW.id OR up_to = NEW.up_to)"
HEAD_TAKEN = "EXISTS (SELECT 1 FROM core_journalhead WHERE id = NEW.id)"
SQLITE = {
    "journal_no_update": _sqlite("journal_no_update", LINE, "UPDATE", NO_CHANGE),
    "journal_no_delete": _sqlite("journal_no_delete", LINE, "DELETE", NO_REMOVAL, f"NOT ({RELEASED})"),
    # INSERT OR REPLACE removes the old row without asking the triggers of DELETE.
    "journal_no_replace": _sqlite("journal_no_replace", LINE, "INSERT", NO_OVERWRITING, LINE_TAKEN),
    "anchor_no_update": _sqlite("anchor_no_update", ANCHOR, "UPDATE", ANCHOR_STAYS),
    "anchor_no_delete": _sqlite("anchor_no_delete", ANCHOR, "DELETE", ANCHOR_STAYS),
    "anchor_no_replace": _sqlite("anchor_no_replace", ANCHOR, "INSERT", ANCHOR_STAYS, ANCHOR_TAKEN),
    "anchor_fits": _sqlite("anchor_fits", ANCHOR, "INSERT", ANCHOR_FITS, f"NOT ({FITS_SQLITE})"),
    "head_grows": _sqlite("head_grows", HEAD, "UPDATE", HEAD_GROWS, f"NOT ({GROWS})"),
    "head_no_delete": _sqlite("head_no_delete", HEAD, "DELETE", HEAD_GROWS),
    "head_no_replace": _sqlite("head_no_replace", HEAD, "INSERT", HEAD_GROWS, HEAD_TAKEN),
}


def _function(name: str, condition: str, row: str) -> tuple[str, str]:
    """The name and the body: unless the condition holds, the sentence given to the trigger is the error."""
    refusal = "RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = '23000';"
    return name, f"BEGIN IF {condition} THEN RETURN {row}; END IF; {refusal} END"


FUNCTIONS = dict(
    [
        _function("journal_refuse", "FALSE", "NULL"),
        _function("journal_released", RELEASED, "OLD"),
        _function("journal_anchor_fits", FITS_POSTGRES, "NEW"),
        _function("journal_head_grows", GROWS, "NEW"),
    ]
)


def _postgres(name: str, table: str, verb: str, function: str, sentence: str) -> str:
    each = "STATEMENT" if verb == "TRUNCATE" else "ROW"
    return f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH {each} EXECUTE FUNCTION {function}('{sentence}')"


POSTGRES = {
    name: _postgres(name, *rest)
    for name, *rest in (
        ("journal_no_update", LINE, "UPDATE", "journal_refuse", NO_CHANGE),
        ("journal_no_delete", LINE, "DELETE", "journal_released", NO_REMOVAL),
        ("journal_no_truncate", LINE, "TRUNCATE", "journal_refuse", NO_REMOVAL),
        ("anchor_no_update", ANCHOR, "UPDATE", "journal_refuse", ANCHOR_STAYS),
        ("anchor_no_delete", ANCHOR, "DELETE", "journal_refuse", ANCHOR_STAYS),
        ("anchor_no_truncate", ANCHOR, "TRUNCATE", "journal_refuse", ANCHOR_STAYS),
        ("anchor_fits", ANCHOR, "INSERT", "journal_anchor_fits", ANCHOR_FITS),
        ("head_grows", HEAD, "UPDATE", "journal_head_grows", HEAD_GROWS),
        ("head_no_delete", HEAD, "DELETE", "journal_refuse", HEAD_GROWS),
        ("head_no_truncate", HEAD, "TRUNCATE", "journal_refuse", HEAD_GROWS),
    )
}
TABLE = re.compile(r" ON (\w+)")


def _wanted() -> dict[str, str]:
    return POSTGRES if connection.vendor == "postgresql" else SQLITE


def install() -> None:
    """Put every trigger in place, instead of what stands there under its name."""
    remove()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name, body in FUNCTIONS.items():
                cursor.execute(f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$")
        for sql in _wanted().values():
            cursor.execute(sql)


def remove() -> None:
    """Take the triggers away: for migrations backwards, for tests that play the intruder or empty the database."""
    with connection.cursor() as cursor:
        for name, sql in _wanted().items():
            table = TABLE.search(sql)
            of_table = f" ON {table[1]}" if table and connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{of_table}")


def missing() -> Iterator[str]:
    """Names of triggers that are absent, switched off, or say something else than here."""
    standing = _standing_on_postgres() if connection.vendor == "postgresql" else _standing_on_sqlite()
    for name, sql in _wanted().items():
        if _even(standing.get(name, "")) != _even(sql):
            yield name


def _even(sql: str) -> str:
    return " ".join(sql.split())


def _standing_on_sqlite() -> dict[str, str]:
    return dict(_rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


def _standing_on_postgres() -> dict[str, str]:
    """Those that are switched on and whose function does what is written here."""
    found = _rows(
        "SELECT t.tgname, replace(pg_get_triggerdef(t.oid), ' ON public.', ' ON '), p.proname, p.prosrc "
        "FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal AND t.tgenabled = 'O'"
    )
    return {name: sql for name, sql, function, body in found if _even(FUNCTIONS.get(function, "")) == _even(body)}


def _rows(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def _forwards(_apps: Any, _editor: BaseDatabaseSchemaEditor) -> None:
    install()


def _backwards(_apps: Any, _editor: BaseDatabaseSchemaEditor) -> None:
    remove()


class Install(RunPython):
    """Operation of a migration: all triggers as they stand here now."""

    def __init__(self) -> None:
        super().__init__(_forwards, _backwards)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [], {}
