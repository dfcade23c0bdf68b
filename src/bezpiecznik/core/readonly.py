"""A link opens, a button acts: a GET that tries to write is stopped at the database."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

from bezpiecznik.core import reading

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
WRITING = ("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE")
# Sessions are kept by the framework; expired ones are cleared when they are met.
KEPT_BY_FRAMEWORK = ('"django_session"',)
# A provider of identity sends the browser back by GET (OpenID Connect, response mode "query"), and that signs in: the
# answer is good once, and only for the browser whose session holds its state, its nonce and its PKCE verifier.
ARRIVALS = frozenset({"openid_connect_callback"})


class WriteInGet(RuntimeError):
    """A page opened by a link tried to change data."""


def refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if sql.lstrip().upper().startswith(WRITING) and not any(table in sql for table in KEPT_BY_FRAMEWORK):
        raise WriteInGet(f"A GET must not write. Move this to a POST view: {sql[:200]}")
    return execute(sql, params, many, context)


class ReadOnlyGet:
    """Middleware; wraps the default connection for the time of a safe request, then logs who read what was marked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE_METHODS:
            return self.get_response(request)

        def guard(execute: Callable[..., Any], *question: Any) -> Any:
            """Which view answers is known when it asks the database, not yet when the request comes."""
            arrives = request.resolver_match and request.resolver_match.view_name in ARRIVALS
            return execute(*question) if arrives else refuse_writes(execute, *question)

        with connection.execute_wrapper(guard):
            response = self.get_response(request)
        reading.write(request, response)
        return response
