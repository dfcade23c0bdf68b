"""A new password: by the old one, or by a link in the mail."""

from time import monotonic, sleep
from typing import Any

from allauth.account.signals import password_changed
from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bezpiecznik.accounts import browsers, limits, services
from bezpiecznik.accounts.address import client_address
from bezpiecznik.accounts.forms import ChangePasswordForm, NewPasswordForm, ResetForm
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.views.resting import Resting
from bezpiecznik.accounts.views.shared import NotShared


class ChangePassword(NotShared, Resting, auth.PasswordChangeView):
    form_class = ChangePasswordForm
    template_name = "accounts/password.html"
    success_url = reverse_lazy("core:desk")

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Django gives this session a new key; the list of sessions follows it, and the others end."""
        response = super().form_valid(form)
        password_changed.send(sender=User, request=self.request, user=form.user)
        services.finish_password_change(form.user, session_key=self.request.session.session_key or "")
        messages.success(self.request, _("Zmieniono hasło. Pozostałe sesje zostały zakończone."))
        return response


@method_decorator(login_not_required, name="dispatch")
class AskForLink(auth.PasswordResetView):
    """The same answer, after the same time, whether there is such an account or not."""

    takes_seconds = 0.25
    """No answer comes sooner; writing the letter into the queue takes less."""
    form_class = ResetForm
    template_name = "accounts/reset.html"
    email_template_name = "accounts/mail/reset.txt"
    subject_template_name = "accounts/mail/reset_subject.txt"
    success_url = reverse_lazy("accounts:reset-sent")

    def form_valid(self, form: Any) -> HttpResponse:
        began = monotonic()
        response = self._asked(form)
        sleep(max(0.0, self.takes_seconds - (monotonic() - began)))
        return response

    def _asked(self, form: Any) -> HttpResponse:
        email, address = form.cleaned_data["email"].strip().lower(), client_address(self.request)
        over = limits.RESETS_TO.reached(email) or limits.RESETS_FROM.reached(address)
        limits.RESETS_TO.add(email)
        limits.RESETS_FROM.add(address)
        if over:  # the links of the last hour are still good, and lie in the owner's mail
            return HttpResponse(status=302, headers={"Location": str(self.success_url)})
        return super().form_valid(form)


@method_decorator(login_not_required, name="dispatch")
class LinkSent(auth.PasswordResetDoneView):
    template_name = "accounts/reset_sent.html"


@method_decorator(login_not_required, name="dispatch")
@method_decorator(require_http_methods(["GET", "HEAD", "POST"]), name="dispatch")  # the framework answers any method
class SetByLink(auth.PasswordResetConfirmView):
    """Opens as often as one likes (scanners of mail open links too), acts once, within an hour."""

    form_class = NewPasswordForm
    template_name = "accounts/reset_set.html"
    success_url = reverse_lazy("accounts:sign-in")

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        services.finish_password_reset(form.user)
        browsers.remember(self.request, response, form.user)  # the owner of the mailbox waits for no strangers
        messages.success(self.request, _("Ustawiono nowe hasło. Możesz się zalogować."))
        return response
