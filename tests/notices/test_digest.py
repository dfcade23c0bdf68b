"""One message a day out of those that could wait; one that is alone goes as it is."""

from datetime import timedelta

import pytest
from quiet_noon import NOON
from stand_ins import SmtpServer

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.notices import services
from bezpiecznik.notices.delivery import deliver_due
from bezpiecznik.notices.digest import gather_due
from bezpiecznik.notices.links import read_unsubscribe_token
from bezpiecznik.notices.models import Message, MessageState

pytestmark = pytest.mark.django_db

NEXT_MORNING = NOON + timedelta(hours=20)


def test_what_waited_goes_as_one_letter_at_the_hour_of_the_digest(smtp: SmtpServer, reporter: User) -> None:
    for what in ("pierwsza", "druga"):
        services.send("test.news", to=reporter, url=f"/praca/{what}/", what=what)
    assert gather_due() == 0
    with clock.pretend(NEXT_MORNING):
        assert gather_due() == 2
        assert gather_due() == 0
        assert deliver_due().sent == 1
    letter = smtp.letters()[0]
    text = letter.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert letter["Subject"] == "2 wiadomości z systemu Bezpiecznik"
    assert "1. Nowina: pierwsza\nhttps://program.zatorzyn.example/praca/pierwsza/\n\n2. Nowina: druga\n" in text
    carried = Message.objects.filter(kind="test.news")
    assert {message.state for message in carried} == {MessageState.GATHERED}
    assert {message.carrier.kind for message in carried} == {"notices.digest"}


def test_a_digest_leaves_all_kinds_that_it_carries(smtp: SmtpServer, reporter: User) -> None:
    for what in ("a", "b"):
        services.send("test.news", to=reporter, what=what)
    with clock.pretend(NEXT_MORNING):
        gather_due()
        deliver_due()
    link = smtp.letters()[0]["List-Unsubscribe"].strip("<>")
    assert read_unsubscribe_token(link.rstrip("/").rpartition("/")[2]) == (reporter.pk, ["test.news"])


def test_one_alone_goes_as_it_is(smtp: SmtpServer, reporter: User) -> None:
    services.send("test.news", to=reporter, what="jedyna")
    with clock.pretend(NEXT_MORNING):
        assert gather_due() == 1
        assert deliver_due().sent == 1
    assert smtp.letters()[0]["Subject"] == "Nowina: jedyna"
    assert not Message.objects.filter(kind="notices.digest").exists()


def test_each_person_gets_only_their_own(smtp: SmtpServer, reporter: User, coordinator: User) -> None:
    for person in (reporter, coordinator, reporter, coordinator):
        services.send("test.news", to=person, what=person.first_name)
    with clock.pretend(NEXT_MORNING):
        gather_due()
        deliver_due()
    texts = {to: letter.get_content() for to, letter in (
        (to, letter.get_body(("plain",))) for (_s, to, _t), letter in zip(smtp.received, smtp.letters(), strict=True)
    )}  # fmt: skip
    assert set(texts) == {reporter.email, coordinator.email}
    assert "Krystyna" not in texts[reporter.email]


def test_who_changes_to_weekly_gets_what_waits_on_monday(reporter: User) -> None:
    services.send("test.news", to=reporter, what="x")
    services.choose(reporter, rhythm="weekly", wanted=["test.news"])
    with clock.pretend(NEXT_MORNING):
        assert gather_due() == 0
    with clock.pretend(NOON + timedelta(days=4)):
        assert gather_due() == 1


def test_who_declines_does_not_get_what_waits(reporter: User) -> None:
    services.send("test.news", to=reporter, what="x")
    services.unsubscribe(reporter, kinds=["test.news"])
    with clock.pretend(NEXT_MORNING):
        assert gather_due() == 0
    assert Message.objects.get().state == MessageState.DECLINED
