"""A second factor in the browser: asked for by role, added, used, lost. The key is Chromium's virtual one."""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from e2e.installation import Site
from e2e.visitor import Visitor

from bezpiecznik.accounts.demo import DOMAIN, PASSWORD

pytestmark = pytest.mark.browser

PERIOD = 30
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True,
    "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(scope="module")
def site(people_home: Path) -> Iterator[Site]:
    """The cast where a second factor is asked for; by name, for a key does not work at a bare number of a host."""
    site = Site(more={"SECOND_FACTOR_REQUIRED": "True"}, host="localhost")
    shutil.copytree(people_home, site.home, dirs_exist_ok=True)
    site.start()
    yield site
    site.stop()


def enter(visitor: Visitor, email: str) -> None:
    """By the form, as anybody does."""
    visitor.open("/konto/logowanie/")
    visitor.page.locator("#id_username").fill(f"{email}@{DOMAIN}")
    visitor.page.locator("#id_password").fill(PASSWORD)
    visitor.press("Zaloguj się")


def code_of(secret: str, later: int = 0) -> str:
    """The code that the application shows now, or `later` periods from now."""
    return str(format_hotp_value(hotp_value(secret.replace(" ", ""), int(time.time()) // PERIOD + later)))


def give_code(visitor: Visitor, code: str) -> None:
    visitor.page.locator("#id_code").fill(code)
    visitor.press("Potwierdź")


def leave(visitor: Visitor) -> None:
    visitor.press("Wyloguj się")
    visitor.sees("Wylogowano.")


def test_a_coordinator_adds_an_application_and_signs_in_by_its_code_and_by_a_recovery_code(
    site: Site, visit: Callable[..., Visitor]
) -> None:
    anna = visit(site)
    enter(anna, "anna.bezpieczna")
    anna.page.wait_for_url("**/konto/bezpieczenstwo/")  # nothing else opens yet
    anna.sees("Najpierw dodaj drugi składnik")
    anna.look("konto-bezpieczenstwo-wymagane")
    anna.open("/praca/program/")
    assert anna.path == "/konto/bezpieczenstwo/"

    anna.follow("Dodaj aplikację z kodami")
    anna.look("konto-aplikacja")
    secret = anna.page.locator("code.secret").inner_text()
    anna.page.get_by_label("Kod z aplikacji").fill(code_of(secret))
    anna.press("Dodaj aplikację")
    anna.sees("Zachowaj je teraz")
    anna.look("konto-kody-zapasowe")
    codes = anna.page.locator(".codes code").all_inner_texts()
    assert len(codes) == 10
    with anna.page.expect_download() as file:
        anna.press("Pobierz jako plik")
    assert all(code in file.value.path().read_text() for code in codes)
    anna.press("Mam je zachowane")
    anna.open("/konto/kody-zapasowe/")
    assert anna.page.locator(".codes code").count() == 0
    anna.open("/praca/")

    leave(anna)
    enter(anna, "anna.bezpieczna")
    anna.sees("Hasło się zgadza.")
    anna.look("logowanie-drugi-skladnik")
    give_code(anna, "000000")
    anna.sees("Kod jest niepoprawny")
    give_code(anna, code_of(secret, later=1))
    anna.page.wait_for_url("**/praca/")

    leave(anna)
    enter(anna, "anna.bezpieczna")
    give_code(anna, codes[0])
    anna.page.wait_for_url("**/praca/")

    leave(anna)
    enter(anna, "anna.bezpieczna")
    give_code(anna, codes[0])
    anna.sees("Kod jest niepoprawny albo już był użyty.")


def with_key(visitor: Visitor) -> Any:
    devices = visitor.context.new_cdp_session(visitor.page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return devices


def test_an_administrator_adds_a_key_and_signs_in_by_it(site: Site, visit: Callable[..., Visitor]) -> None:
    tomasz = visit(site)
    devices = with_key(tomasz)
    enter(tomasz, "tomasz.informatyk")
    tomasz.follow("Dodaj klucz")
    tomasz.look("konto-klucz")
    tomasz.page.get_by_label("Nazwa klucza").fill("czytnik palca")
    tomasz.press("Dodaj klucz")
    tomasz.sees("Dodano klucz.")
    tomasz.press("Mam je zachowane")
    tomasz.sees(re.compile("Klucz: czytnik palca"))
    tomasz.look("konto-bezpieczenstwo-klucz")
    tomasz.follow("Pokaż sesje")
    tomasz.sees("ta przeglądarka")
    tomasz.look("konto-sesje")

    leave(tomasz)
    enter(tomasz, "tomasz.informatyk")
    tomasz.look("logowanie-klucz")
    tomasz.press("Użyj klucza")
    tomasz.page.wait_for_url("**/praca/")

    leave(tomasz)
    enter(tomasz, "tomasz.informatyk")
    devices.send("WebAuthn.disable")  # a browser without the key
    tomasz.page.locator("#id_code").wait_for()
    tomasz.open("/praca/program/")
    tomasz.arrives_at("Zaloguj się")


def test_a_member_needs_no_second_factor_and_the_password_can_be_seen_while_typed(
    site: Site, visit: Callable[..., Visitor]
) -> None:
    piotr = visit(site)
    piotr.open("/konto/logowanie/")
    field = piotr.page.locator("#id_password")
    field.fill("na oczach")
    piotr.press("Pokaż hasło")
    assert field.get_attribute("type") == "text"
    piotr.look("logowanie-widoczne-haslo")

    enter(piotr, "piotr.radny")

    piotr.page.wait_for_url("**/praca/")
