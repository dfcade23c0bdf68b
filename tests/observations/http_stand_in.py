"""A web server of our own on a port of this machine: it answers what it was told, and remembers what it was asked."""

import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        told: WebServer = self.server.told  # type: ignore[attr-defined]
        told.asked.append((self.path, dict(self.headers)))
        status, headers, content = told.pages.get(self.path, (404, {}, b""))
        if self.headers.get("If-None-Match") and self.headers["If-None-Match"] == headers.get("ETag"):
            status, content = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        time.sleep(told.falls_silent_for)
        self._send(content, "content")

    def flush_headers(self) -> None:
        self._send(b"".join(self._headers_buffer), "headers")  # type: ignore[attr-defined]
        self._headers_buffer: list[bytes] = []

    def _send(self, what: bytes, part: str) -> None:
        told: WebServer = self.server.told  # type: ignore[attr-defined]
        pieces = [bytes([byte]) for byte in what] if told.drips == part else [what]
        with suppress(ConnectionError):
            for piece in pieces:
                self.wfile.write(piece)
                time.sleep(0.02 if told.drips == part else 0)

    def log_message(self, *_words: object) -> None:
        """Nothing."""


class WebServer:
    """`server.pages["/rss"] = (200, {"ETag": '"1"'}, b"…")`."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.falls_silent_for = 0.0
        self.drips = ""
        """What comes byte by byte: `headers`, `content`, or nothing."""

    def __enter__(self) -> "WebServer":
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self.server.told = self  # type: ignore[attr-defined]
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.shutdown()
        self.server.server_close()

    def url(self, path: str = "/rss") -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}{path}"
