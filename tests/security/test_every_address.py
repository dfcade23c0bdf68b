"""Attacks that are tried on every address of the house, not on a chosen one."""

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from rights_world import World
from test_rights import EXPECTED, address_of, open_link

from bezpiecznik.accounts.models import User
from bezpiecznik.administration.rights_table import VISITORS
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Institution
from bezpiecznik.intake.models import Intake
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting.models import Entry

pytestmark = pytest.mark.one_database

OPEN_TO_ALL = "visitor"
ACTS_WITHOUT_TOKEN = {"notices:unsubscribe"}
"""Where a machine may act: a mail program leaves messages by one click, and the address is the permission."""


HEADERS_OF_THEIR_OWN = {
    "links": {"Referrer-Policy": "strict-origin"},
    "calendars": {"Referrer-Policy": "no-referrer"},
}
"""The address of a one-time link or of a calendar is a secret: our own pages are not told it either. The form of the
first has to tell an origin."""
PICTURES = {"documents:logo", "portal:event-picture", "activities:thumbnail"}
"""Shown inside our pages: drawn anew by us from what was brought, so nothing of it but the picture is left."""


def browser(house: World, role: str, *, checks: bool = False) -> Client:
    client = Client(enforce_csrf_checks=checks)
    if role == "link":
        open_link(client, house)
    elif role != OPEN_TO_ALL:
        client.force_login(house.people[role], backend="django.contrib.auth.backends.ModelBackend")
    return client


def opened(house: World, role: str) -> Iterator[tuple[str, HttpResponse]]:
    """Every address that this role may open, and its answer."""
    client = browser(house, role)
    for (name, method), answers in EXPECTED.items():
        if method == "GET" and answers[role] == "ok":
            with transaction.atomic():
                response = client.get(address_of(name, house))
                if response.streaming:
                    response.getvalue()
                transaction.set_rollback(True)
            yield name, response


Answers = Callable[[str], list[tuple[str, HttpResponse]]]


@pytest.fixture(scope="module")
def answers_of(world: World) -> Answers:
    """What a role was answered everywhere, asked once for all that is to be seen in the answers."""

    @cache
    def ask(role: str) -> list[tuple[str, HttpResponse]]:
        return list(opened(world, role))

    return ask


@pytest.mark.parametrize("role", [role for role in VISITORS if role != OPEN_TO_ALL])
def test_no_post_acts_without_the_token_of_a_form(house: World, role: str) -> None:
    """Another site can make the browser of a signed-in person send a form; it cannot know the token."""
    client, acted = browser(house, role, checks=True), []
    for (name, method), answers in EXPECTED.items():
        if method == "POST" and answers[role] == "ok" and name not in ACTS_WITHOUT_TOKEN:
            with transaction.atomic():
                url = address_of(name, house)
                lines = JournalEntry.objects.count()
                response = client.post(url, {"version": "1"}, headers={"Origin": "https://zly.example"})
                if response.status_code != 403 or JournalEntry.objects.count() != lines:
                    acted.append(f"{name} {response.status_code}")
                transaction.set_rollback(True)

    assert acted == []


@pytest.mark.parametrize("role", ["visitor", "coordinator"])
def test_every_answer_bears_the_headers_that_bind_the_browser(house: World, answers_of: Answers, role: str) -> None:
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    for name, response in answers_of(role):
        expected = wanted | HEADERS_OF_THEIR_OWN.get(name.partition(":")[0], {})
        assert {key: response.get(key) for key in wanted} == expected, name
        policy = response["Content-Security-Policy"]
        for part in ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
            assert part in policy, name
        assert "unsafe" not in policy, name
        assert "camera=()" in response["Permissions-Policy"], name
        assert "Access-Control-Allow-Origin" not in response, name


@pytest.mark.parametrize("role", ["reporter", "coordinator", "administrator"])
def test_nothing_that_a_signed_in_person_opens_is_kept(house: World, answers_of: Answers, role: str) -> None:
    """The next person at the same computer presses the back button and sees nothing."""
    kept = [name for name, response in answers_of(role) if "no-store" not in response.get("Cache-Control", "")]

    assert kept == []


