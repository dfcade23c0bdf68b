"""What the room does by itself, every minute or so."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import ticks
from bezpiecznik.notices.bounces import take_in
from bezpiecznik.notices.delivery import deliver_due
from bezpiecznik.notices.digest import gather_due
from bezpiecznik.notices.mailbox import from_imap


@ticks.every("notices.digest", title=_("Zbieranie wiadomości w zbiorcze"))
def digest() -> str:
    return str(_("zebrano %s")) % gather_due()


@ticks.every("notices.deliver", title=_("Wysyłka poczty"))
def deliver() -> str:
    """Beside the worker, who is told of each message: what was lost, put off, or waited for the end of the silence."""
    return str(deliver_due())


@ticks.every("notices.bounces", title=_("Odczyt poczty odbitej"), interval=timedelta(minutes=10))
def read_bounces() -> str:
    if not settings.BOUNCE_IMAP_URL:
        return str(_("nie podano skrzynki (BOUNCE_IMAP_URL)"))
    return str(take_in(from_imap(settings.BOUNCE_IMAP_URL)))
