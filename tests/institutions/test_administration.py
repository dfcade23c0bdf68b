"""The administrator's site: accounts and roles by right, institutions to look at, nobody deleted."""

import pytest
from inspector import InspectingClient

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Institution, Membership
from bezpiecznik.institutions.rights import Right

SITE = "/administracja/"


@pytest.fixture
def browser() -> InspectingClient:
    """The framework's own pages are not ours to inspect."""
    client = InspectingClient()
    client.request = super(InspectingClient, client).request  # type: ignore[method-assign]
    return client


def test_the_administrator_makes_an_account_and_gives_it_a_role(
    browser: InspectingClient, administrator: User, guard: Institution
) -> None:
    password = "nowe-długie-hasło-7"
    answer = browser.as_(administrator).post(
        f"{SITE}accounts/user/add/",
        {"email": "Nowa@Miasto.example", "first_name": "Nowa", "last_name": "Osoba", "function": "",
         "password1": password, "password2": password},
    )  # fmt: skip
    person = User.objects.get(first_name="Nowa")
    assert (answer.status_code, answer["Location"]) == (302, f"{SITE}institutions/membership/add/?user={person.pk}")
    assert person.check_password(password)
    browser.post(
        f"{SITE}institutions/membership/add/",
        {"user": person.pk, "role": "reporter", "institution": guard.pk, "since": "2021-01-01", "until": ""},
    )
    held = Membership.objects.get(user=person)
    assert rights_of(person).has_for(Right.WRITE_REPORT, guard.pk)
    assert not person.is_staff
    assert [line.sentence for line in journal.about(person, held)] == ["Nadano rolę", "Utworzono konto"]


def test_the_role_of_administrator_opens_the_site(browser: InspectingClient, administrator: User, guest: User) -> None:
    browser.as_(administrator).post(
        f"{SITE}institutions/membership/add/",
        {"user": guest.pk, "role": "administrator", "institution": "", "since": "2021-01-01", "until": ""},
    )
    guest.refresh_from_db()
    assert browser.as_(guest).get(f"{SITE}accounts/user/").status_code == 200


def test_a_password_set_for_somebody_is_in_the_journal(
    browser: InspectingClient, administrator: User, reporter: User
) -> None:
    password = "nowe-długie-hasło-7"
    browser.as_(administrator).post(
        f"{SITE}accounts/user/{reporter.pk}/password/",
        {"usable_password": "true", "password1": password, "password2": password},
    )
    reporter.refresh_from_db()
    assert reporter.check_password(password)
    assert [(line.sentence, line.actor_key) for line in journal.about(reporter)] == [
        ("Zmieniono hasło", str(administrator.pk))
    ]


def test_a_role_without_its_institution_is_refused(browser: InspectingClient, administrator: User, guest: User) -> None:
    answer = browser.as_(administrator).post(
        f"{SITE}institutions/membership/add/",
        {"user": guest.pk, "role": "reporter", "institution": "", "since": "2021-01-01", "until": ""},
    )
    assert "Ta rola wymaga wskazania podmiotu." in answer.content.decode()
    assert Membership.objects.filter(user=guest).count() == 0


def test_institutions_are_only_looked_at(browser: InspectingClient, administrator: User, police: Institution) -> None:
    page = f"{SITE}institutions/institution/{police.pk}/change/"
    assert browser.as_(administrator).get(page).status_code == 200
    assert browser.post(page, {"name": "Inna"}).status_code == 403
    assert browser.get(f"{SITE}institutions/institution/add/").status_code == 403


@pytest.mark.parametrize("page", ["accounts/user/{user}/delete/", "institutions/membership/{membership}/delete/"])
def test_nobody_is_deleted(browser: InspectingClient, administrator: User, reporter: User, page: str) -> None:
    membership = Membership.objects.get(user=reporter)
    address = SITE + page.format(user=reporter.pk, membership=membership.pk)
    assert browser.as_(administrator).post(address, {"post": "yes"}).status_code == 403


def test_staff_without_the_right_sees_nothing(browser: InspectingClient, coordinator: User) -> None:
    coordinator.is_staff = True
    coordinator.save()
    assert browser.as_(coordinator).get(f"{SITE}accounts/user/").status_code == 403


def test_others_are_not_let_in(browser: InspectingClient, coordinator: User) -> None:
    assert browser.as_(coordinator).get(SITE).status_code == 302


def test_the_way_to_the_site_is_in_the_menu_of_those_whom_it_lets_in(
    client: InspectingClient, administrator: User, coordinator: User
) -> None:
    installer = User.objects.create_superuser(
        email="it@miasto.example", password="x" * 12, first_name="I", last_name="T"
    )
    shown = {
        person: bool(client.as_(person).page("/praca/").select(f'nav a[href="{SITE}"]'))
        for person in (administrator, installer, coordinator)
    }
    assert shown == {administrator: True, installer: True, coordinator: False}


def test_headings_are_inflected(browser: InspectingClient, administrator: User) -> None:
    pages = ("accounts/user/", "accounts/user/add/", "institutions/membership/", "institutions/membership/add/")
    browser.as_(administrator)
    texts = [browser.get(SITE + page).content.decode() for page in pages]
    headings = [text.split("<h1>")[1].split("</h1>")[0] for text in texts]
    assert headings == ["Osoby", "Nowe konto", "Role osób", "Nowa rola osoby"]
