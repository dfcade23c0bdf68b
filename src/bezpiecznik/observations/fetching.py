"""One address of the internet, fetched carefully: only http(s), only public addresses, so many bytes, so many seconds.

Names are resolved once and the connection goes to the address that was checked, so that a name that answers otherwise
the second time gains nothing. Each redirection is checked anew. Proxies of the environment are not used.
"""

import http.client
import io
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from math import inf
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

from django.conf import settings
from django.utils.translation import gettext as _

TIMEOUT_SECONDS, WHOLE_SECONDS = 15, 40
MOST_BYTES = 3_000_000
CHUNK = 65_536
NOT_MODIFIED = 304
AGENT = "Bezpiecznik (kanały RSS)"
V4_BEHIND_V6 = ipaddress.ip_network("64:ff9b::/96")


class NotFetched(Exception):
    """It could not be fetched; the message is a sentence for the office."""


@dataclass(frozen=True)
class Fetched:
    """What came; `content` is None where nothing has changed since the last time."""

    content: bytes | None
    content_type: str = ""
    etag: str = ""
    modified: str = ""


def fetch(address: str, *, etag: str = "", modified: str = "") -> Fetched:
    """The content behind the address, unless it is as it was by ETag or Last-Modified. Raises NotFetched."""
    _refuse_scheme(address)
    told = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {"User-Agent": AGENT.encode("ascii", "ignore").decode(), "Accept-Encoding": "identity"}
    request = Request(address, headers=headers | {name: value for name, value in told.items() if value})  # noqa: S310 (scheme checked above)
    try:
        with _opener(time.monotonic() + WHOLE_SECONDS).open(request) as answer:
            content = _read(answer)
            return Fetched(content, answer.headers.get("Content-Type", ""), *_validators(answer.headers))
    except HTTPError as problem:
        if problem.code == NOT_MODIFIED:
            return Fetched(None, "", etag, modified)
        raise NotFetched(_("Serwer odpowiedział kodem %(code)s.") % {"code": problem.code}) from problem
    except TimeoutError as problem:
        raise NotFetched(_("Serwer nie odpowiedział w porę.")) from problem
    except URLError as problem:
        raise NotFetched(_sentence(problem.reason)) from problem
    except (OSError, http.client.HTTPException, ValueError) as problem:
        raise NotFetched(_sentence(problem)) from problem


def _sentence(problem: Any) -> str:
    if isinstance(problem, TimeoutError):
        return _("Serwer nie odpowiedział w porę.")
    if isinstance(problem, socket.gaierror):
        return _("Nie ma serwera o tej nazwie.")
    if isinstance(problem, ssl.SSLError):
        return _("Certyfikat serwera jest nieprawidłowy.")
    return _("Nie udało się połączyć z serwerem (%(problem)s).") % {"problem": type(problem).__name__}


def _validators(headers: Any) -> tuple[str, str]:
    """Too long ones are left out: half of one would never agree."""
    etag, modified = headers.get("ETag", ""), headers.get("Last-Modified", "")
    return etag if len(etag) <= 300 else "", modified if len(modified) <= 100 else ""


def _read(answer: http.client.HTTPResponse) -> bytes:
    pieces, size = [], 0
    while piece := answer.read(CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            raise NotFetched(_("Kanał jest za duży: ma ponad %(most)s MB.") % {"most": MOST_BYTES // 1_000_000})
    return b"".join(pieces)


def _refuse_scheme(address: str) -> None:
    if urlsplit(address).scheme.lower() not in {"http", "https"}:
        raise NotFetched(_("Adres musi zaczynać się od http:// albo https://."))


def is_public(address: str) -> bool:
    """Whether the (numeric) address is one of the internet, not of this machine or of a network behind it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in V4_BEHIND_V6:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _left(until: float) -> float:
    """How long one wait may last. Raises NotFetched where the whole of the time is over."""
    left = until - time.monotonic()
    if left <= 0:
        raise NotFetched(_("Serwer odpowiada za wolno."))
    return min(left, TIMEOUT_SECONDS)


def _connect(host: str, port: int, until: float) -> socket.socket:
    """A connection to the first public address of the host. Raises NotFetched where it has another one too."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not settings.FETCH_PRIVATE_ADDRESSES and not all(is_public(str(place[0])) for *_rest, place in found):
        raise NotFetched(_("Ten adres prowadzi do sieci wewnętrznej, więc go nie otwieramy."))
    problem: OSError = OSError()
    for family, kind, protocol, _name, place in found:
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(_left(until))
            connection.connect(place)
        except OSError as refused:
            connection.close()
            problem = refused
        else:
            return connection
    raise problem


class _Reader(io.RawIOBase):
    """What the server sends, headers and content alike, each piece waited for no longer than there is time left."""

    def __init__(self, connection: socket.socket, until: float) -> None:
        self.connection, self.until = connection, until
        self.raw = connection.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self.connection.settimeout(_left(self.until))
        return self.raw.readinto(buffer)

    def close(self) -> None:
        self.raw.close()
        super().close()


class _Hurried:
    """A connection that is read through `_Reader`; all else it does by itself."""

    def __init__(self, connection: socket.socket, until: float) -> None:
        self.connection, self.until = connection, until

    def makefile(self, _mode: str) -> IO[bytes]:
        return io.BufferedReader(_Reader(self.connection, self.until))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)


class _Plain(http.client.HTTPConnection):
    def __init__(self, host: str, *, until: float = inf, **more: Any) -> None:
        super().__init__(host, **more)
        self.until = until

    def connect(self) -> None:
        self.sock: Any = _Hurried(_connect(self.host, self.port, self.until), self.until)


class _Secure(http.client.HTTPSConnection):
    def __init__(self, host: str, *, until: float = inf, **more: Any) -> None:
        super().__init__(host, **more)
        self.until = until

    def connect(self) -> None:
        plain = _connect(self.host, self.port, self.until)
        plain.settimeout(_left(self.until))
        safe = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        self.sock: Any = _Hurried(safe, self.until)


class _PlainHandler(HTTPHandler):
    def __init__(self, until: float) -> None:
        super().__init__()
        self.until = until

    def http_open(self, req: Request) -> Any:
        return self.do_open(_Plain, req, until=self.until)


class _SecureHandler(HTTPSHandler):
    def __init__(self, until: float) -> None:
        super().__init__()
        self.until = until

    def https_open(self, req: Request) -> Any:
        return self.do_open(_Secure, req, until=self.until)


class _Redirects(HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(self, req: Request, *told: Any) -> Request | None:
        """`told` ends with the new address."""
        _refuse_scheme(told[-1])
        return super().redirect_request(req, *told)


def _opener(until: float) -> OpenerDirector:
    """Knows http and https and nothing else: no files, no FTP, no proxy. All it does ends by then, or not at all."""
    opener, known = OpenerDirector(), (_PlainHandler(until), _SecureHandler(until), _Redirects())
    for handler in (*known, HTTPErrorProcessor(), HTTPDefaultErrorHandler()):
        opener.add_handler(handler)
    return opener
