"""A second factor: added, asked for at sign-in, required by role, guessed at, removed."""

import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core import mail
from django.core.management import CommandError, call_command
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts import services
from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.core.models import OptionValue

SIGN_IN, CODE, SECURITY, DESK = "/konto/logowanie/", "/konto/logowanie/kod/", "/konto/bezpieczenstwo/", "/praca/"
PASSWORD = "hasło-na-próbę-1"
PERIOD = 30


def enter(client: InspectingClient, user: User) -> str:
    """Give the password; where one is led."""
    return str(client.post(SIGN_IN, {"username": user.email, "password": PASSWORD})["Location"])


def code_of(secret: str, later: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD + later)))


@pytest.fixture
def secret(coordinator: User) -> str:
    """The coordinator has an application with codes."""
    made = generate_totp_secret()
    TOTP.activate(coordinator, made)
    return made


def test_after_the_password_a_code_is_asked_for(client: InspectingClient, coordinator: User, secret: str) -> None:
    assert enter(client, coordinator) == CODE
    assert client.get(DESK)["Location"] == f"{SIGN_IN}?next={DESK}"
    page = client.page(CODE)
    assert text_of(page.h1) == "Drugi składnik logowania"

    assert client.post(CODE, {"code": code_of(secret)})["Location"] == DESK
    assert client.get(DESK).status_code == 200
    line = journal.about(coordinator).filter(event="accounts.signed_in").get()
    assert line.data == {"method": "password", "second_factor": "totp", "failed_before": 0}


def test_a_code_opens_once(client: InspectingClient, coordinator: User, secret: str) -> None:
    code = code_of(secret)
    enter(client, coordinator)
    client.post(CODE, {"code": code})
    client.post("/konto/wylogowanie/")
    enter(client, coordinator)

    answer = client.post(CODE, {"code": code})

    assert text_of(soup(answer).select_one(".errors li a")).startswith("Kod: ")
    assert client.get(DESK)["Location"].startswith(SIGN_IN)


def test_five_wrong_codes_pause_the_second_step_and_warn_the_owner(
    client: InspectingClient, coordinator: User, secret: str, django_capture_on_commit_callbacks
) -> None:
    """Who gives wrong codes knows the password."""
    enter(client, coordinator)
    with django_capture_on_commit_callbacks(execute=True):
        answers = [client.post(CODE, {"code": f"00000{no}"}).status_code for no in range(6)]

    assert answers == [200] * 5 + [429]
    assert client.post(CODE, {"code": code_of(secret)}).status_code == 429
    assert [message.subject for message in mail.outbox] == ["Niepoprawne kody drugiego składnika – Bezpiecznik"]
    assert journal.about(coordinator).filter(event="accounts.sign_in_paused").get().data["kind"] == "code"


def test_a_strangers_wrong_codes_do_not_pause_the_owners_browser(
    client: InspectingClient, coordinator: User, secret: str
) -> None:
    enter(client, coordinator)
    client.post(CODE, {"code": code_of(secret, later=-1)})
    client.post("/konto/wylogowanie/")
    thief = InspectingClient(REMOTE_ADDR="198.51.100.9")
    enter(thief, coordinator)
    for no in range(6):
        thief.post(CODE, {"code": f"00000{no}"})

    enter(client, coordinator)

    assert client.post(CODE, {"code": code_of(secret)})["Location"] == DESK


def test_one_may_begin_anew_instead_of_giving_the_code(
    client: InspectingClient, coordinator: User, reporter: User, secret: str
) -> None:
    enter(client, coordinator)
    assert client.post("/konto/logowanie/od-nowa/")["Location"] == SIGN_IN
    assert client.get(CODE)["Location"] == SIGN_IN
    assert enter(client, reporter) == DESK


