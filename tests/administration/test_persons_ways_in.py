"""Ways in, links, invitations, readings and letters of a person: exported without secrets, gone or nameless after."""

import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import PARTS, STAYS
from bezpiecznik.administration import persons
from bezpiecznik.core import clock
from bezpiecznik.core.models import AccessEntry
from bezpiecznik.institutions.models import Institution, Invitation
from bezpiecznik.letters.models import Letter
from bezpiecznik.reporting.models import LinkToken, OneTimeLink

pytestmark = pytest.mark.django_db
SECRETS = ("TAJNY-KLUCZ", "TAJNY-TOKEN", "taj-klucz-sesji", "d" * 64)


@pytest.fixture
def gone(guest: User, police: Institution, coordinator: User) -> User:
    """Gustaw with a row of each kind; he holds no post."""
    EmailAddress.objects.create(user=guest, email=guest.email, verified=True)
    Authenticator.objects.create(user=guest, type="totp", data={"secret": "TAJNY-KLUCZ"})
    SocialAccount.objects.create(user=guest, provider="openid_connect", uid="1", extra_data={"t": "TAJNY-TOKEN"})
    UserSession.objects.create(user=guest, ip="10.0.0.7", user_agent="Przeglądarka", session_key="taj-klucz-sesji")
    now = clock.now()
    Invitation.objects.create(user=guest, sent_by=coordinator, sent_at=now, expires_at=now + timedelta(days=7))
    link = OneTimeLink.objects.create(institution=police, user=guest, made_by=coordinator)
    LinkToken.objects.create(link=link, digest="d" * 64, expires_at=now + timedelta(days=7))
    AccessEntry.objects.create(
        actor_key=str(guest.pk), actor_name="Gustaw Gościnny", page="Dziennik jako plik", path="/", address="10.0.0.7"
    )
    AccessEntry.objects.create(
        actor_key=str(coordinator.pk), actor_name="Krystyna Koordynatorska", page="Karta osoby", path="/",
        object_type="accounts.user", object_key=str(guest.pk), object_label="Gustaw Gościnny",
        search_text=" gustaw goscinny",
    )  # fmt: skip
    Letter.objects.create(
        institution=police, addressee="Komenda", place="Zatorzyn", subject="patroli", body="x",
        signatory="Gustaw Gościnny", signatory_function="dyrektor", made_by=coordinator,
    )  # fmt: skip
    return guest


def told(person: User) -> dict[str, list[dict[str, str]]]:
    return {
        name: [{str(title): str(value) for title, value in row.items()} for row in part.rows(person)]
        for name, part in PARTS.items()
    }


def test_every_way_in_is_exported_and_no_secret(gone: User) -> None:
    data = told(gone)
    ways = json.dumps(data["sign_in"], ensure_ascii=False)

    assert all(word in ways for word in (gone.email, "totp", "openid_connect", "10.0.0.7", "Przeglądarka"))
    assert not [secret for secret in SECRETS if secret in json.dumps(data)]


def test_links_invitations_readings_and_letters_are_exported(gone: User) -> None:
    data = told(gone)

    assert data["invitations"][0]["kto zaprosił"] == "Krystyna Koordynatorska"
    assert data["report_links"][0]["podmiot"] == "Komenda Miejska Policji"
    assert data["readings_by"][0]["adres sieciowy"] == "10.0.0.7"
    assert data["readings_about"][0]["kto"] == "Krystyna Koordynatorska"
    assert data["letters"][0]["podpisuje"] == "Gustaw Gościnny"


def test_made_nameless_nobody_gets_in_and_readings_bear_a_number(gone: User, administrator: User) -> None:
    persons.anonymise_person(gone, reason="sprzeciw", by=administrator)
    number = f"Osoba usunięta nr {gone.pk}"

    for model in (EmailAddress, Authenticator, SocialAccount, UserSession):
        assert not model.objects.filter(user=gone).exists()
    assert not Invitation.objects.pending().filter(user=gone).exists()
    assert not LinkToken.objects.usable().exists()
    by, about = AccessEntry.objects.order_by("pk")
    assert (by.actor_name, by.address, about.object_label, about.actor_name) == (
        number, "", number, "Krystyna Koordynatorska",
    )  # fmt: skip
    words = [by.search_text, about.search_text, OneTimeLink.objects.get().search_text]
    assert not [text for text in words if "goscinn" in text]


def test_a_letter_keeps_its_signatory_and_the_page_says_why(gone: User, administrator: User) -> None:
    persons.anonymise_person(gone, reason="sprzeciw", by=administrator)

    assert Letter.objects.get().signatory == "Gustaw Gościnny"
    stays = [str(stay.title) for stay in STAYS]
    assert any(title.startswith("Pisma z numerem") for title in stays)
    assert any(title.startswith("Dawne brzmienia") for title in stays)
