"""In by e-mail and password, then by the second factor of whoever has one; out by a button."""

from typing import Any

from allauth.account.internal.stagekit import clear_login
from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bezpiecznik.accounts import demo, gate, services
from bezpiecznik.accounts.forms import SecondFactorForm, SignInForm
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.views.resting import Resting


@method_decorator(login_not_required, name="dispatch")
class SignIn(Resting, LoginView):
    """Sign-in by password. In demo mode the page also offers the cast by name, with the common password."""

    form_class = SignInForm
    template_name = "accounts/sign_in.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with gate.turn():
                return super().post(request, *args, **kwargs)
        except gate.Crowded:
            return render(request, "accounts/crowded.html", status=503)

    def get_form_class(self) -> type[SignInForm]:
        return SignInForm

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        """Whoever comes back here without the second factor begins anew."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offered = {"cast": demo.cast(), "demo_password": demo.PASSWORD} if settings.DEMO else {}
        providers = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {
            **context,
            **offered,
            "providers": providers,
            "next": context["redirect_field_value"] or "",
            "second_factor_required": settings.SECOND_FACTOR_REQUIRED,
        }


@method_decorator(login_not_required, name="dispatch")
class SecondFactor(Resting, AuthenticateView):
    """The code of the application, a recovery code, or a key."""

    template_name = "accounts/second_factor.html"

    def get_form_class(self) -> type[SecondFactorForm]:
        return SecondFactorForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kinds = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        return {**super().get_context_data(**kwargs), "has_app": "totp" in kinds, "has_key": "webauthn" in kinds}


@require_POST
@login_not_required
def start_again(request: HttpRequest) -> HttpResponse:
    """Give up the second factor asked for, and sign in as somebody else."""
    clear_login(request)
    return redirect("accounts:sign-in")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Only by POST: a link opens, a button acts."""
    if isinstance(request.user, User):
        services.note_sign_out(request.user)
    logout(request)
    messages.success(request, _("Wylogowano."))
    return redirect(settings.LOGOUT_REDIRECT_URL)
