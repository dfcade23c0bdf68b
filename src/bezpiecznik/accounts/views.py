from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from bezpiecznik.accounts import demo
from bezpiecznik.accounts.events import Event
from bezpiecznik.accounts.forms import SignInForm
from bezpiecznik.core import journal


@method_decorator(login_not_required, name="dispatch")
class SignIn(auth.LoginView):
    """Sign-in by password. In demo mode the page also offers the cast by name, with the common password."""

    form_class = SignInForm
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offered = {"cast": demo.cast(), "demo_password": demo.PASSWORD} if settings.DEMO else {}
        return super().get_context_data(**kwargs, **offered)


class SignOut(auth.LogoutView):
    """Only by POST: a link opens, a button acts."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(*args, **kwargs)
        messages.success(self.request, _("Wylogowano."))
        return response


class ChangePassword(auth.PasswordChangeView):
    template_name = "accounts/password.html"
    success_url = reverse_lazy("core:desk")

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        journal.record(Event.PASSWORD_CHANGED, form.user, by=form.user)
        messages.success(self.request, _("Zmieniono hasło."))
        return response
