"""To whom a weakness is reported, where those who look for it look."""

from inspector import InspectingClient

from bezpiecznik.core import clock
from bezpiecznik.core.models import OptionValue

ADDRESS = "/.well-known/security.txt"


def test_as_long_as_nobody_is_named_there_is_no_file(client: InspectingClient, db: None) -> None:
    assert client.get(ADDRESS).status_code == 404


def test_the_file_names_the_contact_and_does_not_expire_unread(client: InspectingClient, db: None) -> None:
    OptionValue.objects.create(key="portal.security_contact", value="cert@miasto.example")
    response = client.get(ADDRESS)
    lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines())

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert lines["Contact"] == "mailto:cert@miasto.example"
    assert lines["Expires"] > f"{clock.now():%Y-%m-%d}"
    assert lines["Canonical"] == "http://testserver/.well-known/security.txt"
