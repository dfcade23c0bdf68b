"""The register of opinions, one of them, and how they come to be."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.commission import access, meeting_exports
from bezpiecznik.commission.forms.outcomes import CorrectedOpinionForm, IssueForm, OpinionFilter, OpinionForm
from bezpiecznik.commission.opinion_kinds import basis_of
from bezpiecznik.commission.queries import meetings as queries
from bezpiecznik.commission.services import outcomes as services
from bezpiecznik.commission.views.meeting_answers import READ_OR_ACT, accepted, form_page, saying
from bezpiecznik.commission.views.votes import place_of
from bezpiecznik.core import journal
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request

ORDERS = {"day": ("given_on",), "number": ("document__year", "document_id"), "kind": ("kind", "given_on")}


@require_safe
def index(request: Request) -> HttpResponse:
    form = OpinionFilter(request.GET)
    found = queries.listed_opinions(access.opinions_of(request.user), form.wanted())
    if file_format := asked_format(request):
        rows = found.order_by("given_on", "pk")
        return export(rows, meeting_exports.OPINIONS, name=_("opinie Komisji"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-day"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
    }
    return answer(request, "commission/opinions.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    opinion = access.get_opinion(request.user, pk)
    context = {
        "opinion": opinion,
        "basis": basis_of(opinion.kind),
        "ballots": opinion.vote.ballots.select_related("attendance") if opinion.vote else (),
        "may_manage": access.may_manage(request.user),
        "history": journal.about(opinion)[:50] if access.may_manage(request.user) else (),
    }
    return render(request, "commission/opinion.html", context)


@require_http_methods(READ_OR_ACT)
def give(request: Request, pk: int) -> HttpResponse:
    item = access.get_item_to_manage(request.user, pk)
    first = item.votes.first()
    initial = {"kind": item.opinion_kind, "subject": item.title, "vote": first.pk if first else None}
    form = OpinionForm(request.POST or None, item=item, initial=initial)
    if accepted(form, lambda: services.give_opinion(item, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Zapisano opinię."))
        return redirect(place_of(item))
    return form_page(
        request, form, title=_("Opinia Komisji"), act=_("Zapisz opinię"), lede=str(item), back=place_of(item)
    )


@require_http_methods(READ_OR_ACT)
def correct(request: Request, pk: int) -> HttpResponse:
    opinion = access.get_opinion_to_manage(request.user, pk)
    names = ("kind", "subject", "text", "position", "vote", "version")
    initial = {name: getattr(opinion, name) for name in names}
    form = CorrectedOpinionForm(request.POST or None, item=opinion.item, initial=initial)
    if accepted(form, lambda: services.change_opinion(opinion, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Poprawiono opinię."))
        return redirect(opinion)
    return form_page(
        request, form, title=_("Popraw opinię"), act=_("Zapisz"), lede=opinion.subject, here="opinions",
        back=opinion.get_absolute_url(),
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def issue(request: Request, pk: int) -> HttpResponse:
    """The last look before the opinion gets its number and can be changed no more."""
    opinion = access.get_opinion_to_manage(request.user, pk)
    form = IssueForm(request.POST or None)
    if accepted(form, lambda: services.issue_opinion(opinion, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Nadano numer. Dokument powstaje w tle."))
        return redirect(opinion)
    return form_page(
        request, form, title=_("Nadaj numer opinii"), act=_("Nadaj numer"), lede=opinion.subject, here="opinions",
        warning=_("Po nadaniu numeru opinii nie można już zmienić. Powstanie z niej dokument."),
        back=opinion.get_absolute_url(),
    )  # fmt: skip


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    opinion = access.get_opinion_to_manage(request.user, pk)
    with saying(request, _("Usunięto opinię.")):
        services.remove_opinion(opinion, by=request.user)
    return redirect(place_of(opinion.item))
