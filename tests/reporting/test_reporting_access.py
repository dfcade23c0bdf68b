"""Each page and each button of the room, tried by everyone: whose it is, who may only look, who learns nothing."""

import pytest
from django.urls import NoReverseMatch, reverse
from inspector import InspectingClient

from bezpiecznik.accounts.models import User
from bezpiecznik.reporting.models import Entry, Packet

PEOPLE = ("coordinator", "reporter", "head", "neighbour", "member", "administrator", "guest")
Q, P = 404, 403
PAGES = {
    # name of the address:        coordinator reporter head neighbour member administrator guest
    "reporting:periods":          (200, Q, Q, Q, 200, Q, Q),
    "reporting:plan-period":      (200, Q, Q, Q, Q, Q, Q),
    "reporting:open-period":      (200, Q, Q, Q, P, Q, Q),
    "reporting:close-period":     (200, Q, Q, Q, P, Q, Q),
    "reporting:matrix":           (200, Q, Q, Q, 200, Q, Q),
    "reporting:queue":            (200, Q, Q, Q, Q, Q, Q),
    "reporting:my-packets":       (Q, 200, 200, 200, Q, Q, Q),
    "reporting:packet":           (200, 200, 200, Q, 200, Q, Q),
    "reporting:print-packet":     (200, 200, 200, Q, 200, Q, Q),
    "reporting:version":          (200, 200, 200, Q, 200, Q, Q),
    "reporting:review":           (200, P, P, Q, P, Q, Q),
}  # fmt: skip
BUTTONS = {
    "reporting:renew-obligations": (302, Q, Q, Q, P, Q, Q),
    "reporting:save-entry":       (P, 200, P, Q, P, Q, Q),
    "reporting:reuse-text":       (P, 200, P, Q, P, Q, Q),
    "reporting:hand-over":        (P, 302, P, Q, P, Q, Q),
    "reporting:take-back":        (P, 302, 302, Q, P, Q, Q),
    "reporting:submit-packet":    (P, 200, P, Q, P, Q, Q),
    "reporting:sign-packet":      (P, P, 302, Q, P, Q, Q),
    "reporting:accept-packet":    (302, P, P, Q, P, Q, Q),
    "reporting:return-packet":    (200, P, P, Q, P, Q, Q),
    "reporting:reopen-packet":    (200, P, P, Q, P, Q, Q),
}  # fmt: skip


@pytest.fixture
def people(request: pytest.FixtureRequest) -> list[User]:
    return [request.getfixturevalue(name) for name in PEOPLE]


class Address:
    def __init__(self, packet: Packet, entry: Entry) -> None:
        self.packet, self.entry = packet, entry

    def of(self, name: str) -> str:
        of_period = {"open-period", "close-period", "matrix", "renew-obligations"}
        of_entry = {"save-entry", "reuse-text"}
        short = name.removeprefix("reporting:")
        if short == "version":
            return reverse(name, args=(self.packet.pk, 1))
        pk = self.packet.period_id if short in of_period else self.entry.pk if short in of_entry else self.packet.pk
        try:
            return reverse(name, args=(pk,))
        except NoReverseMatch:
            return reverse(name)


@pytest.fixture
def address(sent: Packet, entry: Entry) -> Address:
    return Address(sent, entry)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_to_whom_it_belongs(
    client: InspectingClient, people: list[User], address: Address, name: str
) -> None:
    answers = [client.as_(person).get(address.of(name)).status_code for person in people]

    assert dict(zip(PEOPLE, answers, strict=True)) == dict(zip(PEOPLE, PAGES[name], strict=True))


@pytest.mark.parametrize("name", BUTTONS)
def test_a_button_acts_for_whom_it_belongs(
    client: InspectingClient, people: list[User], address: Address, name: str
) -> None:
    answers = [client.as_(person).post(address.of(name)).status_code for person in people]

    assert dict(zip(PEOPLE, answers, strict=True)) == dict(zip(PEOPLE, BUTTONS[name], strict=True))


@pytest.mark.parametrize("name", [*PAGES, *BUTTONS])
def test_a_stranger_is_sent_to_sign_in(client: InspectingClient, address: Address, name: str) -> None:
    response = client.get(address.of(name))

    assert (response.status_code, "/konto/" in response.headers.get("Location", "")) == (302, True)


@pytest.mark.parametrize("name", BUTTONS)
def test_a_button_is_not_a_link(client: InspectingClient, address: Address, coordinator: User, name: str) -> None:
    assert client.as_(coordinator).get(address.of(name)).status_code == 405


def test_a_member_does_not_see_what_was_never_sent(client: InspectingClient, packet: Packet, member: User) -> None:
    assert client.as_(member).get(packet.get_absolute_url()).status_code == 404
