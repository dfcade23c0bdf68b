"""My posts and those I stand in for; naming a deputy and calling it off."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Post
from bezpiecznik.institutions.posts import access, deputies, queries
from bezpiecznik.institutions.posts.bars import scale
from bezpiecznik.institutions.posts.forms import DeputyForm


@require_safe
def mine(request: Request) -> HttpResponse:
    """Everybody's own page: posts held, deputies on them, and for whom one stands in."""
    held = queries.holdings_by(request.user)
    context = {
        "held": [holding for holding in held if holding.is_current or holding.is_to_come],
        "scale": scale(held),
        "standing_in": queries.standing_in(request.user),
    }
    return render(request, "posts/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def name_deputy(request: Request, pk: int) -> HttpResponse:
    holding = access.get_holding_to_deputise(request.user, pk)
    people = access.possible_deputies(request.user, holding)
    form = DeputyForm(request.POST if request.method == "POST" else None, people=people)
    back = _back(request, holding.user_id, holding.post)
    notes = (
        [] if people.exists() else [_("Nikt inny nie ma teraz stanowiska w tym podmiocie. Poproś biuro o zastępcę.")]
    )
    page = ActPage(
        title=_("Wyznacz zastępcę"),
        lede=_("%(person)s, %(post)s. W tych dniach zastępca będzie mógł to, co osoba zastępowana.")
        % {"person": holding.user, "post": holding.post},
        act=_("Wyznacz zastępcę"),
        back=back,
        crumbs=[(_("Moje stanowiska i zastępstwa") if back == reverse("posts:mine") else holding.post.name, back)],
        notes=notes,
    )
    do = partial(deputies.name_deputy, holding, by=request.user)
    return perform(request, form, page, do, done=_("Wyznaczono zastępcę. Dostanie wiadomość."))


@require_POST
def end_absence(request: Request, pk: int) -> HttpResponse:
    absence = access.get_absence(request.user, pk)
    back = _back(request, absence.holding.user_id, absence.holding.post)
    return press(
        request, partial(deputies.end_absence, absence, by=request.user), done=_("Zakończono zastępstwo."), to=back
    )


def _back(request: Request, holder: int, post: Post) -> str:
    return reverse("posts:mine") if holder == request.user.pk else post.get_absolute_url()
