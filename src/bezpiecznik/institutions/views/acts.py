"""Acts on one institution: other spellings, members, names over time, dissolution."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.core import clock
from bezpiecznik.core.collation import polish
from bezpiecznik.institutions import dissolution, membership, naming, services
from bezpiecznik.institutions.access import get_institution_to_edit, require
from bezpiecznik.institutions.act_forms import AliasForm, DissolveForm, EndForm, MemberForm, RenameForm, tell
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Alias, CollectiveMember, Institution, Name
from bezpiecznik.institutions.rights import Right

CHANGING = ["GET", "HEAD", "POST"]


def sent(request: Request) -> Any:
    """What was posted, or None when the page is only opened."""
    return request.POST if request.method == "POST" else None


@require_http_methods(CHANGING)
def aliases(request: Request, pk: int) -> HttpResponse:
    institution = get_institution_to_edit(request.user, pk)
    form = AliasForm(sent(request))
    if form.is_valid():
        try:
            added = services.add_alias(institution, text=form.cleaned_data["text"], by=request.user)
        except ValidationError as fault:
            tell(form, ValidationError({"text": fault.messages}))
        else:
            messages.success(request, _("Dodano pisownię.") if added else _("Ta pisownia jest już znana."))
            return redirect("institutions:aliases", pk)
    rows = institution.aliases.select_related("added_by").order_by(polish("text"))
    context = {"institution": institution, "form": form, "aliases": rows}
    return render(request, "institutions/aliases.html", context)


@require_POST
def remove_alias(request: Request, pk: int) -> HttpResponse:
    require(request.user, Right.MANAGE_PLAN)
    alias = get_object_or_404(Alias.objects.select_related("institution"), pk=pk)
    try:
        services.remove_alias(alias, by=request.user)
    except ValidationError as fault:
        messages.error(request, " ".join(fault.messages))
    else:
        messages.success(request, _("Usunięto pisownię „%(text)s”.") % {"text": alias.text})
    return redirect("institutions:aliases", alias.institution_id)


@require_http_methods(CHANGING)
def members(request: Request, pk: int) -> HttpResponse:
    institution = get_institution_to_edit(request.user, pk)
    form = MemberForm(sent(request), collective=institution)
    if form.is_valid() and _done(form, membership.add_member, institution, by=request.user, **form.cleaned_data):
        messages.success(request, _("Dodano podmiot do nazwy zbiorowej."))
        return redirect("institutions:members", pk)
    rows = institution.members.select_related("institution").order_by(polish("institution__name"), "since", "pk")
    context = {"institution": institution, "form": form, "members": rows, "today": clock.today()}
    return render(request, "institutions/members.html", context)


@require_http_methods(CHANGING)
def end_member(request: Request, pk: int) -> HttpResponse:
    require(request.user, Right.MANAGE_PLAN)
    member = get_object_or_404(CollectiveMember.objects.select_related("collective", "institution"), pk=pk)
    form = EndForm(sent(request), initial={"until": clock.today()})
    if form.is_valid() and _done(form, membership.end_membership, member, by=request.user, **form.cleaned_data):
        messages.success(request, _("Zapisano ostatni dzień."))
        return redirect("institutions:members", member.collective_id)
    return render(request, "institutions/end_member.html", {"member": member, "form": form})


@require_http_methods(CHANGING)
def rename(request: Request, pk: int) -> HttpResponse:
    institution = get_institution_to_edit(request.user, pk)
    form = RenameForm(sent(request), initial={"name": institution.name, "abbr": institution.abbr})
    if form.is_valid() and _done(form, naming.rename, institution, by=request.user, **form.cleaned_data):
        messages.success(request, _("Zapisano zmianę nazwy."))
        return redirect("institutions:detail", pk)
    context = {"institution": Institution.objects.get(pk=pk), "form": form}
    return render(request, "institutions/rename.html", context)


@require_POST
def cancel_renaming(request: Request, pk: int) -> HttpResponse:
    require(request.user, Right.MANAGE_PLAN)
    name = get_object_or_404(Name.objects.select_related("institution"), pk=pk)
    try:
        naming.cancel_renaming(name, by=request.user)
    except ValidationError as fault:
        messages.error(request, " ".join(fault.messages))
    else:
        messages.success(request, _("Odwołano zmianę nazwy."))
    return redirect("institutions:detail", name.institution_id)


@require_http_methods(CHANGING)
def dissolve(request: Request, pk: int) -> HttpResponse:
    institution = get_institution_to_edit(request.user, pk)
    form = DissolveForm(sent(request), institution=institution)
    if form.is_valid() and _done(form, dissolution.dissolve, institution, by=request.user, **form.cleaned_data):
        messages.success(request, _("Zapisano zniesienie podmiotu."))
        return redirect("institutions:detail", pk)
    return render(request, "institutions/dissolve.html", {"institution": institution, "form": form})


@require_POST
def undo_dissolution(request: Request, pk: int) -> HttpResponse:
    institution = get_institution_to_edit(request.user, pk)
    dissolution.undo_dissolution(institution, by=request.user)
    messages.success(request, _("Cofnięto zniesienie. Podmiot istnieje nadal."))
    return redirect(institution)


def _done(form: forms.Form, act: Any, *args: Any, **kwargs: Any) -> bool:
    """Whether the act was done; what it refused is told by the form."""
    try:
        act(*args, **kwargs)
    except ValidationError as fault:
        tell(form, fault)
    return not form.errors
