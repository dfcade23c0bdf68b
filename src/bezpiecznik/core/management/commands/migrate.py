"""`bezpiecznik migrate`: brings the database up to date. An empty one is made at once as our models say.

`--step-by-step` does to an empty database all that migrations ever did.
"""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.db import connections
from django.utils.translation import gettext as _

from bezpiecznik.core import new_database

OTHER_WISHES = ("app_label", "migration_name", "plan", "check_unapplied", "fake", "fake_initial", "prune")


class Command(migrate.Command):
    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--step-by-step", action="store_true", help="do every migration, to an empty database too")

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if options.pop("step_by_step", False) or any(options.get(wish) for wish in OTHER_WISHES):
            super().handle(*args, **options)
        elif self._is_new(connection):
            new_database.make(
                connection, lambda: migrate.Command.handle(self, *args, **{**options, "run_syncdb": True})
            )
        else:
            super().handle(*args, **options)

    @staticmethod
    def _is_new(connection: Any) -> bool:
        try:
            return new_database.is_new(connection)
        except new_database.CutShort as broken:
            name = connection.settings_dict["NAME"]
            raise CommandError(
                _("Zakładanie bazy %(name)s zostało przerwane. Usuń ją, załóż pustą i uruchom to polecenie ponownie.")
                % {"name": name}
            ) from broken
