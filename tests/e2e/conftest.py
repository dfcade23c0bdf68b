"""The real product in a browser: server and worker as `bezpiecznik serve` starts them, Debian's Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from e2e.installation import Site
from e2e.visitor import Visitor
from playwright.sync_api import Browser, sync_playwright
from prepared import prepared

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
if node := shutil.which("node"):
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", node)
# The driver of the browser keeps an event loop in this process; tests of the database may come after.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def served(home: Path) -> Iterator[Site]:
    """A copy of this installation, running."""
    site = Site()
    try:
        shutil.copytree(home, site.home, dirs_exist_ok=True)
        site.start()
        yield site
    finally:
        site.stop()


@pytest.fixture(scope="session")
def people_home(homes: Path, migrated_home: Path) -> Path:
    """The people of the cast who need no institution, and nothing else."""
    return prepared(homes, "people", "demo --only-people", like=migrated_home)


@pytest.fixture(scope="session")
def demo_home(homes: Path, migrated_home: Path) -> Path:
    """The demonstration."""
    return prepared(homes, "demo", "demo", like=migrated_home)


@pytest.fixture
def empty_site(people_home: Path) -> Iterator[Site]:
    """Nothing but the people of the cast who need no institution."""
    yield from served(people_home)


@pytest.fixture(scope="session")
def demo_site(demo_home: Path) -> Iterator[Site]:
    """The demonstration, shared: a test may change only what no other test asserts."""
    yield from served(demo_home)


@pytest.fixture
def own_demo_site(demo_home: Path) -> Iterator[Site]:
    """The demonstration, for one test to turn upside down."""
    yield from served(demo_home)


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """`visit(site)`: a new visitor; what the browser's console complains of fails the next look."""
    contexts = []

    def make(site: Site, *, javascript: bool = True) -> Visitor:
        contexts.append(
            chromium.new_context(locale="pl-PL", timezone_id="Europe/Warsaw", java_script_enabled=javascript)
        )
        return Visitor(contexts[-1], site)

    yield make
    for context in contexts:
        context.close()
