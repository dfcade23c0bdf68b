"""People: the list, a person's page, changes, switching off and on."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from cast import mail_to, make_person, seat
from inspector import InspectingClient, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.people.invitations import Newcomer, invite, link_of
from bezpiecznik.institutions.people.services import switch_off
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.institutions.rights import Role
from bezpiecznik.notices.models import MessageState

LIST = "/administracja/osoby/"


def names(client: InspectingClient, **query: str) -> list[str]:
    return [text_of(link) for link in client.page(LIST, **query).select("tbody tr td.wide a")]


@pytest.fixture
def several(administrator: User, reporter: User, guest: User) -> None:
    """The administrator signed in, the reporter never, the guest is switched off, one is invited."""
    User.objects.filter(pk=administrator.pk).update(last_login=clock.now())
    User.objects.filter(pk=guest.pk).update(is_active=False)
    invite(Newcomer("zofia@kmp.example", "Zofia", "Łącka"), role="", by=administrator)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Administratorski Adam", "Gościnny Gustaw", "Łącka Zofia", "Raportowski Robert"]),
        ({"q": "lacka"}, ["Łącka Zofia"]),
        ({"role": "reporter"}, ["Raportowski Robert"]),
        ({"state": "active"}, ["Administratorski Adam"]),
        ({"state": "invited"}, ["Łącka Zofia"]),
        ({"state": "never"}, ["Raportowski Robert"]),
        ({"state": "off"}, ["Gościnny Gustaw"]),
        ({"state": "no_post"}, ["Łącka Zofia"]),
        ({"sort": "-name"}, ["Raportowski Robert", "Łącka Zofia", "Gościnny Gustaw", "Administratorski Adam"]),
    ],
)
def test_people_in_polish_order_with_filters_in_the_address(
    client: InspectingClient, administrator: User, several: None, query: dict[str, str], expected: list[str]
) -> None:
    client.as_(administrator)
    User.objects.filter(pk=administrator.pk).update(last_login=clock.now())
    assert names(client, **query) == expected


def test_filtering_by_htmx_equals_a_reload(client: InspectingClient, administrator: User, several: None) -> None:
    assert_swap_equals_reload(client.as_(administrator), LIST, f"{LIST}?state=off", target="rows")


def test_the_list_is_exported(client: InspectingClient, administrator: User, several: None) -> None:
    lines = client.as_(administrator).get(LIST, {"export": "csv"}).content.decode("utf-8-sig").splitlines()

    assert lines[0] == "Nazwisko;Imię;Adres e-mail;Funkcja;Stanowiska;Stan konta;Ostatnie logowanie"
    assert lines[4] == (
        "Raportowski;Robert;robert.raportowski@miasto.example;;sprawozdawca, KMP (sprawozdawca);nigdy nie zalogowano;"
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, administrator: User, guard: Institution, rows: int, django_assert_num_queries
) -> None:
    for no in range(rows - 1):
        seat(make_person("Jan", f"Kowalski{no}"), Role.REPORTER, guard)
    client.as_(administrator).page(LIST)
    with django_assert_num_queries(7):
        client.page(LIST)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_person_s_page_asks_as_often_with_more_posts(
    client: InspectingClient, administrator: User, reporter: User, guard: Institution, rows: int,
    django_assert_num_queries,
) -> None:  # fmt: skip
    for _no in range(rows - 1):
        seat(reporter, Role.REPORTER, guard)
    client.as_(administrator).page(f"{LIST}{reporter.pk}/")
    with django_assert_num_queries(12):
        client.page(f"{LIST}{reporter.pk}/")


def test_a_person_s_page_tells_posts_messages_and_journal(
    client: InspectingClient, coordinator: User, reporter: User, administrator: User
) -> None:
    mail_to(reporter, MessageState.BOUNCED, subject="Przypomnienie")
    switch_off(reporter, by=administrator, reason="urlop")
    page = text_of(client.as_(coordinator).page(f"{LIST}{reporter.pk}/"))

    assert "sprawozdawca, KMP 01.01.2020 – nadal" in page
    assert "Przypomnienie" in page
    assert "odbita" in page
    assert "Wyłączono konto: Robert Raportowski. Powód: urlop" in page
    assert "Zmień dane" not in page


def test_an_administrator_changes_data(client: InspectingClient, administrator: User, reporter: User) -> None:
    said = {"first_name": "Robert", "last_name": "Nowy", "function": "komisarz", "email": "R.Nowy@kmp.example"}
    client.as_(administrator).post(f"{LIST}{reporter.pk}/zmiana/", said)
    reporter.refresh_from_db()

    assert (str(reporter), reporter.function, reporter.email) == ("Robert Nowy", "komisarz", "r.nowy@kmp.example")
    line = JournalEntry.objects.get(event="people.edited")
    assert line.data["changed"]["last_name"] == ["Raportowski", "Nowy"]


def test_an_invitation_sent_to_a_wrong_address_is_over_once_it_is_put_right(
    client: InspectingClient, administrator: User
) -> None:
    invited = invite(Newcomer("zla@gdzie.example", "Zofia", "Łącka"), role="", by=administrator)
    link = link_of(invited.invitations.get())
    said = {"first_name": "Zofia", "last_name": "Łącka", "function": ""}
    page = f"{LIST}{invited.pk}/zmiana/"
    client.as_(administrator).post(page, {**said, "function": "komisarz", "email": invited.email})
    assert client.get(link).status_code == 200

    client.post(page, {**said, "email": "zofia@kmp.example"})

    assert client.get(link).status_code == 410


def test_an_address_of_another_person_is_refused(client: InspectingClient, administrator: User, reporter: User) -> None:
    said = {"first_name": "R", "last_name": "N", "function": "", "email": administrator.email.upper()}
    page = client.as_(administrator).post(f"{LIST}{reporter.pk}/zmiana/", said)

    assert page.status_code == 200
    assert "już istnieje" in page.content.decode()


def test_switched_off_with_a_reason_nobody_signs_in(
    client: InspectingClient, administrator: User, reporter: User
) -> None:
    other = InspectingClient()
    other.post("/konto/logowanie/", {"username": reporter.email, "password": "hasło-na-próbę-1"})
    assert other.get("/praca/").status_code == 200
    client.as_(administrator).post(f"{LIST}{reporter.pk}/wylaczenie/", {"reason": "odejście"})
    reporter.refresh_from_db()

    assert not reporter.is_active
    assert JournalEntry.objects.get(event="accounts.switched_off").data == {"note": "odejście"}
    assert other.get("/praca/").status_code == 302

    client.post(f"{LIST}{reporter.pk}/wlaczenie/")
    reporter.refresh_from_db()
    assert reporter.is_active


@pytest.fixture
def with_app(coordinator: User) -> User:
    TOTP.activate(coordinator, generate_totp_secret())
    RecoveryCodes.activate(coordinator)
    return coordinator


def test_an_administrator_takes_the_factors_of_whoever_lost_them(
    client: InspectingClient, administrator: User, with_app: User, settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    TOTP.activate(administrator, generate_totp_secret())  # so that the house is open to who asks
    page = f"{LIST}{with_app.pk}/"
    assert "Drugi składnik aplikacja z kodami rola go wymaga" in text_of(client.as_(administrator).page(page))
    act = f"{page}drugie-skladniki/"
    assert "sprawdź, kto prosi" in text_of(client.page(act))
    client.post(act, {"reason": ""})
    assert Authenticator.objects.filter(user=with_app).count() == 2

    client.post(act, {"reason": "zgubiony telefon; sprawdzono legitymację"})

    assert not Authenticator.objects.filter(user=with_app).exists()
    line = JournalEntry.objects.get(event="accounts.factors_taken")
    assert (line.actor_name, line.data) == (
        "Adam Administratorski",
        {"note": "zgubiony telefon; sprawdzono legitymację"},
    )
    after = text_of(client.page(page))
    assert "Drugi składnik brak rola go wymaga" in after
    assert "Usuń drugie składniki" not in text_of(client.page(page).select_one(".page-acts"))


def test_nobody_takes_their_own_factors_so_nor_what_is_not_there(
    client: InspectingClient, administrator: User, reporter: User
) -> None:
    TOTP.activate(administrator, generate_totp_secret())
    client.as_(administrator)
    for person, why in ((administrator, "poproś innego administratora"), (reporter, "nie ma drugiego składnika")):
        answer = client.post(f"{LIST}{person.pk}/drugie-skladniki/", {"reason": "bez powodu"})
        assert why in answer.content.decode()
    assert Authenticator.objects.filter(user=administrator).exists()


def test_the_coordinator_neither_sees_nor_takes_factors(
    client: InspectingClient, administrator: User, coordinator: User
) -> None:
    TOTP.activate(administrator, generate_totp_secret())
    client.as_(coordinator)
    assert "Drugi składnik" not in text_of(client.page(f"{LIST}{administrator.pk}/"))
    assert client.post(f"{LIST}{administrator.pk}/drugie-skladniki/", {"reason": "ciekawość"}).status_code == 403
    assert Authenticator.objects.filter(user=administrator).exists()


def test_without_a_reason_nothing_is_switched_off(
    client: InspectingClient, administrator: User, reporter: User
) -> None:
    client.as_(administrator).post(f"{LIST}{reporter.pk}/wylaczenie/", {"reason": ""})
    reporter.refresh_from_db()

    assert reporter.is_active


def test_nobody_switches_themself_off(administrator: User) -> None:
    with pytest.raises(Refused, match="własnego konta"):
        switch_off(administrator, by=administrator, reason="x")


def test_the_last_administrator_stays_on(administrator: User, coordinator: User) -> None:
    with pytest.raises(Refused, match="ostatni administrator"):
        switch_off(administrator, by=coordinator, reason="x")


def test_sessions_are_ended_everywhere(client: InspectingClient, administrator: User, reporter: User) -> None:
    other = InspectingClient()
    other.post("/konto/logowanie/", {"username": reporter.email, "password": "hasło-na-próbę-1"})
    assert other.get("/praca/").status_code == 200
    client.as_(administrator).post(f"{LIST}{reporter.pk}/wylogowanie/")

    assert other.get("/praca/").status_code == 302
    assert client.get("/praca/").status_code == 200


def test_a_new_installation_is_set_up_on_screen(client: InspectingClient, db: None) -> None:
    installer = User.objects.create_superuser(
        email="it@miasto.example", password="x" * 12, first_name="I", last_name="T"
    )
    desk = client.as_(installer).page("/praca/")
    address = str(desk.select_one(".card-next a")["href"])
    assert text_of(client.page(address).select_one("select[name=role] option[selected]")) == "koordynator programu"

    client.post(address, {"email": "k@m.example", "first_name": "K", "last_name": "K", "role": "coordinator",
                          "since": (clock.today() - timedelta(days=1)).isoformat()})  # fmt: skip
    assert User.objects.get(email="k@m.example").holdings.get().post.role == Role.COORDINATOR