def test_a_page_for_residents_may_be_kept_by_whoever_is_not_signed_in(house: World) -> None:
    assert "Cache-Control" not in browser(house, OPEN_TO_ALL).get("/")


def test_every_answer_says_what_it_is(house: World, answers_of: Answers) -> None:
    """Pages and texts name their encoding; nothing is left to guess."""
    for name, response in answers_of("coordinator"):
        said = response["Content-Type"]
        is_download = response.get("Content-Disposition", "").startswith("attachment")
        assert is_download or not said.startswith("text/") or "charset=utf-8" in said, name


def test_stored_files_are_downloaded_and_never_shown_inside_our_pages(house: World, answers_of: Answers) -> None:
    files = {name: response for name, response in answers_of("coordinator") if response.streaming}

    assert len(files) >= 3
    for name, response in files.items():
        if name in PICTURES:
            assert response["Content-Type"] in {"image/jpeg", "image/png", "image/webp"}, name
        else:
            assert response["Content-Disposition"].startswith("attachment; filename"), name


def test_a_method_that_no_page_uses_is_refused_everywhere(house: World) -> None:
    """TRACE would give back what a browser keeps secret; DELETE is nobody's."""
    client = browser(house, "coordinator")
    for name, _method in EXPECTED:
        for method in ("TRACE", "DELETE"):
            with transaction.atomic():
                response = client.generic(method, address_of(name, house), headers={"X-Secret": "tajne"})
                transaction.set_rollback(True)
            assert response.status_code >= 300, (method, name)
            assert b"tajne" not in response.content, (method, name)


MARKUP = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"


@pytest.mark.parametrize("role", ["reporter", "coordinator", "member"])
def test_markup_typed_anywhere_is_shown_as_text(house: World, role: str) -> None:
    """Every text that people or documents bring is poisoned, and every page opened."""
    for institution in Institution.objects.all():
        Institution.objects.filter(pk=institution.pk).update(
            name=f"{institution.pk} {MARKUP}", abbr=f"<b>{institution.pk}</b>"
        )
    Undertaking.objects.update(wording=MARKUP)
    Entry.objects.update(text=MARKUP)
    User.objects.update(first_name=MARKUP, function=MARKUP)
    Intake.objects.update(file_name=MARKUP)
    Programme.objects.update(title=MARKUP, unit=MARKUP)
    for name, response in opened(house, role):
        if response["Content-Type"].startswith("text/html"):
            page = response.content.decode()
            assert "<script>alert" not in page, name
            assert "<img src=x" not in page, name
            assert not re.search(r"<b>\d+</b>", page), name


ODD = "?q=%00&page=99999999999999999999&sort=-%27%22&export=exe&state=%3Cx&year=-1&programme=1e9&part=../../x&dla=%00"


def test_what_nobody_would_type_is_no_fault_of_the_server(house: World) -> None:
    client = browser(house, "coordinator")
    client.raise_request_exception = False
    for (name, method), answers in EXPECTED.items():
        if method == "GET" and answers["coordinator"] == "ok":
            with transaction.atomic():
                url = address_of(name, house)
                codes = [status(client, url + ODD), status(client, re.sub(r"/\d+/", f"/{10**30}/", url))]
                transaction.set_rollback(True)
            assert max(codes) < 500, (name, codes)


def status(client: Client, url: str) -> int:
    response = client.get(url)
    if response.streaming:
        response.getvalue()  # to its end, so that the file is closed
    return int(response.status_code)


@pytest.mark.parametrize(
    "path", ["/.git/HEAD", "/.git/config", "/static/", "/static/../secret-key", "/static/%2e%2e/%2e%2e/secret-key",
             "/files/", "/var/bezpiecznik.sqlite3", "/admin/", "/static/dist/site.css.map"]
)  # fmt: skip
def test_what_lies_beside_the_pages_is_not_served(db: None, path: str) -> None:
    assert Client().get(path).status_code == 404
