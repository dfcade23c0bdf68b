from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    CREATED = "accounts.created", _("Utworzono konto")
    CHANGED = "accounts.changed", _("Zmieniono dane konta")
    SWITCHED_OFF = "accounts.switched_off", _("Wyłączono konto")
    SWITCHED_ON = "accounts.switched_on", _("Włączono konto")
    PASSWORD_GIVEN = "accounts.password_given", _("Ustawiono pierwsze hasło")
    PASSWORD_CHANGED = "accounts.password_changed", _("Zmieniono hasło")
    PASSWORD_RESET = "accounts.password_reset", _("Ustawiono nowe hasło przez odnośnik z poczty")
    SIGNED_IN = "accounts.signed_in", _("Zalogowano")
    SIGNED_OUT = "accounts.signed_out", _("Wylogowano")
    SIGN_IN_PAUSED = "accounts.sign_in_paused", _("Wstrzymano logowanie po wielu niepoprawnych próbach")
    SESSIONS_ENDED = "accounts.sessions_ended", _("Zakończono sesje")
    FACTOR_ADDED = "accounts.factor_added", _("Dodano drugi składnik logowania")
    FACTOR_REMOVED = "accounts.factor_removed", _("Usunięto drugi składnik logowania")
    FACTORS_TAKEN = (
        "accounts.factors_taken",
        _("Usunięto drugie składniki logowania osoby, która nie ma ich przy sobie"),
    )
    CODES_MADE = "accounts.codes_made", _("Przygotowano kody zapasowe")
    IDENTITY_LINKED = "accounts.identity_linked", _("Połączono konto z tożsamością u dostawcy logowania")
    IDENTITY_UNLINKED = "accounts.identity_unlinked", _("Odłączono konto od tożsamości u dostawcy logowania")
