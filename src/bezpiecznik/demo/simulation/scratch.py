"""A place to live in that goes away: an empty database beside the installation's own, and a folder for files."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import override_settings


@contextmanager
def scratch_place() -> Iterator[None]:
    """Everything inside reads and writes there; the installation's own rows and files are not touched.

    On PostgreSQL the role must be allowed to create databases, as it is for tests.
    """
    own = str(connection.settings_dict["NAME"])
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        with tempfile.TemporaryDirectory() as folder, override_settings(MEDIA_ROOT=folder):
            yield
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)
