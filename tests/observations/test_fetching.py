"""Fetching an address: only of the web, only public, so much, so long."""

import socket
import time
from typing import Any

import pytest
from http_stand_in import WebServer

from bezpiecznik.observations import fetching
from bezpiecznik.observations.fetching import NotFetched, fetch, is_public


@pytest.fixture
def at_home(settings: Any) -> None:
    settings.FETCH_PRIVATE_ADDRESSES = True


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.5", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.1", "100.64.0.1", "224.0.0.1",
     "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"],
)  # fmt: skip
def test_addresses_of_this_machine_and_of_inner_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "193.0.0.1", "2a00:1450:4001::200e", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are(address: str) -> None:
    assert is_public(address)


def test_a_private_address_is_refused_before_anything_is_sent() -> None:
    with WebServer() as server:
        with pytest.raises(NotFetched, match="sieci wewnętrznej"):
            fetch(server.url())
        assert server.asked == []


def test_a_name_with_one_inner_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: told)
    with pytest.raises(NotFetched, match="sieci wewnętrznej"):
        fetch("http://gazeta.example/rss")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://gazeta.example/", "gopher://x", "data:text/plain,x", "x"]
)
def test_only_addresses_of_the_web_are_opened(address: str) -> None:
    with pytest.raises(NotFetched, match="http"):
        fetch(address)


@pytest.mark.usefixtures("at_home")
def test_what_has_not_changed_is_not_sent_again() -> None:
    with WebServer() as server:
        server.pages["/rss"] = (200, {"ETag": '"1"', "Last-Modified": "x", "Content-Type": "text/xml"}, b"tak")
        first = fetch(server.url())
        assert (first.content, first.content_type, first.etag) == (b"tak", "text/xml", '"1"')
        again = fetch(server.url(), etag=first.etag, modified=first.modified)
        assert (again.content, again.etag, again.modified) == (None, '"1"', "x")
        assert server.asked[1][1]["If-Modified-Since"] == "x"


@pytest.mark.usefixtures("at_home")
def test_a_redirection_is_followed_within_the_web_alone() -> None:
    with WebServer() as server:
        server.pages["/rss"] = (200, {}, b"tak")
        server.pages["/stary"] = (301, {"Location": server.url()}, b"")
        server.pages["/plik"] = (302, {"Location": "file:///etc/passwd"}, b"")
        server.pages["/petla"] = (302, {"Location": server.url("/petla")}, b"")
        assert fetch(server.url("/stary")).content == b"tak"
        for path in ("/plik", "/petla", "/nie-ma"):
            with pytest.raises(NotFetched):
                fetch(server.url(path))
        assert len([path for path, _headers in server.asked if path == "/petla"]) <= 7


def test_a_redirection_into_the_house_is_refused(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first address passes for public, the second one is looked at anew."""
    seen: list[str] = []

    def public_once(address: str) -> bool:
        seen.append(address)
        return len(seen) == 1

    monkeypatch.setattr(fetching, "is_public", public_once)
    with WebServer() as server:
        server.pages["/rss"] = (302, {"Location": server.url("/tajne")}, b"")
        server.pages["/tajne"] = (200, {}, b"tajne")
        with pytest.raises(NotFetched, match="sieci wewnętrznej"):
            fetch(server.url())
        assert [path for path, _headers in server.asked] == ["/rss"]


@pytest.mark.usefixtures("at_home")
def test_too_much_too_slow_and_wrong_answers_are_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 1_000)
    monkeypatch.setattr(fetching, "TIMEOUT_SECONDS", 0.2)
    with WebServer() as server:
        server.pages["/rss"] = (200, {}, b"x" * 5_000)
        server.pages["/blad"] = (500, {}, b"")
        with pytest.raises(NotFetched, match="za duży"):
            fetch(server.url())
        with pytest.raises(NotFetched, match="kodem 500"):
            fetch(server.url("/blad"))
        server.falls_silent_for = 0.5
        with pytest.raises(NotFetched, match="w porę"):
            fetch(server.url())
    with pytest.raises(NotFetched, match="Nie udało się połączyć"):
        fetch(server.url())


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("part", ["headers", "content"])
def test_a_server_that_drips_is_left_in_the_end(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    monkeypatch.setattr(fetching, "WHOLE_SECONDS", 0.3)
    with WebServer() as server:
        server.pages["/rss"] = (200, {"Content-Type": "application/rss+xml"}, b"x" * 100)
        server.drips = part
        began = time.monotonic()
        with pytest.raises(NotFetched, match=r"za wolno|w porę"):
            fetch(server.url())
        assert time.monotonic() - began < 1
