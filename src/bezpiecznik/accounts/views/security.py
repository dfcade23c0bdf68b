"""Security of one's own account: factors, sessions, identities."""

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.accounts import demo, queries, second_factor, services
from bezpiecznik.accounts.models import User


class Request(HttpRequest):
    user: User  # the middleware lets nobody else through


@require_safe
def security(request: Request) -> HttpResponse:
    context = {
        **queries.factors_of(request.user),
        "must_add": second_factor.is_missing(request, request.user),
        "shared": (shared := demo.is_shared(request.user)),
        "factors_closed": shared and not settings.SECOND_FACTOR_REQUIRED,
        "has_password": request.user.has_usable_password(),
        "sessions": len(queries.sessions_of(request.user)),
        "identities": queries.identities_of(request.user),
    }
    return render(request, "accounts/security.html", context)


@require_safe
def sessions(request: Request) -> HttpResponse:
    context = {"sessions": queries.sessions_of(request.user), "current": request.session.session_key}
    return render(request, "accounts/sessions.html", context)


@require_POST
def end_session(request: Request, pk: int) -> HttpResponse:
    services.end_session(get_object_or_404(UserSession, pk=pk, user=request.user), by=request.user)
    messages.success(request, _("Zakończono sesję."))
    return redirect("accounts:sessions")


@require_POST
def end_sessions(request: Request) -> HttpResponse:
    """Everywhere but here."""
    services.end_sessions(request.user, by=request.user, except_key=request.session.session_key or "")
    messages.success(request, _("Wylogowano wszędzie poza tą przeglądarką."))
    return redirect("accounts:sessions")


@require_safe
def confirm_elsewhere(request: Request) -> HttpResponse:
    """Who acts is asked of somebody who has neither a password nor a factor: only the provider can tell."""
    return render(request, "accounts/confirm_elsewhere.html", {"identities": queries.identities_of(request.user)})


@require_POST
def unlink_identity(request: Request, pk: int) -> HttpResponse:
    """As every change of the ways in, by whoever has just shown who they are."""
    get_object_or_404(SocialAccount, pk=pk, user=request.user)
    raise_if_reauthentication_required(request, app="allauth.socialaccount")
    services.unlink_identity(request.user, pk=pk, by=request.user)
    messages.success(request, _("Odłączono tożsamość."))
    return redirect("accounts:security")
