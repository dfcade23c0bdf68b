"""The real product in a browser: server and worker as `bezpiecznik serve` starts them, Debian's Chromium, axe on each page."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "var" / "screenshots"
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"desk": (1280, 900), "phone": (390, 844)}
if node := shutil.which("node"):
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", node)


@dataclass
class Site:
    """An installation of its own, in its own folder, served on its own port."""

    url: str
    home: Path
    environment: dict[str, str]

    def command(self, *arguments: str) -> str:
        """Run `bezpiecznik …` on this installation and give back what it printed."""
        command = [sys.executable, "-m", "bezpiecznik.cli", *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, cwd=ROOT, check=False)
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
        return done.stdout


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_answers(url: str, *, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{url}/stan/", timeout=2)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"{url} does not answer")


@pytest.fixture(scope="session")
def make_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Site]]:
    """`make_site("migrate", "demo")`: a new installation on which these commands were run first."""
    servers: list[subprocess.Popen[bytes]] = []

    def make(*commands: str) -> Site:
        home = tmp_path_factory.mktemp("home")
        unwanted = {"TASKS_BACKEND", "SECRET_KEY", "DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
        environment = {key: value for key, value in os.environ.items() if key not in unwanted}
        environment |= {"BEZPIECZNIK_HOME": str(home), "DEMO": "1"}
        port = free_port()
        site = Site(f"http://127.0.0.1:{port}", home, environment)
        for command in commands:
            site.command(*command.split())
        serve = [sys.executable, "-m", "bezpiecznik.cli", "serve", "--port", str(port)]
        servers.append(subprocess.Popen(serve, env=environment, cwd=ROOT))
        wait_until_answers(site.url)
        return site

    yield make
    for server in servers:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A person at a browser. Each page looked at is checked by axe, at 320 px, and leaves two screenshots."""

    page: Page
    site: Site
    complaints: list[str]

    def open(self, path: str) -> None:
        answer = self.page.goto(self.site.url + path)
        assert answer is not None
        assert answer.status == 200, f"{path} answered {answer.status}"

    def sign_in(self, name: str) -> None:
        """As one of the cast, by the button that the demonstration offers."""
        self.open("/konto/logowanie/")
        self.page.get_by_role("button", name=re.compile(name)).click()
        self.page.wait_for_url("**/praca/**")

    def sign_out(self) -> None:
        self.page.context.clear_cookies()

    def look(self, name: str) -> None:
        """Inspect the page as it stands: accessibility, width, and a picture to look at."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        for width_name, (width, height) in WIDTHS.items():
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.screenshot(path=SCREENSHOTS / f"{name}-{width_name}.png", full_page=True)
        self.page.set_viewport_size({"width": 320, "height": 640})
        sideways = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert sideways <= 0, f"{name} scrolls sideways by {sideways} px at 320 px"
        self.page.set_viewport_size({"width": 1280, "height": 900})
        found: Any = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        assert self.complaints == [], f"{name}: the browser complained: {self.complaints}"

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[[Site], Visitor]]:
    """`visit(site)`: a new visitor; what the browser's console complains of fails the next look."""
    contexts = []

    def make(site: Site, *, javascript: bool = True) -> Visitor:
        context = chromium.new_context(locale="pl-PL", timezone_id="Europe/Warsaw", java_script_enabled=javascript)
        contexts.append(context)
        page = context.new_page()
        visitor = Visitor(page, site, [])
        page.on("console", lambda said: visitor.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        page.set_default_timeout(15_000)
        return visitor

    yield make
    for context in contexts:
        context.close()
