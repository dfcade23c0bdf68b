"""How a message looks as a letter: what stands in its headers, its text, and its HTML alternative."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from bs4 import BeautifulSoup
from stand_ins import SmtpServer

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import OptionValue
from bezpiecznik.notices import services
from bezpiecznik.notices.delivery import deliver_due
from bezpiecznik.notices.mail import Letterhead, letter, unsubscribe_url
from bezpiecznik.notices.models import Choice, Message, Rhythm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("smtp")]


def made(message: Message) -> EmailMessage:
    """The letter as it comes out of the wire."""
    return message_from_bytes(letter(message, Letterhead.now()).as_bytes(), policy=policy.default)


def text_of(found: EmailMessage, kind: str = "plain") -> str:
    return found.get_body((kind,)).get_content().replace("\r\n", "\n")


def test_polish_letters_travel_in_headers_and_text_as_ascii(reporter: User) -> None:
    reporter.last_name = "Żółć-Źdźbło"
    reporter.save()
    message = services.send("test.duty", to=reporter, what="zażółć gęślą jaźń")
    raw = letter(message, Letterhead.now()).as_bytes()
    found = made(message)
    assert raw.isascii()
    assert found["Subject"] == "Zadanie: zażółć gęślą jaźń"
    assert found["To"].addresses[0].display_name == "Robert Żółć-Źdźbło"
    assert "proszę o zażółć gęślą jaźń." in text_of(found)
    assert max(len(line) for line in raw.splitlines()) <= 78


def test_headers_say_who_writes_and_that_a_machine_does(reporter: User) -> None:
    OptionValue.objects.create(key="notices.unit", value="Urząd Miasta Zatorzyna, BBiZK")
    OptionValue.objects.create(key="notices.reply_to", value="bbizk@zatorzyn.example")
    message = services.send("test.duty", to=reporter, what="x")
    found = made(message)
    assert found["From"].addresses[0].display_name == "Urząd Miasta Zatorzyna, BBiZK"
    assert found["Reply-To"] == "bbizk@zatorzyn.example"
    assert found["Auto-Submitted"] == "auto-generated"
    assert found["Content-Language"] == "pl"
    assert found["Message-ID"] == f"<{message.token}@zatorzyn.example>"
    assert "Urząd Miasta Zatorzyna, BBiZK" in text_of(found).partition("-- ")[2]


def test_one_message_may_be_answered_elsewhere(reporter: User) -> None:
    message = services.send("test.duty", to=reporter, reply_to="anna@zatorzyn.example", what="x")
    assert made(message)["Reply-To"] == "anna@zatorzyn.example"


def test_text_has_the_address_and_html_one_button_with_the_address_under_it(reporter: User) -> None:
    found = made(services.send("test.duty", to=reporter, url="/praca/sprawozdania/7/", what="x"))
    address = "https://program.zatorzyn.example/praca/sprawozdania/7/"
    assert f"Otwórz:\n{address}\n" in text_of(found)
    page = BeautifulSoup(text_of(found, "html"), "html.parser")
    assert [(link.get_text(strip=True), link["href"]) for link in page("a")] == [("Otwórz", address)]
    assert address in page.get_text()
    assert page.html["lang"] == "pl"
    assert page.title.string == "Zadanie: x"


def test_words_are_escaped_in_html(reporter: User) -> None:
    found = made(services.send("test.duty", to=reporter, what="<b>x</b> & y"))
    assert "&lt;b&gt;x&lt;/b&gt; &amp; y" in text_of(found, "html")


def test_only_what_is_not_duty_offers_a_way_out(reporter: User) -> None:
    duty = made(services.send("test.duty", to=reporter, what="x"))
    news = made(services.send("test.news", to=reporter, what="x"))
    assert duty["List-Unsubscribe"] is None
    assert news["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = news["List-Unsubscribe"].strip("<>")
    assert link.startswith("https://program.zatorzyn.example/konto/powiadomienia/rezygnacja/")
    assert link in text_of(news)


def test_long_addresses_in_headers_are_not_cut(settings: Any, reporter: User) -> None:
    settings.DEFAULT_FROM_EMAIL = "bezpiecznik@program-bezpieczenstwa.starostwo-powiatowe.zatorzyn.example"
    news = services.send("test.news", to=reporter, what="x")
    raw = letter(news, Letterhead.now()).as_bytes()
    assert f"\r\nList-Unsubscribe: <{unsubscribe_url(news)}>\r\n".encode() in raw
    assert f"\r\nMessage-ID: <{news.token}@program-bezpieczenstwa.starostwo".encode() in raw


def test_a_line_that_begins_with_a_dot_arrives_whole(smtp: SmtpServer, reporter: User) -> None:
    Choice.objects.create(user=reporter, rhythm=Rhythm.AT_ONCE)
    services.send("test.duty", to=reporter, what="to\n.\n..kropki")
    deliver_due()
    assert "proszę o to\n.\n..kropki." in text_of(smtp.letters()[0])


def test_without_an_address_for_bounces_they_come_to_the_sender(
    settings: Any, smtp: SmtpServer, reporter: User
) -> None:
    settings.BOUNCE_ADDRESS = ""
    services.send("test.duty", to=reporter, what="x")
    deliver_due()
    assert smtp.received[0][0] == "bezpiecznik@zatorzyn.example"
