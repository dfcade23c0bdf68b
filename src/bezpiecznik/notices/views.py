"""A person's own choice of messages, and the way out of those that are not duty."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from bezpiecznik.accounts.models import User
from bezpiecznik.notices import links, queries, services
from bezpiecznik.notices.forms import ChoiceForm
from bezpiecznik.notices.kinds import KINDS, title_of
from bezpiecznik.notices.options import hours


@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """What one gets and how often; duty kinds are listed with the reason why one cannot leave them."""
    user = get_object_or_404(User, pk=request.user.pk)
    form = ChoiceForm(request.POST if request.method == "POST" else None, initial=queries.choices_of(user))
    if form.is_valid():
        services.choose(user, **form.cleaned_data)
        messages.success(request, _("Zapisano Twój wybór."))
        return redirect("notices:own")
    duties = [kind for kind in KINDS.values() if kind.duty]
    return render(request, "notices/own.html", {"form": form, "duties": duties, "hours": hours()})


@csrf_exempt  # the token in the address is the permission; mail programs post here without our cookie (RFC 8058)
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """A link shows what it is about, a button (the mail program's too) acts."""
    user, kinds = _named(token)
    if request.method == "POST":
        services.unsubscribe(user, kinds=kinds)
    context = {"token": token, "titles": [title_of(kind) for kind in kinds], "done": request.method == "POST"}
    return render(request, "notices/unsubscribe.html", context)


def _named(token: str) -> tuple[User, list[str]]:
    """Whom and what the token names. Raises Http404 for one that is not ours."""
    try:
        user_pk, kinds = links.read_unsubscribe_token(token)
    except BadSignature as problem:
        raise Http404 from problem
    return get_object_or_404(User, pk=user_pk), kinds
