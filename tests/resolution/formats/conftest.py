"""Reading of a file opens no connection, whatever the file asks for."""

import socket
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Nothing may be fetched: a socket that is opened fails the test."""
    opened: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *where: opened.append(where))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *where, **more: opened.append(where))
    yield opened
    assert opened == []
