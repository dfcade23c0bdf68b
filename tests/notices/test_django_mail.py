"""What Django and its packages write goes the same way: queued, logged, sent once, its secrets taken out."""

from typing import Any

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from quiet_noon import NOON
from stand_ins import SmtpServer

from bezpiecznik.accounts.models import User
from bezpiecznik.notices.delivery import deliver_due
from bezpiecznik.notices.models import Message, MessageState

pytestmark = pytest.mark.django_db
RESET = "https://program.zatorzyn.example/konto/haslo/MQ/cx7q2l-9a8b7c6d5e4f30211a2b3c4d/"


@pytest.fixture(autouse=True)
def _our_backend(settings: Any) -> None:
    settings.EMAIL_BACKEND = "bezpiecznik.notices.backend.Queue"


def test_the_backend_of_the_house_is_ours() -> None:
    from bezpiecznik.config import settings

    assert settings.EMAIL_BACKEND == "bezpiecznik.notices.backend.Queue"


def test_a_letter_of_django_waits_in_the_log_as_urgent_and_secret(reporter: User) -> None:
    send_mail("Nowe\thasło", f"Otwórz:\n{RESET}", None, [reporter.email.upper()])
    message = Message.objects.get()
    assert (message.kind, message.user, message.subject) == ("mail", reporter, "Nowe hasło")
    assert (message.urgent, message.secret, message.state) == (True, True, MessageState.WAITING)
    assert (message.due_at, message.kind_title) == (NOON, "Logowanie i konto")
    assert "9a8b7c" not in message.shown_body


def test_the_reader_gets_the_link_and_the_log_loses_it(smtp: SmtpServer, reporter: User) -> None:
    send_mail("Nowe hasło", f"Otwórz:\n{RESET}\n\nKod:\n\n483920\n", None, [reporter.email])
    assert deliver_due().sent == 1
    assert RESET in smtp.letters()[0].get_body(("plain",)).get_content()
    message = Message.objects.get()
    assert "9a8b7c" not in message.body
    assert "483920" not in message.body
    assert message.redacted_at == NOON


def test_each_recipient_has_a_letter_of_their_own(smtp: SmtpServer) -> None:
    mail = EmailMultiAlternatives(
        "Wiadomość", "Tekst", to=["a@x.example"], cc=["b@x.example"], bcc=["Ktoś <c@x.example>"],
        reply_to=["Biuro <biuro@x.example>"],
    )  # fmt: skip
    mail.attach_alternative("<p>Tekst</p>", "text/html")
    assert mail.send() == 1
    deliver_due()
    assert [(to, letter["To"], letter["Reply-To"]) for (_sender, to, _text), letter in zip(
        smtp.received, smtp.letters(), strict=True
    )] == [(to, to, "biuro@x.example") for to in ("a@x.example", "b@x.example", "c@x.example")]  # fmt: skip


def test_attachments_are_refused_loudly() -> None:
    mail = EmailMessage("Wiadomość", "Tekst", to=["a@x.example"], attachments=[("plik.txt", "x", "text/plain")])
    with pytest.raises(ValueError, match="send a link"):
        mail.send()
