"""Invitations: a link that opens by GET, acts by POST, works once, expires, can be sent again and revoked."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from cast import make_person
from django.core import signing
from django.urls import reverse
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry, OptionValue
from bezpiecznik.institutions.models import Institution, Invitation, Post
from bezpiecznik.institutions.notices import DEPUTY, HANDOVER, INVITATION
from bezpiecznik.institutions.people import invitations
from bezpiecznik.institutions.people.invitations import Newcomer, link_of
from bezpiecznik.institutions.people.services import add_person
from bezpiecznik.institutions.posts.services import NewPost
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.institutions.rights import Role
from bezpiecznik.notices.kinds import Kind
from bezpiecznik.notices.models import Message

ADD = "/administracja/osoby/dodaj/"
PASSWORD = "dobre-hasło-na-start-7"
NINA = {"email": "Nina.Nowa@kmp.example", "first_name": "Nina", "last_name": "Nowa", "since": "2026-01-01"}


@pytest.fixture
def invitation(police: Institution, coordinator: User) -> Invitation:
    post = NewPost("naczelniczka", Role.REPORTER, police)
    newcomer = Newcomer("nina@kmp.example", "Nina", "Nowa")
    return add_person(newcomer, post=post, since=clock.today(), by=coordinator).invitations.get()


def accept(client: InspectingClient, link: str) -> int:
    return int(client.post(link, {"new_password1": PASSWORD, "new_password2": PASSWORD}).status_code)


def test_a_person_is_added_with_a_new_post(client: InspectingClient, coordinator: User, police: Institution) -> None:
    client.as_(coordinator).post(ADD, {**NINA, "role": "reporter", "institution": police.pk, "post_name": "szefowa"})

    nina = User.objects.get(email="nina.nowa@kmp.example")
    assert [str(held.post) for held in nina.holdings.all()] == ["szefowa, KMP"]
    assert not nina.has_usable_password()
    message = Message.objects.get(user=nina)
    assert message.url == link_of(nina.invitations.get())
    assert "Krystyna Koordynatorska zaprasza" in message.body
    assert "szefowa, KMP" in message.body


def test_or_to_a_post_that_waits(client: InspectingClient, coordinator: User, police: Institution) -> None:
    post = Post.objects.create(name="naczelnik", role=Role.HEAD, institution=police)
    page = client.as_(coordinator).page(ADD, post=str(post.pk))
    assert text_of(page.select_one("select[name=post] option[selected]")) == "naczelnik, KMP"

    client.post(ADD, {**NINA, "post": post.pk})
    assert post.holdings.get().user.email == "nina.nowa@kmp.example"


def test_nobody_is_half_added(client: InspectingClient, coordinator: User) -> None:
    page = client.as_(coordinator).post(ADD, {**NINA, "role": "reporter"})

    assert "Ta rola wymaga wskazania podmiotu." in page.content.decode()
    assert not User.objects.filter(email="nina.nowa@kmp.example").exists()


@pytest.mark.parametrize("role", ["administrator", "coordinator"])
def test_a_coordinator_lifts_nobody_to_such_a_role(client: InspectingClient, coordinator: User, role: str) -> None:
    client.as_(coordinator).post(ADD, {**NINA, "role": role})

    assert not User.objects.filter(email="nina.nowa@kmp.example").exists()


def test_an_administrator_invites_a_coordinator(client: InspectingClient, administrator: User) -> None:
    client.as_(administrator).post(ADD, {**NINA, "role": "coordinator"})

    assert Post.objects.get(role=Role.COORDINATOR).name == "koordynator programu"


def test_a_known_address_is_never_invited_again(client: InspectingClient, coordinator: User, head: User) -> None:
    head.email = "halina@kmp.example"
    head.save()
    page = client.as_(coordinator).post(ADD, {**NINA, "email": "HALINA@kmp.example", "role": "member"})

    assert "Halina Kierownicza ma już konto" in page.content.decode()
    assert not Invitation.objects.exists()


def test_the_link_opens_and_the_button_acts(client: InspectingClient, invitation: Invitation) -> None:
    link = link_of(invitation)
    for _scanner in range(2):
        assert "naczelniczka, KMP" in text_of(client.page(link))
    assert not Invitation.objects.get().accepted_at

    assert accept(client, link) == 302
    assert User.objects.get(pk=invitation.user_id).check_password(PASSWORD)
    assert JournalEntry.objects.filter(event="people.invitation_accepted").count() == 1


def test_it_works_once(client: InspectingClient, invitation: Invitation) -> None:
    link = link_of(invitation)
    accept(client, link)

    assert accept(client, link) == 410
    page = client.get(link)
    assert page.status_code == 410
    assert "Zostało już przyjęte" in page.content.decode()


def test_a_weak_password_is_refused_and_the_link_stays(client: InspectingClient, invitation: Invitation) -> None:
    page = client.post(link_of(invitation), {"new_password1": "krótkie", "new_password2": "krótkie"})

    assert page.status_code == 200
    assert Invitation.objects.get().is_open


def test_it_expires_after_the_days_of_the_setting(
    client: InspectingClient, police: Institution, coordinator: User, time_machine
) -> None:
    OptionValue.objects.create(key="institutions.invitation_days", value=2)
    post = NewPost("n", Role.REPORTER, police)
    user = add_person(Newcomer("n@kmp.example", "N", "N"), post=post, since=clock.today(), by=coordinator)
    link = link_of(user.invitations.get())
    time_machine.move_to(clock.now() + timedelta(days=2, minutes=1))

    assert accept(client, link) == 410
    assert "Poproś o następne: Krystyna Koordynatorska" in client.get(link).content.decode()


def test_sent_again_the_former_link_is_dead(
    client: InspectingClient, coordinator: User, invitation: Invitation
) -> None:
    client.as_(coordinator).post(f"/administracja/osoby/{invitation.user_id}/zaproszenie/")
    client.logout()
    assert accept(client, link_of(invitation)) == 410
    assert accept(client, link_of(Invitation.objects.latest("pk"))) == 302


def test_revoked_it_is_dead(client: InspectingClient, coordinator: User, invitation: Invitation) -> None:
    client.as_(coordinator).post(f"/administracja/zaproszenia/{invitation.pk}/cofniecie/")
    client.logout()

    assert accept(client, link_of(invitation)) == 410
    assert "Zostało cofnięte" in client.get(link_of(invitation)).content.decode()


@pytest.mark.parametrize(
    "token",
    ["zmyslony", signing.dumps(1, salt="inna"), signing.dumps(10**6, salt=invitations.SALT)],
    ids=["made up", "signed for something else", "of nobody"],
)
def test_a_link_that_we_did_not_send_opens_nothing(client: InspectingClient, db: None, token: str) -> None:
    page = client.get(reverse("people:accept", args=(token,)))

    assert page.status_code == 410
    assert "niepełny albo zmieniony" in page.content.decode()


def test_whoever_has_a_password_is_not_invited(coordinator: User, reporter: User) -> None:
    with pytest.raises(Refused, match="ma już hasło"):
        invitations.send_again(reporter, role="", by=coordinator)


def test_a_switched_off_person_cannot_use_the_link(client: InspectingClient, invitation: Invitation) -> None:
    User.objects.filter(pk=invitation.user_id).update(is_active=False)

    assert accept(client, link_of(invitation)) == 410


def test_a_coordinator_does_not_invite_a_future_administrator(client: InspectingClient, coordinator: User) -> None:
    invited = make_person("Alicja", "Nowa", Role.ADMINISTRATOR)
    invited.set_unusable_password()
    invited.save()

    assert client.as_(coordinator).post(f"/administracja/osoby/{invited.pk}/zaproszenie/").status_code == 403


def test_without_a_mail_server_the_link_is_shown_once_asked_and_that_is_noted(
    client: InspectingClient, coordinator: User, invitation: Invitation, settings: Any
) -> None:
    settings.EMAIL_HOST = ""
    person = reverse("people:detail", args=(invitation.user_id,))
    page = client.as_(coordinator).page(person)
    assert "Serwer poczty nie jest ustawiony" in page.text
    assert "/konto/zaproszenie/" not in str(page)

    shown = client.post(reverse("people:show-link", args=(invitation.pk,)))

    link = BeautifulSoup(shown.content, "html.parser").select("main code")[0].text
    assert link.startswith(settings.SITE_URL + "konto/zaproszenie/")
    assert invitations.invitation_of(link.rstrip("/").rpartition("/")[2]) == invitation
    line = JournalEntry.objects.get(event="people.invitation_link_shown")
    assert (line.object_key, line.actor_key) == (str(invitation.user_id), str(coordinator.pk))
    assert "zaproszenie" not in str(line.data)


def test_with_a_mail_server_it_goes_to_nobody_else(
    client: InspectingClient, coordinator: User, invitation: Invitation, settings: Any
) -> None:
    settings.EMAIL_HOST = "mail.example"
    shown = client.as_(coordinator).post(reverse("people:show-link", args=(invitation.pk,)), follow=True)

    assert "Poczta działa" in shown.content.decode()
    assert "/konto/zaproszenie/" not in shown.content.decode()
    assert not JournalEntry.objects.filter(event="people.invitation_link_shown").exists()


def test_a_link_that_is_dead_is_not_shown(
    client: InspectingClient, coordinator: User, invitation: Invitation, settings: Any
) -> None:
    settings.EMAIL_HOST = ""
    invitations.revoke(invitation, by=coordinator)
    shown = client.as_(coordinator).post(reverse("people:show-link", args=(invitation.pk,)), follow=True)

    assert "To zaproszenie nie jest już ważne" in shown.content.decode()


def test_an_invitation_waits_for_no_morning_and_its_link_is_not_kept() -> None:
    assert (INVITATION.urgent, INVITATION.secret, INVITATION.duty) == (True, True, True)


@pytest.mark.parametrize("kind", [INVITATION, HANDOVER, DEPUTY], ids=lambda kind: kind.name)
def test_messages_of_posts_say_to_whom_and_when_and_show_examples(kind: Kind) -> None:
    assert kind.audience
    assert kind.occasion
    assert set(kind.examples) == set(kind.variables)
    assert all(f"{{{{ {word} }}}}" in f"{kind.subject} {kind.body}" for word in kind.required)
