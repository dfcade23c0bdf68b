"""The agenda: proposals to pick from, points by hand, their order and papers."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.commission import access
from bezpiecznik.commission.forms.meetings import DocumentPaperForm, FilePaperForm, ItemForm
from bezpiecznik.commission.models import AgendaItem, Meeting
from bezpiecznik.commission.proposal_sources import waiting
from bezpiecznik.commission.queries import meetings as queries
from bezpiecznik.commission.services import agenda as services
from bezpiecznik.commission.views.meeting_answers import READ_OR_ACT, accepted, saying
from bezpiecznik.core import clock
from bezpiecznik.core.polish import forms
from bezpiecznik.files.http import download
from bezpiecznik.institutions.http import Request


@require_http_methods(READ_OR_ACT)
def agenda(request: Request, pk: int) -> HttpResponse:
    """Points as they stand, what is proposed, and a form for one by hand."""
    meeting = access.get_meeting_to_manage(request.user, pk)
    form = ItemForm(request.POST or None)
    if accepted(form, lambda: services.add_item(meeting, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Dodano punkt."))
        return redirect("commission:agenda", pk)
    return render(request, "commission/agenda.html", _context(meeting, form))


def _context(meeting: Meeting, form: ItemForm) -> dict[str, Any]:
    return {
        "meeting": meeting,
        "items": queries.items_of(meeting),
        "proposals": waiting(meeting, clock.today()),
        "form": form,
    }


@require_POST
def add_proposals(request: Request, pk: int) -> HttpResponse:
    """The ticked ones; keys that nobody proposes any more are left out."""
    meeting = access.get_meeting_to_manage(request.user, pk)
    wanted = set(request.POST.getlist("proposal"))
    chosen = [proposal for proposal in waiting(meeting, clock.today()) if proposal.key in wanted]
    words = forms(len(chosen), _("punkt,punkty,punktów"))
    told = _("Dodano %(n)s %(words)s.") if chosen else _("Nie zaznaczono żadnej propozycji.")
    with saying(request, told % {"n": len(chosen), "words": words}):
        services.add_proposals(meeting, chosen, by=request.user)
    return redirect("commission:agenda", pk)


@require_http_methods(READ_OR_ACT)
def edit_item(request: Request, pk: int) -> HttpResponse:
    item = access.get_item_to_manage(request.user, pk)
    initial = {name: getattr(item, name) for name in ("title", "why", "referent", "opinion_kind")}
    form = ItemForm(request.POST or None, initial=initial)
    if accepted(form, lambda: services.change_item(item, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Zapisano punkt."))
        return redirect("commission:agenda", item.meeting_id)
    return render(request, "commission/item.html", _item_context(item, form))


def _item_context(item: AgendaItem, form: ItemForm) -> dict[str, Any]:
    return {
        "item": item,
        "form": form,
        "papers": item.papers.select_related("document", "file").defer("document__snapshot"),
        "document_form": DocumentPaperForm(),
        "file_form": FilePaperForm(),
    }


@require_POST
def move_item(request: Request, pk: int) -> HttpResponse:
    item = access.get_item_to_manage(request.user, pk)
    with saying(request, _("Zmieniono kolejność.")):
        services.move_item(item, up=request.POST.get("where") == "up", by=request.user)
    return redirect("commission:agenda", item.meeting_id)


@require_POST
def remove_item(request: Request, pk: int) -> HttpResponse:
    item = access.get_item_to_manage(request.user, pk)
    with saying(request, _("Usunięto punkt „%(title)s”.") % {"title": item.title}):
        services.remove_item(item, by=request.user)
    return redirect("commission:agenda", item.meeting_id)


@require_POST
def add_document(request: Request, pk: int) -> HttpResponse:
    item, form = access.get_item_to_manage(request.user, pk), DocumentPaperForm(request.POST)
    if accepted(form, lambda: services.add_document(item, form.cleaned_data["document"], by=request.user)):
        messages.success(request, _("Dodano materiał."))
    else:
        messages.error(request, _first_error(form))
    return redirect("commission:edit-item", pk)


@require_POST
def add_file(request: Request, pk: int) -> HttpResponse:
    item, form = access.get_item_to_manage(request.user, pk), FilePaperForm(request.POST, request.FILES)
    if accepted(form, lambda: _keep(item, form, request)):
        messages.success(request, _("Dodano plik."))
    else:
        messages.error(request, _first_error(form))
    return redirect("commission:edit-item", pk)


def _keep(item: AgendaItem, form: FilePaperForm, request: Request) -> None:
    given = form.cleaned_data["file"]
    data = given.read(services.MOST_BYTES + 1)
    services.add_file(item, name=given.name, data=data, by=request.user)


def _first_error(form: Any) -> str:
    return str(next(iter(form.errors.values()))[0])


@require_safe
def paper(request: Request, pk: int) -> HttpResponseBase:
    """An uploaded paper."""
    found = access.get_paper(request.user, pk)
    return download(found.stored, name=found.name)


@require_POST
def remove_paper(request: Request, pk: int) -> HttpResponse:
    found = access.get_paper_to_manage(request.user, pk)
    with saying(request, _("Usunięto materiał „%(name)s”.") % {"name": found.name}):
        services.remove_paper(found, by=request.user)
    return redirect("commission:edit-item", found.item_id)
