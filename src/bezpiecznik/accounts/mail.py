"""Short notices of what happened to an account: what, when, and what to do if it was not you."""

import logging
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Notice:
    subject: str | Promise
    sentence: str | Promise


NEW_BROWSER = Notice(
    _("Logowanie w nowej przeglądarce"),
    _("Zalogowano się na Twoje konto w przeglądarce, której dotąd nie było: {browser}."),
)
PASSWORD_CHANGED = Notice(_("Zmiana hasła"), _("Zmieniono hasło do Twojego konta. Pozostałe sesje zostały zakończone."))
FACTOR_ADDED = Notice(_("Nowy drugi składnik"), _("Do Twojego konta dodano drugi składnik logowania: {factor}."))
FACTOR_REMOVED = Notice(_("Usunięty drugi składnik"), _("Z Twojego konta usunięto drugi składnik logowania: {factor}."))
FACTORS_TAKEN = Notice(
    _("Usunięte drugie składniki"), _("Administrator usunął drugie składniki logowania z Twojego konta.")
)
CODES_MADE = Notice(_("Nowe kody zapasowe"), _("Przygotowano nowe kody zapasowe. Poprzednie przestały działać."))
CODES_GUESSED = Notice(
    _("Niepoprawne kody drugiego składnika"),
    _("Ktoś zna hasło do Twojego konta i wiele razy podał niepoprawny kod. Jeśli to nie Ty, zmień hasło teraz."),
)
IDENTITY_LINKED = Notice(
    _("Logowanie przez innego dostawcę"), _("Na Twoje konto można się teraz zalogować także przez: {provider}.")
)


def tell(user: User, notice: Notice, **words: str) -> None:
    """Send after the transaction. A server of mail that does not answer stops nobody: the log of the process tells."""
    body = render_to_string(
        "accounts/mail/notice.txt",
        {"user": user, "sentence": str(notice.sentence).format(**words), "at": clock.now()},
    )
    transaction.on_commit(partial(_send, user.email, f"{notice.subject} – Bezpiecznik", body))


def _send(address: str, subject: str, body: str) -> None:
    try:
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [address])
    except OSError:  # what smtplib and sockets raise
        log.exception("A notice of security was not sent")
