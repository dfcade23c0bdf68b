from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.accounts import services as accounts
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.queries import factors_of
from bezpiecznik.accounts.second_factor import is_required
from bezpiecznik.core import journal, reading
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.access import manages_people, roles_to_give
from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Invitation
from bezpiecznik.institutions.people import access, invitations, queries, services
from bezpiecznik.institutions.people.exports import PEOPLE
from bezpiecznik.institutions.people.forms import (
    AddPersonForm,
    EditPersonForm,
    PeopleFilter,
    SwitchOffForm,
    TakeFactorsForm,
)
from bezpiecznik.institutions.people.states import state_of
from bezpiecznik.institutions.posts.bars import scale
from bezpiecznik.institutions.posts.queries import holdings_by, standing_in
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.notices.delivery import configured

BY_NAME = (polish("last_name"), polish("first_name"))
ORDERS = {"name": BY_NAME, "email": ("email",), "signed_in": ("last_login", *BY_NAME), "created": ("created_at",)}


@require_safe
def index(request: Request) -> HttpResponse:
    form = PeopleFilter(request.GET)
    found = queries.people(access.people_for(request.user), form.wanted())
    if file_format := asked_format(request):
        reading.note(request, _("Osoby jako plik"))
        return export(found.order_by(*BY_NAME, "pk"), PEOPLE, name=_("osoby"), file_format=file_format)
    rows = listing(request, found, orders=ORDERS, default="name")
    context = {
        "listing": rows,
        "rows": [(person, state_of(person)) for person in rows.page],
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "crumbs": crumbs(request.user)[:-1],
    }
    return answer(request, "people/list.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    person = access.get_person(request.user, pk)
    reading.note(request, _("Karta osoby"), person)
    held = holdings_by(person)
    invitation = person.invitations.select_related("sent_by").first()
    person.__dict__["invited_until"] = invitation.expires_at if invitation and invitation.is_pending else None
    context = {
        "person": person,
        "state": state_of(person),
        "scale": scale(held),
        "standing_in": standing_in(person),
        "invitation": invitation,
        "mail_waits": not configured(),
        "may_invite": access.may_invite(request.user, person),
        "manages": manages_people(request.user),
        "factors": factors_of(person),
        "factor_required": is_required(person),
        "sent": queries.messages_to(person),
        "history": journal.about(person, *held)[:50],
        "crumbs": crumbs(request.user),
    }
    return render(request, "people/detail.html", context)


def crumbs(user: User) -> list[tuple[str, str]]:
    """Whoever may open the list of people has the door to it in the administration."""
    return [(_("Administracja"), reverse("administration:index")), (_("Osoby"), reverse("people:list"))]


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    access.people_for(request.user)
    form = AddPersonForm(
        request.POST if request.method == "POST" else None,
        roles=roles_to_give(request.user),
        initial={name: request.GET[name] for name in ("post", "role", "institution") if name in request.GET},
    )
    page = ActPage(
        title=_("Dodaj osobę"),
        lede=_("Osoba dostanie e-mailem zaproszenie i sama ustawi hasło. Prawa daje jej stanowisko."),
        act=_("Wyślij zaproszenie"),
        back=reverse("people:list"),
        crumbs=crumbs(request.user),
    )

    def do(**said: object) -> User:
        since = form.cleaned_data["since"]
        return services.add_person(form.newcomer, post=form.chosen_post, since=since, by=request.user)

    return perform(request, form, page, do, done=_("Wysłano zaproszenie."), to=_page_of)


def _page_of(person: object) -> str:
    return reverse("people:detail", args=(person.pk,)) if isinstance(person, User) else reverse("people:list")


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    person = access.get_person_to_edit(request.user, pk)
    form = EditPersonForm(request.POST if request.method == "POST" else None, instance=person)
    page = ActPage(_("Zmień dane osoby"), _("Zapisz"), _page_of(person), str(person), _trail(request, person))
    do = partial(services.edit_person, person, by=request.user)
    return perform(request, form, page, do, done=_("Zapisano dane osoby."))


def _trail(request: Request, person: User) -> list[tuple[str, str]]:
    return [*crumbs(request.user), (person.get_full_name(), _page_of(person))]


@require_http_methods(["GET", "HEAD", "POST"])
def switch_off(request: Request, pk: int) -> HttpResponse:
    person = access.get_person_to_edit(request.user, pk)
    form = SwitchOffForm(request.POST if request.method == "POST" else None)
    page = ActPage(
        title=_("Wyłącz konto"),
        lede=_("%s nie zaloguje się już, a otwarte sesje skończą się od razu. Niczego to nie usuwa.") % person,
        act=_("Wyłącz konto"),
        back=_page_of(person),
        crumbs=_trail(request, person),
        notes=[_("Zajmowane stanowisko zostaje przy tej osobie: %s. Przekaż je następcy.") % held.post
               for held in holdings_by(person) if held.is_current],
        danger=True,
    )  # fmt: skip
    return perform(
        request, form, page, partial(services.switch_off, person, by=request.user), done=_("Wyłączono konto.")
    )


@require_POST
def switch_on(request: Request, pk: int) -> HttpResponse:
    person = access.get_person_to_edit(request.user, pk)
    return press(
        request, partial(services.switch_on, person, by=request.user), done=_("Włączono konto."), to=_page_of(person)
    )


@require_POST
def sign_out(request: Request, pk: int) -> HttpResponse:
    """End all sessions of the person, for example after a lost telephone."""
    person = access.get_person_to_edit(request.user, pk)
    own = request.session.session_key or "" if person.pk == request.user.pk else ""
    do = partial(accounts.end_sessions, person, by=request.user, except_key=own)
    return press(request, do, done=_("Wylogowano tę osobę ze wszystkich urządzeń."), to=_page_of(person))


@require_http_methods(["GET", "HEAD", "POST"])
def take_factors(request: Request, pk: int) -> HttpResponse:
    """For somebody who lost the telephone and the recovery codes."""
    person = access.get_person_to_edit(request.user, pk)
    form = TakeFactorsForm(request.POST if request.method == "POST" else None)
    page = ActPage(
        title=_("Usuń drugie składniki"),
        lede=_("%s zaloguje się samym hasłem, a jeśli rola tego wymaga, zaraz doda nowy drugi składnik.") % person,
        act=_("Usuń drugie składniki"),
        back=_page_of(person),
        crumbs=_trail(request, person),
        notes=[
            _("Najpierw sprawdź, kto prosi: spotkaj się albo zadzwoń na znany numer. List może napisać każdy."),
            _("Otwarte sesje tej osoby skończą się od razu, a ona dostanie o tym wiadomość."),
        ],
        danger=True,
    )
    do = partial(services.take_factors, person, by=request.user)
    return perform(request, form, page, do, done=_("Usunięto drugie składniki."))


@require_POST
def invite_again(request: Request, pk: int) -> HttpResponse:
    person = access.get_person_to_invite(request.user, pk)
    posts = ", ".join(str(held.post) for held in holdings_by(person) if held.is_current or held.is_to_come)
    do = partial(invitations.send_again, person, role=posts or _("bez stanowiska"), by=request.user)
    return press(request, do, done=_("Wysłano nowe zaproszenie. Poprzedni link już nie działa."), to=_page_of(person))


@require_POST
def revoke(request: Request, pk: int) -> HttpResponse:
    invitation = access.get_invitation_to_revoke(request.user, pk)
    do = partial(invitations.revoke, invitation, by=request.user)
    return press(request, do, done=_("Cofnięto zaproszenie."), to=_page_of(invitation.user))


@never_cache
@require_POST
def show_link(request: Request, pk: int) -> HttpResponse:
    """Where no mail can leave, the link on a page of its own, to be handed over."""
    invitation = access.get_invitation_to_revoke(request.user, pk)
    try:
        link = invitations.show_link(invitation, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(_page_of(invitation.user))
    context = {"invitation": invitation, "link": link, "crumbs": _trail(request, invitation.user)}
    return render(request, "people/invitation_link.html", context)


@never_cache
@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """The link opens, the button acts: scanners of mail that open links use nothing up."""
    invitation = invitations.invitation_of(token)
    if invitation is None or not invitation.is_open or not invitation.user.is_active:
        return render(request, "people/invitation_over.html", {"invitation": invitation}, status=410)
    form = SetPasswordForm(invitation.user, request.POST if request.method == "POST" else None)
    if form.is_valid() and _accepted(form, invitation):
        messages.success(request, _("Hasło ustawione. Zaloguj się adresem %s.") % invitation.user.email)
        return redirect("accounts:sign-in")
    held = [held for held in holdings_by(invitation.user) if held.is_current or held.is_to_come]
    context = {"form": form, "invitation": invitation, "held": held, "token": token}
    return render(request, "people/accept.html", context)


def _accepted(form: "SetPasswordForm[User]", invitation: Invitation) -> bool:
    try:
        invitations.accept(invitation, password=form.cleaned_data["new_password1"])
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return not form.errors
