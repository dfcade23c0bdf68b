"""Second factors of one's own account: the application with codes, keys, recovery codes."""

from time import time
from typing import Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, EditWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.accounts import queries
from bezpiecznik.accounts.forms import AddAppForm, AddKeyForm, ConfirmByCodeForm, ConfirmByPasswordForm, RenameKeyForm
from bezpiecznik.accounts.signals import CODES_SHOWN_UNTIL
from bezpiecznik.accounts.views.resting import Resting
from bezpiecznik.accounts.views.security import Request
from bezpiecznik.accounts.views.shared import FactorNotShared

SECURITY = reverse_lazy("accounts:security")


class ConfirmByPassword(Resting, ReauthenticateView):
    template_name = "accounts/confirm.html"

    def get_form_class(self) -> type[ConfirmByPasswordForm]:
        return ConfirmByPasswordForm


class ConfirmByCode(Resting, ReauthenticateByCodeView):
    template_name = "accounts/confirm.html"

    def get_form_class(self) -> type[ConfirmByCodeForm]:
        return ConfirmByCodeForm


class ConfirmByKey(ReauthenticateWebAuthnView):
    template_name = "accounts/confirm_by_key.html"


class AddApp(FactorNotShared, ActivateTOTPView):
    template_name = "accounts/add_app.html"

    def get_form_class(self) -> type[AddAppForm]:
        return AddAppForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        secret = context["form"].secret
        groups = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
        return {**context, "secret": groups}

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Dodano aplikację z kodami."))
        return super().form_valid(form)


class RemoveApp(DeactivateTOTPView):
    template_name = "accounts/remove_factor.html"
    success_url = SECURITY

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "title": _("Usunięcie aplikacji z kodami")}

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Usunięto aplikację z kodami."))
        return super().form_valid(form)


class AddKey(FactorNotShared, AddWebAuthnView):
    template_name = "accounts/add_key.html"

    def get_form_class(self) -> type[AddKeyForm]:
        return AddKeyForm

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Dodano klucz."))
        return super().form_valid(form)


class RemoveKey(RemoveWebAuthnView):
    template_name = "accounts/remove_factor.html"
    success_url = SECURITY

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        name = self.object.wrap().name
        return {**super().get_context_data(**kwargs), "title": _("Usunięcie klucza „%(name)s”") % {"name": name}}

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Usunięto klucz."))
        return super().form_valid(form)


class RenameKey(EditWebAuthnView):
    template_name = "accounts/rename_key.html"
    success_url = SECURITY

    def get_form_class(self) -> type[RenameKeyForm]:
        return RenameKeyForm


class MakeCodes(FactorNotShared, GenerateRecoveryCodesView):
    template_name = "accounts/make_codes.html"


@require_safe
def codes(request: Request) -> HttpResponse:
    """Recovery codes: shown until the person says that they are kept, ten minutes at most; then only their number."""
    context = {**queries.factors_of(request.user), "shown": shown_codes(request)}
    return render(request, "accounts/codes.html", context)


@require_POST
def codes_file(request: Request) -> HttpResponse:
    """The codes as a text file, as long as the page shows them."""
    found = shown_codes(request)
    if not found:
        return redirect("mfa_view_recovery_codes")
    text = _("Kody zapasowe do systemu Bezpiecznik. Każdy działa raz.") + "\n\n" + "\n".join(found) + "\n"
    return HttpResponse(
        text,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="kody-zapasowe.txt"', "Cache-Control": "no-store"},
    )


@require_POST
def codes_kept(request: Request) -> HttpResponse:
    request.session.pop(CODES_SHOWN_UNTIL, None)
    return redirect("accounts:security")


def shown_codes(request: Request) -> list[str]:
    if request.session.get(CODES_SHOWN_UNTIL, 0) < time():
        return []
    found = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).first()
    return [f"{code[:4]} {code[4:]}" for code in found.wrap().get_unused_codes()] if found else []
