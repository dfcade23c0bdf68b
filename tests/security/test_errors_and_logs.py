"""What goes wrong tells the visitor nothing, and the log everything, in lines that nobody can forge."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from inspector import InspectingClient, soup, text_of
from security.failing_urls import SECRET

from bezpiecznik.accounts.models import User
from bezpiecznik.config.logs import Line
from bezpiecznik.core.redaction import HideTokens


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the server would write."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Line())
    logger = logging.getLogger("django")
    logger.addHandler(handler)
    yield written
    logger.removeHandler(handler)


@pytest.fixture
def failing(settings: Any) -> None:
    settings.ROOT_URLCONF = "security.failing_urls"


def test_an_unexpected_error_shows_a_page_without_a_word_of_what_happened(
    client: InspectingClient, failing: None, coordinator: User, log: io.StringIO
) -> None:
    client.raise_request_exception = False
    response = client.as_(coordinator).get("/praca/pada/")

    assert response.status_code == 500
    assert "Coś poszło nie tak" in response.content.decode()
    for leak in (SECRET, "RuntimeError", "Traceback", "failing_urls"):
        assert leak not in response.content.decode()
    assert SECRET in log.getvalue()  # the person who mends it has to know


def test_when_the_database_is_gone_a_sentence_is_still_said(
    client: InspectingClient, failing: None, coordinator: User
) -> None:
    def gone(*_args: Any) -> None:
        raise OperationalError(SECRET)

    client.raise_request_exception = False
    client.as_(coordinator)
    with connection.execute_wrapper(gone):
        response = client.get("/praca/")

    assert response.status_code == 500
    assert response.content.decode() == "Serwis jest chwilowo niedostępny. Spróbuj ponownie za kilka minut."


@pytest.mark.parametrize("host", ["zly.example", "testserver.zly.example", "testserver@zly.example"])
def test_a_foreign_host_name_is_refused_and_not_repeated(client: InspectingClient, db: None, host: str) -> None:
    """Links of e-mails and redirects are made with the name of the host."""
    response = client.get("/", headers={"Host": host})

    assert response.status_code == 400
    assert "zly.example" not in response.content.decode()


def test_a_typed_address_makes_one_line_of_the_log_whatever_it_holds(db: None, log: io.StringIO) -> None:
    Client().get("/nie-ma%0A2026-01-01T00:00:00Z%20WARNING%20django.request%20wszystko%20dobrze%E2%80%A8koniec%1b[2J")

    [line] = log.getvalue().splitlines()
    assert "WARNING django.request person=- address=127.0.0.1" in line
    assert "\x1b" not in line


def test_the_words_of_an_error_cannot_pass_for_an_event() -> None:
    try:
        raise ValueError("zły\n2026-01-01T00:00:00Z CRITICAL django.request przejęto")
    except ValueError as problem:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "nie\nudało się", (), (ValueError, problem, None))

    first, *rest = Line().format(record).splitlines()
    assert first.endswith('ERROR x "nie\\nudało się"')
    assert all(line.startswith("| ") for line in rest)


def test_a_door_tried_by_a_stranger_is_logged_with_the_key_of_the_account(
    client: InspectingClient, neighbour: User, log: io.StringIO
) -> None:
    assert client.as_(neighbour).get("/administracja/").status_code == 404

    [line] = log.getvalue().splitlines()
    assert f"person={neighbour.pk} address=127.0.0.1" in line
    assert "/administracja/" in line
    assert neighbour.last_name not in line


def test_a_form_without_its_token_is_logged(coordinator: User, log: io.StringIO) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")
    response = client.post("/konto/wylogowanie/")

    assert response.status_code == 403
    assert "django.security.csrf" in log.getvalue()


def test_the_page_of_a_refusal_names_no_rule_of_ours(client: InspectingClient, reporter: User) -> None:
    response = client.as_(reporter).get("/administracja/")

    assert text_of_page(response) == "Nie ma takiej strony"


def text_of_page(response: Any) -> str:
    heading = soup(response).h1
    assert heading is not None
    return text_of(heading)


def test_a_failed_sign_in_is_logged_without_what_was_typed(
    client: InspectingClient, reporter: User, log: io.StringIO
) -> None:
    client.post("/konto/logowanie/", {"username": reporter.email, "login": reporter.email, "password": "tajne-slowo"})

    [line] = [line for line in log.getvalue().splitlines() if "django.security.sign_in" in line]
    assert 'person=- address=127.0.0.1 "Sign-in failed"' in line
    assert reporter.email not in log.getvalue()
    assert "tajne-slowo" not in log.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/konto/zaproszenie/MQ:1abc:Zm9vYmFyYmF6/", "/konto/nowe-haslo/MQ/cx7q2l-9a8b7c6d5e4f/"]
)
def test_the_secret_of_a_mailed_address_does_not_stand_in_the_log(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A form without its token, and a slip in the address: the framework logs the path of both."""
    caplog.handler.addFilter(HideTokens())
    with caplog.at_level(logging.WARNING):
        Client(enforce_csrf_checks=True).post(address)
        Client().get(f"{address}a/czego-nie-ma/")
    told = [record.getMessage() for record in caplog.records]

    assert len(told) == 2
    assert address.strip("/").rpartition("/")[2] not in str(told)
