"""Signing in through an outer provider of identity: a real one, in a process of its own, in the browser."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from e2e import oidc_provider
from e2e.installation import Site, free_port
from e2e.visitor import Visitor

from bezpiecznik.accounts.demo import DOMAIN

pytestmark = pytest.mark.browser

PEOPLE = {
    "anna": {"email": f"anna.bezpieczna@{DOMAIN}", "email_verified": True},
    "tomasz": {"email": f"tomasz.informatyk@{DOMAIN}", "email_verified": False},
    "piotr": {"email": f"piotr.radny@{DOMAIN}", "email_verified": True},
    "obca": {"email": "obca@miasto.example", "email_verified": True},
}


@pytest.fixture(scope="module")
def site(people_home: Path) -> Iterator[Site]:
    """The cast, and a provider that knows some of them; Piotr's account is switched off."""
    port = free_port()
    with oidc_provider.running(f"http://127.0.0.1:{port}", PEOPLE) as provider:
        site = Site(port=port, more={"OIDC_PROVIDERS": str(provider.configuration)})
        shutil.copytree(people_home, site.home, dirs_exist_ok=True)
        write(site, "UPDATE accounts_user SET is_active = 0 WHERE email = ?", f"piotr.radny@{DOMAIN}")
        site.start()
        yield site
        site.stop()


def write(site: Site, statement: str, *values: str) -> None:
    with sqlite3.connect(site.home / "bezpiecznik.sqlite3") as database:
        database.execute(statement, values)
    database.close()


def go(visitor: Visitor, who: str) -> None:
    """From our page to the provider, as this person there, and back."""
    visitor.open("/konto/logowanie/?next=/konto/bezpieczenstwo/")
    visitor.follow(f"Zaloguj się przez: {oidc_provider.NAME}")
    visitor.press(who)


def test_a_person_known_by_a_verified_address_is_let_in_and_known_by_identity_from_then_on(
    site: Site, visit: Callable[..., Visitor]
) -> None:
    anna = visit(site)
    go(anna, "anna")
    anna.page.wait_for_url("**/konto/bezpieczenstwo/")
    anna.sees(oidc_provider.NAME)
    anna.look("konto-bezpieczenstwo-dostawca")
    write(site, "UPDATE accounts_user SET email = ? WHERE email = ?", f"inna@{DOMAIN}", f"anna.bezpieczna@{DOMAIN}")

    again = visit(site)
    go(again, "anna")

    again.page.wait_for_url("**/konto/bezpieczenstwo/")
    again.sees(f"inna@{DOMAIN}")
    assert site.count("socialaccount_socialaccount") == 1
    lines = [row[0] for row in site.rows("SELECT sentence FROM core_journalentry WHERE event LIKE 'accounts.%'")]
    assert lines.count("Połączono konto z tożsamością u dostawcy logowania") == 1
    assert lines.count("Zalogowano") == 2


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("obca", "W Bezpieczniku nie ma konta o adresie obca@miasto.example."),
        ("tomasz", "Dostawca logowania nie potwierdził Twojego adresu e-mail."),
        ("piotr", "Twoje konto w Bezpieczniku jest wyłączone."),
    ],
)
def test_nobody_else_is_let_in_and_learns_why(site: Site, visit: Callable[..., Visitor], who: str, why: str) -> None:
    visitor = visit(site)
    go(visitor, who)

    visitor.arrives_at("Nie udało się zalogować")
    visitor.sees(why)
    if who == "obca":  # the page is the same, but for its sentence
        visitor.complaints.clear()  # the browser notes the status 403
        visitor.look("logowanie-odmowa")
    assert site.rows("SELECT count(*) FROM accounts_user WHERE email LIKE 'obca%'") == [(0,)]
    visitor.page.goto(f"{site.url}/praca/")
    visitor.arrives_at("Zaloguj się")


def answer_kept_back(visitor: Visitor, who: str) -> str:
    """The address with which the provider sends the browser back, not opened."""
    visitor.open("/konto/logowanie/")
    visitor.follow(f"Zaloguj się przez: {oidc_provider.NAME}")
    browser = visitor.context.request
    entered = browser.post(visitor.page.url, form={"name": who}, max_redirects=0)
    sent_back = browser.get(urljoin(visitor.page.url, entered.headers["location"]), max_redirects=0)
    return sent_back.headers["location"]


@pytest.mark.parametrize("change", ["state=inny-stan", "code=inny-kod"])
def test_a_tampered_answer_of_the_provider_opens_nothing(
    site: Site, visit: Callable[..., Visitor], change: str
) -> None:
    visitor, name = visit(site), change.partition("=")[0]
    place, _mark, query = answer_kept_back(visitor, "anna").partition("?")
    kept = [part for part in query.split("&") if not part.startswith(f"{name}=")]

    visitor.page.goto(f"{place}?{'&'.join([*kept, change])}")

    visitor.arrives_at("Nie udało się zalogować")
    visitor.sees("Odpowiedzi dostawcy logowania nie można przyjąć")


def test_an_answer_meant_for_another_browser_opens_nothing(site: Site, visit: Callable[..., Visitor]) -> None:
    """Whoever lures a colleague to the end of their own sign-in does not sign them in as themselves."""
    lurer, lured = visit(site), visit(site)
    answer = answer_kept_back(lurer, "anna")

    lured.page.goto(answer)

    lured.arrives_at("Nie udało się zalogować")
    lured.page.goto(f"{site.url}/praca/")
    lured.arrives_at("Zaloguj się")
