"""What is typed to sign in and about one's own account."""

import logging
from typing import TYPE_CHECKING, Any

from allauth.account.forms import ReauthenticateForm
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCode
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm, PasswordResetForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import demo, limits, sealing, services
from bezpiecznik.accounts.guessing import Guess
from bezpiecznik.accounts.models import User

log = logging.getLogger(__name__)
LONGEST = 1_000
CURRENT = {"autocomplete": "current-password", "data-show-password": ""}
NEW = {"autocomplete": "new-password", "data-show-password": ""}


class TooManyTries(Exception):
    """Trying rests for a while; the page says how long and what else can be done."""


def password_field(label: Any, attrs: dict[str, str], **words: Any) -> forms.CharField:
    """Whatever is typed or pasted is taken as it is, up to 1 000 signs."""
    return forms.CharField(
        label=label, strip=False, max_length=LONGEST, widget=forms.PasswordInput(attrs=attrs), **words
    )


class SignInForm(forms.Form):
    """By e-mail and password. The message does not tell which of the two was wrong. Raises TooManyTries."""

    username = forms.CharField(
        label=_("Adres e-mail"),
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "inputmode": "email", "autofocus": "", "autocapitalize": "none"}
        ),
    )
    password = password_field(_("Hasło"), CURRENT)

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: User | None = None

    def clean_username(self) -> str:
        """One person, one count of failed attempts, however the address is typed."""
        return str(self.cleaned_data["username"]).strip().lower()

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self._try()
        return self.cleaned_data

    def _try(self) -> None:
        email, password = self.cleaned_data["username"], self.cleaned_data["password"]
        guess = Guess.of(self.request, email)
        if guess.rests:
            raise TooManyTries
        found = authenticate(self.request, username=email, password=password)
        if isinstance(found, User):
            self.user = found
        elif guess.failed():
            raise TooManyTries
        else:
            raise ValidationError(
                _("Adres e-mail lub hasło są niepoprawne. Sprawdź, czy nie jest włączony Caps Lock."), code="invalid"
            )

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Called by allauth's view: to the desk, or to the second factor first."""
        assert self.user is not None  # noqa: S101 (a valid form has found its person)
        login = Login(user=self.user, email=self.user.email, redirect_url=redirect_url)
        answer: HttpResponse = perform_password_login(request, {"email": self.user.email}, login)
        return answer


class ChangePasswordForm(PasswordChangeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].widget.attrs.update({"data-show-password": ""})
        _ask_for_new(self)


if TYPE_CHECKING:
    _SetPassword = SetPasswordForm[User]
else:
    _SetPassword = SetPasswordForm


class NewPasswordForm(_SetPassword):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_new(self)


def _ask_for_new(form: forms.Form) -> None:
    form.fields["new_password1"].widget.attrs.update({"data-show-password": ""})
    form.fields["new_password2"].widget.attrs.update({"data-show-password": ""})
    form.fields["new_password1"].help_text = _(
        "Co najmniej 12 znaków, najlepiej kilka niezwiązanych słów. Znaki specjalne nie są potrzebne. Można wkleić."
    )


class ResetForm(PasswordResetForm):
    """Asks for a link by mail. Also whoever signs in through a provider only may set a password so.

    Whoever was invited and never came in does not: only the invitation opens their account, and it can be revoked.
    """

    def get_users(self, email: str) -> list[User]:
        found = User.objects.filter(email=email.strip().lower(), is_active=True)
        return [user for user in found if (user.has_usable_password() or user.last_login) and not demo.is_shared(user)]


class _CodeMixin(forms.Form):
    """A code of the application, or a recovery code. Raises TooManyTries."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = forms.CharField(
            label=_("Kod"),
            max_length=20,
            help_text=_("Sześć cyfr z aplikacji albo jeden z kodów zapasowych."),
            widget=forms.TextInput(
                attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": "", "class": "code"}
            ),
        )

    def clean_code(self) -> str:
        who = (self.user.pk, Guess.of(context.request, self.user.email).mark)
        if limits.CODES.reached(*who):
            raise TooManyTries
        try:
            code: str = super().clean_code()  # type: ignore[misc]
            self._refuse_used("".join(code.split()))
        except sealing.Unreadable as problem:
            log.error("A second factor of account %s was encrypted with a signing key that is gone", self.user.pk)
            raise ValidationError(
                _("Tego składnika nie da się już odczytać. Poproś administratora o usunięcie drugich składników."),
                code="unreadable",
            ) from problem
        except ValidationError:
            if (failed := limits.CODES.add(*who)) == limits.CODES.most:
                services.note_pause(self.user, failed=failed, kind="code")
            raise
        limits.CODES.forget(*who)
        return code

    def _refuse_used(self, code: str) -> None:
        """allauth remembers used codes in the memory of one process; this is seen by all of them."""
        if limits.CODE_USED.add(self.user.pk, code) > limits.CODE_USED.most:
            raise ValidationError(_("Ten kod już był użyty. Poczekaj na następny."), code="used")


class SecondFactorForm(_CodeMixin, AuthenticateForm):
    pass


class ConfirmByCodeForm(_CodeMixin, ReauthenticateByCode):
    pass


class ConfirmByPasswordForm(ReauthenticateForm):
    """Who acts is who signed in: the password again. Raises TooManyTries."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(_("Twoje hasło"), {**CURRENT, "autofocus": ""})

    def clean_password(self) -> str:
        return confirmed(self.user, self.cleaned_data["password"])


def confirmed(user: User, password: str) -> str:
    """The password, if it is the person's. Raises TooManyTries, ValidationError."""
    if limits.CONFIRMATIONS.reached(user.pk, context.request.session.session_key):
        raise TooManyTries
    if not user.check_password(password):
        limits.CONFIRMATIONS.add(user.pk, context.request.session.session_key)
        raise ValidationError(_("Hasło jest niepoprawne."), code="incorrect_password")
    return password


class AddAppForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = forms.CharField(
            label=_("Kod z aplikacji"),
            max_length=10,
            help_text=_("Sześć cyfr, które aplikacja pokazuje teraz."),
            widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "code"}),
        )


class AddKeyForm(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = key_name()


class RenameKeyForm(EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = key_name()


def key_name() -> forms.CharField:
    return forms.CharField(
        label=_("Nazwa klucza"),
        max_length=60,
        help_text=_("Żeby odróżnić go od innych, np. „czytnik palca w laptopie” albo „klucz przy breloku”."),
    )
