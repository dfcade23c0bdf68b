"""Handing a post over: the page of the one click, what the successor reads, and the way back."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.posts import access, handovers, legacy
from bezpiecznik.institutions.posts.forms import HandOverForm
from bezpiecznik.institutions.posts.views.posts import crumbs


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: Request, pk: int) -> HttpResponse:
    holding = access.get_holding_to_manage(request.user, pk)
    form = HandOverForm(request.POST if request.method == "POST" else None, holding=holding)
    page = ActPage(
        title=_("Przekaż stanowisko"),
        lede=_("%(person)s, %(post)s.") % {"person": holding.user, "post": holding.post},
        act=_("Przekaż stanowisko"),
        back=holding.post.get_absolute_url(),
        crumbs=crumbs(holding.post),
        template="posts/hand_over.html",
        extra={"leaves": legacy.matters(holding.post)},
    )

    def do(**said: object) -> object:
        return handovers.hand_over(
            holding, to=form.successor, on=form.cleaned_data["on"], note=form.cleaned_data["note"], by=request.user
        )

    done = _("Przekazano stanowisko. Następca dostanie wiadomość. Dziś możesz to jeszcze cofnąć.")
    return perform(request, form, page, do, done=done)


@require_safe
def handover(request: Request, pk: int) -> HttpResponse:
    """The note, and what waits now: read afresh, so what was done since is no longer there."""
    found = access.get_handover(request.user, pk)
    context = {
        "handover": found,
        "leaves": legacy.matters(found.after.post),
        "is_successor": found.after.user_id == request.user.pk,
        "may_undo": found.can_be_undone and access.may_manage(request.user, found.before.post),
        "sees_post": access.may_manage(request.user, found.before.post),
    }
    return render(request, "posts/handover.html", context)


@require_POST
def mark_read(request: Request, pk: int) -> HttpResponse:
    found = access.get_handover_to_read(request.user, pk)
    handovers.mark_read(found, by=request.user)
    return redirect("core:desk")


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    found = access.get_handover_to_undo(request.user, pk)
    post = found.before.post
    do = partial(handovers.undo, found, by=request.user)
    return press(request, do, done=_("Cofnięto przekazanie stanowiska."), to=reverse("posts:detail", args=(post.pk,)))
