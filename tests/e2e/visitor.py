"""A person at a browser. Each page looked at is checked by axe and at 320 px; PICTURES=1 leaves pictures of it."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from e2e.installation import ROOT, Site
from playwright.sync_api import BrowserContext, ConsoleMessage, Download, Locator, Page

SCREENSHOTS = ROOT / "var" / "screenshots"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL_RULES = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
# What another layout of the same page can break; contrast of all its letters, the slow rule, was checked at the desk.
LAYOUT_RULES = {
    "runOnly": {
        "type": "rule",
        "values": [
            "target-size", "scrollable-region-focusable", "region", "landmark-unique", "link-name", "button-name",
            "label", "heading-order", "empty-heading", "aria-hidden-focus", "summary-name", "select-name",
        ],
    },
    "resultTypes": ["violations"],
}  # fmt: skip
DESK, PHONE, NARROWEST = (1280, 900), (390, 844), (320, 640)
RULES = {DESK: ALL_RULES, PHONE: LAYOUT_RULES}
PICTURES = bool(os.environ.get("PICTURES"))
TALLEST_PICTURE = 6_000
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PATIENCE = 15_000


@dataclass
class Visitor:
    """One browser with its own cookies, on one installation."""

    context: BrowserContext
    site: Site
    complaints: list[str] = field(default_factory=list)
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, said: ConsoleMessage) -> None:
        """Errors of our own pages; a stand-in for another's site may lack, say, the icon that browsers ask for."""
        address = str(said.location["url"])
        if said.type == "error" and (not address or address.startswith(self.site.url)):
            self.complaints.append(f"{said.text} {address}".strip())

    def open(self, path: str) -> None:
        answer = self.page.goto(self.site.url + path)
        assert answer is not None
        assert answer.status == 200, f"{path} answered {answer.status}"

    def sign_in(self, name: str) -> None:
        """As one of the cast, by the button that the demonstration offers."""
        self.context.clear_cookies()
        self.open("/konto/logowanie/")
        self.page.get_by_role("button", name=f"Wejdź jako {name}", exact=True).click()
        self.page.wait_for_url("**/praca/")

    def look(self, name: str) -> None:
        """Inspect the page as it stands, wide and narrow."""
        faults = self.faults(name)
        assert faults == [], "\n".join(faults)

    def faults(self, name: str) -> list[str]:
        """What is wrong with the page as it stands; two pictures of it may be left under this name."""
        self.page.wait_for_load_state()  # a click waits until the next page is there, not until it has anything on it
        found = []
        for place, size in {"desk": DESK, "phone": PHONE}.items():
            self._resize(size)
            if PICTURES:
                self._take_picture(SCREENSHOTS / f"{name}-{place}.png")
            found += [f"{name}, {place}: {barrier}" for barrier in self._barriers(RULES[size])]
        self._resize(NARROWEST)
        if (sideways := self.page.evaluate(SIDEWAYS)) > 0:
            found.append(f"{name} scrolls sideways by {sideways} px at 320 px")
        self._resize(DESK)
        found += [f"{name}: the browser complains: {complaint}" for complaint in self.complaints]
        self.complaints.clear()
        return found

    def _resize(self, size: tuple[int, int]) -> None:
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def _take_picture(self, path: Path) -> None:
        width, height = self.page.evaluate("scrollTo(0, 0), [innerWidth, document.documentElement.scrollHeight]")
        whole = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST_PICTURE)}
        self.page.screenshot(path=path, full_page=True, clip=whole)

    def _barriers(self, rules: dict[str, Any]) -> list[str]:
        if self.page.evaluate("typeof axe === 'undefined'"):
            self.page.evaluate(AXE_SCRIPT)
        violations: Any = self.page.evaluate("rules => axe.run(rules).then(said => said.violations)", rules)
        return [
            f"{rule['id']}: {rule['help']}: {node['html'][:200]} ({node['failureSummary'][:300]})"
            for rule in violations
            for node in rule["nodes"][:3]
        ]

    def press(self, name: str) -> None:
        """The button of exactly this name."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        """The link of exactly this name."""
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def download(self, link: Locator) -> Download:
        with self.page.expect_download() as coming:
            link.click()
        return coming.value

    def sees(self, text: str | re.Pattern[str]) -> None:
        """The text stands on the page, now or in a moment."""
        self.page.get_by_text(text).first.wait_for(state="visible")

    def arrives_at(self, title: str) -> None:
        """The page of this title is there, now or in a moment: a click does not wait for the page it leads to."""
        self.page.get_by_role("heading", level=1, name=title, exact=True).wait_for()

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.site.url)
