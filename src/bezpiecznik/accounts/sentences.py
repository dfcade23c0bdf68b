"""How events of accounts read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.events import Event
from bezpiecznik.core.sentences import register

register(
    {
        Event.CREATED: _("Utworzono konto: %(object)s"),
        Event.CHANGED: _("Zmieniono dane konta: %(object)s"),
        Event.PASSWORD_CHANGED: _("Zmieniono hasło: %(object)s"),
    },
    labels={"email": _("adres e-mail"), "first_name": _("imię"), "last_name": _("nazwisko"), "function": _("funkcja")},
)
