"""Posts: the list, one post with its holders on a bar, and what is done with it."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core import clock, journal
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.access import roles_to_give
from bezpiecznik.institutions.acts import ActPage, perform
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.institutions.posts import access, legacy, queries, services
from bezpiecznik.institutions.posts.bars import scale
from bezpiecznik.institutions.posts.exports import POSTS
from bezpiecznik.institutions.posts.forms import AbolishForm, EndForm, PostFilter, PostForm, RenameForm, SeatForm

BY_NAME = (polish("name"),)
BY_INSTITUTION = (polish("institution__name"), *BY_NAME)
ORDERS = {
    "state": ("vacancy", *BY_INSTITUTION),
    "name": BY_NAME,
    "institution": BY_INSTITUTION,
    "holder": (polish("holder_name"), *BY_NAME),
    "since": ("held_since", *BY_NAME),
}


@require_safe
def index(request: Request) -> HttpResponse:
    """Vacant ones first: they are what there is to do."""
    form = PostFilter(request.GET)
    found = queries.posts(access.posts_for(request.user), form.wanted())
    if file_format := asked_format(request):
        return export(found.order_by(*ORDERS["state"], "pk"), POSTS, name=_("stanowiska"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="state"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "roles": roles_to_give(request.user),
    }
    return answer(request, "posts/list.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    post = access.get_post(request.user, pk)
    held = queries.holdings_of(post)
    context = {
        "post": post,
        "scale": scale(held),
        "current": next((holding for holding in held if holding.is_current), None),
        "leaves": legacy.matters(post),
        "manages": access.may_manage(request.user, post),
        "history": journal.about(post, *held)[:50],
        "crumbs": crumbs(),
        "today": clock.today(),
    }
    return render(request, "posts/detail.html", context)


def crumbs(post: Post | None = None) -> list[tuple[str, str]]:
    return [(_("Stanowiska"), reverse("posts:list")), *([(post.name, post.get_absolute_url())] if post else [])]


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, pk: int) -> HttpResponse:
    institution = access.get_institution_for_post(request.user, pk)
    return _add(request, institution, ActPage(
        title=_("Dodaj stanowisko"), lede=institution.name, act=_("Dodaj stanowisko"),
        back=institution.get_absolute_url(), crumbs=[(institution.short, institution.get_absolute_url())],
    ))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def add_for_unit(request: Request) -> HttpResponse:
    """A post of the whole unit, for example a seat in the commission."""
    access.posts_for(request.user)
    lede = _("Stanowisko całej jednostki. Stanowisko w podmiocie dodaje się na stronie podmiotu.")
    page = ActPage(_("Dodaj stanowisko"), _("Dodaj stanowisko"), reverse("posts:list"), lede, crumbs())
    return _add(request, None, page)


def _add(request: Request, institution: Institution | None, page: ActPage) -> HttpResponse:
    roles = roles_to_give(request.user)
    roles -= frozenset() if institution else services.OF_ONE_INSTITUTION
    form = PostForm(request.POST if request.method == "POST" else None, roles=roles)
    do = partial(services.add_post, institution=institution, by=request.user)
    return perform(request, form, page, do, done=_("Dodano stanowisko. Teraz możesz je obsadzić."), to=_page_of)


def _page_of(post: object) -> str:
    return post.get_absolute_url() if isinstance(post, Post) else reverse("posts:list")


@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: Request, pk: int) -> HttpResponse:
    post = access.get_post_to_manage(request.user, pk)
    form = RenameForm(request.POST if request.method == "POST" else None, initial={"name": post.name})
    page = ActPage(_("Zmień nazwę stanowiska"), _("Zapisz"), post.get_absolute_url(), str(post), crumbs(post))
    return perform(request, form, page, partial(services.rename_post, post, by=request.user), done=_("Zapisano nazwę."))


@require_http_methods(["GET", "HEAD", "POST"])
def abolish(request: Request, pk: int) -> HttpResponse:
    post = access.get_post_to_manage(request.user, pk)
    form = AbolishForm(request.POST if request.method == "POST" else None, initial={"on": clock.today()})
    page = ActPage(
        title=_("Znieś stanowisko"), lede=str(post), act=_("Znieś stanowisko"), back=post.get_absolute_url(),
        crumbs=crumbs(post), danger=True,
    )  # fmt: skip
    do = partial(services.abolish_post, post, by=request.user)
    return perform(request, form, page, do, done=_("Zniesiono stanowisko."))


@require_http_methods(["GET", "HEAD", "POST"])
def seat(request: Request, pk: int) -> HttpResponse:
    post = access.get_post_to_manage(request.user, pk)
    form = SeatForm(request.POST if request.method == "POST" else None)
    page = ActPage(
        title=_("Obsadź stanowisko"),
        lede=str(post),
        act=_("Obsadź stanowisko"),
        back=post.get_absolute_url(),
        crumbs=crumbs(post),
        other=(_("Zaproś nową osobę na to stanowisko"), f"{reverse('people:add')}?post={post.pk}"),
    )
    return perform(request, form, page, partial(services.seat, post, by=request.user), done=_("Obsadzono stanowisko."))


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: Request, pk: int) -> HttpResponse:
    holding = access.get_holding_to_manage(request.user, pk)
    post = holding.post
    form = EndForm(request.POST if request.method == "POST" else None, initial={"until": clock.today()})
    page = ActPage(
        title=_("Zwolnij stanowisko"),
        lede=_("%(person)s, %(post)s. Jeśli znasz następcę, lepiej przekaż mu stanowisko od razu.")
        % {"person": holding.user, "post": post},
        act=_("Ustal ostatni dzień"),
        back=post.get_absolute_url(),
        crumbs=crumbs(post),
        other=(_("Przekaż stanowisko następcy"), reverse("posts:hand-over", args=(holding.pk,))),
        danger=True,
    )
    do = partial(services.end_holding, holding, by=request.user)
    return perform(request, form, page, do, done=_("Ustalono ostatni dzień."))
