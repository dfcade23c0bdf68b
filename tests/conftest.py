"""The test world: strict, fast, with the cast of `cast.py` and the inspecting client of `inspector.py`."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from inspector import InspectingClient

pytest_plugins = ["cast", "prepared"]


@pytest.fixture(scope="session")
def _folder_of_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


COUNT = itertools.count()
ASKS_THE_DATABASE = re.compile(r"filter|sort|search|order|quer|found|equally_often|at_once|twice|collat")
"""In names of tests that open pages: what they look at is written by the database."""


@pytest.fixture(autouse=True)
def _files_of_its_own(settings, _folder_of_files: Path) -> None:
    """Files of each test in a folder of their own, which is there once something is written into it."""
    settings.MEDIA_ROOT = _folder_of_files / str(next(COUNT))


@pytest.fixture
def client() -> Iterator[InspectingClient]:
    """A browser without JavaScript that inspects every page it opens."""
    return InspectingClient()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`database`: touches the database. `postgres`: what it proves may depend on which database it is, so runs on both.

    Pages and forms are the same on either, and so is what they show once the rows are right: of tests that open pages
    only those of lists, searches and counted queries run on both, beside the walk over all addresses (`test_rights`).
    """
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if not asked & {"db", "transactional_db"} and not item.get_closest_marker("django_db"):
            continue
        item.add_marker("database")
        asks_much = "client" not in asked or ASKS_THE_DATABASE.search(item.name.partition("[")[0])
        if asks_much and not item.get_closest_marker("one_database"):
            item.add_marker("postgres")
