"""The `bezpiecznik` command: reading a document needs no installation, everything else is Django's management."""

import os
import sys


def main() -> None:
    """Run the command; Ctrl+C ends it in silence even before it has begun."""
    try:
        sys.exit(_run(sys.argv))
    except KeyboardInterrupt:
        sys.exit(130)


def _run(argv: list[str]) -> int:
    if argv[1:2] == ["read"]:
        from bezpiecznik.resolution.cli import main as read  # noqa: PLC0415 (other commands do not need it)

        return read(argv[2:])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bezpiecznik.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 (reading needs no Django)

    execute_from_command_line(with_module_names(argv))
    return 0


def with_module_names(argv: list[str]) -> list[str]:
    """`receive-mail` is the module `receive_mail`: a module's name has no hyphen, a command's reads better with one."""
    if not argv[1:] or argv[1].startswith("-"):
        return argv
    return [argv[0], argv[1].replace("-", "_"), *argv[2:]]


if __name__ == "__main__":
    main()