@pytest.fixture
def required(settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.mark.usefixtures("required")
def test_whose_role_asks_for_it_opens_nothing_but_their_own_account_until_it_is_there(
    client: InspectingClient, coordinator: User
) -> None:
    enter(client, coordinator)

    assert client.get("/praca/program/")["Location"] == SECURITY
    assert client.post("/praca/sprawozdania/wpis/1/")["Location"] == SECURITY
    assert "Najpierw dodaj drugi składnik" in text_of(client.page(SECURITY))
    assert client.get("/").status_code == 200  # the public page is everyone's
    add_app(client)
    assert client.get("/praca/program/").status_code == 200
    assert client.post("/konto/wylogowanie/")["Location"] == "/"


def add_app(client: InspectingClient) -> str:
    """Add an application with codes; its secret."""
    page = client.page("/konto/aplikacja/")
    secret = text_of(page.select_one("code.secret")).replace(" ", "")
    answer = client.post("/konto/aplikacja/", {"code": code_of(secret)})
    assert answer["Location"] == "/konto/kody-zapasowe/"
    return secret


@pytest.mark.usefixtures("required")
def test_a_reporter_works_without_one_until_the_setting_says_otherwise(
    client: InspectingClient, reporter: User
) -> None:
    client.as_(reporter)
    assert client.get(DESK).status_code == 200

    OptionValue.objects.create(key="institutions.second_factor_roles", value=["reporter"])

    assert client.get(DESK)["Location"] == SECURITY


@pytest.mark.usefixtures("required")
def test_the_superuser_of_a_new_installation_is_asked_too(client: InspectingClient, guest: User) -> None:
    User.objects.filter(pk=guest.pk).update(is_superuser=True)
    assert client.as_(guest).get(DESK)["Location"] == SECURITY


@pytest.mark.django_db(transaction=True)
def test_recovery_codes_are_shown_until_they_are_kept_and_each_opens_once(
    client: InspectingClient, coordinator: User
) -> None:
    enter(client, coordinator)
    add_app(client)
    codes = [text_of(code) for code in client.page("/konto/kody-zapasowe/").select(".codes code")]
    file = client.post("/konto/kody-zapasowe/plik/")
    assert (len(codes), file["Content-Disposition"]) == (10, 'attachment; filename="kody-zapasowe.txt"')
    assert all(code in file.content.decode() for code in codes)

    client.post("/konto/kody-zapasowe/zachowane/")

    assert client.page("/konto/kody-zapasowe/").select(".codes code") == []
    assert client.post("/konto/kody-zapasowe/plik/")["Location"] == "/konto/kody-zapasowe/"
    for answer in (302, 200):
        client.post("/konto/wylogowanie/")
        enter(client, coordinator)
        assert client.post(CODE, {"code": codes[3]}).status_code == answer


@pytest.mark.django_db(transaction=True)
def test_recovery_codes_are_shown_for_ten_minutes_at_most(client: InspectingClient, coordinator: User) -> None:
    with time_machine.travel(datetime(2026, 3, 2, 9, 0, tzinfo=UTC), tick=False) as clock:
        enter(client, coordinator)
        add_app(client)
        assert len(client.page("/konto/kody-zapasowe/").select(".codes code")) == 10
        clock.shift(timedelta(minutes=11))
        assert client.page("/konto/kody-zapasowe/").select(".codes code") == []


def test_the_secret_is_not_kept_as_it_is(client: InspectingClient, coordinator: User) -> None:
    enter(client, coordinator)
    secret = add_app(client)
    assert secret not in str(Authenticator.objects.get(type="totp").data)


def change_key(settings, *former: str) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "nowy-klucz", list(former)


def test_a_code_opens_after_the_signing_key_has_changed(
    client: InspectingClient, coordinator: User, secret: str, settings
) -> None:
    change_key(settings, settings.SECRET_KEY)
    enter(client, coordinator)

    assert client.post(CODE, {"code": code_of(secret)})["Location"] == DESK


def test_renewed_secrets_need_the_former_key_no_more(
    client: InspectingClient, coordinator: User, secret: str, settings
) -> None:
    RecoveryCodes.activate(coordinator)
    change_key(settings, settings.SECRET_KEY)
    assert services.renew_secrets() == (2, 0)
    assert services.renew_secrets() == (0, 0)
    change_key(settings)

    enter(client, coordinator)

    assert client.post(CODE, {"code": code_of(secret)})["Location"] == DESK
    assert len(RecoveryCodes.activate(coordinator).get_unused_codes()) == 10


def test_a_secret_whose_key_is_gone_opens_nothing_and_says_so(
    client: InspectingClient, coordinator: User, secret: str, settings
) -> None:
    change_key(settings)
    enter(client, coordinator)
    answer = client.post(CODE, {"code": code_of(secret)})

    assert "Tego składnika nie da się już odczytać." in text_of(soup(answer))
    assert client.get(DESK)["Location"].startswith(SIGN_IN)
    with pytest.raises(CommandError, match="not here any more: 1"):
        call_command("renew_secrets")


def test_adding_and_removing_is_journaled_told_and_ends_sessions_that_did_not_show_it(
    client: InspectingClient, coordinator: User, django_capture_on_commit_callbacks
) -> None:
    elsewhere = InspectingClient()
    enter(elsewhere, coordinator)
    enter(client, coordinator)
    with django_capture_on_commit_callbacks(execute=True):
        add_app(client)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post("/konto/aplikacja/usuniecie/")["Location"] == SECURITY

    assert elsewhere.get(DESK)["Location"].startswith(SIGN_IN)
    assert client.get(DESK).status_code == 200
    lines = journal.about(coordinator).order_by("pk").values_list("event", flat=True)
    assert [line for line in lines if "factor" in line] == ["accounts.factor_added", "accounts.factor_removed"]
    subjects = [message.subject.removesuffix(" – Bezpiecznik") for message in mail.outbox]
    assert subjects == ["Nowy drugi składnik", "Usunięty drugi składnik"]
    assert Authenticator.objects.count() == 0  # recovery codes go with the last factor


def test_whoever_signed_in_a_while_ago_confirms_who_they_are_first(client: InspectingClient, coordinator: User) -> None:
    with time_machine.travel(datetime(2026, 3, 2, 9, 0, tzinfo=UTC), tick=False) as clock:
        enter(client, coordinator)
        clock.shift(timedelta(minutes=6))
        confirm = client.get("/konto/aplikacja/")["Location"]
        assert confirm == "/konto/potwierdzenie/?next=%2Fkonto%2Faplikacja%2F"
        client.page(confirm)
        wrong = client.post(confirm, {"password": "nie to", "next": "/konto/aplikacja/"})
        assert "Hasło jest niepoprawne." in text_of(soup(wrong))
        right = client.post(confirm, {"password": PASSWORD, "next": "/konto/aplikacja/"})
        assert right["Location"] == "/konto/aplikacja/"
        client.page("/konto/aplikacja/")


def test_confirming_rests_after_ten_wrong_passwords(client: InspectingClient, coordinator: User) -> None:
    client.as_(coordinator)
    answers = [client.post("/konto/potwierdzenie/", {"password": f"zgaduję {no}"}).status_code for no in range(11)]
    assert answers == [200] * 10 + [429]


def key(owner: User, name: str = "przy breloku") -> Authenticator:
    return Authenticator.objects.create(user=owner, type="webauthn", data={"name": name, "credential": {}})


def test_a_key_is_renamed_and_removed_by_its_owner_only(
    client: InspectingClient, coordinator: User, neighbour: User
) -> None:
    own, foreign = key(coordinator), key(neighbour)
    Authenticator.objects.filter(pk=own.pk).update(user=neighbour)  # so that the coordinator enters by the password
    enter(client, coordinator)
    Authenticator.objects.filter(pk=own.pk).update(user=coordinator)

    assert client.post(f"/konto/klucz/{own.pk}/nazwa/", {"name": "w sejfie"})["Location"] == SECURITY
    assert "Klucz: w sejfie" in text_of(client.page(SECURITY))
    assert client.get(f"/konto/klucz/{foreign.pk}/nazwa/").status_code == 404
    assert client.post(f"/konto/klucz/{foreign.pk}/usuniecie/").status_code == 404
    client.page(f"/konto/klucz/{own.pk}/usuniecie/")
    assert client.post(f"/konto/klucz/{own.pk}/usuniecie/")["Location"] == SECURITY
    assert list(Authenticator.objects.values_list("pk", flat=True)) == [foreign.pk]


def test_the_administrator_takes_the_factors_of_whoever_lost_them(
    client: InspectingClient, coordinator: User, administrator: User, secret: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        services.take_factors(coordinator, by=administrator, reason="Zgubiony telefon, sprawdzono dowód")

    assert enter(client, coordinator) == DESK
    line = journal.about(coordinator).filter(event="accounts.factors_taken").get()
    assert (line.actor_name, line.data["note"]) == ("Adam Administratorski", "Zgubiony telefon, sprawdzono dowód")
    assert [message.to for message in mail.outbox] == [[coordinator.email]]
