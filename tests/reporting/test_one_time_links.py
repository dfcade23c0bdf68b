"""One-time links as acts: sent, opened once, asked for again, revoked; what is kept of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from link_acts import EWA, invite, last_address, secret

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.models import JournalEntry, OptionValue
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import NO_RIGHTS
from bezpiecznik.notices.models import Message
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import LinkToken, OneTimeLink, Packet, Period
from bezpiecznik.reporting.refusals import Refused

pytestmark = pytest.mark.django_db


@contextmanager
def later(**span: float) -> Iterator[None]:
    with clock.pretend(clock.now() + timedelta(**span)):
        yield


@pytest.fixture
def link(packet: Packet, police: Institution, coordinator: User) -> OneTimeLink:
    """Sent to Ewa Nowa for the police."""
    return invite(police, by=coordinator)


def test_a_person_is_made_known_without_password_and_without_rights(link: OneTimeLink) -> None:
    ewa = User.objects.get(email=EWA["email"])

    assert (ewa.get_full_name(), ewa.has_usable_password()) == ("Ewa Nowa", False)
    assert rights_of(ewa) == NO_RIGHTS


def test_a_person_known_by_e_mail_is_found(
    link: OneTimeLink, police: Institution, guard: Institution, coordinator: User
) -> None:
    again = invite(police, by=coordinator, email="EWA.Nowa@podmiot.example")
    other = invite(guard, by=coordinator)

    assert again == link
    assert other.user == link.user
    assert User.objects.filter(email=EWA["email"]).count() == 1


def test_an_address_mailed_to_a_mailbox_that_is_not_the_persons_any_more_opens_nothing(link: OneTimeLink) -> None:
    """Mistyped and put right: whoever reads the wrong mailbox is out, though they had opened it already."""
    assert services.open_link(secret())
    assert LinkToken.objects.at_work().exists()
    User.objects.filter(pk=link.user_id).update(email="ewa@dobry.example")
    assert not LinkToken.objects.at_work().exists()

    services.resend_link(link, by=link.made_by)
    assert services.open_link(secret())


def test_only_the_hash_of_the_secret_is_kept(link: OneTimeLink) -> None:
    token = LinkToken.objects.get()
    assert len(secret()) >= 43  # 256 bits in letters of base64
    assert token.digest == digest(secret())
    assert secret() not in str([*JournalEntry.objects.values(), *LinkToken.objects.values()])


def test_secrets_differ(link: OneTimeLink, guard: Institution, coordinator: User) -> None:
    first = secret()
    invite(guard, by=coordinator)
    assert secret() != first


def test_the_mail_names_the_institution_and_the_last_day(link: OneTimeLink) -> None:
    mail = Message.objects.get()
    assert (mail.address, mail.subject) == (EWA["email"], "Sprawozdanie: Komenda Miejska Policji")
    assert "19 stycznia 2023 r." in mail.body.replace("\u00a0", " ")


def test_days_of_a_link_are_a_setting(packet: Packet, police: Institution, coordinator: User) -> None:
    OptionValue.objects.create(key="reporting.link_days", value=3)
    invite(police, by=coordinator)
    token = LinkToken.objects.get()
    assert token.expires_at - clock.now() == timedelta(days=3)


def test_an_address_opens_once(link: OneTimeLink) -> None:
    address = secret()
    opened = services.open_link(address)

    assert opened is not None
    assert opened.link == link
    assert services.open_link(address) is None
    assert JournalEntry.objects.filter(event="reporting.link_opened", actor_name="Ewa Nowa").count() == 1


def test_an_opened_address_stands_in_the_log_of_messages_no_more(link: OneTimeLink) -> None:
    services.open_link(secret())
    assert last_address() == ""


def test_an_unknown_address_opens_nothing(link: OneTimeLink) -> None:
    assert services.open_link("x" * 43) is None


def test_an_address_opens_nothing_after_its_last_day(link: OneTimeLink) -> None:
    with later(days=14, seconds=1):
        assert services.open_link(secret()) is None
    with later(days=13, hours=23):
        assert services.open_link(secret()) is not None


def test_a_fresh_address_puts_the_old_one_out(link: OneTimeLink, coordinator: User) -> None:
    old = secret()
    services.resend_link(link, by=coordinator)

    assert services.open_link(old) is None
    assert services.open_link(secret()) is not None


def test_a_revoked_link_opens_nothing_and_mails_nothing(link: OneTimeLink, coordinator: User) -> None:
    address = secret()
    services.revoke_link(link, by=coordinator)
    services.revoke_link(link, by=coordinator)

    assert services.open_link(address) is None
    services.ask_again(address)
    with pytest.raises(Refused, match="unieważniono"):
        services.resend_link(link, by=coordinator)
    assert Message.objects.count() == 1
    assert JournalEntry.objects.filter(event="reporting.link_revoked").count() == 1


def test_a_person_whose_link_was_revoked_may_get_a_new_one(
    link: OneTimeLink, police: Institution, coordinator: User
) -> None:
    services.revoke_link(link, by=coordinator)
    assert invite(police, by=coordinator) != link
    assert services.open_link(secret()) is not None


def test_a_closed_account_opens_nothing_and_gets_nothing(
    link: OneTimeLink, police: Institution, coordinator: User
) -> None:
    User.objects.filter(pk=link.user_id).update(is_active=False)
    assert services.open_link(secret()) is None
    with pytest.raises(Refused, match="zamknięte"):
        invite(police, by=coordinator)


def test_a_fresh_address_is_asked_for_on_the_page_of_a_used_one(link: OneTimeLink) -> None:
    used = secret()
    services.open_link(used)
    services.ask_again(used)

    assert Message.objects.count() == 2
    assert services.open_link(secret()) is not None
    assert JournalEntry.objects.filter(event="reporting.link_asked").count() == 1


def test_not_more_often_than_once_in_ten_minutes(link: OneTimeLink) -> None:
    address = secret()
    services.ask_again(address)
    assert Message.objects.count() == 1  # the first mail has just gone
    with later(minutes=11):
        services.ask_again(address)
        services.ask_again(address)
    assert Message.objects.count() == 2


def test_not_more_often_than_five_times_a_day(link: OneTimeLink) -> None:
    address = secret()
    for hour in range(1, 9):
        with later(hours=hour):
            services.ask_again(address)
    assert Message.objects.count() == 1 + 5
    with later(hours=30):
        services.ask_again(address)
    assert Message.objects.count() == 1 + 5 + 1


def test_nobody_is_mailed_when_nothing_is_open(
    link: OneTimeLink, period: Period, police: Institution, coordinator: User
) -> None:
    services.close_period(period, by=coordinator)
    with later(hours=1):
        services.ask_again(secret())
    with pytest.raises(Refused, match="nie ma teraz otwartego"):
        invite(police, by=coordinator)
    assert Message.objects.count() == 1
