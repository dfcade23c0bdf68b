"""The keys that sign cookies and links: the first one signs, the others are still believed."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def signing_keys(*, given: str, home: Path) -> list[str]:
    """The key of the environment, else those in the file `secret-key` of HOME, one a line, made on a first run.

    To change the key write a new first line; drop the old one when sessions and links signed with it are over.
    Raises ImproperlyConfigured when there is no key and none can be kept.
    """
    kept = home / "secret-key"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)  # data of forty institutions: for this account alone
        if given:
            return [given]
        if not kept.exists():
            _make(kept)
        keys = kept.read_text().split()
    except OSError as problem:
        raise ImproperlyConfigured(
            f"Set SECRET_KEY, or let the process write to BEZPIECZNIK_HOME ({home}): {problem}"
        ) from problem
    if not keys:
        raise ImproperlyConfigured(f"The file of signing keys is empty: {kept}")
    return keys


def _make(kept: Path) -> None:
    """Whole or not at all: of two processes that start at once both take the key of the quicker one."""
    written = kept.with_name(f"{kept.name}.{os.getpid()}")
    written.touch(mode=0o600)
    written.write_text(get_random_secret_key())
    try:
        os.link(written, kept)
    except FileExistsError:
        pass
    finally:
        written.unlink()
