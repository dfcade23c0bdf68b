"""The `bezpiecznik` command: reading a document needs no installation, everything else is Django's management."""

import os
import sys

from bezpiecznik.resolution import cli as resolution_cli

WITHOUT_DJANGO = {"read": resolution_cli.main}


def main() -> None:
    arguments = sys.argv[1:]
    if arguments and (command := WITHOUT_DJANGO.get(arguments[0])):
        sys.exit(command(arguments[1:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bezpiecznik.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 (reading needs no Django)

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
