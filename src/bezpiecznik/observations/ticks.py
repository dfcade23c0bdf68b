"""What the room does by itself."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import ticks
from bezpiecznik.notices.mailbox import from_imap
from bezpiecznik.observations.mail_intake import NoProgramme, take_in
from bezpiecznik.observations.mail_reading import MOST_BYTES
from bezpiecznik.observations.polling import poll_due


@ticks.every("observations.mail", title=_("Odczyt poczty z sygnałami"), interval=timedelta(minutes=5))
def read_mail() -> str:
    if not settings.SIGNALS_IMAP_URL:
        return str(_("nie podano skrzynki (SIGNALS_IMAP_URL)"))
    try:
        return str(take_in(from_imap(settings.SIGNALS_IMAP_URL, most_bytes=MOST_BYTES)))
    except NoProgramme:
        return str(_("nie wczytano jeszcze programu, poczta czeka"))


@ticks.every("observations.channels", title=_("Pobieranie kanałów RSS"), interval=timedelta(minutes=5))
def fetch_channels() -> str:
    return poll_due()
