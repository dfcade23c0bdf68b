"""A person's data: seen by the administrator, exported, made nameless; and one's own."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import ACTS, STAYS, is_removed
from bezpiecznik.administration import persons, queries
from bezpiecznik.administration.forms import AnonymiseForm, PersonFilter
from bezpiecznik.administration.models import PersonExport
from bezpiecznik.core import reading
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import Column, asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.access import require_administrator
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.kept import is_over

ORDERS: dict[str, tuple[Any, ...]] = {
    "name": (polish("last_name"), polish("first_name")),
    "email": ("email",),
    "since": ("created_at",),
    "seen": ("last_login",),
}
COLUMNS: tuple[Column[User], ...] = (
    Column(gettext_lazy("Osoba"), lambda person: person.get_full_name()),
    Column(gettext_lazy("Stanowisko"), lambda person: person.function),
    Column(gettext_lazy("Adres e-mail"), lambda person: person.email),
    Column(gettext_lazy("Konto od"), lambda person: person.created_at),
    Column(gettext_lazy("Ostatnie logowanie"), lambda person: person.last_login),
)


@require_safe
def people(request: Request) -> HttpResponse:
    require_administrator(request.user)
    form = PersonFilter(request.GET)
    found = queries.people(form.wanted())
    if file_format := asked_format(request):
        reading.note(request, _("Dane osób jako plik"))
        return export(found.order_by(*ORDERS["name"]), COLUMNS, name=_("dane osób"), file_format=file_format)
    context = {"listing": listing(request, found, orders=ORDERS, default="name"), "form": form}
    return answer(request, "administration/persons_data.html", context, part="rows")


@require_safe
def person(request: Request, pk: int) -> HttpResponse:
    found = _person(request, pk)
    reading.note(request, _("Dane osoby"), found)
    context = {"person": found, "sizes": queries.sizes(found), "removed": is_removed(found), **_exports(request, found)}
    return render(request, "administration/person_data.html", context)


def _person(request: Request, pk: int) -> User:
    require_administrator(request.user)
    return get_object_or_404(User, pk=pk)


def _exports(request: Request, person: User) -> dict[str, object]:
    asked = PersonExport.objects.filter(person=person, asked_by=request.user)
    return {"ready": asked.takeable().defer("content"), "waiting": asked.filter(content=None).defer("content").first()}


@require_POST
def ask(request: Request, pk: int) -> HttpResponse:
    made = persons.ask_for_export(_person(request, pk), by=request.user)
    return redirect("core:job", made.job_id)


@require_POST
def take(request: Request, pk: int) -> HttpResponse:
    """The ZIP of an export that this very person asked for, their own or another's. A button: taking is noted."""
    own = PersonExport.objects.filter(asked_by=request.user).takeable().select_related("person")
    found = get_object_or_404(own, pk=pk)
    if found.person_id != request.user.pk:
        require_administrator(request.user)
    response = HttpResponse(persons.take_export(found, by=request.user), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="dane-osoby-{found.person_id}.zip"'
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def anonymise(request: Request, pk: int) -> HttpResponse:
    """First what goes, what stays and why; then the name typed by hand."""
    found = _person(request, pk)
    in_time = is_over(found)
    form = AnonymiseForm(request.POST if request.method == "POST" else None, person=found, reason_needed=not in_time)
    if request.method == "POST" and form.is_valid():
        return _anonymised(request, found, form)
    blocks = persons.blocks(found)
    context = {"person": found, "form": form, "blocks": blocks, "acts": ACTS, "stays": STAYS, "in_time": in_time}
    return render(request, "administration/anonymise.html", context)


def _anonymised(request: Request, person: User, form: AnonymiseForm) -> HttpResponse:
    try:
        persons.anonymise_person(person, reason=form.cleaned_data["reason"], by=request.user)
    except persons.Refused as refusal:
        for sentence in refusal.sentences:
            messages.error(request, sentence)
        return redirect("administration:anonymise", person.pk)
    messages.success(request, _("Zanonimizowano dane osoby."))
    return redirect("administration:person-data", person.pk)


@require_safe
def own(request: Request) -> HttpResponse:
    """What the house knows of the one who asks."""
    context = {"sizes": queries.sizes(request.user), **_exports(request, request.user)}
    return render(request, "administration/own_data.html", context)


@require_POST
def ask_own(request: Request) -> HttpResponse:
    made = persons.ask_for_export(request.user, by=request.user)
    return redirect("core:job", made.job_id)
