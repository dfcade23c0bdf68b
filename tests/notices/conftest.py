"""A mail server that takes everything, a quiet Thursday noon, and two kinds of message: a duty and a piece of news."""

from collections.abc import Iterator
from typing import Any

import pytest
from quiet_noon import NOON
from stand_ins import SmtpServer

from bezpiecznik.core import clock
from bezpiecznik.notices import kinds
from bezpiecznik.notices.kinds import Kind


@pytest.fixture(autouse=True)
def _thursday_noon() -> Iterator[None]:
    with clock.pretend(NOON):
        yield


@pytest.fixture(autouse=True)
def duty(monkeypatch: pytest.MonkeyPatch) -> Kind:
    """Beside the kinds of the house, whose wording may change."""
    monkeypatch.setattr(kinds, "KINDS", kinds.KINDS.copy())
    for module in ("services", "queries", "forms", "views"):
        monkeypatch.setattr(f"bezpiecznik.notices.{module}.KINDS", kinds.KINDS)
    words = {"subject": "Zadanie: {{ what }}", "body": "Dzień dobry,\n\nproszę o {{ what }}.", "act": "Otwórz"}
    return kinds.register(Kind("test.duty", "Zadanie próbne", variables={"what": "rzecz"}, **words))


@pytest.fixture(autouse=True)
def news(duty: Kind) -> Kind:
    words = {"subject": "Nowina: {{ what }}", "body": "Stało się: {{ what }}."}
    return kinds.register(Kind("test.news", "Nowina próbna", variables={"what": "rzecz"}, duty=False, **words))


@pytest.fixture
def alarm(duty: Kind) -> Kind:
    """Urgent."""
    return kinds.register(Kind("test.alarm", "Alarm próbny", subject="Alarm", body="Alarm!", urgent=True))


@pytest.fixture
def smtp(settings: Any) -> Iterator[SmtpServer]:
    """The mail server of the house."""
    with SmtpServer() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 5
        settings.DEFAULT_FROM_EMAIL = "bezpiecznik@zatorzyn.example"
        settings.BOUNCE_ADDRESS = "odbicia@zatorzyn.example"
        settings.SITE_URL = "https://program.zatorzyn.example/"
        yield server
