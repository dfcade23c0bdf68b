from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """By e-mail and password. The message does not tell which of the two was wrong."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": _("Adres e-mail lub hasło są niepoprawne. Sprawdź, czy nie jest włączony Caps Lock."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs["inputmode"] = "email"

    def clean_username(self) -> str:
        """One person, one count of failed attempts, however the address is typed."""
        return str(self.cleaned_data["username"]).strip().lower()
