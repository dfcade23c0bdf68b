"""Votes: counted, or by name; taken back when noted by mistake."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.commission import access
from bezpiecznik.commission.forms.outcomes import NamedVoteForm, VoteForm
from bezpiecznik.commission.models import AgendaItem
from bezpiecznik.commission.queries import meetings as queries
from bezpiecznik.commission.services import outcomes as services
from bezpiecznik.commission.views.meeting_answers import READ_OR_ACT, accepted, form_page, saying
from bezpiecznik.institutions.http import Request


def place_of(item: AgendaItem) -> str:
    """The point on the page of the session."""
    return f"{reverse('commission:session', args=(item.meeting_id,))}#punkt-{item.pk}"


@require_http_methods(READ_OR_ACT)
def vote(request: Request, pk: int) -> HttpResponse:
    item = access.get_item_to_manage(request.user, pk)
    form = VoteForm(request.POST or None, initial={"subject": item.title})
    if accepted(form, lambda: services.record_vote(item, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Zapisano głosowanie."))
        return redirect(place_of(item))
    return _page(request, item, form, _("Głosowanie"))


@require_http_methods(READ_OR_ACT)
def vote_by_name(request: Request, pk: int) -> HttpResponse:
    item = access.get_item_to_manage(request.user, pk)
    form = NamedVoteForm(queries.may_vote(item.meeting), request.POST or None, initial={"subject": item.title})
    if accepted(form, lambda: _record(request, item, form)):
        messages.success(request, _("Zapisano głosowanie imienne."))
        return redirect(place_of(item))
    return _page(request, item, form, _("Głosowanie imienne"))


def _page(request: Request, item: AgendaItem, form: forms.Form, title: str) -> HttpResponse:
    quorum = queries.quorum_now(item.meeting)
    warning = "" if quorum.holds else quorum.sentence
    return form_page(
        request, form, title=title, act=_("Zapisz głosowanie"), lede=str(item), back=place_of(item), warning=warning
    )


def _record(request: Request, item: AgendaItem, form: NamedVoteForm) -> None:
    subject = form.cleaned_data["subject"]
    services.record_vote_by_name(item, subject=subject, choices=form.choices(), by=request.user)


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    found = access.get_vote_to_manage(request.user, pk)
    with saying(request, _("Usunięto zapis głosowania.")):
        services.withdraw_vote(found, by=request.user)
    return redirect(place_of(found.item))
