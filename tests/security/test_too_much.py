"""Too many requests and too many bytes: refused before they cost anything."""

import stat
from pathlib import Path
from typing import Any

import pytest
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts import pace
from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.core.limits import TooMany
from bezpiecznik.core.models import Job
from bezpiecznik.files.services import store


def statuses(client: InspectingClient, url: str, times: int) -> list[int]:
    return [client.get(url).status_code for _time in range(times)]


@pytest.mark.parametrize(
    ("url", "limit"), [("/praca/dokumenty/?export=csv", pace.EXPORT), ("/praca/program/dzialania/?q=a", pace.SEARCH)]
)
def test_costly_pages_have_a_limit_per_person(
    client: InspectingClient, counted: None, coordinator: User, member: User, programme: Any, url: str, limit: Any
) -> None:
    client.as_(coordinator)
    assert statuses(client, url, limit.times) == [200] * limit.times

    refused = client.get(url)
    assert refused.status_code == 429
    assert refused["Retry-After"] == "60"
    assert text_of(soup(refused).h1) == "Za dużo próśb naraz"
    assert client.get(url.partition("?")[0]).status_code == 200  # the list itself still opens
    assert InspectingClient().as_(member).get(url).status_code == 200  # a colleague is not kept waiting


def test_a_visitor_is_counted_by_address(client: InspectingClient, counted: None, programme: Any) -> None:
    url = "/szukaj/?q=patrole"
    assert statuses(client, url, pace.SEARCH.times + 1)[-2:] == [200, 429]
    assert client.get(url, REMOTE_ADDR="198.51.100.7").status_code == 200


def test_a_person_cannot_fill_the_queue(coordinator: User, member: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(jobs.KINDS, "core.nothing", lambda _job: "")
    monkeypatch.setattr(jobs, "MOST_AT_ONCE", 3)
    for _time in range(3):
        jobs.start("core.nothing", title="nic", by=coordinator)

    with pytest.raises(TooMany):
        jobs.start("core.nothing", title="nic", by=coordinator)
    jobs.start("core.nothing", title="nic", by=member)
    assert Job.objects.count() == 4


def test_a_form_that_announces_gigabytes_is_refused_unread(client: InspectingClient, db: None) -> None:
    """Anybody can send it, to any page: the token is looked for in the form, so the form is taken in."""
    body = b'--x\r\nContent-Disposition: form-data; name="plik"; filename="a"\r\n\r\n0\r\n--x--\r\n'
    response = client.generic(
        "POST", "/konto/logowanie/", body, content_type="multipart/form-data; boundary=x", CONTENT_LENGTH="3000000000"
    )

    assert response.status_code == 400
    assert text_of(soup(response).h1) == "Tej prośby nie można przyjąć"


def test_a_stored_file_is_for_our_account_alone(db: None, settings: Any) -> None:
    stored = store(b"tajne", media_type="text/plain")
    path = Path(stored.content.path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.name == stored.sha256  # whatever the file was called by whoever sent it
