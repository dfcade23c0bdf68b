"""The link in a browser without JavaScript: looking uses nothing up, opening lets in to one report and nothing else."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from inspector import InspectingClient, soup, text_of
from link_acts import EWA, invite, last_address
from reporting_acts import SIGNED, fill, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.redaction import HideTokens
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.models import Message
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, LinkToken, OneTimeLink, Packet, PacketTransition

pytestmark = pytest.mark.django_db
OVER = "/lacze/koniec/"


@pytest.fixture
def link(packet: Packet, police: Institution, coordinator: User) -> OneTimeLink:
    return invite(police, by=coordinator)


@pytest.fixture
def ewa(link: OneTimeLink, client: InspectingClient) -> InspectingClient:
    """Her browser, after she has opened the link."""
    client.post(last_address())
    return client


def test_looking_any_number_of_times_uses_nothing_up(link: OneTimeLink, client: InspectingClient) -> None:
    address = last_address()
    for _ in range(5):
        assert "Otwórz sprawozdanie" in text_of(client.page(address))
        assert client.head(address).status_code == 200
        assert client.options(address).status_code == 405

    token = LinkToken.objects.get()
    assert token.opened_at is None
    assert not client.session.keys()


def test_the_page_is_discreet(link: OneTimeLink, client: InspectingClient) -> None:
    response = client.get(last_address())
    assert response["Referrer-Policy"] == "strict-origin"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Cache-Control"] == "no-store"
    assert EWA["email"] not in response.content.decode()


def test_opening_leads_to_the_report(link: OneTimeLink, client: InspectingClient, packet: Packet) -> None:
    response = client.post(last_address(), follow=True)
    assert response.redirect_chain == [(packet.get_absolute_url(), 302)]
    page = text_of(soup(response))
    assert "Dzień dobry, Ewa Nowa. To sprawozdanie składa Komenda Miejska Policji." in page
    assert "Zakończ pracę" in page
    assert "Zmień hasło" not in page
    assert "Pulpit" not in page


def test_opening_gives_a_session_of_a_new_key(link: OneTimeLink, client: InspectingClient, neighbour: User) -> None:
    """Whoever was signed in on this computer is so no more."""
    client.as_(neighbour)
    before = client.session.session_key
    client.post(last_address())
    assert client.session.session_key not in {None, before}
    assert "_auth_user_id" not in client.session


def test_opening_needs_the_token_of_the_form(link: OneTimeLink) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(last_address()).status_code == 403
    assert LinkToken.objects.get().opened_at is None


def test_a_used_address_looks_like_one_that_never_was(link: OneTimeLink, client: InspectingClient) -> None:
    used, unknown = last_address(), f"/lacze/{'x' * 43}/"
    client.post(used)
    other = InspectingClient()
    for address in (used, unknown):
        page = other.page(address)
        assert "To łącze już nie działa" in text_of(page)
        assert page.find("button", string="Wyślij mi nowe łącze")
        assert "Komenda" not in text_of(page)
        assert "To łącze już nie działa" in text_of(soup(other.post(address)))


@pytest.mark.parametrize("known", [True, False])
def test_asking_for_a_fresh_one_is_always_answered_the_same(
    link: OneTimeLink, client: InspectingClient, known: bool
) -> None:
    address = last_address() if known else f"/lacze/{'x' * 43}/"
    client.post(last_address())
    response = client.post(f"{address}nowe/", follow=True)
    assert response.redirect_chain == [("/lacze/wyslane/", 302)]
    assert Message.objects.count() == (2 if known else 1)


def test_she_fills_in_and_submits_and_it_is_said_who_and_for_whom(
    ewa: InspectingClient, packet: Packet, entry: Entry
) -> None:
    ewa.post(f"/praca/sprawozdania/wpis/{entry.pk}/", {"outcome": "done", "text": "Patrole.", "version": 0})
    response = ewa.post(f"/praca/sprawozdania/{packet.pk}/zlozenie/", SIGNED, follow=True)
    assert "Złożono sprawozdanie." in text_of(soup(response))
    packet.refresh_from_db()
    assert (packet.state, str(packet.submitted_by), packet.signatory) == ("submitted", "Ewa Nowa", SIGNED["signatory"])
    note = PacketTransition.objects.latest("pk").note
    assert note == "Wypełniono przez łącze jednorazowe w imieniu podmiotu: Komenda Miejska Policji."
    assert packet.versions.get().submitted_by == packet.submitted_by


def test_a_report_sent_with_an_account_has_no_such_note(packet: Packet, reporter: User) -> None:
    send(packet, by=reporter)
    assert PacketTransition.objects.latest("pk").note == ""


@pytest.mark.parametrize("part", ["", "druk/"])
def test_she_reads_her_own_and_no_other(ewa: InspectingClient, packet: Packet, guard: Institution, part: str) -> None:
    other = packet.period.packets.get(institution=guard)
    assert ewa.get(f"/praca/sprawozdania/{packet.pk}/{part}").status_code == 200
    assert ewa.get(f"/praca/sprawozdania/{other.pk}/{part}").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/praca/podmioty/", "/praca/program/", "/praca/dokumenty/", "/praca/pisma/", "/konto/haslo/", "/administracja/"],
)
def test_nothing_else_is_there(ewa: InspectingClient, address: str) -> None:
    assert ewa.get(address).status_code == 404


def test_she_does_not_sign(ewa: InspectingClient, packet: Packet, reporter: User) -> None:
    fill(packet, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    assert ewa.post(f"/praca/sprawozdania/{packet.pk}/podpis/").status_code == 404


def test_an_account_gets_no_more_by_a_link_than_the_link_gives(
    packet: Packet, police: Institution, coordinator: User, client: InspectingClient
) -> None:
    User.objects.filter(pk=coordinator.pk).update(is_superuser=True)
    invite(police, by=coordinator, email=coordinator.email)
    client.post(last_address())

    assert client.get(packet.get_absolute_url()).status_code == 200
    assert client.get("/praca/sprawozdania/").status_code == 404
    assert client.get("/administracja/").status_code == 404


def test_who_signs_in_is_themselves_again(ewa: InspectingClient, coordinator: User) -> None:
    assert ewa.as_(coordinator).get("/praca/sprawozdania/").status_code == 200


def test_the_desk_is_her_list(ewa: InspectingClient) -> None:
    assert ewa.get("/praca/")["Location"] == "/praca/sprawozdania/moje/"


def test_public_pages_do_not_know_her(ewa: InspectingClient) -> None:
    assert "Ewa Nowa" not in ewa.get("/").content.decode()


def test_revoking_ends_her_work_at_the_next_click(
    ewa: InspectingClient, link: OneTimeLink, packet: Packet, coordinator: User
) -> None:
    services.revoke_link(link, by=coordinator)
    assert ewa.get(packet.get_absolute_url())["Location"] == OVER
    assert "Praca zakończona" in text_of(ewa.page(OVER))
    assert not ewa.session.keys()


@pytest.mark.parametrize(("hours", "works"), [(7.9, True), (8.1, False)])
def test_her_session_lasts_eight_hours(ewa: InspectingClient, packet: Packet, hours: float, works: bool) -> None:
    with clock.pretend(clock.now() + timedelta(hours=hours)):
        assert (ewa.get(packet.get_absolute_url()).status_code == 200) is works


def test_her_session_ends_with_the_last_day_of_the_link(link: OneTimeLink, packet: Packet) -> None:
    client = InspectingClient()
    address = last_address()
    with clock.pretend(clock.now() + timedelta(days=13, hours=23)):
        client.post(address)
        assert client.get(packet.get_absolute_url()).status_code == 200
    with clock.pretend(clock.now() + timedelta(days=14, seconds=1)):
        assert client.get(packet.get_absolute_url())["Location"] == OVER


def test_a_closed_account_ends_it_too(ewa: InspectingClient, link: OneTimeLink, packet: Packet) -> None:
    User.objects.filter(pk=link.user_id).update(is_active=False)
    assert ewa.get(packet.get_absolute_url())["Location"] == OVER


def test_she_leaves_and_nothing_is_left(ewa: InspectingClient, packet: Packet) -> None:
    assert ewa.post("/lacze/wyjscie/")["Location"] == OVER
    assert ewa.get(packet.get_absolute_url())["Location"].startswith("/konto/logowanie/")


def test_a_link_session_costs_one_query(
    ewa: InspectingClient, packet: Packet, reporter: User, django_assert_max_num_queries: Any
) -> None:
    """Session and link in place of session, person and posts."""
    url = packet.get_absolute_url()
    with django_assert_max_num_queries(40) as hers:
        ewa.get(url)
    account = InspectingClient().as_(reporter)
    with django_assert_max_num_queries(40) as theirs:
        account.get(url)
    assert len(hers) <= len(theirs)


def test_the_server_log_does_not_hold_the_secret(link: OneTimeLink, caplog: pytest.LogCaptureFixture) -> None:
    address = last_address()
    caplog.handler.addFilter(HideTokens())
    with caplog.at_level(logging.WARNING):
        Client(enforce_csrf_checks=True).post(address)
        Client().get(f"{address}czego-nie-ma/")

    told = [record.getMessage() for record in caplog.records]
    assert len(told) == 2
    assert address.strip("/").rpartition("/")[2] not in str(told)
    assert all("/lacze/…" in line for line in told)


# --- the office's side ---


@pytest.fixture
def office_client(coordinator: User) -> InspectingClient:
    return InspectingClient().as_(coordinator)


def test_the_office_sends_a_link_from_a_form(
    office_client: InspectingClient, packet: Packet, police: Institution
) -> None:
    page = office_client.page("/praca/sprawozdania/lacza/nowe/", institution=police.pk)
    assert page.find("option", selected=True, value=str(police.pk))
    response = office_client.post("/praca/sprawozdania/lacza/nowe/", {**EWA, "institution": police.pk}, follow=True)
    assert "Wysłano łącze: Ewa Nowa, KMP." in text_of(soup(response))
    assert OneTimeLink.objects.get().institution == police


def test_only_institutions_with_an_open_report_are_offered(
    office_client: InspectingClient, packet: Packet, office: Institution
) -> None:
    page = office_client.page("/praca/sprawozdania/lacza/nowe/")
    offered = {option["value"] for option in page("option")}
    assert str(packet.institution_id) in offered
    assert str(office.pk) not in offered


def test_the_list_is_searched_filtered_and_exported(
    office_client: InspectingClient, link: OneTimeLink, guard: Institution, coordinator: User
) -> None:
    other = invite(guard, by=coordinator, email="jan@sm.example", first_name="Jan", last_name="Drugi")
    services.revoke_link(other, by=coordinator)
    url = "/praca/sprawozdania/lacza/"

    def found(**wanted: Any) -> list[str]:
        page = office_client.page(url, **wanted)
        return [text_of(row.th).split()[0] for row in page("tr") if row.th and row.th.get("scope") == "row"]

    assert sorted(found()) == ["Ewa", "Jan"]
    assert found(q="nowa") == ["Ewa"]
    assert found(state="waiting") == ["Ewa"]
    assert found(state="revoked") == ["Jan"]
    assert found(state="opened") == found(state="expired") == []
    assert found(institution=guard.pk) == ["Jan"]
    assert found(sort="person") == ["Jan", "Ewa"]
    assert "Ewa Nowa;ewa.nowa@podmiot.example" in office_client.get(url, {"export": "csv"}).content.decode()


def test_the_office_sends_again_and_revokes(office_client: InspectingClient, link: OneTimeLink) -> None:
    url = f"/praca/sprawozdania/lacza/{link.pk}/"
    assert "Poprzednie już nie działa." in text_of(soup(office_client.post(f"{url}ponowienie/", follow=True)))
    assert "Unieważniono łącze" in text_of(soup(office_client.post(f"{url}uniewaznienie/", follow=True)))
    assert "Wyślij nowe" in text_of(soup(office_client.post(f"{url}ponowienie/", follow=True)))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_equally_often(
    office_client: InspectingClient, packet: Packet, police: Institution, coordinator: User, rows: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    for no in range(rows):
        invite(police, by=coordinator, email=f"osoba{no}@kmp.example")
    with django_assert_num_queries(7):
        office_client.page("/praca/sprawozdania/lacza/")


def test_links_stand_on_the_page_of_the_institution(
    office_client: InspectingClient, link: OneTimeLink, police: Institution
) -> None:
    page = office_client.page(f"/praca/podmioty/{police.pk}/")
    assert EWA["email"] in text_of(page)
    assert page.find("a", href=f"/praca/sprawozdania/lacza/nowe/?institution={police.pk}")
